package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentId;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.IncidentState;
import dev.svar.announcement.Wording;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import dev.svar.store.IncidentChange;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of stores about incidents. */
abstract class IncidentContract extends ArticleContract {
    private static final List<Wording> NEWS =
            List.of(new Wording(Locale.forLanguageTag("nb"), "Nede «nå» 🙂", "Vi ser."));

    /** For subclasses. */
    IncidentContract() {}

    private Incident opened(Instant at) {
        return new Incident(
                new IncidentId(UUID.randomUUID()),
                tenant,
                1,
                new IncidentMatch(
                        Optional.of("payment"),
                        Set.of(new Tag("card"), new Tag("visa")),
                        Map.of(new FieldKey("product"), new FieldValue.Text("Påmelding «1»"))),
                Channel.MAIL,
                NEWS,
                Optional.of(content("a@x.example\t\t\n").ref()),
                IncidentState.OPEN,
                at,
                at);
    }

    @Test
    final void an_incident_comes_back_as_it_was_stored() {
        Incident incident = opened(NOW);
        mustCommit(samples.changes().incident(new IncidentChange(0, incident)));
        assertThat(store.incident(tenant, incident.id())).contains(incident);

        Incident over = incident.updated(
                List.of(new Wording(Locale.ENGLISH, "Up", "")), IncidentState.RESOLVED, NOW.plusSeconds(1));
        mustCommit(samples.changes().incident(new IncidentChange(1, over)));
        assertThat(store.incident(tenant, incident.id())).contains(over);
        assertThat(store.incident(tenant, new IncidentId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    final void an_incident_changes_only_at_its_expected_version_and_is_new_only_once() {
        Incident incident = opened(NOW);
        mustCommit(samples.changes().incident(new IncidentChange(0, incident)));
        Incident news = incident.updated(NEWS, IncidentState.OPEN, NOW);
        mustCommit(samples.changes().incident(new IncidentChange(1, news)));

        for (IncidentChange late : List.of(
                new IncidentChange(1, incident.updated(NEWS, IncidentState.RESOLVED, NOW)),
                new IncidentChange(0, incident))) {
            assertThat(store.commit(samples.changes().incident(late).build())).isEqualTo(CommitResult.STALE);
        }
        assertThat(store.incident(tenant, incident.id())).contains(news);
    }

    @Test
    final void incidents_of_a_state_are_listed_the_latest_first_page_by_page() {
        List<Incident> open = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Incident incident = opened(NOW.plusSeconds(i / 4));
            mustCommit(samples.changes().incident(new IncidentChange(0, incident)));
            open.add(incident);
        }
        Incident over = open.remove(5).updated(NEWS, IncidentState.RESOLVED, NOW.plusSeconds(9));
        mustCommit(samples.changes().incident(new IncidentChange(1, over)));
        open.sort(Comparator.comparing(Incident::openedAt)
                .thenComparing((Incident incident) -> incident.id().toString())
                .reversed());

        List<Incident> listed = new ArrayList<>(store.incidents(tenant, IncidentState.OPEN, Optional.empty(), 6));
        assertThat(listed).hasSize(6);
        listed.addAll(store.incidents(tenant, IncidentState.OPEN, Optional.of(listed.get(5)), 6));
        assertThat(listed).isEqualTo(open);
        assertThat(store.incidents(tenant, IncidentState.RESOLVED, Optional.empty(), 6))
                .containsExactly(over);
    }

    @Test
    final void another_tenant_sees_no_incident() {
        Incident incident = opened(NOW);
        mustCommit(samples.changes().incident(new IncidentChange(0, incident)));
        TenantId other = new TenantId(tenant + "-2");

        assertThat(store.incident(other, incident.id())).isEmpty();
        assertThat(store.incidents(other, IncidentState.OPEN, Optional.empty(), 10))
                .isEmpty();
    }
}
