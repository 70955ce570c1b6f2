package dev.svar;

import dev.svar.announcement.Mailing;
import dev.svar.announcement.Recipient;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Recipients;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.message.Content;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the next recipients of a mailing, from where its cursor stands. */
final class MailingBatches {
    /** A recipient of a list is nobody whom the desk knows: the contact is for the letter only and has no id of its own. */
    private static final ContactId NOBODY = new ContactId(new UUID(0, 0));

    /** How many tickets are looked at for one batch: each may need a look at its requester. */
    private static final int TICKETS = 100;

    /** Why somebody gets a letter whom nobody looked for among the contacts. */
    static final String ON_THE_LIST = "is on the list of the mailing";

    private static final String HAS_A_TICKET = "opened a ticket that the mailing is about";

    private final DeskSetup setup;

    MailingBatches(DeskSetup setup) {
        this.setup = setup;
    }

    /** Somebody to be written to, why, and what they said about when. */
    record Reader(Contact person, Address at, String reason, Wishes.Wish wish) {}

    /** The next of them, how many cannot be reached, and where those behind them begin; empty if there are none. */
    record Batch(List<Reader> readers, int unreachable, Optional<String> next) {}

    Batch next(Mailing mailing, int limit) {
        Recipients recipients = mailing.order().recipients();
        Optional<String> cursor = mailing.progress().cursor();
        return recipients instanceof Recipients.Together together
                ? together(together, mailing, cursor, limit)
                : of(recipients, mailing, cursor, limit);
    }

    /** The cursor begins with the number of the part that it is in. */
    private Batch together(Recipients.Together together, Mailing mailing, Optional<String> cursor, int limit) {
        String[] place = cursor.orElse("0/").split("/", 2);
        int part = Integer.parseInt(place[0]);
        Optional<String> within = Optional.of(place[1]).filter(c -> !c.isEmpty());
        Batch batch = of(together.parts().get(part), mailing, within, limit);
        Optional<String> next = batch.next()
                .map(c -> part + "/" + c)
                .or(() -> Optional.of(part + 1 + "/")
                        .filter(c -> part + 1 < together.parts().size()));
        return new Batch(batch.readers(), batch.unreachable(), next);
    }

    private Batch of(Recipients recipients, Mailing mailing, Optional<String> cursor, int limit) {
        if (recipients instanceof Recipients.Listed listed) {
            return listed(listed, mailing.order().channel(), mailing.order().template(), cursor, limit);
        } else if (recipients instanceof Recipients.Requesters requesters) {
            return requesters(requesters, mailing, cursor, Math.min(limit, TICKETS));
        }
        return new Batch(List.of(), 0, Optional.empty());
    }

    private Batch listed(Recipients.Listed listed, Channel channel, String kind, Optional<String> cursor, int limit) {
        Content list = setup.store()
                .content(setup.tenant(), listed.list())
                .orElseThrow(() -> new IllegalStateException("the list of a mailing is not kept any more"));
        RecipientList.Part part =
                RecipientList.part(channel, list, cursor.map(Long::parseLong).orElse(0L), limit);
        Wishes said = Wishes.at(
                setup, part.recipients().stream().map(Recipient::address).toList());
        List<Reader> readers = part.recipients().stream()
                .filter(r -> !setup.isOwn(r.address()))
                .map(r -> reader(contact(r), r.address(), said))
                .filter(reader -> reader.wish().has(kind, reader.at(), true))
                .toList();
        return new Batch(
                readers, part.recipients().size() - readers.size(), part.next().map(String::valueOf));
    }

    /** A list names addresses and no contacts: what was said by a link in a letter to one of them counts. */
    private static Reader reader(Contact person, Address at, Wishes said) {
        return new Reader(person, at, ON_THE_LIST, said.of(person));
    }

    private Contact contact(Recipient recipient) {
        return Contact.builder(NOBODY, setup.tenant(), List.of(recipient.address()))
                .name(recipient.name())
                .locale(recipient.locale())
                .build();
    }

    private Batch requesters(Recipients.Requesters asked, Mailing mailing, Optional<String> cursor, int limit) {
        TicketQuery.Builder query = TicketQuery.builder().limit(limit);
        asked.tag().ifPresent(tag -> query.tags(Set.of(tag)));
        asked.organization().ifPresent(query::organization);
        asked.category().ifPresent(query::category);
        asked.openedSince().ifPresent(query::openedSince);
        if (!asked.statuses().isEmpty()) {
            query.statuses(asked.statuses());
        }
        TicketQuery first = query.build();
        Page<TicketState> page =
                setup.store().tickets(setup.tenant(), cursor.map(first::from).orElse(first));
        People people = new People(setup);
        List<Contact> persons = page.items().stream()
                .map(TicketState::ticket)
                .filter(Ticket::answerable)
                .flatMap(ticket -> people.survivor(ticket.requester()).stream())
                .toList();
        Wishes wishes = Wishes.of(setup, persons);
        List<Reader> readers = persons.stream()
                .flatMap(person -> person.address(mailing.order().channel()).stream()
                        .filter(at -> !setup.isOwn(at))
                        .map(at -> new Reader(person, at, HAS_A_TICKET, wishes.of(person))))
                .filter(reader -> reader.wish().has(mailing.order().template(), reader.at(), true))
                .toList();
        return new Batch(readers, page.items().size() - readers.size(), page.next());
    }
}
