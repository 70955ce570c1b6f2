package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.ticket.TicketCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads mail (RFC 5322, RFC 2045 to 2049) and tells what it says and how it was understood, without a desk and whatever
 * the mail holds: broken mail is read as far as it goes. Time and memory grow with the size of the mail alone. Immutable,
 * safe for use by several threads.
 */
public final class MailInspector {
    private final MailLimits limits;
    private final Set<Address> own;

    private MailInspector(MailLimits limits, Set<Address> own) {
        this.limits = limits;
        this.own = own;
    }

    /** {@return an inspector with {@link MailLimits#STANDARD} that knows no address as its own} */
    public static MailInspector standard() {
        return new MailInspector(MailLimits.STANDARD, Set.of());
    }

    /**
     * Sets how much of a mail is read.
     *
     * @param limits the limits
     * @return an inspector with these limits
     */
    public MailInspector limits(MailLimits limits) {
        return new MailInspector(limits, own);
    }

    /**
     * Sets whose mail is never answered because it is the desk's own.
     *
     * @param addresses mail addresses, without tokens
     * @return an inspector with these addresses
     */
    public MailInspector own(Set<Address> addresses) {
        return new MailInspector(limits, Set.copyOf(addresses));
    }

    /**
     * Reads one mail.
     *
     * @param raw the mail exactly as it arrived, whatever it holds
     * @return what was read; with {@link MailReading#problem()} if the mail is over a limit. A mail that has no header or
     *     names no sender is read all the same
     */
    public MailReading inspect(byte[] raw) {
        return inspect(raw.clone(), raw.length);
    }

    /**
     * Reads one mail from a mailbox or a file.
     *
     * @param mail the mail; of one that is too large only its beginning
     * @return as {@link #inspect(byte[])} does; a mail that was not loaded whole has a problem
     */
    public MailReading inspect(RawMail mail) {
        return inspect(mail.shared(), mail.size());
    }

    private MailReading inspect(byte[] raw, long size) {
        try {
            return read(parse(raw, size));
        } catch (UnreadableMailException e) {
            return unread(e.reason());
        } catch (RuntimeException | StackOverflowError e) {
            return unread(unforeseen(e));
        }
    }

    /** What is said of a mistake of the reader's own, which must not stop the mail behind; it holds no text of the mail. */
    static String unforeseen(Throwable e) {
        return "could not be read: " + e.getClass().getSimpleName();
    }

    private static MailReading unread(String problem) {
        return new MailReading(
                Optional.of(problem),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                "",
                new SplitReply(List.of()),
                "",
                Optional.empty(),
                List.of(),
                MailVerdict.humanNotToAnswer("it could not be read"),
                Optional.empty(),
                Optional.empty());
    }

    MailLimits limits() {
        return limits;
    }

    Part parse(byte[] raw, long size) throws UnreadableMailException {
        if (size > limits.rawBytes() || size != raw.length) {
            throw new UnreadableMailException(
                    "is " + size + " bytes long, at most " + limits.rawBytes() + " bytes are read");
        }
        return MimeParser.parse(raw, limits);
    }

    MailReading read(Part root) {
        Headers headers = root.headers();
        MailBody body = MailBody.of(root);
        Optional<MailPerson> from =
                people(headers, "from", "sender", "reply-to", "return-path").findFirst();
        String subject = PlainText.line(
                EncodedWords.decode(headers.first("subject").orElse("")), TicketCommand.MAX_SUBJECT_LENGTH);
        String text = body.text();
        Optional<BounceReport> bounce = BounceReader.read(root);
        // Reports show the header of what came back, which nobody passes on.
        Answering answering = bounce.isPresent() ? Answering.UNKNOWN : Answering.of(headers, subject);
        SplitReply reply = body.reply(subject, answering);
        return new MailReading(
                Optional.empty(),
                from,
                people(headers, "to").limit(limits.addresses()).toList(),
                people(headers, "cc").limit(limits.addresses()).toList(),
                people(headers, "reply-to").limit(limits.addresses()).toList(),
                subject,
                reply,
                text,
                body.html(),
                body.files(),
                MailClassifier.classify(root, bounce, from.map(MailPerson::address), own, reply),
                bounce,
                MailProtection.of(root, text));
    }

    private static Stream<MailPerson> people(Headers headers, String... names) {
        return Stream.of(names)
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> AddressList.parse(value).stream());
    }
}
