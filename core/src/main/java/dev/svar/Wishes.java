package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.Digest;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import dev.svar.store.Readers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What those who are told something in one commit want to be told, where and when; asked for once for all of them. What
 * somebody said as a contact that was merged into another one still counts.
 */
final class Wishes {
    private final DeskSetup setup;
    private final Map<NotifiedPerson, NotificationPreferences> said;

    private final Map<Address, Suppression> against;

    private Wishes(DeskSetup setup, Set<NotifiedPerson> told) {
        this(
                setup,
                told.isEmpty() || setup.transports().isEmpty()
                        ? Map.of()
                        : setup.store().preferences(setup.tenant(), told),
                Map.of());
    }

    private Wishes(
            DeskSetup setup, Map<NotifiedPerson, NotificationPreferences> said, Map<Address, Suppression> against) {
        this.setup = setup;
        this.said = said;
        this.against = against;
    }

    /** Of those whom notices are for, and what is known against their addresses: one look-up, also for a stranger. */
    static Wishes of(DeskSetup setup, List<Notice> notices, People people) {
        Set<NotifiedPerson> told = new HashSet<>();
        Set<Address> at = new HashSet<>();
        for (Notice notice : notices) {
            if (notice.effect() instanceof Effect.NotifyAgent agent) {
                told.add(NotifiedPerson.of(agent.agent()));
                setup.agents().agent(agent.agent()).map(Agent::address).ifPresent(at::add);
            } else if (notice.effect() instanceof Effect.NotifyCustomer customer) {
                Optional<Contact> survivor = people.survivor(customer.contact());
                // Who came with this commit has said nothing as a contact, but perhaps as a reader of letters.
                boolean known = people.fresh().stream().noneMatch(c -> c.id().equals(customer.contact()));
                told.addAll(known ? persons(customer.contact(), survivor) : Set.of());
                Stream.concat(survivor.stream(), people.find(customer.contact()).stream())
                        .forEach(contact -> at.addAll(contact.addresses()));
            }
        }
        at.forEach(address -> told.add(NotifiedPerson.of(address)));
        if (told.isEmpty() || setup.transports().isEmpty()) {
            return new Wishes(setup, Map.of(), Map.of());
        }
        Readers readers = setup.store().readers(setup.tenant(), told, at);
        return new Wishes(setup, readers.preferences(), readers.suppressions());
    }

    /** What is known against the addresses of those whom notices are for. */
    Map<Address, Suppression> against() {
        return against;
    }

    /** Of contacts. */
    static Wishes of(DeskSetup setup, Collection<Contact> contacts) {
        Set<NotifiedPerson> told = new HashSet<>();
        contacts.forEach(contact -> {
            told.addAll(persons(contact.id(), Optional.of(contact)));
            told.addAll(addresses(contact));
        });
        return new Wishes(setup, told);
    }

    /** Of whoever reads these addresses. */
    static Wishes at(DeskSetup setup, Collection<Address> addresses) {
        return new Wishes(setup, addresses.stream().map(NotifiedPerson::of).collect(Collectors.toSet()));
    }

    private static Set<NotifiedPerson> addresses(Contact contact) {
        return contact.addresses().stream().map(NotifiedPerson::of).collect(Collectors.toSet());
    }

    /** What one person said, and where their nights are if they did not say that. */
    record Wish(
            NotificationPreferences preferences, ZoneId elsewhere, Map<NotifiedPerson, NotificationPreferences> said) {
        /** @param optional whether its reader can do without it */
        boolean has(String kind, Address at, boolean optional) {
            NotifiedPerson reader = NotifiedPerson.of(at);
            return preferences.wants(kind, at.channel(), optional)
                    && said.getOrDefault(reader, NotificationPreferences.none(reader))
                            .wants(kind, at.channel(), optional);
        }

        /** Where they are. */
        ZoneId zone() {
            return preferences.zone().orElse(elsewhere);
        }

        /** The letter for which a letter to an agent is held, if they want that. */
        Optional<Digest> digest(AgentId agent, Delivery delivery, Instant now) {
            Channel channel = delivery.message().to().channel();
            return NotificationKind.of(delivery.kind())
                    .filter(kind -> kind.canWait() && delivery.state() == DeliveryState.PLANNED)
                    .flatMap(kind -> preferences.digestAt(channel, now, elsewhere))
                    .map(due -> new Digest(agent, channel, due));
        }

        /** When one of many may leave: those that are held over a night leave after it at the pace at which they came. */
        Instant dueOfMany(Channel channel, Instant slot, Duration place) {
            return preferences
                    .night(channel, slot, elsewhere)
                    .map(night -> {
                        Duration held = Duration.between(night.begins(), slot);
                        Duration day = Duration.ofDays(1).minus(Duration.between(night.begins(), night.ends()));
                        Duration later = held.compareTo(place) < 0 ? held : place;
                        return night.ends().plus(later.compareTo(day) < 0 ? later : Duration.ZERO);
                    })
                    .orElse(slot);
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
        return new Wish(all, zone.orElseGet(setup::zone), said);
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
