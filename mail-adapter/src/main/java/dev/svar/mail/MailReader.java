package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.Incoming;
import dev.svar.message.MessageKey;
import dev.svar.message.UnreadableMessage;
import dev.svar.ticket.TicketTokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads mail that arrived in one mailbox (RFC 5322, RFC 2045 to 2049) for the desk, and always answers: with a message
 * or with why there is none. Broken mail is read as far as it goes; what cannot be read, or would take too much to
 * read, keeps its bytes and is for the desk's quarantine. Time and memory grow with the size of the mail alone.
 * Immutable, safe for use by several threads.
 */
public final class MailReader {
    /** The most bytes of a mail that are loaded from a mailbox or a file, and {@link MailLimits#STANDARD} reads. */
    public static final int MAX_RAW_BYTES = 30 * 1024 * 1024;

    /** The bytes that are loaded of a larger one, and the most of a header that {@link MailLimits#STANDARD} reads. */
    public static final int MAX_HEADER_BYTES = 256 * 1024;

    private static final int MAX_TAG_LENGTH = 35;
    private static final String MAILER_DAEMON = "mailer-daemon";

    private final Address mailbox;
    private final MailInspector inspector;
    private final Optional<String> server;

    private MailReader(Address mailbox, MailInspector inspector, Optional<String> server) {
        this.mailbox = mailbox;
        this.inspector = inspector;
        this.server = server;
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
        return new MailReader(mailbox, MailInspector.standard().own(Set.of(mailbox)), Optional.empty());
    }

    /**
     * Sets how much of a mail is read, {@link MailLimits#STANDARD} when not set.
     *
     * @param limits the limits
     * @return a reader with these limits
     */
    public MailReader limits(MailLimits limits) {
        return new MailReader(mailbox, inspector.limits(limits), server);
    }

    /**
     * Believes the server that takes the mailbox's mail in what it says of senders: DMARC, or DKIM or SPF for the very domain
     * (RFC 8601). Without it nobody's sender is confirmed. The server must put its results into every mail and take out those
     * that already bear its name, as the RFC demands.
     *
     * @param name the name that it signs its {@code Authentication-Results} with, such as {@code mx.example.com}
     * @return a reader that believes it
     */
    public MailReader confirmedBy(String name) {
        return new MailReader(mailbox, inspector, Optional.of(Check.line("confirmedBy", name, Address.MAX_LENGTH)));
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

    /** Reads a mail under another key, as one that was not there before. */
    Incoming readAgain(byte[] raw, int time) {
        return read(raw, raw.length, time);
    }

    Address mailbox() {
        return mailbox;
    }

    private Incoming read(byte[] raw, long size) {
        return read(raw, size, 0);
    }

    private Incoming read(byte[] raw, long size, int time) {
        try {
            return message(inspector.parse(raw, size), raw, time);
        } catch (UnreadableMailException e) {
            return unreadable(raw, e.reason(), time);
        } catch (RuntimeException | StackOverflowError e) {
            return unreadable(raw, MailInspector.unforeseen(e), time);
        }
    }

    private Incoming unreadable(byte[] raw, String reason, int time) {
        return new UnreadableMessage(MailKey.again(key(raw), time), Content.sharing(raw), reason);
    }

    /** The key of a mail that may be broken anywhere. */
    private MessageKey key(byte[] raw) {
        try {
            return MailKey.of(mailbox, MimeParser.headers(raw, inspector.limits()), raw);
        } catch (UnreadableMailException | RuntimeException e) {
            return MailKey.unread(mailbox, raw);
        }
    }

    private InboundMessage message(Part root, byte[] raw, int time) throws UnreadableMailException {
        Headers headers = root.headers();
        if (headers.isEmpty()) {
            throw new UnreadableMailException("has no header");
        }
        MailReading mail = inspector.read(root);
        MailPerson from = mail.from()
                .or(() -> localDaemon(headers))
                .orElseThrow(() -> new UnreadableMailException("names no sender"));
        InboundMessage.Builder message = InboundMessage.builder(
                        MailKey.again(MailKey.of(mailbox, headers, raw), time), Content.sharing(raw), from.address())
                .fromName(from.name())
                .recipients(recipients(mail))
                .subject(mail.subject())
                .text(mail.visibleText(), mail.fullText())
                .references(MessageIds.answered(headers, InboundMessage.MAX_REFERENCES))
                .replyTokens(replyTokens(headers))
                .nature(mail.verdict().nature());
        server.ifPresent(name -> message.senderConfirmed(SenderProof.confirms(headers, name, from.address())));
        ForwardReader.of(mail.reply(), mail.subject()).ifPresent(message::forwarded);
        mail.verdict().mayNotAnswer().ifPresent(message::mayNotAnswer);
        mail.html()
                .map(SafeHtml::of)
                .filter(safe -> !safe.fallback() && !safe.html().isBlank())
                .ifPresent(safe -> message.html(safe.html()));
        MessageIds.own(headers).ifPresent(message::messageId);
        language(headers).ifPresent(message::language);
        mail.files().forEach(f -> message.attach(f.name(), f.type(), f.contentId(), f.content()));
        return message.build();
    }

    /** The mail system of the mailbox itself may sign its reports without a domain or not at all. */
    private Optional<MailPerson> localDaemon(Headers headers) {
        boolean named = headers.first("from")
                .filter(from -> from.toLowerCase(Locale.ROOT).contains(MAILER_DAEMON))
                .isPresent();
        boolean nobody = headers.first("return-path").filter("<>"::equals).isPresent();
        return named || nobody
                ? AddressList.address(MAILER_DAEMON + "@" + mailbox.domain())
                        .map(address -> new MailPerson(address, ""))
                : Optional.empty();
    }

    private static List<Address> recipients(MailReading mail) {
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(MailPerson::address)
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
                .map(MailPerson::address)
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
