package dev.svar.message;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.error.Check;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A message that arrived for the desk and was understood. Immutable. */
public final class InboundMessage implements Incoming {
    /** The most Message-IDs that are kept of a thread. */
    public static final int MAX_REFERENCES = 100;

    /** The most recipients that are kept. */
    public static final int MAX_RECIPIENTS = 200;

    /** The most reply tokens that are looked at. */
    public static final int MAX_REPLY_TOKENS = 10;

    private final MessageKey key;
    private final Content raw;
    private final Address from;
    private final String fromName;
    private final List<Address> recipients;
    private final String subject;
    private final String visibleText;
    private final String fullText;
    private final Optional<String> html;
    private final List<Attachment> attachments;
    private final List<Content> contents;
    private final Optional<String> messageId;
    private final List<String> references;
    private final List<String> replyTokens;
    private final Optional<Locale> language;
    private final MessageNature nature;
    private final Optional<String> mayNotAnswer;
    private final Optional<TicketId> about;
    private final boolean senderConfirmed;
    private final Optional<ForwardedMessage> forwarded;

    private InboundMessage(Builder b) {
        this.key = b.key;
        this.raw = b.raw;
        this.from = b.from;
        this.fromName = b.fromName;
        this.recipients = List.copyOf(b.recipients);
        this.subject = b.subject;
        this.visibleText = b.visibleText;
        this.fullText = b.fullText;
        this.html = b.html;
        this.attachments = List.copyOf(b.attachments);
        this.contents = List.copyOf(b.contents);
        this.messageId = b.messageId;
        this.references = List.copyOf(b.references);
        this.replyTokens = List.copyOf(b.replyTokens);
        this.language = b.language;
        this.nature = b.nature;
        this.mayNotAnswer = b.mayNotAnswer;
        this.about = b.about;
        this.senderConfirmed = b.senderConfirmed;
        this.forwarded = b.forwarded;
    }

    /**
     * Starts a message.
     *
     * @param key what makes it the same message when it comes again
     * @param raw the message exactly as it arrived
     * @param from who sent it
     * @return a builder for a person's message without subject and text
     */
    public static Builder builder(MessageKey key, Content raw, Address from) {
        return new Builder(key, raw, from);
    }

    @Override
    public MessageKey key() {
        return key;
    }

    @Override
    public Content raw() {
        return raw;
    }

    /** {@return who sent it} */
    public Address from() {
        return from;
    }

    /** {@return the sender's display name, possibly empty} */
    public String fromName() {
        return fromName;
    }

    /** {@return everybody it was sent to (To and Cc), the desk's own addresses among them} */
    public List<Address> recipients() {
        return recipients;
    }

    /** {@return the subject, possibly empty} */
    public String subject() {
        return subject;
    }

    /** {@return what a reader should see: without quoted history and signature} */
    public String visibleText() {
        return visibleText;
    }

    /** {@return the whole text} */
    public String fullText() {
        return fullText;
    }

    /** {@return the whole HTML, if it had any, as its adapter gave it} */
    public Optional<String> html() {
        return html;
    }

    /** {@return its files} */
    public List<Attachment> attachments() {
        return attachments;
    }

    /** {@return the bytes of its files} */
    public List<Content> contents() {
        return contents;
    }

    /** {@return its Message-ID with angle brackets, if it has one} */
    public Optional<String> messageId() {
        return messageId;
    }

    /** {@return the Message-IDs that it answers, with angle brackets, the newest first} */
    public List<String> references() {
        return references;
    }

    /** {@return possible tokens found in the addresses it was sent to; nothing is proven by them} */
    public List<String> replyTokens() {
        return replyTokens;
    }

    /** {@return the language that the message says it is in, if it does} */
    public Optional<Locale> language() {
        return language;
    }

    /** {@return who or what wrote it} */
    public MessageNature nature() {
        return nature;
    }

    /** {@return why no automatic answer may be sent to it; empty if one may} */
    public Optional<String> mayNotAnswer() {
        return mayNotAnswer;
    }

    /** {@return the ticket that it was written to, if the host vouches for that} */
    public Optional<TicketId> about() {
        return about;
    }

    /** {@return whether a server that the host trusts has confirmed that it comes from where {@link #from} says} */
    public boolean senderConfirmed() {
        return senderConfirmed;
    }

    /** {@return the message of somebody else that it passes on, if that is what it does} */
    public Optional<ForwardedMessage> forwarded() {
        return forwarded;
    }

    @Override
    public String toString() {
        return "inbound message " + key.value();
    }

    /** Collects the parts of a message. Not safe for use by several threads. */
    public static final class Builder {
        private final MessageKey key;
        private final Content raw;
        private final Address from;
        private String fromName = "";
        private List<Address> recipients = List.of();
        private String subject = "";
        private String visibleText = "";
        private String fullText = "";
        private Optional<String> html = Optional.empty();
        private final List<Attachment> attachments = new ArrayList<>();
        private final List<Content> contents = new ArrayList<>();
        private Optional<String> messageId = Optional.empty();
        private List<String> references = List.of();
        private List<String> replyTokens = List.of();
        private Optional<Locale> language = Optional.empty();
        private MessageNature nature = new MessageNature.Human();
        private Optional<String> mayNotAnswer = Optional.empty();
        private Optional<TicketId> about = Optional.empty();
        private boolean senderConfirmed;
        private Optional<ForwardedMessage> forwarded = Optional.empty();

        private Builder(MessageKey key, Content raw, Address from) {
            this.key = key;
            this.raw = raw;
            this.from = from;
        }

        /**
         * Sets the sender's display name.
         *
         * @param fromName at most {@value Contact#MAX_NAME_LENGTH} characters, possibly empty
         * @return this
         */
        public Builder fromName(String fromName) {
            this.fromName = Check.length("message.fromName", fromName, Contact.MAX_NAME_LENGTH);
            return this;
        }

        /**
         * Sets everybody it was sent to.
         *
         * @param recipients at most {@value InboundMessage#MAX_RECIPIENTS}
         * @return this
         */
        public Builder recipients(List<Address> recipients) {
            this.recipients = Check.size("message.recipients", recipients, MAX_RECIPIENTS);
            return this;
        }

        /**
         * Sets the subject.
         *
         * @param subject one line of at most {@value TicketCommand#MAX_SUBJECT_LENGTH} characters, possibly empty
         * @return this
         */
        public Builder subject(String subject) {
            if (!subject.isBlank()) {
                Check.line("message.subject", subject, TicketCommand.MAX_SUBJECT_LENGTH);
            }
            this.subject = subject;
            return this;
        }

        /**
         * Sets the text where all of it is to be seen.
         *
         * @param text at most {@value Message#MAX_TEXT_LENGTH} characters
         * @return this
         */
        public Builder text(String text) {
            return text(text, text);
        }

        /**
         * Sets the text.
         *
         * @param visibleText what a reader should see, at most {@value Message#MAX_TEXT_LENGTH} characters
         * @param fullText the whole text, at most {@value Message#MAX_TEXT_LENGTH} characters
         * @return this
         */
        public Builder text(String visibleText, String fullText) {
            this.visibleText = Check.length("message.visibleText", visibleText, Message.MAX_TEXT_LENGTH);
            this.fullText = Check.length("message.fullText", fullText, Message.MAX_TEXT_LENGTH);
            return this;
        }

        /**
         * Sets the HTML.
         *
         * @param html safe to put into a page, since hosts will; at most {@value Message#MAX_TEXT_LENGTH} characters
         * @return this
         */
        public Builder html(String html) {
            this.html = Optional.of(Check.length("message.html", html, Message.MAX_TEXT_LENGTH));
            return this;
        }

        /**
         * Adds a file; at most {@value Message#MAX_ATTACHMENTS} can be added.
         *
         * @param name a plain file name without a path
         * @param contentType the media type without parameters
         * @param contentId the Content-ID without angle brackets if the HTML shows it
         * @param content the bytes
         * @return this
         */
        public Builder attach(String name, String contentType, Optional<String> contentId, Content content) {
            attachments.add(new Attachment(name, contentType, contentId, content.ref()));
            contents.add(content);
            Check.size("message.attachments", attachments, Message.MAX_ATTACHMENTS);
            return this;
        }

        /**
         * Sets the Message-ID.
         *
         * @param messageId with angle brackets
         * @return this
         */
        public Builder messageId(String messageId) {
            this.messageId = Optional.of(Check.line("message.messageId", messageId, MessageKey.MAX_LENGTH));
            return this;
        }

        /**
         * Sets the Message-IDs that it answers.
         *
         * @param references with angle brackets, the newest first, at most {@value InboundMessage#MAX_REFERENCES}
         * @return this
         */
        public Builder references(List<String> references) {
            this.references = Check.size("message.references", references, MAX_REFERENCES);
            return this;
        }

        /**
         * Sets the possible tokens in the addresses it was sent to.
         *
         * @param replyTokens at most {@value InboundMessage#MAX_REPLY_TOKENS}
         * @return this
         */
        public Builder replyTokens(List<String> replyTokens) {
            this.replyTokens = Check.size("message.replyTokens", replyTokens, MAX_REPLY_TOKENS);
            return this;
        }

        /**
         * Sets the language that the message says it is in.
         *
         * @param language the language
         * @return this
         */
        public Builder language(Locale language) {
            this.language = Optional.of(language);
            return this;
        }

        /**
         * Sets who or what wrote it.
         *
         * @param nature a person when not set
         * @return this
         */
        public Builder nature(MessageNature nature) {
            this.nature = nature;
            return this;
        }

        /**
         * Forbids automatic answers to it.
         *
         * @param reason why
         * @return this
         */
        public Builder mayNotAnswer(String reason) {
            this.mayNotAnswer = Optional.of(reason);
            return this;
        }

        /**
         * Says to which ticket it was written, for example in a screen of the host. The host vouches that the sender may.
         *
         * @param ticket the ticket
         * @return this
         */
        public Builder about(TicketId ticket) {
            this.about = Optional.of(ticket);
            return this;
        }

        /**
         * Says that its sender is who it says. Anybody can write anything into a mail's From, so only this makes a desk take
         * mail for that of one of its agents.
         *
         * @param confirmed whether the host's own server confirmed it (RFC 8601); false when not set
         * @return this
         */
        public Builder senderConfirmed(boolean confirmed) {
            this.senderConfirmed = confirmed;
            return this;
        }

        /**
         * Says that it passes on what somebody else wrote.
         *
         * @param message what and whose
         * @return this
         */
        public Builder forwarded(ForwardedMessage message) {
            this.forwarded = Optional.of(message);
            return this;
        }

        /** {@return the message} */
        public InboundMessage build() {
            return new InboundMessage(this);
        }
    }
}
