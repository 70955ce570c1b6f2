package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.error.Check;
import dev.svar.knowledge.SuggestionId;
import dev.svar.message.Message;
import dev.svar.ticket.Audience;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A ticket that the host opens for a customer, for example from a form. Immutable. */
public final class NewTicket {
    private final Address requester;
    private final String subject;
    private final String text;
    private final String name;
    private final Optional<Priority> priority;
    private final Channel channel;
    private final Optional<Locale> language;
    private final Optional<AgentId> openedBy;
    private final Optional<TicketId> id;
    private final List<ContextFact> context;
    private final Map<FieldKey, FieldValue> fields;
    private final Optional<SuggestionId> suggestion;

    private NewTicket(Builder b) {
        this.requester = b.requester;
        this.subject = b.subject;
        this.text = b.text;
        this.name = b.name;
        this.priority = b.priority;
        this.channel = b.channel;
        this.language = b.language;
        this.openedBy = b.openedBy;
        this.id = b.id;
        this.context = List.copyOf(b.context);
        this.fields = Map.copyOf(b.fields);
        this.suggestion = b.suggestion;
    }

    /**
     * Starts a ticket.
     *
     * @param requester who asks
     * @param subject one line of at most {@value TicketCommand#MAX_SUBJECT_LENGTH} characters
     * @param text what they ask, at most {@value Message#MAX_TEXT_LENGTH} characters
     * @return a builder
     */
    public static Builder builder(Address requester, String subject, String text) {
        return new Builder(
                requester,
                Check.line("subject", subject, TicketCommand.MAX_SUBJECT_LENGTH),
                Check.text("text", text, Message.MAX_TEXT_LENGTH));
    }

    Address requester() {
        return requester;
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    String name() {
        return name;
    }

    Optional<Priority> priority() {
        return priority;
    }

    Channel channel() {
        return channel;
    }

    Optional<Locale> language() {
        return language;
    }

    Optional<AgentId> openedBy() {
        return openedBy;
    }

    Optional<TicketId> id() {
        return id;
    }

    List<ContextFact> context() {
        return context;
    }

    Map<FieldKey, FieldValue> fields() {
        return fields;
    }

    Optional<SuggestionId> suggestion() {
        return suggestion;
    }

    /** Collects the parts of a new ticket. Not safe for use by several threads. */
    public static final class Builder {
        private final Address requester;
        private final String subject;
        private final String text;
        private String name = "";
        private Optional<Priority> priority = Optional.empty();
        private Channel channel = Channel.HOST;
        private Optional<Locale> language = Optional.empty();
        private Optional<AgentId> openedBy = Optional.empty();
        private Optional<TicketId> id = Optional.empty();
        private Optional<SuggestionId> suggestion = Optional.empty();
        private final List<ContextFact> context = new ArrayList<>();
        private final Map<FieldKey, FieldValue> fields = new LinkedHashMap<>();

        private Builder(Address requester, String subject, String text) {
            this.requester = requester;
            this.subject = subject;
            this.text = text;
        }

        /**
         * Sets the requester's name, used if the requester is new.
         *
         * @param requesterName one line; none when not set
         * @return this
         */
        public Builder name(String requesterName) {
            this.name = Check.line("name", requesterName, Contact.MAX_NAME_LENGTH);
            return this;
        }

        /**
         * Says how urgent it is; no {@link HelpDesk.Builder#raisingPriorities hint} changes that.
         *
         * @param urgency {@link Priority#NORMAL} when not set, unless the desk raises it by a hint
         * @return this
         */
        public Builder priority(Priority urgency) {
            this.priority = Optional.of(urgency);
            return this;
        }

        /**
         * Sets how it came.
         *
         * @param through {@link Channel#HOST} when not set
         * @return this
         */
        public Builder channel(Channel through) {
            this.channel = through;
            return this;
        }

        /**
         * Sets the requester's language.
         *
         * @param locale detected from the text when not set
         * @return this
         */
        public Builder language(Locale locale) {
            this.language = Optional.of(locale);
            return this;
        }

        /**
         * Says that an agent opens it on the requester's behalf, for example after a call.
         *
         * @param agent who; the requester when not set
         * @return this
         */
        public Builder openedBy(AgentId agent) {
            this.openedBy = Optional.of(agent);
            return this;
        }

        /**
         * Names the ticket, so that opening it can be repeated when nobody knows whether the first call succeeded: a ticket
         * with this id is opened once, and every further call gives it back as it stands.
         *
         * @param ticket an id that the host made for this ticket; a new one when not set
         * @return this
         */
        public Builder id(TicketId ticket) {
            this.id = Optional.of(ticket);
            return this;
        }

        /**
         * Adds something that the host knows, for example the order or the release that it is about. What the desk's
         * {@link dev.svar.ticket.RedactionRules} drop or mask is not stored.
         *
         * @param name what it is, each name once
         * @param value its value
         * @param audience who may see it
         * @return this
         */
        public Builder fact(String name, FieldValue value, Audience audience) {
            context.add(new ContextFact(name, value, audience));
            return this;
        }

        /**
         * Sets a custom field.
         *
         * @param key which, one that the desk has
         * @param value its value
         * @return this
         */
        public Builder field(String key, FieldValue value) {
            fields.put(new FieldKey(key), value);
            return this;
        }

        /**
         * Names the question for which articles were suggested before the ticket was asked for all the same.
         *
         * @param question what {@link KnowledgeBase#suggest} gave; none when not set; an unknown one is passed over
         * @return this
         */
        public Builder suggestion(SuggestionId question) {
            this.suggestion = Optional.of(question);
            return this;
        }

        /** {@return the ticket to open} */
        public NewTicket build() {
            return new NewTicket(this);
        }
    }
}
