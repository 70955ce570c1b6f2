package dev.svar.store;

import dev.svar.contact.Contact;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleId;
import dev.svar.message.Content;
import dev.svar.message.Message;
import dev.svar.message.Receipt;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that one commit changes: all of it is stored, or nothing. Immutable. */
public final class Changes {
    private final TenantId tenant;
    private final List<TicketChange> tickets;
    private final List<Message> messages;
    private final List<Contact> newContacts;
    private final List<ContactChange> contacts;
    private final List<OrganizationChange> organizations;
    private final List<MacroChange> macros;
    private final Optional<Receipt> receipt;
    private final List<Content> contents;
    private final List<Work> scheduled;
    private final List<Work> scheduledIfAbsent;
    private final List<WorkKey> cancelled;
    private final List<Delivery> newDeliveries;
    private final List<DeliveryChange> deliveries;
    private final List<SuppressionChange> suppressions;
    private final List<WorkResult> workResults;
    private final List<PreferencesChange> preferences;
    private final List<MessageRedaction> redactions;
    private final List<Cursor> cursors;
    private final List<MailingChange> mailings;
    private final List<IncidentChange> incidents;
    private final List<KeptValue> kept;
    private final List<Tally> tallies;
    private final List<ArticleChange> articles;
    private final List<PhrasingsChange> phrasings;
    private final Map<ArticleId, ArticleCredit> credits;
    private final List<SuggestionChange> suggestions;
    private final Map<TicketId, Long> unchanged;

    private Changes(Builder b) {
        this.tenant = b.tenant;
        this.tickets = List.copyOf(b.tickets);
        this.messages = List.copyOf(b.messages);
        this.newContacts = List.copyOf(b.newContacts);
        this.contacts = List.copyOf(b.contacts);
        this.organizations = List.copyOf(b.organizations);
        this.macros = List.copyOf(b.macros);
        this.receipt = b.receipt;
        this.contents = List.copyOf(b.contents);
        this.scheduled = List.copyOf(b.scheduled);
        this.scheduledIfAbsent = List.copyOf(b.scheduledIfAbsent);
        this.cancelled = List.copyOf(b.cancelled);
        this.newDeliveries = List.copyOf(b.newDeliveries);
        this.deliveries = List.copyOf(b.deliveries);
        this.suppressions = List.copyOf(b.suppressions);
        this.workResults = List.copyOf(b.workResults);
        this.preferences = List.copyOf(b.preferences);
        this.redactions = List.copyOf(b.redactions);
        this.cursors = List.copyOf(b.cursors);
        this.mailings = List.copyOf(b.mailings);
        this.incidents = List.copyOf(b.incidents);
        this.kept = List.copyOf(b.kept);
        this.tallies = List.copyOf(b.tallies);
        this.articles = List.copyOf(b.articles);
        this.phrasings = List.copyOf(b.phrasings);
        this.credits = Map.copyOf(b.credits);
        this.suggestions = List.copyOf(b.suggestions);
        this.unchanged = Map.copyOf(b.unchanged);
    }

    /**
     * Starts changes to one tenant's data.
     *
     * @param tenant whose
     * @return a builder of no changes
     */
    public static Builder builder(TenantId tenant) {
        return new Builder(tenant);
    }

    /** {@return whose data changes; everything below belongs to it} */
    public TenantId tenant() {
        return tenant;
    }

    /** {@return tickets opened or changed, each at most once} */
    public List<TicketChange> tickets() {
        return tickets;
    }

    /** {@return new messages of these tickets} */
    public List<Message> messages() {
        return messages;
    }

    /** {@return new contacts} */
    public List<Contact> newContacts() {
        return newContacts;
    }

    /** {@return contacts that change, each at most once} */
    public List<ContactChange> contacts() {
        return contacts;
    }

    /** {@return what people want from now on, each person at most once} */
    public List<PreferencesChange> preferences() {
        return preferences;
    }

    /** {@return organizations that are new or change, each at most once} */
    public List<OrganizationChange> organizations() {
        return organizations;
    }

    /** {@return macros that are new, change or end, each at most once} */
    public List<MacroChange> macros() {
        return macros;
    }

    /** {@return the receipt of the message that led to this} */
    public Optional<Receipt> receipt() {
        return receipt;
    }

    /** {@return bytes to keep; bytes that are kept already are not kept twice} */
    public List<Content> contents() {
        return contents;
    }

    /** {@return work to be scheduled; work with the same key is replaced, and claims of it end} */
    public List<Work> scheduled() {
        return scheduled;
    }

    /** {@return work to be scheduled unless work with the same key is there, which then stays as it is, claimed or not} */
    public List<Work> scheduledIfAbsent() {
        return scheduledIfAbsent;
    }

    /** {@return work to be forgotten, if it is there; claims of it end} */
    public List<WorkKey> cancelled() {
        return cancelled;
    }

    /** {@return new deliveries} */
    public List<Delivery> newDeliveries() {
        return newDeliveries;
    }

    /** {@return deliveries that move on} */
    public List<DeliveryChange> deliveries() {
        return deliveries;
    }

    /** {@return what is known against addresses from now on, each address at most once} */
    public List<SuppressionChange> suppressions() {
        return suppressions;
    }

    /** {@return what becomes of the claimed work that led to this, each piece of work at most once} */
    public List<WorkResult> workResults() {
        return workResults;
    }

    /** {@return messages out of which something was blotted} */
    public List<MessageRedaction> redactions() {
        return redactions;
    }

    /** {@return how far listeners were told} */
    public List<Cursor> cursors() {
        return cursors;
    }

    /** {@return mailings that are new or change, each at most once} */
    public List<MailingChange> mailings() {
        return mailings;
    }

    /** {@return incidents that are new or change, each at most once} */
    public List<IncidentChange> incidents() {
        return incidents;
    }

    /** {@return values that parts of the desk keep of themselves, by name at most one} */
    public List<KeptValue> kept() {
        return kept;
    }

    /** {@return what is counted, to be added to what was counted before} */
    public List<Tally> tallies() {
        return tallies;
    }

    /** {@return articles that are new, change or end, each at most once} */
    public List<ArticleChange> articles() {
        return articles;
    }

    /** {@return what is known from now on about how customers ask for articles, each article at most once} */
    public List<PhrasingsChange> phrasings() {
        return phrasings;
    }

    /** {@return what is added to what articles were credited with; that they are there is not looked at} */
    public Map<ArticleId, ArticleCredit> credits() {
        return credits;
    }

    /** {@return what came of questions for which articles were suggested, each at most once} */
    public List<SuggestionChange> suggestions() {
        return suggestions;
    }

    /** {@return tickets that must still be at these versions, though nothing of them changes} */
    public Map<TicketId, Long> unchanged() {
        return unchanged;
    }

    /** Collects changes. Not safe for use by several threads. */
    public static final class Builder {
        private final TenantId tenant;
        private final List<TicketChange> tickets = new ArrayList<>();
        private final List<Message> messages = new ArrayList<>();
        private final List<Contact> newContacts = new ArrayList<>();
        private final List<ContactChange> contacts = new ArrayList<>();
        private final List<OrganizationChange> organizations = new ArrayList<>();
        private final List<PreferencesChange> preferences = new ArrayList<>();
        private final List<MacroChange> macros = new ArrayList<>();
        private final List<Content> contents = new ArrayList<>();
        private final List<Work> scheduled = new ArrayList<>();
        private final List<Work> scheduledIfAbsent = new ArrayList<>();
        private final List<MessageRedaction> redactions = new ArrayList<>();
        private final List<Cursor> cursors = new ArrayList<>();
        private final List<MailingChange> mailings = new ArrayList<>();
        private final List<IncidentChange> incidents = new ArrayList<>();
        private final List<KeptValue> kept = new ArrayList<>();
        private final List<Tally> tallies = new ArrayList<>();
        private final List<ArticleChange> articles = new ArrayList<>();
        private final List<PhrasingsChange> phrasings = new ArrayList<>();
        private final Map<ArticleId, ArticleCredit> credits = new HashMap<>();
        private final List<SuggestionChange> suggestions = new ArrayList<>();
        private final Map<TicketId, Long> unchanged = new HashMap<>();
        private final List<WorkKey> cancelled = new ArrayList<>();
        private final List<SuppressionChange> suppressions = new ArrayList<>();
        private final List<WorkResult> workResults = new ArrayList<>();
        private final List<Delivery> newDeliveries = new ArrayList<>();
        private final List<DeliveryChange> deliveries = new ArrayList<>();
        private Optional<Receipt> receipt = Optional.empty();

        private Builder(TenantId tenant) {
            this.tenant = tenant;
        }

        /**
         * Opens or changes a ticket.
         *
         * @param change the ticket's new state with its events
         * @return this
         */
        public Builder ticket(TicketChange change) {
            tickets.add(change);
            return this;
        }

        /**
         * Adds a message.
         *
         * @param message the message
         * @return this
         */
        public Builder message(Message message) {
            messages.add(message);
            return this;
        }

        /**
         * Adds a contact.
         *
         * @param contact the contact
         * @return this
         */
        public Builder newContact(Contact contact) {
            newContacts.add(contact);
            return this;
        }

        /**
         * Changes a contact.
         *
         * @param change its new state
         * @return this
         */
        public Builder contact(ContactChange change) {
            contacts.add(change);
            return this;
        }

        /**
         * Sets what somebody wants to be told from now on.
         *
         * @param change the change, at most one of a person
         * @return this
         */
        public Builder preferences(PreferencesChange change) {
            preferences.add(change);
            return this;
        }

        /**
         * Adds or changes an organization.
         *
         * @param change its new state
         * @return this
         */
        public Builder organization(OrganizationChange change) {
            organizations.add(change);
            return this;
        }

        /**
         * Adds, changes or ends a macro.
         *
         * @param change its new state
         * @return this
         */
        public Builder macro(MacroChange change) {
            macros.add(change);
            return this;
        }

        /**
         * Sets the receipt.
         *
         * @param received the receipt of the message that led to this
         * @return this
         */
        public Builder receipt(Receipt received) {
            this.receipt = Optional.of(received);
            return this;
        }

        /**
         * Keeps bytes.
         *
         * @param content the bytes
         * @return this
         */
        public Builder content(Content content) {
            contents.add(content);
            return this;
        }

        /**
         * Schedules work.
         *
         * @param work the work
         * @return this
         */
        public Builder schedule(Work work) {
            scheduled.add(work);
            return this;
        }

        /**
         * Schedules work unless work with the same key is there.
         *
         * @param work the work
         * @return this
         */
        public Builder scheduleIfAbsent(Work work) {
            scheduledIfAbsent.add(work);
            return this;
        }

        /**
         * Blots something out of a message.
         *
         * @param redaction the message afterwards and the bytes to be erased
         * @return this
         */
        public Builder redaction(MessageRedaction redaction) {
            redactions.add(redaction);
            return this;
        }

        /**
         * Records how far a listener was told.
         *
         * @param cursor how far
         * @return this
         */
        public Builder cursor(Cursor cursor) {
            cursors.add(cursor);
            return this;
        }

        /**
         * Adds or changes a mailing.
         *
         * @param change the mailing after it, not named yet
         * @return this
         */
        public Builder mailing(MailingChange change) {
            mailings.add(change);
            return this;
        }

        /**
         * Adds or changes an incident.
         *
         * @param change the incident after it, not named yet
         * @return this
         */
        public Builder incident(IncidentChange change) {
            incidents.add(change);
            return this;
        }

        /**
         * Keeps a value in place of the one of that name.
         *
         * @param value the value, at the version that follows the one that the store must have
         * @return this
         */
        public Builder keep(KeptValue value) {
            kept.add(value);
            return this;
        }

        /**
         * Adds, changes or erases an article.
         *
         * @param change the article after it, not named yet
         * @return this
         */
        public Builder article(ArticleChange change) {
            articles.add(change);
            return this;
        }

        /**
         * Counts.
         *
         * @param more how much is added to what was counted in that hour, or taken from it if negative
         * @return this
         */
        public Builder tally(Tally more) {
            tallies.add(more);
            return this;
        }

        /**
         * Changes what is known about how customers ask for an article.
         *
         * @param change the phrasings after it, of an article that is not named yet
         * @return this
         */
        public Builder phrasings(PhrasingsChange change) {
            phrasings.add(change);
            return this;
        }

        /**
         * Credits an article with what came of a question.
         *
         * @param article which article
         * @param more how much is added to what it has, or taken from it if negative
         * @return this
         */
        public Builder credit(ArticleId article, ArticleCredit more) {
            credits.merge(article, more, ArticleCredit::plus);
            return this;
        }

        /**
         * Adds or changes a question for which articles were suggested.
         *
         * @param change the suggestion after it, not named yet
         * @return this
         */
        public Builder suggestion(SuggestionChange change) {
            suggestions.add(change);
            return this;
        }

        /**
         * Demands that a ticket which was looked at is still the same; not for tickets that these changes change.
         *
         * @param ticket which
         * @param version its version
         * @return this
         */
        public Builder unchanged(TicketId ticket, long version) {
            unchanged.put(ticket, version);
            return this;
        }

        /**
         * Forgets work.
         *
         * @param key which
         * @return this
         */
        public Builder cancel(WorkKey key) {
            cancelled.add(key);
            return this;
        }

        /**
         * Plans a delivery.
         *
         * @param delivery the delivery
         * @return this
         */
        public Builder newDelivery(Delivery delivery) {
            newDeliveries.add(delivery);
            return this;
        }

        /**
         * Moves a delivery on.
         *
         * @param change its new state
         * @return this
         */
        public Builder delivery(DeliveryChange change) {
            deliveries.add(change);
            return this;
        }

        /**
         * Changes what is known against an address.
         *
         * @param change what is known
         * @return this
         */
        public Builder suppression(SuppressionChange change) {
            suppressions.add(change);
            return this;
        }

        /**
         * Adds what becomes of claimed work.
         *
         * @param result the result
         * @return this
         */
        public Builder workResult(WorkResult result) {
            workResults.add(result);
            return this;
        }

        /**
         * Takes over other changes of the same tenant which are about other tickets, to be stored in the same commit. The
         * receipt is not among them.
         *
         * @param other the other changes
         * @return this
         */
        public Builder addAll(Changes other) {
            tickets.addAll(other.tickets);
            messages.addAll(other.messages);
            newContacts.addAll(other.newContacts);
            contacts.addAll(other.contacts);
            organizations.addAll(other.organizations);
            preferences.addAll(other.preferences);
            contents.addAll(other.contents);
            scheduled.addAll(other.scheduled);
            scheduledIfAbsent.addAll(other.scheduledIfAbsent);
            cancelled.addAll(other.cancelled);
            newDeliveries.addAll(other.newDeliveries);
            deliveries.addAll(other.deliveries);
            suppressions.addAll(other.suppressions);
            workResults.addAll(other.workResults);
            redactions.addAll(other.redactions);
            cursors.addAll(other.cursors);
            mailings.addAll(other.mailings);
            incidents.addAll(other.incidents);
            kept.addAll(other.kept);
            tallies.addAll(other.tallies);
            articles.addAll(other.articles);
            phrasings.addAll(other.phrasings);
            other.credits.forEach(this::credit);
            suggestions.addAll(other.suggestions);
            unchanged.putAll(other.unchanged);
            return this;
        }

        /** {@return the changes} */
        public Changes build() {
            return new Changes(this);
        }
    }
}
