package dev.svar.testkit;

import dev.svar.contact.Contact;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleId;
import dev.svar.message.Content;
import dev.svar.message.Message;
import dev.svar.message.Receipt;
import dev.svar.store.ArticleChange;
import dev.svar.store.Changes;
import dev.svar.store.ContactChange;
import dev.svar.store.Cursor;
import dev.svar.store.DeliveryChange;
import dev.svar.store.IncidentChange;
import dev.svar.store.KeptValue;
import dev.svar.store.MacroChange;
import dev.svar.store.MailingChange;
import dev.svar.store.MessageRedaction;
import dev.svar.store.OrganizationChange;
import dev.svar.store.PhrasingsChange;
import dev.svar.store.PreferencesChange;
import dev.svar.store.SuggestionChange;
import dev.svar.store.SuppressionChange;
import dev.svar.store.Tally;
import dev.svar.store.TicketChange;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkResult;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Changes taken apart, for stores that lose or twist a part of them. */
final class Parts {
    final List<TicketChange> tickets;
    final List<Message> messages;
    final List<Contact> newContacts;
    final List<ContactChange> contacts;
    final List<OrganizationChange> organizations;
    final List<PreferencesChange> preferences;
    final List<MacroChange> macros;
    final List<Content> contents;
    final List<Work> scheduled;
    final List<Work> scheduledIfAbsent;
    final List<MessageRedaction> redactions;
    final List<Cursor> cursors;
    final List<MailingChange> mailings;
    final List<IncidentChange> incidents;
    final List<KeptValue> kept;
    final List<Tally> tallies;
    final List<ArticleChange> articles;
    final List<PhrasingsChange> phrasings;
    final Map<ArticleId, ArticleCredit> credits;
    final List<SuggestionChange> suggestions;
    final Map<TicketId, Long> unchanged;
    final List<WorkKey> cancelled;
    final List<SuppressionChange> suppressions;
    final List<WorkResult> workResults;
    final List<Delivery> newDeliveries;
    final List<DeliveryChange> deliveries;
    Optional<Receipt> receipt;
    private final TenantId tenant;

    private Parts(Changes changes) {
        tenant = changes.tenant();
        tickets = new ArrayList<>(changes.tickets());
        messages = new ArrayList<>(changes.messages());
        newContacts = new ArrayList<>(changes.newContacts());
        contacts = new ArrayList<>(changes.contacts());
        organizations = new ArrayList<>(changes.organizations());
        preferences = new ArrayList<>(changes.preferences());
        macros = new ArrayList<>(changes.macros());
        contents = new ArrayList<>(changes.contents());
        scheduled = new ArrayList<>(changes.scheduled());
        scheduledIfAbsent = new ArrayList<>(changes.scheduledIfAbsent());
        redactions = new ArrayList<>(changes.redactions());
        cursors = new ArrayList<>(changes.cursors());
        mailings = new ArrayList<>(changes.mailings());
        incidents = new ArrayList<>(changes.incidents());
        kept = new ArrayList<>(changes.kept());
        tallies = new ArrayList<>(changes.tallies());
        articles = new ArrayList<>(changes.articles());
        phrasings = new ArrayList<>(changes.phrasings());
        credits = new HashMap<>(changes.credits());
        suggestions = new ArrayList<>(changes.suggestions());
        unchanged = new HashMap<>(changes.unchanged());
        cancelled = new ArrayList<>(changes.cancelled());
        newDeliveries = new ArrayList<>(changes.newDeliveries());
        deliveries = new ArrayList<>(changes.deliveries());
        receipt = changes.receipt();
        suppressions = new ArrayList<>(changes.suppressions());
        workResults = new ArrayList<>(changes.workResults());
    }

    /** The changes after something was done to their parts. */
    static Changes twisted(Changes changes, Consumer<Parts> twist) {
        Parts parts = new Parts(changes);
        twist.accept(parts);
        return parts.together();
    }

    /** The changes with what a consumer picks and nothing else. */
    static Changes only(Changes changes, BiConsumer<Parts, Parts> pick) {
        Parts picked = new Parts(Changes.builder(changes.tenant()).build());
        pick.accept(picked, new Parts(changes));
        return picked.together();
    }

    private Changes together() {
        Changes.Builder changes = Changes.builder(tenant);
        tickets.forEach(changes::ticket);
        messages.forEach(changes::message);
        newContacts.forEach(changes::newContact);
        contacts.forEach(changes::contact);
        organizations.forEach(changes::organization);
        preferences.forEach(changes::preferences);
        macros.forEach(changes::macro);
        contents.forEach(changes::content);
        scheduled.forEach(changes::schedule);
        scheduledIfAbsent.forEach(changes::scheduleIfAbsent);
        redactions.forEach(changes::redaction);
        cursors.forEach(changes::cursor);
        mailings.forEach(changes::mailing);
        incidents.forEach(changes::incident);
        kept.forEach(changes::keep);
        tallies.forEach(changes::tally);
        articles.forEach(changes::article);
        phrasings.forEach(changes::phrasings);
        credits.forEach(changes::credit);
        suggestions.forEach(changes::suggestion);
        unchanged.forEach(changes::unchanged);
        cancelled.forEach(changes::cancel);
        newDeliveries.forEach(changes::newDelivery);
        deliveries.forEach(changes::delivery);
        receipt.ifPresent(changes::receipt);
        suppressions.forEach(changes::suppression);
        workResults.forEach(changes::workResult);
        return changes.build();
    }
}
