package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What those who are told something in one commit want to be told, where and when; asked for once for all of them. */
final class Wishes {
    private final DeskSetup setup;
    private final People people;
    private final Map<NotifiedPerson, NotificationPreferences> said;

    Wishes(DeskSetup setup, List<Notice> notices, People people) {
        this.setup = setup;
        this.people = people;
        Set<NotifiedPerson> told = setup.transports().isEmpty()
                ? Set.of()
                : notices.stream()
                        .map(Notice::effect)
                        .filter(this::maySay)
                        .map(this::person)
                        .collect(Collectors.toSet());
        this.said = told.isEmpty() ? Map.of() : setup.store().preferences(setup.tenant(), told);
    }

    /** Who came with this commit has said nothing yet: no look-up for the first message of a stranger. */
    private boolean maySay(Effect effect) {
        return !(effect instanceof Effect.NotifyCustomer told)
                || people.fresh().stream().noneMatch(c -> c.id().equals(told.contact()));
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

    Wish of(Effect effect) {
        NotifiedPerson person = person(effect);
        Optional<ZoneId> zone = effect instanceof Effect.NotifyCustomer told
                ? people.survivor(told.contact()).flatMap(Contact::zone)
                : Optional.empty();
        return new Wish(said.getOrDefault(person, NotificationPreferences.none(person)), zone.orElseGet(setup::zone));
    }

    private NotifiedPerson person(Effect effect) {
        if (effect instanceof Effect.NotifyAgent told) {
            return NotifiedPerson.of(told.agent());
        }
        Effect.NotifyCustomer told = (Effect.NotifyCustomer) effect;
        return NotifiedPerson.of(
                people.survivor(told.contact()).map(Contact::id).orElse(told.contact()));
    }
}
