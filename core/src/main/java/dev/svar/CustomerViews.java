package dev.svar;

import dev.svar.contact.ContactId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.Message;
import dev.svar.store.TicketState;
import dev.svar.ticket.AccessRight;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows tickets to those who belong to them on the customer's side, and nobody else. */
final class CustomerViews {
    private static final Set<MessageRole> VISIBLE = Stream.of(MessageRole.values())
            .filter(MessageRole::visibleToCustomer)
            .collect(Collectors.toUnmodifiableSet());

    private final DeskSetup setup;
    private final Merges merges;
    private final Bearers bearers;
    private final Survivors survivors;

    CustomerViews(DeskSetup setup) {
        this.setup = setup;
        this.merges = new Merges(setup);
        this.bearers = new Bearers(setup);
        this.survivors = new Survivors(setup);
    }

    Optional<CustomerView> follow(String token) {
        return bearers.find(token, AccessRight.FOLLOW, setup.now())
                .flatMap(bearer -> view(bearer.state().ticket(), bearer.person()));
    }

    /** Of a ticket that was merged into another one, that other is shown. */
    Optional<CustomerView> view(TicketId ticket, ContactId person) {
        return setup.store()
                .ticket(setup.tenant(), ticket)
                .flatMap(state -> view(merges.living(state).ticket(), person));
    }

    /** The bytes of a file that a view shows. */
    Optional<Content> file(Optional<CustomerView> view, ContentRef content) {
        return view.filter(v -> v.shows(content)).flatMap(v -> setup.store().content(setup.tenant(), content));
    }

    private Optional<CustomerView> view(Ticket ticket, ContactId person) {
        Set<ContactId> ids = survivors.ids(person);
        return Optional.of(ticket)
                .filter(t -> involves(t, ids))
                .map(t -> new CustomerView(
                        t.number(),
                        t.subject(),
                        t.status().label(),
                        t.status().category() == StatusCategory.PENDING_CUSTOMER,
                        fields(t),
                        t.context().stream()
                                .flatMap(fact -> PublicFact.of(fact).stream())
                                .toList(),
                        messages(t, ids)));
    }

    /** A person is all contacts that were merged into one. */
    private static boolean involves(Ticket ticket, Set<ContactId> person) {
        return person.stream().anyMatch(ticket::involves);
    }

    private List<PublicFact> fields(Ticket ticket) {
        return setup.lifecycle().rules().fields().stream()
                .flatMap(
                        field -> Optional.ofNullable(ticket.fields().get(field.key()))
                                .flatMap(value -> PublicFact.of(field, value))
                                .stream())
                .toList();
    }

    private record Written(Ticket ticket, Message message) {
        static final Comparator<Written> IN_ORDER = Comparator.comparing((Written w) -> w.message.at())
                .thenComparing(w -> w.ticket.number().value())
                .thenComparing(w -> w.message.sequence());
    }

    /** A merge gives those of the merged ticket a place in the other, but nobody of the other a look into the merged one. */
    private List<CustomerView.Entry> messages(Ticket ticket, Set<ContactId> person) {
        Names names = new DeskNames(setup);
        List<Written> written = Stream.concat(
                        Stream.of(ticket),
                        ticket.merged().stream()
                                .flatMap(id -> setup.store().ticket(setup.tenant(), id).stream())
                                .map(TicketState::ticket)
                                .filter(merged -> involves(merged, person)))
                .flatMap(t -> latest(t).map(message -> new Written(t, message)))
                .sorted(Written.IN_ORDER)
                .toList();
        return written.subList(Math.max(0, written.size() - CustomerView.MAX_MESSAGES), written.size()).stream()
                .map(w -> entry(w.message(), names))
                .toList();
    }

    private Stream<Message> latest(Ticket ticket) {
        return setup.store().latestMessages(setup.tenant(), ticket.id(), VISIBLE, CustomerView.MAX_MESSAGES).stream();
    }

    private static CustomerView.Entry entry(Message message, Names names) {
        return new CustomerView.Entry(
                message.at(),
                names.person(message.by()).orElse(""),
                message.role(),
                message.visibleText(),
                message.attachments().stream().map(CustomerView.File::of).toList());
    }
}
