package dev.svar;

import dev.svar.contact.Contact;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaClocks;
import dev.svar.store.Page;
import dev.svar.ticket.Audience;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as its agents see it: everything. For customers there is {@link CustomerView}.
 *
 * @param ticket the ticket
 * @param clocks its clocks
 * @param requester who asks, with addresses
 * @param participants who else takes part on the customer's side, with addresses
 * @param fields the host's custom fields in the host's order, then those that the host has dropped and that still have a
 *     value
 * @param links its links to other tickets
 * @param merged the tickets that were merged into it, also through others, in order of their numbers
 * @param mergedInto the ticket that it was merged into, if it was
 * @param hints what the customer's words say of urgency and mood
 * @param timeline the first page of its timeline; the following ones are to be had from {@link HelpDesk#timeline}
 */
public record AgentView(
        Ticket ticket,
        SlaClocks clocks,
        Optional<Contact> requester,
        List<Contact> participants,
        List<Field> fields,
        List<Link> links,
        List<TicketNumber> merged,
        Optional<TicketNumber> mergedInto,
        TicketHints hints,
        Page<TimelineEntry> timeline) {
    /** The entries of the timeline's first page. */
    public static final int TIMELINE_LENGTH = 50;

    /**
     * Copies.
     *
     * @param ticket the ticket
     * @param clocks its clocks
     * @param requester who asks
     * @param participants who else takes part on the customer's side
     * @param fields the custom fields
     * @param links its links to other tickets
     * @param merged the tickets that were merged into it
     * @param mergedInto the ticket that it was merged into, if it was
     * @param hints what the customer's words say of urgency and mood
     * @param timeline the first page of its timeline
     */
    public AgentView {
        participants = List.copyOf(participants);
        fields = List.copyOf(fields);
        links = List.copyOf(links);
        merged = List.copyOf(merged);
    }

    /**
     * A custom field.
     *
     * @param key its key
     * @param label its name for people; its key if the host has dropped it
     * @param audience who else may see it
     * @param value its value, if it has one
     */
    public record Field(FieldKey key, String label, Audience audience, Optional<FieldValue> value) {}

    /**
     * A link to another ticket.
     *
     * @param kind what the ticket is to the other
     * @param ticket the other
     * @param number the number of that
     */
    public record Link(LinkKind kind, TicketId ticket, TicketNumber number) {}

    /** {@return what the host knew about it when it was opened} */
    public List<ContextFact> context() {
        return ticket.context();
    }

    /** {@return when the first of its promises breaks, if one runs} */
    public Optional<Instant> nextDue() {
        return clocks.next().map(SlaClock::due);
    }
}
