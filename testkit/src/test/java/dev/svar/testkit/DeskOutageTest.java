package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.Outage;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.OutboundMessage;
import dev.svar.message.Pause;
import dev.svar.message.SendOutcome;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Servers that are not there, or want to be left alone: nothing is lost, and no letter loses its tries. */
final class DeskOutageTest {
    private static final SendOutcome GONE = new SendOutcome.Unavailable("", "no connection");
    private static final SendOutcome TAKEN = new SendOutcome.Accepted("");

    private final TestDesk office = new TestDesk();
    private final List<Instant> tries = new ArrayList<>();
    private final List<Ticket> tickets = new ArrayList<>();

    private HelpDesk desk(Function<OutboundMessage, SendOutcome> script) {
        return office.builder(new ScriptedTransport(message -> {
                    tries.add(office.time.instant());
                    return script.apply(message);
                }))
                .sla(DeskDeliveryTest.NO_PROMISES)
                .build();
    }

    private void open(HelpDesk desk, int count) {
        for (int i = 0; i < count; i++) {
            tickets.add(
                    desk.open(NewTicket.builder(KARI, "Betaling " + i, "Hjelp").build()));
        }
    }

    private List<Delivery> deliveries() {
        return tickets.stream().map(ticket -> office.only(ticket.id())).toList();
    }

    private void live(HelpDesk desk, Duration time) {
        office.time.runUntil(desk, office.time.instant().plus(time));
    }

    @Test
    void a_dead_server_costs_no_tries_and_is_looked_at_once_in_a_while() {
        HelpDesk desk = desk(message -> GONE);
        open(desk, 50);
        DueRun run = desk.runDue(1000);

        assertThat(tries).hasSize(1);
        assertThat(run.next().orElseThrow()).isEqualTo(desk.outages().get(0).nextLook());
        live(desk, Duration.ofHours(24));
        assertThat(tries).hasSizeBetween(80, 110);
        assertThat(deliveries()).allMatch(delivery -> delivery.state().waiting() && delivery.attempts() == 0);
        assertThat(desk.outages())
                .extracting(Outage::channel, Outage::since, Outage::reason)
                .containsExactly(tuple(Channel.MAIL, tries.get(0), "no connection"));
    }

    @Test
    void what_waited_leaves_by_itself_when_the_server_is_back() {
        List<SendOutcome> answer = new ArrayList<>(List.of(GONE));
        HelpDesk desk = desk(message -> answer.get(0));
        open(desk, 50);
        live(desk, Duration.ofHours(3));
        answer.set(0, TAKEN);
        live(desk, Duration.ofMinutes(20));

        assertThat(desk.outages()).isEmpty();
        assertThat(deliveries())
                .allMatch(delivery -> delivery.state() == DeliveryState.ACCEPTED && delivery.attempts() == 1);
    }

    @Test
    void a_channel_that_is_out_of_reach_keeps_no_other_from_its_work() {
        RecordingTransport phones = RecordingTransport.on(Channel.PHONE);
        HelpDesk desk = office.builder(new ScriptedTransport(message -> GONE))
                .transport(phones)
                .sla(DeskDeliveryTest.NO_PROMISES)
                .build();
        open(desk, 30);
        desk.open(NewTicket.builder(Address.phone("+4799887766"), "Betaling", "Hjelp")
                .build());
        desk.runDue(1000);

        assertThat(phones.accepted()).hasSize(1);
    }

    @Test
    void what_waits_for_a_server_that_never_comes_back_fails_after_its_lifetime() {
        HelpDesk desk = desk(message -> GONE);
        open(desk, 30);
        live(desk, Delivery.LIFETIME.minusHours(1));
        assertThat(deliveries()).allMatch(delivery -> delivery.state().waiting());
        live(desk, Duration.ofHours(2));

        assertThat(deliveries()).allMatch(delivery -> delivery.state() == DeliveryState.FAILED);
        assertThat(office.events(tickets.get(0).id(), TicketEvent.DeliveryFailed.class))
                .hasSize(1);
        assertThat(desk.runDue(10).next()).isEmpty();
    }

    @Test
    void what_was_off_for_long_is_sent_when_the_server_is_there() {
        HelpDesk desk = desk(message -> TAKEN);
        open(desk, 3);
        office.time.advance(Delivery.LIFETIME.multipliedBy(3));
        desk.runDue(100);

        assertThat(deliveries()).allMatch(delivery -> delivery.state() == DeliveryState.ACCEPTED);
    }

    @Test
    void a_server_that_names_a_time_is_not_asked_before_it() {
        HelpDesk desk = desk(message -> tries.size() == 1
                ? new SendOutcome.Deferred("503", "busy", Optional.of(new Pause.Lasting(Duration.ofMinutes(90))), false)
                : TAKEN);
        open(desk, 1);
        live(desk, Duration.ofHours(2));

        assertThat(tries).hasSize(2);
        assertThat(Duration.between(tries.get(0), tries.get(1))).isEqualTo(Duration.ofMinutes(90));
        assertThat(deliveries().get(0).attempts()).isEqualTo(2);
    }

    @Test
    void a_time_that_is_sooner_than_the_pause_or_far_away_is_bounded() {
        HelpDesk desk = desk(message -> new SendOutcome.Deferred(
                "503",
                "busy",
                Optional.of(
                        tries.size() == 1
                                ? new Pause.Lasting(Duration.ofSeconds(1))
                                : new Pause.Until(office.time.instant().plus(Duration.ofDays(400)))),
                false));
        open(desk, 1);
        live(desk, Duration.ofDays(1));

        assertThat(Duration.between(tries.get(0), tries.get(1)))
                .isBetween(Duration.ofMinutes(1), Duration.ofSeconds(72));
        assertThat(Duration.between(tries.get(1), tries.get(2))).isEqualTo(Delivery.LONGEST_PAUSE);
    }

    @Test
    void too_much_lately_costs_no_tries_but_ends_after_the_lifetime() {
        HelpDesk desk = desk(message -> new SendOutcome.Deferred("429", "too many", Optional.empty(), true));
        open(desk, 1);
        live(desk, Delivery.LIFETIME.minusHours(7));

        assertThat(deliveries().get(0).state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(deliveries().get(0).attempts()).isZero();
        assertThat(deliveries().get(0).deferredSince()).contains(tries.get(0));
        assertThat(tries).hasSizeLessThan(40);
        live(desk, Duration.ofDays(1));
        assertThat(deliveries().get(0).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(deliveries().get(0).code()).isEqualTo("429");
        assertThat(desk.runDue(10).next()).isEmpty();
    }
}
