package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.MailingProgress;
import dev.svar.announcement.MailingState;
import dev.svar.announcement.Recipients;
import dev.svar.announcement.Wording;
import dev.svar.contact.Channel;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.MailingId;
import dev.svar.store.CommitResult;
import dev.svar.store.MailingChange;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of stores about mailings. */
abstract class MailingContract extends IncidentContract {
    /** For subclasses. */
    MailingContract() {}

    private Mailing draft(Instant at) {
        return draft(new Recipients.Listed(content("a@x.example\t\t\n").ref()), at);
    }

    private Mailing draft(Recipients recipients, Instant at) {
        MailingOrder order = MailingOrder.of(
                        "maintenance",
                        Channel.MAIL,
                        List.of(
                                new Wording(Locale.forLanguageTag("nb"), "Stengt «i natt» 🙂", "Fra 2 til 4.\n"),
                                new Wording(Locale.ENGLISH, "Closed", "")),
                        recipients)
                .atMostPerMinute(17)
                .between(NOW, Optional.of(NOW.plusSeconds(3600)));
        return Mailing.draft(new MailingId(UUID.randomUUID()), tenant, order, at);
    }

    @Test
    final void a_mailing_comes_back_as_it_was_stored_to_whomever_it_goes() {
        List<Mailing> drafts = List.of(
                draft(NOW),
                draft(new Recipients.Requesters(Optional.of(new Tag("outage")), Optional.empty()), NOW),
                draft(
                        new Recipients.Requesters(Optional.empty(), Optional.of(new OrganizationId(UUID.randomUUID()))),
                        NOW),
                draft(
                        Recipients.Requesters.inCategory("betaling «1»")
                                .standing(Set.of(StatusCategory.OPEN, StatusCategory.PENDING_CUSTOMER))
                                .openedSince(NOW.plusNanos(3000)),
                        NOW),
                draft(
                        new Recipients.Together(List.of(
                                new Recipients.Listed(
                                        content("b@x.example\t\t\n").ref()),
                                new Recipients.Requesters(Optional.of(new Tag("outage")), Optional.empty()))),
                        NOW),
                draft(new Recipients.OneByOne(), NOW));
        for (Mailing draft : drafts) {
            mustCommit(samples.changes().mailing(new MailingChange(0, draft)));
            assertThat(store.mailing(tenant, draft.id())).contains(draft);
        }
        Mailing going = drafts.get(0).to(MailingState.SENDING, NOW.plusSeconds(1));
        MailingProgress progress =
                new MailingProgress(Optional.of("1234"), true, 3_000_000_000L, 2, 1, NOW.plusNanos(5000));
        Mailing done = going.planned(progress, NOW.plusSeconds(2));
        mustCommit(samples.changes().mailing(new MailingChange(1, going)));
        mustCommit(samples.changes().mailing(new MailingChange(2, done)));

        assertThat(store.mailing(tenant, done.id())).contains(done);
        assertThat(store.mailing(tenant, new MailingId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    final void a_mailing_changes_only_at_its_expected_version_and_is_new_only_once() {
        Mailing draft = draft(NOW);
        mustCommit(samples.changes().mailing(new MailingChange(0, draft)));
        Mailing going = draft.to(MailingState.SENDING, NOW);
        mustCommit(samples.changes().mailing(new MailingChange(1, going)));
        Delivery delivery = samples.delivery(draft.id(), NOW);

        assertThat(store.commit(samples.changes()
                        .newDelivery(delivery)
                        .mailing(new MailingChange(1, draft.to(MailingState.CANCELLED, NOW)))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(
                        samples.changes().mailing(new MailingChange(0, draft)).build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(samples.changes()
                        .mailing(new MailingChange(
                                3, going.to(MailingState.PAUSED, NOW).to(MailingState.SENDING, NOW)))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.mailing(tenant, draft.id())).contains(going);
        assertThat(store.delivery(tenant, delivery.id())).isEmpty();
    }

    @Test
    final void mailings_are_listed_the_latest_first_page_by_page() {
        List<Mailing> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Mailing draft = draft(NOW.plusSeconds(i / 4));
            mustCommit(samples.changes().mailing(new MailingChange(0, draft)));
            all.add(draft);
        }
        Mailing moved = all.get(0).to(MailingState.SENDING, NOW.plusSeconds(100));
        mustCommit(samples.changes().mailing(new MailingChange(1, moved)));
        all.set(0, moved);
        all.sort(Comparator.comparing(Mailing::createdAt)
                .thenComparing((Mailing mailing) -> mailing.id().toString())
                .reversed());

        List<Mailing> listed = new ArrayList<>(store.mailings(tenant, Optional.empty(), 5));
        assertThat(listed).hasSize(5);
        for (int i = 0; i < 2; i++) {
            listed.addAll(store.mailings(tenant, Optional.of(listed.get(listed.size() - 1)), 5));
        }
        assertThat(listed).isEqualTo(all);
    }

    @Test
    final void of_many_deliveries_those_that_are_there_are_known() {
        MailingId mailing = new MailingId(UUID.randomUUID());
        Set<DeliveryId> there = new HashSet<>();
        Set<DeliveryId> asked = new HashSet<>();
        for (int i = 0; i < 700; i++) {
            Delivery delivery = samples.delivery(mailing, NOW);
            asked.add(delivery.id());
            if (i % 100 == 0) {
                mustCommit(samples.changes().newDelivery(delivery));
                there.add(delivery.id());
            }
        }
        assertThat(store.knownDeliveries(tenant, asked)).isEqualTo(there);
        assertThat(store.knownDeliveries(tenant, Set.of())).isEmpty();
    }

    @Test
    final void another_tenant_sees_no_mailing_and_knows_none_of_its_deliveries() {
        Mailing draft = draft(NOW);
        Delivery delivery = samples.delivery(draft.id(), NOW);
        mustCommit(samples.changes().mailing(new MailingChange(0, draft)).newDelivery(delivery));
        TenantId other = new TenantId(tenant + "-2");

        assertThat(store.mailing(other, draft.id())).isEmpty();
        assertThat(store.mailings(other, Optional.empty(), 10)).isEmpty();
        assertThat(store.knownDeliveries(other, Set.of(delivery.id()))).isEmpty();
    }

    @Test
    final void the_planning_of_a_mailing_waits_where_its_letters_are_handed_over() {
        WorkKey key = WorkKey.PlanMailing.of(draft(NOW));
        mustCommit(samples.changes().schedule(new Work(key, NOW)));

        assertThat(onlyClaim(LANE, NOW).work().key()).isEqualTo(key);
    }
}
