package dev.svar.mail;

import dev.svar.message.MessageNature;
import java.util.Optional;

/**
 * Two separate answers, each with its reason: who or what wrote a mail, and whether an automatic answer may go to it
 * (RFC 3834).
 *
 * @param nature who or what wrote it, with what showed it
 * @param mayNotAnswer why no automatic answer may go to it; empty if one may
 * @param feedback whether it is a complaint of somebody who got mail (RFC 5965)
 */
public record MailVerdict(MessageNature nature, Optional<String> mayNotAnswer, boolean feedback) {
    static MailVerdict human() {
        return new MailVerdict(new MessageNature.Human(), Optional.empty(), false);
    }

    static MailVerdict humanNotToAnswer(String reason) {
        return new MailVerdict(new MessageNature.Human(), Optional.of(reason), false);
    }

    static MailVerdict automaticReply(String reason) {
        return new MailVerdict(new MessageNature.AutomaticReply(reason), Optional.of(reason), false);
    }

    static MailVerdict bulk(String reason) {
        return new MailVerdict(new MessageNature.Bulk(reason), Optional.of(reason), false);
    }

    static MailVerdict feedback(String reason) {
        return new MailVerdict(new MessageNature.Bulk(reason), Optional.of(reason), true);
    }

    static MailVerdict bounce(MessageNature.Bounce bounce) {
        return new MailVerdict(bounce, Optional.of("it reports a failed delivery"), false);
    }
}
