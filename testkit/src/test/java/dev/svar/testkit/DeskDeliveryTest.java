package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.DueRun;
import dev.svar.Effect;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.message.BouncedRecipient;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeskDeliveryTest {
    static final SlaPolicy NO_PROMISES =
            SlaPolicy.builder(BusinessCalendar.standard(ZoneOffset.UTC)).build();

    private final TestDesk office = new TestDesk(new MemoryStore());
    private final List<Instant> attempts = new ArrayList<>();

    private HelpDesk desk(Function<OutboundMessage, SendOutcome> script) {
        return office.builder(new ScriptedTransport(message -> {
                    attempts.add(office.time.instant());
                    return script.apply(message);
                }))
                .sla(NO_PROMISES)
                .build();
    }

    private static Ticket opened(HelpDesk desk) {
        return desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt med kortet mitt.")
                .build());
    }

    private void liveThroughAMonth(HelpDesk desk) {
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofDays(30)));
    }

    @Test
    void a_deferred_delivery_is_tried_again_with_growing_pauses_until_it_fails() {
        HelpDesk desk = desk(m -> new SendOutcome.Deferred("4.2.0", "mailbox busy"));
        Ticket ticket = opened(desk);
        liveThroughAMonth(desk);
        Delivery delivery = office.only(ticket.id());

        assertThat(attempts).hasSize(Delivery.MAX_ATTEMPTS);
        assertThat(Duration.between(attempts.get(0), attempts.get(attempts.size() - 1)))
                .isBetween(Duration.ofDays(3), Duration.ofDays(5));
        for (int i = 2; i < 9; i++) {
            Duration before = Duration.between(attempts.get(i - 2), attempts.get(i - 1));
            assertThat(Duration.between(attempts.get(i - 1), attempts.get(i))).isGreaterThan(before);
        }
        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(delivery.attempts()).isEqualTo(Delivery.MAX_ATTEMPTS);
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class))
                .containsExactly(new TicketEvent.DeliveryFailed(KARI, "4.2.0", "mailbox busy"));
        assertThat(desk.runDue(10).next()).isEmpty();
    }

    @Test
    void a_slow_server_does_not_make_what_waits_behind_it_uncertain() {
        HelpDesk other = office.builder(office.mail).sla(NO_PROMISES).build();
        HelpDesk slow = desk(m -> {
            office.time.advance(Duration.ofMinutes(4));
            other.runDue(100);
            return new SendOutcome.Deferred("", "nobody answers");
        });
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tickets.add(opened(slow));
        }
        slow.runDue(100);

        assertThat(tickets)
                .extracting(ticket -> office.only(ticket.id()).state())
                .containsOnly(DeliveryState.DEFERRED, DeliveryState.ACCEPTED)
                .contains(DeliveryState.DEFERRED, DeliveryState.ACCEPTED);
    }

    @Test
    void what_came_of_a_slow_hand_over_is_recorded_also_when_another_desk_has_claimed_it() {
        List<TicketId> ids = new ArrayList<>();
        HelpDesk slow = desk(m -> {
            office.time.advance(Duration.ofMinutes(11));
            assertThat(office.store.claim(TENANT, StoreSuite.LANE, office.time.instant(), Duration.ofMinutes(10), 10))
                    .hasSize(1);
            return new SendOutcome.Accepted("250 queued");
        });
        ids.add(opened(slow).id());
        slow.runDue(1);
        liveThroughAMonth(slow);

        assertThat(office.only(ids.get(0)).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(attempts).hasSize(1);
        assertThat(office.events(ids.get(0), TicketEvent.DeliveryFailed.class)).isEmpty();
    }

    @Test
    void a_loss_is_recorded_and_told_also_when_a_reaction_to_it_fails() {
        HelpDesk desk = office.builder(new ScriptedTransport(m -> new SendOutcome.Failed("5.1.1", "nobody there")))
                .sla(NO_PROMISES)
                .reaction(step -> {
                    if (step.event().event() instanceof TicketEvent.DeliveryFailed) {
                        throw new IllegalStateException("a bug of the host");
                    }
                    return List.of();
                })
                .build();
        Ticket ticket = opened(desk);
        desk.runDue(10);

        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class))
                .containsExactly(new TicketEvent.DeliveryFailed(KARI, "5.1.1", "nobody there"));
    }

    @Test
    void a_renderer_that_fails_does_not_undo_the_ticket() {
        HelpDesk desk = office.builder(office.mail)
                .renderer((template, context) -> {
                    throw new IllegalStateException("a bug of the host");
                })
                .build();
        Ticket ticket = opened(desk);

        assertThat(desk.deliveries(ticket.id(), 10))
                .extracting(Delivery::detail)
                .containsExactly("template: java.lang.IllegalStateException");
    }

    @Test
    void a_desk_without_a_transport_leaves_deliveries_to_those_that_have_one() {
        Ticket ticket = opened(desk(m -> new SendOutcome.Accepted("")));
        HelpDesk web = HelpDesk.builder(office.store).time(office.time).build();
        liveThroughAMonth(web);

        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.PLANNED);
        liveThroughAMonth(desk(m -> new SendOutcome.Accepted("")));
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void a_deferred_delivery_that_is_taken_at_last_is_done() {
        AtomicInteger left = new AtomicInteger(2);
        List<String> ids = new ArrayList<>();
        HelpDesk desk = desk(m -> {
            ids.add(m.messageId());
            return left.getAndDecrement() > 0
                    ? new SendOutcome.Deferred("4.2.0", "greylisted")
                    : new SendOutcome.Accepted("250 queued");
        });
        Ticket ticket = opened(desk);
        DueRun first = desk.runDue(10);

        assertThat(first.failed()).isZero();
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(first.next().orElseThrow())
                .isAfterOrEqualTo(office.time.instant().plusSeconds(60));
        liveThroughAMonth(desk);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(office.only(ticket.id()).detail()).isEqualTo("250 queued");
        assertThat(ids)
                .hasSize(3)
                .containsOnly(office.only(ticket.id()).message().messageId());
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class)).isEmpty();
    }

    @Test
    void a_failed_delivery_is_not_tried_again_and_tells_the_ticket() {
        HelpDesk desk = desk(m -> new SendOutcome.Failed("5.1.1", "no such user"));
        Ticket ticket = opened(desk);
        liveThroughAMonth(desk);

        assertThat(attempts).hasSize(1);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class))
                .containsExactly(new TicketEvent.DeliveryFailed(KARI, "5.1.1", "no such user"));
    }

    @Test
    void an_uncertain_delivery_is_never_sent_again() {
        HelpDesk desk = desk(m -> new SendOutcome.Uncertain("cut off after the data"));
        Ticket ticket = opened(desk);
        liveThroughAMonth(desk);

        assertThat(attempts).hasSize(1);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(office.only(ticket.id()).detail()).isEqualTo("cut off after the data");
    }

    @Test
    void what_a_transport_that_throws_was_given_is_never_sent_again() {
        HelpDesk desk = desk(m -> {
            throw new IllegalStateException("secret of kari");
        });
        Ticket ticket = opened(desk);
        Ticket other = opened(desk);
        DueRun run = desk.runDue(10);
        liveThroughAMonth(desk);

        assertThat(run.done()).isEqualTo(2);
        assertThat(attempts).hasSize(2);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(office.only(ticket.id()).detail()).doesNotContain("secret");
        assertThat(office.only(other.id()).state()).isEqualTo(DeliveryState.UNCERTAIN);
    }

    @Test
    void a_hand_over_in_which_the_process_died_is_never_sent_again() {
        HelpDesk dying = desk(m -> {
            throw new StackOverflowError("the process dies here");
        });
        Ticket ticket = opened(dying);

        assertThatThrownBy(() -> dying.runDue(10)).isInstanceOf(StackOverflowError.class);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.CLAIMED);
        HelpDesk restarted = desk(m -> new SendOutcome.Accepted("250"));
        assertThat(restarted.runDue(10).done()).isZero();
        liveThroughAMonth(restarted);
        assertThat(attempts).hasSize(1);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(restarted.runDue(10).next()).isEmpty();
    }

    @Test
    void a_desk_that_takes_over_after_the_lease_does_not_send_what_the_first_is_still_sending() {
        HelpDesk second = office.builder(office.mail).sla(NO_PROMISES).build();
        List<DeliveryState> seen = new ArrayList<>();
        List<TicketId> ids = new ArrayList<>();
        HelpDesk first = desk(m -> {
            seen.add(office.only(ids.get(0)).state());
            assertThat(second.runDue(10).done()).isZero();
            office.time.advance(Duration.ofMinutes(11));
            assertThat(second.runDue(10).done()).isEqualTo(1);
            seen.add(office.only(ids.get(0)).state());
            return new SendOutcome.Failed("5.0.0", "too late");
        });
        ids.add(opened(first).id());
        first.runDue(1);
        liveThroughAMonth(second);

        assertThat(seen).containsExactly(DeliveryState.CLAIMED, DeliveryState.UNCERTAIN);
        assertThat(attempts).hasSize(1);
        assertThat(office.mail.offered()).isEmpty();
        assertThat(office.only(ids.get(0)).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(office.events(ids.get(0), TicketEvent.DeliveryFailed.class))
                .extracting(TicketEvent.DeliveryFailed::reason)
                .containsExactly("the hand-over was interrupted", "too late");
    }

    @Test
    void letters_that_wait_while_others_take_longer_than_a_claim_are_sent_all_the_same() {
        HelpDesk desk = desk(m -> {
            office.time.advance(Duration.ofMinutes(11));
            return new SendOutcome.Accepted("250");
        });
        int letters = 15;
        for (int i = 0; i < letters; i++) {
            opened(desk);
        }
        liveThroughAMonth(desk);

        assertThat(desk.deadWork(Optional.empty(), 100)).isEmpty();
        assertThat(attempts).hasSize(letters);
    }

    @Test
    void an_outcome_that_could_not_be_recorded_is_uncertain_and_never_sent_again() {
        AtomicBoolean broken = new AtomicBoolean();
        TestDesk fragile = new TestDesk(FaultyStore.refusing(changes ->
                broken.get() && changes.deliveries().stream().anyMatch(d -> d.expected() == DeliveryState.CLAIMED)));
        HelpDesk desk = fragile.builder(fragile.mail).sla(NO_PROMISES).build();
        Ticket ticket = opened(desk);
        broken.set(true);
        DueRun run = desk.runDue(10);
        broken.set(false);

        assertThat(run.failed()).isEqualTo(1);
        assertThat(fragile.only(ticket.id()).state()).isEqualTo(DeliveryState.CLAIMED);
        fragile.time.runUntil(desk, fragile.time.instant().plus(Duration.ofDays(1)));
        assertThat(fragile.only(ticket.id()).state()).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(fragile.mail.offered()).hasSize(1);
    }

    @Test
    void a_claim_that_could_not_be_recorded_sends_nothing_yet() {
        AtomicBoolean broken = new AtomicBoolean(true);
        TestDesk fragile = new TestDesk(FaultyStore.refusing(changes ->
                broken.get() && changes.deliveries().stream().anyMatch(d -> d.expected() == DeliveryState.PLANNED)));
        HelpDesk desk = fragile.builder(fragile.mail).sla(NO_PROMISES).build();
        Ticket ticket = opened(desk);
        assertThat(desk.runDue(10).failed()).isEqualTo(1);

        assertThat(fragile.mail.offered()).isEmpty();
        broken.set(false);
        fragile.time.runUntil(desk, fragile.time.instant().plus(Duration.ofMinutes(2)));
        assertThat(fragile.mail.offered()).hasSize(1);
        assertThat(fragile.only(ticket.id()).state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void a_commit_that_fails_leaves_no_ticket_behind() {
        TestDesk fragile = new TestDesk(FaultyStore.refusing(changes -> true));

        assertThatThrownBy(fragile::opened).hasMessage("the connection is gone");
        assertThat(fragile.allTickets()).isEmpty();
        assertThat(fragile.desk.runDue(10).done()).isZero();
    }

    @Test
    void a_bounce_that_comes_while_the_delivery_waits_stops_further_attempts() {
        HelpDesk desk = desk(m -> new SendOutcome.Deferred("4.2.0", "busy"));
        Ticket ticket = opened(desk);
        desk.runDue(10);
        String messageId = office.only(ticket.id()).message().messageId();
        desk.receive(TestDesk.mail("b", KARI)
                .nature(new MessageNature.Bounce(
                        Optional.of(messageId), List.of(new BouncedRecipient(KARI, "5.1.1", true, true, "gone"))))
                .build());
        liveThroughAMonth(desk);

        assertThat(attempts).hasSize(1);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class)).hasSize(1);
    }

    @Test
    void a_bounce_that_overtakes_the_outcome_is_kept() {
        List<HelpDesk> self = new ArrayList<>();
        HelpDesk desk = desk(m -> {
            self.get(0)
                    .receive(TestDesk.mail("b", KARI)
                            .nature(new MessageNature.Bounce(
                                    Optional.of(m.messageId()),
                                    List.of(new BouncedRecipient(KARI, "5.1.1", true, true, "gone"))))
                            .build());
            return new SendOutcome.Accepted("250");
        });
        self.add(desk);
        Ticket ticket = opened(desk);
        liveThroughAMonth(desk);

        assertThat(attempts).hasSize(1);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(desk.runDue(10).next()).isEmpty();
    }

    @Test
    void many_deliveries_are_handed_over_once_by_many_threads() throws Exception {
        for (int i = 0; i < 60; i++) {
            office.opened();
        }
        List<DueRun> runs = Race.of(8, i -> office.desk.runDue(1 + i * 3));
        while (office.desk.runDue(7).done() > 0) {
            assertThat(office.mail.offered()).hasSizeLessThanOrEqualTo(60);
        }

        assertThat(runs).allSatisfy(r -> assertThat(r.failed()).isZero());
        assertThat(runs.get(0).done()).isLessThanOrEqualTo(1);
        assertThat(office.mail.offered()).hasSize(60);
        assertThat(office.mail.offered()).extracting(OutboundMessage::messageId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ broken", "{% nonsense %}", "{% for i in (1..100000000) %}x{% endfor %}"})
    void a_template_that_fails_leaves_the_ticket_and_a_failed_delivery(String source) {
        TemplateCatalog broken = TemplateCatalog.shipped()
                .with(new Template("acknowledged", Locale.forLanguageTag("nb"), "Hei", source));
        HelpDesk desk = office.builder(office.mail).templates(broken).build();
        Ticket ticket = opened(desk);

        assertThat(office.fresh(ticket).status()).isEqualTo(Status.NEW);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(office.only(ticket.id()).detail()).startsWith("template: ");
        assertThat(office.sent()).isEmpty();
    }

    @Test
    void a_desk_that_lacks_a_template_it_needs_is_not_built() {
        HelpDesk.Builder builder = office.builder(office.mail).templates(TemplateCatalog.of(Locale.ENGLISH, List.of()));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("templates have none named");
    }

    @Test
    void a_kind_of_the_host_without_a_template_is_a_failed_delivery_that_the_ticket_tells_of() {
        HelpDesk desk = office.builder(office.mail)
                .reaction(step -> step.event().event() instanceof TicketEvent.Opened
                        ? List.of(new Effect.NotifyCustomer(
                                step.after().requester(), "birthday", "is new here", true, Map.of()))
                        : List.of())
                .build();
        Ticket ticket = opened(desk);

        assertThat(desk.deliveries(ticket.id(), 10))
                .filteredOn(d -> d.kind().equals("birthday"))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.state()).isEqualTo(DeliveryState.FAILED);
                    assertThat(d.detail()).isEqualTo("there is no template of this kind");
                });
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class)).hasSize(1);
        assertThat(desk.find(ticket.id()).orElseThrow().ticket()).isEqualTo(ticket);
    }

    @Test
    void letters_of_one_instant_are_listed_in_the_order_in_which_they_were_planned() {
        Ticket ticket = office.opened();
        for (int i = 0; i < 50; i++) {
            office.desk.reply(ticket.id(), LARS, "Svar " + i);
        }

        assertThat(office.desk.deliveries(ticket.id(), 100))
                .extracting(d -> d.message().text().replaceAll("(?s).*?(Svar \\d+|fått nummer).*", "$1"))
                .startsWith("fått nummer", "Svar 0", "Svar 1")
                .endsWith("Svar 48", "Svar 49");
    }
}
