package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What those who are told something in one commit want to be told, where and when; asked for once for all of them. What
 * somebody said as a contact that was merged into another one still counts.
 */
final class Wishes {
    private final DeskSetup setup;
    private final Map<NotifiedPerson, NotificationPreferences> said;

    private Wishes(DeskSetup setup, Set<NotifiedPerson> told) {
        this.setup = setup;
        this.said = told.isEmpty() || setup.transports().isEmpty()
                ? Map.of()
                : setup.store().preferences(setup.tenant(), told);
    }

    /** Of those whom notices are for. Who came with this commit has said nothing yet: no look-up for a stranger. */
    static Wishes of(DeskSetup setup, List<Notice> notices, People people) {
        Set<NotifiedPerson> told = new HashSet<>();
        for (Notice notice : notices) {
            if (notice.effect() instanceof Effect.NotifyAgent agent) {
                told.add(NotifiedPerson.of(agent.agent()));
            } else if (notice.effect() instanceof Effect.NotifyCustomer customer
                    && people.fresh().stream().noneMatch(c -> c.id().equals(customer.contact()))) {
                told.addAll(persons(customer.contact(), people.survivor(customer.contact())));
            }
        }
        return new Wishes(setup, told);
    }

    /** Of contacts. */
    static Wishes of(DeskSetup setup, Collection<Contact> contacts) {
        Set<NotifiedPerson> told = new HashSet<>();
        contacts.forEach(contact -> told.addAll(persons(contact.id(), Optional.of(contact))));
        return new Wishes(setup, told);
    }

    /** What one person said, and where their nights are if they did not say that. */
    record Wish(NotificationPreferences preferences, ZoneId elsewhere) {
        boolean has(String kind, Address at) {
            return preferences.wants(kind, at.channel());
        }

        /** Who was just heard of is awake, and what is urgent wakes. */
        Instant due(Delivery delivery, Instant now) {
            boolean atOnce = NotificationKind.of(delivery.kind())
                    .filter(kind -> kind.receipt() || kind == NotificationKind.SLA_BREACH)
                    .isPresent();
            return atOnce
                    ? now
                    : preferences
                            .quietUntil(delivery.message().to().channel(), now, elsewhere)
                            .orElse(now);
        }
    }

    Wish of(Effect effect, People people) {
        if (effect instanceof Effect.NotifyAgent told) {
            return wish(Set.of(NotifiedPerson.of(told.agent())), Optional.empty());
        }
        ContactId contact = ((Effect.NotifyCustomer) effect).contact();
        Optional<Contact> person = people.survivor(contact);
        return wish(persons(contact, person), person.flatMap(Contact::zone));
    }

    Wish of(Contact contact) {
        return wish(persons(contact.id(), Optional.of(contact)), contact.zone());
    }

    private Wish wish(Set<NotifiedPerson> persons, Optional<ZoneId> zone) {
        NotificationPreferences nothing =
                NotificationPreferences.none(persons.iterator().next());
        NotificationPreferences all = persons.stream()
                .flatMap(person -> Optional.ofNullable(said.get(person)).stream())
                .reduce(NotificationPreferences::and)
                .orElse(nothing);
        return new Wish(all, zone.orElseGet(setup::zone));
    }

    /** Whoever somebody was: the survivor first. */
    private static Set<NotifiedPerson> persons(ContactId contact, Optional<Contact> survivor) {
        Set<NotifiedPerson> persons = new LinkedHashSet<>();
        survivor.ifPresent(person -> {
            persons.add(NotifiedPerson.of(person.id()));
            person.ids().forEach(id -> persons.add(NotifiedPerson.of(id)));
        });
        persons.add(NotifiedPerson.of(contact));
        return persons;
    }
}
