package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.DigestWindow;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.sla.QuietHours;
import dev.svar.store.CommitResult;
import dev.svar.store.PreferencesChange;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of stores about what people want to be told. */
abstract class PreferencesContract extends MacroContract {
    /** For subclasses. */
    PreferencesContract() {}

    static NotificationPreferences preferences(NotifiedPerson person, String... off) {
        return NotificationPreferences.none(person)
                .in(ZoneId.of("Europe/Oslo"))
                .with(Channel.MAIL, new ChannelPreferences(Set.of(off), Optional.of(QuietHours.STANDARD)))
                .with(new Channel("chat"), chat(person))
                .next();
    }

    private static ChannelPreferences chat(NotifiedPerson person) {
        ChannelPreferences wanted = new ChannelPreferences(Set.of("woken"), Optional.empty());
        return person.kind() == NotifiedPerson.Kind.AGENT ? wanted.digest(DigestWindow.HOURLY) : wanted;
    }

    /** What somebody wants to be told is kept exactly, and found for several people at once. */
    @Test
    final void preferences_of_several_people_are_found_at_once_exactly_as_they_were() {
        NotifiedPerson agent = NotifiedPerson.of(new AgentId("Åse «1»/contact/é"));
        NotifiedPerson lower = NotifiedPerson.of(new AgentId("åse «1»/contact/é"));
        NotifiedPerson contact = NotifiedPerson.of(new ContactId(UUID.randomUUID()));
        NotifiedPerson other = NotifiedPerson.of(new ContactId(UUID.randomUUID()));
        NotificationPreferences first = preferences(agent, "sla_warning", "påminnelse «1»");
        NotificationPreferences second = preferences(contact);
        NotifiedPerson address =
                NotifiedPerson.of(Address.mail("å".repeat(100) + "@" + "kunde.".repeat(20) + "example"));
        NotificationPreferences third = preferences(address, "maintenance");
        mustCommit(
                samples.changes().preferences(new PreferencesChange(first)).preferences(new PreferencesChange(second)));
        NotificationPreferences plain = NotificationPreferences.none(other).next();
        mustCommit(
                samples.changes().preferences(new PreferencesChange(plain)).preferences(new PreferencesChange(third)));

        assertThat(store.preferences(tenant, Set.of(agent, lower, contact, other, address)))
                .isEqualTo(Map.of(agent, first, contact, second, other, plain, address, third));
        assertThat(store.preferences(tenant, Set.of(contact))).isEqualTo(Map.of(contact, second));
        assertThat(store.preferences(tenant, Set.of())).isEmpty();
        NotificationPreferences changed =
                first.with(Channel.MAIL, ChannelPreferences.EVERYTHING).next();
        mustCommit(samples.changes().preferences(new PreferencesChange(changed)));
        assertThat(store.preferences(tenant, Set.of(agent))).isEqualTo(Map.of(agent, changed));
    }

    /** Two who change the same preferences do not undo each other's. */
    @Test
    final void preferences_at_another_version_are_stale_and_change_none_of_their_commit() {
        NotifiedPerson one = NotifiedPerson.of(new AgentId("lars"));
        NotifiedPerson two = NotifiedPerson.of(new AgentId("berit"));
        NotificationPreferences kept = preferences(one, "assigned");
        mustCommit(samples.changes().preferences(new PreferencesChange(kept)));
        for (NotificationPreferences stale : List.of(
                preferences(one),
                preferences(one).next().next(),
                preferences(two).next())) {
            NotifiedPerson third = NotifiedPerson.of(new AgentId("siv"));
            assertThat(store.commit(samples.changes()
                            .preferences(new PreferencesChange(preferences(third)))
                            .preferences(new PreferencesChange(stale))
                            .build()))
                    .isEqualTo(CommitResult.STALE);
            assertThat(store.preferences(tenant, Set.of(one, two, third))).isEqualTo(Map.of(one, kept));
        }
    }
}
