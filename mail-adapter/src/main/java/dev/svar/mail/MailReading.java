package dev.svar.mail;

import java.util.List;
import java.util.Optional;

/**
 * What was read of a mail, and why it was understood so. The same bytes always give the same reading.
 *
 * @param problem why the mail counts as unreadable although the rest of this may tell something; empty if it was read
 * @param from the sender; empty if none is named
 * @param to to whom it was sent
 * @param cc who got a copy
 * @param replyTo where answers shall go, if not to the sender
 * @param subject one line, decoded, possibly empty
 * @param reply its text taken apart: what its writer wrote, the thread, the signature, each with the rule that told it
 * @param fullText the whole text
 * @param html the whole HTML as it came, not made safe, if it had any
 * @param files what is attached, in the order of the mail
 * @param verdict whether a machine wrote it and whether a machine may answer
 * @param bounce what it reports about deliveries, if it is a report about them
 * @param protection how its sender signed or encrypted it, if so
 */
public record MailReading(
        Optional<String> problem,
        Optional<MailPerson> from,
        List<MailPerson> to,
        List<MailPerson> cc,
        List<MailPerson> replyTo,
        String subject,
        SplitReply reply,
        String fullText,
        Optional<String> html,
        List<MailFile> files,
        MailVerdict verdict,
        Optional<BounceReport> bounce,
        Optional<MailProtection> protection) {
    /**
     * Copies the lists.
     *
     * @param problem why the mail counts as unreadable although the rest of this may tell something; empty if it was read
     * @param from the sender; empty if none is named
     * @param to to whom it was sent
     * @param cc who got a copy
     * @param replyTo where answers shall go, if not to the sender
     * @param subject one line, decoded, possibly empty
     * @param reply its text taken apart: what its writer wrote, the thread, the signature, each with the rule that told it
     * @param fullText the whole text
     * @param html the whole HTML as it came, not made safe, if it had any
     * @param files what is attached, in the order of the mail
     * @param verdict whether a machine wrote it and whether a machine may answer
     * @param bounce what it reports about deliveries, if it is a report about them
     * @param protection how its sender signed or encrypted it, if so
     */
    public MailReading {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        replyTo = List.copyOf(replyTo);
        files = List.copyOf(files);
    }

    /** {@return what its writer wrote, without the quoted thread and the signature} */
    public String visibleText() {
        return reply.visible();
    }

    /** {@return whether it reports that a message did not, or not yet, reach somebody} */
    public boolean isBounce() {
        return bounce.filter(BounceReport::isBounce).isPresent();
    }
}
