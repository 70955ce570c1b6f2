package dev.svar;

import dev.svar.contact.Contact;
import dev.svar.store.TicketState;
import dev.svar.ticket.Audience;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.MergeRecord;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what agents see of a ticket. */
final class AgentViews {
    private final DeskSetup setup;
    private final Timelines timelines;
    private final Survivors survivors;
    private final Hints hints;

    AgentViews(DeskSetup setup, Timelines timelines, Hints hints) {
        this.setup = setup;
        this.timelines = timelines;
        this.hints = hints;
        this.survivors = new Survivors(setup);
    }

    AgentView view(TicketState state, Locale language) {
        Ticket ticket = state.ticket();
        Names names = new DeskNames(setup);
        return new AgentView(
                ticket,
                state.clocks(),
                survivors.find(ticket.requester()),
                ticket.participants().stream()
                        .flatMap(id -> survivors.find(id).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Contact::name).thenComparing(c -> c.id().toString()))
                        .toList(),
                fields(ticket),
                ticket.links().stream()
                        .flatMap(link -> names.number(link.ticket()).stream()
                                .map(number -> new AgentView.Link(link.kind(), link.ticket(), number)))
                        .toList(),
                ticket.merged().stream()
                        .flatMap(id -> names.number(id).stream())
                        .sorted(Comparator.comparingLong(TicketNumber::value))
                        .toList(),
                ticket.merge().map(MergeRecord::into).flatMap(names::number),
                hints.of(ticket),
                timelines.page(ticket, TimelineQuery.first(language, AgentView.TIMELINE_LENGTH)));
    }

    private List<AgentView.Field> fields(Ticket ticket) {
        List<CustomField> known = setup.lifecycle().rules().fields();
        Stream<AgentView.Field> dropped = ticket.fields().entrySet().stream()
                .filter(e -> setup.lifecycle().rules().field(e.getKey()).isEmpty())
                .map(e -> new AgentView.Field(
                        e.getKey(), e.getKey().value(), Audience.INTERNAL, Optional.of(e.getValue())));
        return Stream.concat(
                        known.stream()
                                .map(field -> new AgentView.Field(
                                        field.key(),
                                        field.label(),
                                        field.audience(),
                                        Optional.ofNullable(ticket.fields().get(field.key())))),
                        dropped)
                .toList();
    }
}
