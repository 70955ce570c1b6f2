package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.Incoming;
import dev.svar.message.MessageKey;
import dev.svar.message.UnreadableMessage;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketTokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads mail that arrived in one mailbox (RFC 5322, RFC 2045 to 2049) for the desk, and always answers: with a message
 * or with why there is none. Broken mail is read as far as it goes; what cannot be read, or would take too much to
 * read, keeps its bytes and is for the desk's quarantine. Time and memory grow with the size of the mail alone.
 * Immutable, safe for use by several threads.
 */
public final class MailReader {
    /** The most bytes a mail may have. */
    public static final int MAX_RAW_BYTES = 30 * 1024 * 1024;

    /** The most parts a mail may have. */
    public static final int MAX_PARTS = 1_000;

    /** The most multiparts that may lie within each other. Attached mails are kept as files and not looked into. */
    public static final int MAX_DEPTH = 50;

    /** The most bytes that the header of a mail or of a part may have. */
    public static final int MAX_HEADER_BYTES = 256 * 1024;

    private static final int MAX_TAG_LENGTH = 35;
    private static final String MAILER_DAEMON = "mailer-daemon";

    private final Address mailbox;

    private MailReader(Address mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * A reader for the mail of one mailbox.
     *
     * @param mailbox the desk's address, without a token; mail sent to it with a token after a plus sign is its mail too
     * @return the reader
     * @throws InvalidValueException if it is not a mail address
     */
    public static MailReader forMailbox(Address mailbox) {
        if (!mailbox.channel().equals(Channel.MAIL)) {
            throw new InvalidValueException(
                    "mailbox", "is an address on the channel " + mailbox.channel() + ", not mail");
        }
        return new MailReader(mailbox);
    }

    /**
     * Reads one mail.
     *
     * @param raw the mail exactly as it arrived, whatever it holds
     * @return an {@link InboundMessage}, or an {@link UnreadableMessage} with the reason if the mail is over a bound, has
     *     no header, names no sender or cannot be read for another reason
     */
    public Incoming read(byte[] raw) {
        return read(raw.clone(), raw.length);
    }

    /**
     * Reads one mail from a mailbox or a file.
     *
     * @param mail the mail; of one that is too large only its beginning
     * @return as {@link #read(byte[])} does; a mail that was not loaded whole is unreadable
     */
    public Incoming read(RawMail mail) {
        return read(mail.shared(), mail.size());
    }

    private Incoming read(byte[] raw, long size) {
        try {
            if (size > MAX_RAW_BYTES || size != raw.length) {
                throw new UnreadableMailException(
                        "is " + size + " bytes long, at most " + MAX_RAW_BYTES + " bytes are read");
            }
            return message(raw);
        } catch (UnreadableMailException e) {
            return unreadable(raw, e.reason());
        } catch (RuntimeException | StackOverflowError e) {
            // The last resort: a mail must not stop the ones behind it. The reason names no text of the mail.
            return unreadable(raw, "could not be read: " + e.getClass().getSimpleName());
        }
    }

    private Incoming unreadable(byte[] raw, String reason) {
        return new UnreadableMessage(key(raw), Content.sharing(raw), reason);
    }

    /** The key of a mail that may be broken anywhere. */
    private MessageKey key(byte[] raw) {
        try {
            return MailKey.of(mailbox, MimeParser.headers(raw), raw);
        } catch (UnreadableMailException | RuntimeException e) {
            return MailKey.of(mailbox, Headers.none(), raw);
        }
    }

    private InboundMessage message(byte[] raw) throws UnreadableMailException {
        Part root = MimeParser.parse(raw);
        Headers headers = root.headers();
        MailBody body = MailBody.of(root);
        AddressList.Entry from = sender(headers);
        MailVerdict verdict = MailClassifier.classify(root, from.address(), mailbox);
        String subject = PlainText.line(
                EncodedWords.decode(headers.first("subject").orElse("")), TicketCommand.MAX_SUBJECT_LENGTH);
        InboundMessage.Builder message = InboundMessage.builder(
                        MailKey.of(mailbox, headers, raw), Content.sharing(raw), from.address())
                .fromName(from.name())
                .recipients(recipients(headers))
                .subject(subject)
                .text(body.visible(subject), body.text())
                .references(MessageIds.answered(headers, InboundMessage.MAX_REFERENCES))
                .replyTokens(replyTokens(headers))
                .nature(verdict.nature());
        verdict.mayNotAnswer().ifPresent(message::mayNotAnswer);
        body.html().ifPresent(message::html);
        MessageIds.own(headers).ifPresent(message::messageId);
        language(headers).ifPresent(message::language);
        body.files().forEach(f -> message.attach(f.name(), f.type(), f.contentId(), f.content()));
        return message.build();
    }

    /** From, or what else names a sender. */
    private AddressList.Entry sender(Headers headers) throws UnreadableMailException {
        return Stream.of("from", "sender", "reply-to", "return-path")
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> AddressList.parse(value).stream())
                .findFirst()
                .or(() -> localDaemon(headers))
                .orElseThrow(() -> new UnreadableMailException("names no sender"));
    }

    /** The mail system of the mailbox itself may sign its reports without a domain or not at all. */
    private Optional<AddressList.Entry> localDaemon(Headers headers) {
        boolean named = headers.first("from")
                .filter(from -> from.toLowerCase(Locale.ROOT).contains(MAILER_DAEMON))
                .isPresent();
        boolean nobody = headers.first("return-path").filter("<>"::equals).isPresent();
        return named || nobody
                ? AddressList.address(MAILER_DAEMON + "@" + mailbox.domain())
                        .map(address -> new AddressList.Entry(address, ""))
                : Optional.empty();
    }

    private static List<Address> recipients(Headers headers) {
        return headers.all("to", "cc").stream()
                .flatMap(value -> AddressList.parse(value).stream())
                .map(AddressList.Entry::address)
                .distinct()
                .limit(InboundMessage.MAX_RECIPIENTS)
                .toList();
    }

    /** What stands after the plus sign in the addresses of this mailbox. */
    private List<String> replyTokens(Headers headers) {
        String prefix = mailbox.localPart() + "+";
        return Stream.of("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to")
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> AddressList.parse(value).stream())
                .map(AddressList.Entry::address)
                .filter(a ->
                        a.domain().equals(mailbox.domain()) && a.localPart().startsWith(prefix))
                .map(a -> a.localPart().substring(prefix.length()))
                .filter(token -> !token.isEmpty() && token.length() <= TicketTokens.MAX_LENGTH)
                .distinct()
                .limit(InboundMessage.MAX_REPLY_TOKENS)
                .toList();
    }

    private static Optional<Locale> language(Headers headers) {
        return headers.first("content-language")
                .map(value -> value.split("[,;]", 2)[0].strip())
                .filter(tag -> tag.length() <= MAX_TAG_LENGTH)
                .map(Locale::forLanguageTag)
                .filter(locale ->
                        !locale.getLanguage().isEmpty() && !locale.getLanguage().equals("und"));
    }
}
