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
import java.util.ArrayList;
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

    private static final String ON_THE_LIST = "is on the list of the mailing";
    private static final String HAS_A_TICKET = "opened a ticket that the mailing is about";

    private final DeskSetup setup;

    MailingBatches(DeskSetup setup) {
        this.setup = setup;
    }

    /** Somebody to be written to, and why. */
    record Reader(Contact person, Address at, String reason) {}

    /** The next of them, how many cannot be reached, and where those behind them begin; empty if there are none. */
    record Batch(List<Reader> readers, int unreachable, Optional<String> next) {}

    Batch next(Mailing mailing, int limit) {
        Recipients recipients = mailing.order().recipients();
        Channel channel = mailing.order().channel();
        Optional<String> cursor = mailing.progress().cursor();
        return recipients instanceof Recipients.Together together
                ? together(together, channel, cursor, limit)
                : of(recipients, channel, cursor, limit);
    }

    /** The cursor begins with the number of the part that it is in. */
    private Batch together(Recipients.Together together, Channel channel, Optional<String> cursor, int limit) {
        String[] place = cursor.orElse("0/").split("/", 2);
        int part = Integer.parseInt(place[0]);
        Optional<String> within = Optional.of(place[1]).filter(c -> !c.isEmpty());
        Batch batch = of(together.parts().get(part), channel, within, limit);
        Optional<String> next = batch.next()
                .map(c -> part + "/" + c)
                .or(() -> Optional.of(part + 1 + "/")
                        .filter(c -> part + 1 < together.parts().size()));
        return new Batch(batch.readers(), batch.unreachable(), next);
    }

    private Batch of(Recipients recipients, Channel channel, Optional<String> cursor, int limit) {
        if (recipients instanceof Recipients.Listed listed) {
            return listed(listed, channel, cursor, limit);
        } else if (recipients instanceof Recipients.Requesters requesters) {
            return requesters(requesters, channel, cursor, Math.min(limit, TICKETS));
        }
        return new Batch(List.of(), 0, Optional.empty());
    }

    private Batch listed(Recipients.Listed listed, Channel channel, Optional<String> cursor, int limit) {
        Content list = setup.store()
                .content(setup.tenant(), listed.list())
                .orElseThrow(() -> new IllegalStateException("the list of a mailing is not kept any more"));
        RecipientList.Part part =
                RecipientList.part(channel, list, cursor.map(Long::parseLong).orElse(0L), limit);
        List<Reader> readers = part.recipients().stream()
                .filter(r -> !setup.isOwn(r.address()))
                .map(r -> new Reader(contact(r), r.address(), ON_THE_LIST))
                .toList();
        return new Batch(
                readers, part.recipients().size() - readers.size(), part.next().map(String::valueOf));
    }

    private Contact contact(Recipient recipient) {
        return Contact.builder(NOBODY, setup.tenant(), List.of(recipient.address()))
                .name(recipient.name())
                .locale(recipient.locale())
                .build();
    }

    private Batch requesters(Recipients.Requesters asked, Channel channel, Optional<String> cursor, int limit) {
        TicketQuery.Builder query = TicketQuery.builder().limit(limit);
        asked.tag().ifPresent(tag -> query.tags(Set.of(tag)));
        asked.organization().ifPresent(query::organization);
        TicketQuery first = query.build();
        Page<TicketState> page =
                setup.store().tickets(setup.tenant(), cursor.map(first::from).orElse(first));
        People people = new People(setup);
        List<Reader> readers = new ArrayList<>();
        for (TicketState state : page.items()) {
            people.survivor(state.ticket().requester())
                    .filter(person -> state.ticket().answerable())
                    .flatMap(person -> person.address(channel)
                            .filter(at -> !setup.isOwn(at))
                            .map(at -> new Reader(person, at, HAS_A_TICKET)))
                    .ifPresent(readers::add);
        }
        return new Batch(readers, page.items().size() - readers.size(), page.next());
    }
}
