package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Of all that reactions to one command want told, what becomes a letter: nothing twice, and nobody of their own acts. */
final class Notices {
    private final People people;

    Notices(People people) {
        this.people = people;
    }

    /**
     * One letter where a ticket has two contacts who became one person, one about all that is late in a ticket, with the
     * latest of the new times, and one to a person about how a ticket stands or that it is theirs, if nothing else tells of it.
     */
    List<Notice> worthTelling(List<Notice> all) {
        List<Notice> others = all.stream().filter(notice -> !isOwnAct(notice)).toList();
        Map<TicketId, Notice> latestDelay = new HashMap<>();
        others.stream()
                .filter(Notices::tellsOfDelay)
                .forEach(notice -> latestDelay.merge(
                        ticket(notice), notice, BinaryOperator.maxBy(Comparator.comparing(Notices::newDue))));
        Map<Reader, Notice> said = new HashMap<>();
        others.stream()
                .filter(notice -> notice.effect() instanceof Effect.NotifyCustomer)
                .forEach(notice -> said.merge(reader(notice), notice, Notices::saysMore));
        Set<Listener> otherwise = others.stream()
                .filter(notice -> notice.effect() instanceof Effect.NotifyAgent && !tellsOfAssignment(notice))
                .map(Notices::listener)
                .collect(Collectors.toSet());
        Set<Told> told = new HashSet<>();
        return others.stream()
                .filter(notice -> !tellsOfDelay(notice) || notice.equals(latestDelay.get(ticket(notice))))
                .filter(notice -> !tellsOfAssignment(notice) || !otherwise.contains(listener(notice)))
                .filter(notice -> !tellsOfStatus(notice) || notice.equals(said.get(reader(notice))))
                .filter(notice -> !(notice.effect() instanceof Effect.NotifyCustomer) || told.add(told(notice)))
                .toList();
    }

    private static Notice saysMore(Notice earlier, Notice later) {
        return tellsOfStatus(later) && !tellsOfStatus(earlier) ? earlier : later;
    }

    /** A person who is told about a ticket. */
    private record Reader(TicketId ticket, ContactId person) {}

    /** An agent who is told about a ticket. */
    private record Listener(TicketId ticket, AgentId agent) {}

    private static Listener listener(Notice notice) {
        return new Listener(ticket(notice), ((Effect.NotifyAgent) notice.effect()).agent());
    }

    /** Who is told that a promise broke in the commit that gives them the ticket for it reads there whose it is. */
    private static boolean tellsOfAssignment(Notice notice) {
        return notice.effect() instanceof Effect.NotifyAgent effect
                && effect.kind().equals(NotificationKind.ASSIGNED.template());
    }

    private record Told(Reader reader, long event, String kind) {}

    private Told told(Notice notice) {
        return new Told(
                reader(notice), notice.step().event().sequence(), ((Effect.NotifyCustomer) notice.effect()).kind());
    }

    private Reader reader(Notice notice) {
        return new Reader(ticket(notice), person(((Effect.NotifyCustomer) notice.effect()).contact()));
    }

    private ContactId person(ContactId contact) {
        return people.survivor(contact).map(Contact::id).orElse(contact);
    }

    /** What the host's own reactions tell is the host's matter. */
    private boolean isOwnAct(Notice notice) {
        Actor by = notice.step().event().by();
        if (notice.effect() instanceof Effect.NotifyAgent effect) {
            return NotificationKind.of(effect.kind()).isPresent() && by.equals(Actor.agent(effect.agent()));
        } else if (notice.effect() instanceof Effect.NotifyCustomer effect && by instanceof Actor.Customer customer) {
            return NotificationKind.of(effect.kind())
                            .filter(kind -> !kind.receipt())
                            .isPresent()
                    && person(customer.contact()).equals(person(effect.contact()));
        }
        return false;
    }

    private static boolean tellsOfStatus(Notice notice) {
        return notice.effect() instanceof Effect.NotifyCustomer effect
                && NotificationKind.of(effect.kind())
                        .filter(NotificationKind::tellsOfStatus)
                        .isPresent();
    }

    private static boolean tellsOfDelay(Notice notice) {
        return notice.effect() instanceof Effect.NotifyCustomer effect
                && Optional.of(NotificationKind.DELAY_NOTICE).equals(NotificationKind.of(effect.kind()))
                && notice.step().event().event() instanceof DelayAnnounced;
    }

    private static Instant newDue(Notice notice) {
        return ((DelayAnnounced) notice.step().event().event()).newDue();
    }

    private static TicketId ticket(Notice notice) {
        return notice.step().event().ticket();
    }
}
