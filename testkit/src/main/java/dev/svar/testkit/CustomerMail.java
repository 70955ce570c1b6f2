package dev.svar.testkit;

import dev.svar.contact.Address;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageKey;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail from a customer, as a mail adapter would have read it.
 *
 * <pre>{@code
 * desk.receive(CustomerMail.from("kari@kunde.example").to(mailbox).text("Cannot pay").build());
 * }</pre>
 *
 * <p>Each mail has a Message-ID of its own, numbered within the process; building it twice gives the same mail again, as when
 * a mail server delivers it twice. Not safe for use by several threads.
 */
public final class CustomerMail {
    private static final String ANSWER = "Re: ";
    private static final String SUBJECT = "A question";
    private static final String TEXT = "Hello, I have a question.";

    private final Address from;
    private final Address mailbox;
    private final List<Address> copies = new ArrayList<>();
    private final List<FileOf> files = new ArrayList<>();
    private String messageId;
    private String name = "";
    private Optional<String> subject = Optional.empty();
    private String text = TEXT;
    private Optional<OutboundMessage> answered = Optional.empty();
    private MessageNature nature = new MessageNature.Human();

    private CustomerMail(Address from, Address mailbox) {
        this.from = from;
        this.mailbox = mailbox;
        this.messageId = MailNumbers.messageId(from);
    }

    private record FileOf(String name, String contentType, Content content) {}

    /**
     * Begins a mail.
     *
     * @param address who writes it, such as {@code kari@kunde.example}
     * @return the mail, as soon as it is said to whom
     */
    public static Sender from(String address) {
        return from(Address.mail(address));
    }

    /**
     * Begins a mail.
     *
     * @param address who writes it
     * @return the mail, as soon as it is said to whom
     */
    public static Sender from(Address address) {
        return new Sender(address);
    }

    /**
     * Who writes a mail.
     *
     * @param address the customer's address
     */
    public record Sender(Address address) {
        /**
         * Says to whom.
         *
         * @param mailbox the desk's address
         * @return a mail with a subject and a text that say nothing
         */
        public CustomerMail to(Address mailbox) {
            return new CustomerMail(address, mailbox);
        }

        /**
         * Says to whom.
         *
         * @param mailbox the desk's address, such as {@code support@example.com}
         * @return a mail with a subject and a text that say nothing
         */
        public CustomerMail to(String mailbox) {
            return to(Address.mail(mailbox));
        }
    }

    /**
     * Sets the sender's display name.
     *
     * @param shown none when not set
     * @return this
     */
    public CustomerMail name(String shown) {
        this.name = shown;
        return this;
    }

    /**
     * Sets the subject.
     *
     * @param line one line, possibly empty; {@code A question} when not set, or that of the answered mail after
     *     {@code Re: }
     * @return this
     */
    public CustomerMail subject(String line) {
        this.subject = Optional.of(line);
        return this;
    }

    /**
     * Sets what the customer writes.
     *
     * @param written without quoted history: that of an answered mail is added
     * @return this
     */
    public CustomerMail text(String written) {
        this.text = written;
        return this;
    }

    /**
     * Sends a copy to somebody.
     *
     * @param address whom
     * @return this
     */
    public CustomerMail copyTo(Address address) {
        copies.add(address);
        return this;
    }

    /**
     * Adds a file.
     *
     * @param fileName a plain name
     * @param contentType the media type, such as {@code text/csv}
     * @param bytes what it holds
     * @return this
     */
    public CustomerMail file(String fileName, String contentType, byte[] bytes) {
        files.add(new FileOf(fileName, contentType, Content.of(bytes)));
        return this;
    }

    /**
     * Makes it an answer to a mail of the desk, as mail programs do: to the address that the mail asks answers to be sent to,
     * with its Message-ID, its subject and its text quoted below.
     *
     * @param sent the mail of the desk
     * @return this
     */
    public CustomerMail answering(OutboundMessage sent) {
        this.answered = Optional.of(sent);
        return this;
    }

    /**
     * Makes it the answer of a machine, such as an out-of-office reply (RFC 3834).
     *
     * @return this
     */
    public CustomerMail automaticReply() {
        this.nature = new MessageNature.AutomaticReply("Auto-Submitted: auto-replied");
        return this;
    }

    /**
     * Makes it a mail to many, such as a newsletter.
     *
     * @return this
     */
    public CustomerMail bulk() {
        this.nature = new MessageNature.Bulk("Precedence: bulk");
        return this;
    }

    /**
     * Sets the Message-ID.
     *
     * @param id with angle brackets; one that no other mail has when not set
     * @return this
     */
    public CustomerMail messageId(String id) {
        this.messageId = id;
        return this;
    }

    /**
     * The mail.
     *
     * @return the message; the same at every call, as long as nothing is changed between
     * @throws dev.svar.error.InvalidValueException if a part is longer than a message may have it
     */
    public InboundMessage build() {
        InboundMessage.Builder message = InboundMessage.builder(new MessageKey(mailbox, messageId), raw(), from)
                .messageId(messageId)
                .fromName(name)
                .recipients(
                        Stream.concat(Stream.of(recipient()), copies.stream()).toList())
                .subject(line())
                .text(text, text + quoted())
                .nature(nature);
        answered.ifPresent(sent -> message.references(references(sent)).replyTokens(tokens(sent)));
        files.forEach(file -> message.attach(file.name(), file.contentType(), Optional.empty(), file.content()));
        if (nature instanceof MessageNature.AutomaticReply reply) {
            message.mayNotAnswer(reply.reason());
        } else if (nature instanceof MessageNature.Bulk bulk) {
            message.mayNotAnswer(bulk.reason());
        }
        return message.build();
    }

    private Address recipient() {
        return answered.map(OutboundMessage::replyTo).orElse(mailbox);
    }

    private String line() {
        return subject.or(() -> answered.map(sent -> ANSWER + sent.subject().replaceFirst("^" + ANSWER, "")))
                .orElse(SUBJECT);
    }

    private String quoted() {
        return answered.map(sent ->
                        sent.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n", "\n\n", "\n")))
                .orElse("");
    }

    /** The newest first. */
    private static List<String> references(OutboundMessage sent) {
        List<String> references = new ArrayList<>();
        references.add(sent.messageId());
        for (int i = sent.references().size() - 1; i >= 0 && references.size() < InboundMessage.MAX_REFERENCES; i--) {
            references.add(sent.references().get(i));
        }
        return references;
    }

    private static List<String> tokens(OutboundMessage sent) {
        String local = sent.replyTo().localPart();
        int plus = local.indexOf('+');
        return plus < 0 ? List.of() : List.of(local.substring(plus + 1));
    }

    private Content raw() {
        String raw = "From: " + from + "\r\nTo: " + recipient() + "\r\nSubject: " + line() + "\r\nMessage-ID: "
                + messageId + "\r\n\r\n" + text + quoted();
        return Content.of(raw.getBytes(StandardCharsets.UTF_8));
    }
}
