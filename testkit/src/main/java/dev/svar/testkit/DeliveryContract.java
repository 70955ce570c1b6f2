package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.Digest;
import dev.svar.delivery.MailingId;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeliveryChange;
import dev.svar.store.TicketChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of stores about deliveries. */
abstract class DeliveryContract extends ReceiptContract {
    /** For subclasses. */
    DeliveryContract() {}

    @Test
    final void a_delivery_moves_on_from_the_state_that_was_expected_only() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(planned));
        Delivery claimed = planned.claimed(NOW.plusSeconds(1));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, claimed)));

        CommitResult again = store.commit(samples.changes()
                .delivery(new DeliveryChange(DeliveryState.PLANNED, planned.failed("550", "no", NOW)))
                .build());

        assertThat(again).isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, planned.id())).contains(claimed);
        assertThat(store.deliveryOf(tenant, planned.message().messageId())).contains(claimed);
        assertThat(store.delivery(tenant, new DeliveryId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    final void a_delivery_keeps_what_the_channel_said() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(planned));
        Delivery claimed = planned.claimed(NOW.plusSeconds(1));
        Delivery failed = claimed.failed("550", "  5.1.1 nul \u0000 og «ukjent» 🙂\r\n", NOW.plusSeconds(2));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, claimed)));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.CLAIMED, failed)));

        assertThat(store.delivery(tenant, planned.id())).contains(failed);
        assertThat(store.deliveryOf(tenant, planned.message().messageId())).contains(failed);
        assertThat(store.deliveries(tenant, idOf(opened), 10)).containsExactly(failed);
    }

    @Test
    final void what_is_held_for_one_letter_is_listed_in_the_order_in_which_it_was_planned() {
        TicketChange opened = samples.opened(1);
        AgentId agent = new AgentId("Åse «1» x");
        Digest digest = new Digest(agent, Channel.MAIL, NOW.plusSeconds(60));
        Delivery second = samples.delivery(idOf(opened), NOW.plusSeconds(2)).heldFor(digest);
        Delivery first = samples.delivery(idOf(opened), NOW.plusSeconds(1)).heldFor(digest);
        Delivery gone = samples.delivery(idOf(opened), NOW).heldFor(digest);
        Delivery elsewhere = samples.delivery(idOf(opened), NOW)
                .heldFor(new Digest(new AgentId("åse «1» x"), Channel.MAIL, digest.due()));
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(second)
                .newDelivery(first)
                .newDelivery(gone)
                .newDelivery(elsewhere)
                .newDelivery(samples.delivery(idOf(opened), NOW)));
        mustCommit(samples.changes()
                .delivery(new DeliveryChange(DeliveryState.PLANNED, gone.joined("<svar.1@desk.example>", NOW))));

        assertThat(store.heldFor(tenant, digest, 10)).containsExactly(first, second);
        assertThat(store.heldFor(tenant, digest, 1)).containsExactly(first);
        assertThat(store.heldFor(tenant, new Digest(agent, new Channel("chat"), digest.due()), 10))
                .isEmpty();
        assertThat(store.heldFor(tenant, new Digest(agent, Channel.MAIL, NOW), 10))
                .isEmpty();
    }

    @Test
    final void what_was_told_in_one_letter_is_listed_in_the_order_in_which_it_was_planned() {
        TicketChange opened = samples.opened(1);
        Digest digest = new Digest(new AgentId("Åse"), Channel.MAIL, NOW.plusSeconds(60));
        Delivery second = samples.delivery(idOf(opened), NOW.plusSeconds(2)).heldFor(digest);
        Delivery first = samples.delivery(idOf(opened), NOW.plusSeconds(1)).heldFor(digest);
        Delivery another = samples.delivery(idOf(opened), NOW).heldFor(digest);
        Delivery held = samples.delivery(idOf(opened), NOW).heldFor(digest);
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(second)
                .newDelivery(first)
                .newDelivery(another)
                .newDelivery(held));
        String letter = "<svar.1@desk.example>";
        Delivery firstTold = first.joined(letter, NOW);
        Delivery secondTold = second.joined(letter, NOW);
        mustCommit(samples.changes()
                .delivery(new DeliveryChange(DeliveryState.PLANNED, firstTold))
                .delivery(new DeliveryChange(DeliveryState.PLANNED, secondTold))
                .delivery(new DeliveryChange(DeliveryState.PLANNED, another.joined("<SVAR.1@desk.example>", NOW))));

        assertThat(store.joinedIn(tenant, digest, letter, 10)).containsExactly(firstTold, secondTold);
        assertThat(store.joinedIn(tenant, digest, letter, 1)).containsExactly(firstTold);
        assertThat(store.joinedIn(tenant, new Digest(digest.agent(), Channel.MAIL, NOW), letter, 10))
                .isEmpty();
    }

    @Test
    final void a_delivery_keeps_since_when_it_waits_until_it_is_sent_again() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(planned));
        Instant since = NOW.plusSeconds(2);
        Delivery claimed = planned.claimed(NOW.plusSeconds(1));
        Delivery waiting = claimed.postponed("", "", since, NOW.plusSeconds(3));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, claimed)));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.CLAIMED, waiting)));

        assertThat(store.delivery(tenant, planned.id()).flatMap(Delivery::deferredSince))
                .contains(since);
        Delivery failed = waiting.claimed(since.plusSeconds(2)).failed("", "", since.plusSeconds(2));
        Delivery again = failed.resent("once more", since.plusSeconds(3));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.DEFERRED, failed)));
        assertThat(store.deliveries(tenant, idOf(opened), 1)).containsExactly(failed);
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.FAILED, again)));
        assertThat(store.delivery(tenant, planned.id()).flatMap(Delivery::deferredSince))
                .isEmpty();
    }

    @Test
    final void a_delivery_that_is_not_known_does_not_move_on() {
        TicketChange opened = committed(samples.opened(1));
        Delivery never = samples.delivery(idOf(opened), NOW);

        assertThat(store.commit(samples.changes()
                        .delivery(new DeliveryChange(DeliveryState.PLANNED, never.claimed(NOW)))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, never.id())).isEmpty();
    }

    @Test
    final void a_delivery_that_is_known_is_not_planned_again() {
        TicketChange opened = samples.opened(1);
        Delivery planned = samples.delivery(idOf(opened), NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(planned));
        mustCommit(samples.changes()
                .delivery(new DeliveryChange(DeliveryState.PLANNED, planned.claimed(NOW.plusSeconds(1)))));

        assertThat(store.commit(samples.changes().newDelivery(planned).build())).isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, planned.id())).contains(planned.claimed(NOW.plusSeconds(1)));
    }

    @Test
    final void a_ticket_lists_its_latest_deliveries_in_the_order_they_were_planned() {
        TicketChange opened = samples.opened(1);
        Delivery second = samples.delivery(idOf(opened), NOW.plusSeconds(2));
        Delivery first = samples.delivery(idOf(opened), NOW.plusSeconds(1));
        Delivery third = samples.delivery(idOf(opened), NOW.plusSeconds(3));
        mustCommit(samples.changes()
                .ticket(opened)
                .newDelivery(second)
                .newDelivery(first)
                .newDelivery(third));

        assertThat(store.deliveries(tenant, idOf(opened), 10)).containsExactly(first, second, third);
        assertThat(store.deliveries(tenant, idOf(opened), 2)).containsExactly(second, third);
    }

    @Test
    final void deliveries_of_one_instant_are_listed_in_the_order_of_their_ids_text() {
        TicketChange opened = samples.opened(1);
        List<Delivery> planned = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            planned.add(samples.delivery(idOf(opened), NOW));
        }
        Changes.Builder changes = samples.changes().ticket(opened);
        planned.forEach(changes::newDelivery);
        mustCommit(changes);
        planned.sort(Comparator.comparing(delivery -> delivery.id().toString()));

        assertThat(store.deliveries(tenant, idOf(opened), 100)).isEqualTo(planned);
    }

    @Test
    final void a_mailing_lists_its_deliveries_in_the_states_asked_for_page_by_page_in_the_order_of_their_ids_text() {
        MailingId mailing = new MailingId(UUID.randomUUID());
        List<Delivery> planned = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            planned.add(samples.delivery(mailing, NOW));
        }
        Changes.Builder changes =
                samples.changes().newDelivery(samples.delivery(new MailingId(UUID.randomUUID()), NOW));
        planned.forEach(changes::newDelivery);
        mustCommit(changes);
        List<Delivery> failed = new ArrayList<>();
        List<Delivery> claimed = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Delivery began = planned.get(i).claimed(NOW.plusSeconds(1));
            mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, began)));
            if (i < 15) {
                Delivery after = began.failed("5.1.1", "nobody", NOW.plusSeconds(2));
                mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.CLAIMED, after)));
                failed.add(after);
            } else {
                claimed.add(began);
            }
        }
        Comparator<Delivery> byId =
                Comparator.comparing(delivery -> delivery.id().toString());
        failed.sort(byId);
        List<Delivery> begun =
                Stream.concat(failed.stream(), claimed.stream()).sorted(byId).toList();

        Set<DeliveryState> onlyFailed = Set.of(DeliveryState.FAILED);
        assertThat(pages(mailing, onlyFailed, 4)).isEqualTo(failed);
        assertThat(pages(mailing, Set.of(DeliveryState.FAILED, DeliveryState.CLAIMED), 7))
                .isEqualTo(begun);
        assertThat(store.deliveries(tenant, mailing, onlyFailed, Optional.empty(), 100))
                .isEqualTo(failed);
        assertThat(store.deliveries(tenant, mailing, Set.of(), Optional.empty(), 100))
                .isEmpty();
        assertThat(store.deliveries(tenant, new MailingId(UUID.randomUUID()), onlyFailed, Optional.empty(), 100))
                .isEmpty();
    }

    private List<Delivery> pages(MailingId mailing, Set<DeliveryState> states, int limit) {
        List<Delivery> all = new ArrayList<>();
        List<Delivery> page = store.deliveries(tenant, mailing, states, Optional.empty(), limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            assertThat(all).as("deliveries that came already").doesNotContainAnyElementsOf(page);
            all.addAll(page);
            DeliveryId last = page.get(page.size() - 1).id();
            page = store.deliveries(tenant, mailing, states, Optional.of(last), limit);
        }
        return all;
    }

    @Test
    final void a_delivery_is_found_by_what_its_gateway_calls_it_on_its_channel_only() {
        TicketChange opened = samples.opened(store.nextNumber(tenant));
        Channel chat = new Channel("chat");
        Delivery earlier = accepted(samples.text(idOf(opened), Channel.PHONE, NOW), "SM-1 «æ»");
        mustCommit(samples.changes().ticket(opened).newDelivery(earlier));
        Delivery later = accepted(samples.text(idOf(opened), Channel.PHONE, NOW.plusSeconds(1)), "SM-1 «æ»");
        Delivery elsewhere = accepted(samples.text(idOf(opened), chat, NOW.plusSeconds(2)), "SM-1 «æ»");
        Delivery planned = samples.text(idOf(opened), Channel.PHONE, NOW);
        mustCommit(samples.changes().newDelivery(later).newDelivery(elsewhere).newDelivery(planned));
        Delivery claimed = planned.claimed(NOW);
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, claimed)));
        Delivery taken = claimed.accepted("sm-2", NOW);
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.CLAIMED, taken)));

        assertThat(store.deliveryByReference(tenant, Channel.PHONE, "SM-1 «æ»")).contains(later);
        assertThat(store.deliveryByReference(tenant, chat, "SM-1 «æ»")).contains(elsewhere);
        assertThat(store.deliveryByReference(tenant, Channel.PHONE, "sm-2")).contains(taken);
        assertThat(store.deliveryByReference(tenant, Channel.PHONE, "SM-2")).isEmpty();
        assertThat(store.deliveryByReference(tenant, Channel.MAIL, "sm-2")).isEmpty();
    }

    static Delivery accepted(Delivery delivery, String reference) {
        return delivery.claimed(NOW).accepted(reference, delivery.plannedAt());
    }

    @Test
    final void a_delivery_that_was_sent_again_keeps_what_became_of_it_before() {
        TicketChange opened = samples.opened(store.nextNumber(tenant));
        Delivery failed = samples.delivery(idOf(opened), NOW).claimed(NOW).failed("550", "nul \u0000 «nei»", NOW);
        mustCommit(samples.changes().ticket(opened).newDelivery(failed));
        Delivery again = failed.resent("the server was mended", NOW.plusSeconds(1));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.FAILED, again)));

        assertThat(store.commit(samples.changes()
                        .delivery(new DeliveryChange(DeliveryState.FAILED, failed.resent("mine", NOW)))
                        .build()))
                .as("sent again by somebody else at the same time")
                .isEqualTo(CommitResult.STALE);
        assertThat(store.delivery(tenant, failed.id())).contains(again);
    }

    @Test
    final void a_mailing_counts_its_deliveries_in_each_state() {
        MailingId mailing = new MailingId(UUID.randomUUID());
        Delivery first = samples.delivery(mailing, NOW);
        mustCommit(samples.changes()
                .newDelivery(first)
                .newDelivery(samples.delivery(mailing, NOW))
                .newDelivery(samples.delivery(mailing, NOW).suppressed("gave it back", NOW))
                .newDelivery(samples.delivery(new MailingId(UUID.randomUUID()), NOW)));
        mustCommit(samples.changes().delivery(new DeliveryChange(DeliveryState.PLANNED, first.claimed(NOW))));

        assertThat(store.deliveryCounts(tenant, mailing))
                .isEqualTo(Map.of(DeliveryState.PLANNED, 1L, DeliveryState.CLAIMED, 1L, DeliveryState.SUPPRESSED, 1L));
        assertThat(store.deliveryCounts(tenant, new MailingId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    final void a_delivery_of_a_mailing_needs_no_ticket_and_mail_that_answers_it_belongs_to_none() {
        Delivery planned = samples.delivery(new MailingId(UUID.randomUUID()), NOW);
        mustCommit(samples.changes().newDelivery(planned));

        assertThat(store.delivery(tenant, planned.id())).contains(planned);
        assertThat(store.deliveryOf(tenant, planned.message().messageId())).contains(planned);
        assertThat(store.ticketsOfMail(tenant, List.of(planned.message().messageId())))
                .isEmpty();
    }
}
