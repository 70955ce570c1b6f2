package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryPace;
import dev.svar.delivery.DeliveryPaces;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.SendOutcome;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** So many letters in so long, by a channel and to a domain. */
final class DeskPaceTest {
    private static final Address PHONE = Address.phone("+4799887766");

    private final AtomicInteger claimed = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();
    private final TestDesk office = new TestDesk(new ForwardingStore() {
        @Override
        public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
            List<Claim> claims = store.claim(tenant, lane, now, lease, limit);
            claimed.addAndGet(claims.size());
            return claims;
        }

        @Override
        public CommitResult commit(Changes changes) {
            changes.workResults().stream()
                    .filter(WorkResult.PutOff.class::isInstance)
                    .forEach(result -> putOff.incrementAndGet());
            return store.commit(changes);
        }
    });
    private final List<Sent> sent = new ArrayList<>();
    private final RecordingTransport phones = RecordingTransport.on(Channel.PHONE);
    private final List<Ticket> tickets = new ArrayList<>();

    private record Sent(String domain, Instant at) {}

    private HelpDesk desk(DeliveryPaces paces) {
        return office.builder(new ScriptedTransport(message -> {
                    sent.add(new Sent(message.to().domain(), office.time.instant()));
                    return new SendOutcome.Accepted("");
                }))
                .transport(phones)
                .sla(DeskDeliveryTest.NO_PROMISES)
                .paces(paces)
                .build();
    }

    private void open(HelpDesk desk, int count, String domain) {
        for (int i = 0; i < count; i++) {
            Address from = Address.mail("kari" + tickets.size() + "@" + domain);
            tickets.add(desk.open(NewTicket.builder(from, "Betaling", "Hjelp").build()));
        }
    }

    private void live(HelpDesk desk, Duration time) {
        office.time.runUntil(desk, office.time.instant().plus(time));
    }

    private void assertPace(String domain, DeliveryPace pace) {
        List<Instant> times = sent.stream()
                .filter(s -> domain.isEmpty() || s.domain().equals(domain))
                .map(Sent::at)
                .toList();
        for (int i = pace.most(); i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - pace.most()), times.get(i)))
                    .as("letter %d to %s", i, domain)
                    .isGreaterThanOrEqualTo(pace.window());
        }
    }

    @Test
    void a_channel_has_its_pace_and_the_others_go_on() {
        HelpDesk desk = desk(DeliveryPaces.none().channel(Channel.MAIL, DeliveryPace.perMinute(10)));
        open(desk, 50, "kunde.example");
        desk.open(NewTicket.builder(PHONE, "Betaling", "Hjelp").build());
        claimed.set(0);
        desk.runDue(1000);
        assertThat(sent).hasSize(10);
        assertThat(phones.accepted()).hasSize(1);
        live(desk, Duration.ofMinutes(5));

        assertThat(sent).hasSize(50);
        assertPace("", DeliveryPace.perMinute(10));
        assertThat(claimed).as("claims, one for each letter").hasValue(51);
        assertThat(tickets)
                .extracting(ticket -> office.only(ticket.id()))
                .allMatch(delivery -> delivery.state() == DeliveryState.ACCEPTED && delivery.attempts() == 1);
    }

    @Test
    void a_domain_has_its_pace_and_those_behind_it_pass() {
        HelpDesk desk = desk(DeliveryPaces.none()
                .domain("Slow.example", DeliveryPace.perMinute(5))
                .eachDomain(DeliveryPace.perMinute(60)));
        open(desk, 200, "slow.example");
        open(desk, 50, "kunde.example");
        claimed.set(0);
        desk.runDue(1000);
        assertThat(sent).filteredOn(s -> s.domain().equals("slow.example")).hasSize(5);
        assertThat(sent).filteredOn(s -> s.domain().equals("kunde.example")).hasSize(50);
        live(desk, Duration.ofMinutes(41));

        assertThat(sent).hasSize(250);
        assertPace("slow.example", DeliveryPace.perMinute(5));
        assertThat(putOff).as("letters put off, each once").hasValue(195);
        assertThat(claimed).as("claims").hasValue(250 + 195);
        assertThat(tickets)
                .extracting(ticket -> office.only(ticket.id()))
                .allMatch(delivery -> delivery.state() == DeliveryState.ACCEPTED && delivery.attempts() == 1);
    }

    @Test
    void both_paces_hold_together() {
        HelpDesk desk = desk(DeliveryPaces.none()
                .channel(Channel.MAIL, DeliveryPace.perMinute(7))
                .eachDomain(DeliveryPace.perMinute(4)));
        open(desk, 30, "one.example");
        open(desk, 30, "two.example");
        live(desk, Duration.ofMinutes(20));

        assertThat(sent).hasSize(60);
        assertPace("", DeliveryPace.perMinute(7));
        assertPace("one.example", DeliveryPace.perMinute(4));
        assertPace("two.example", DeliveryPace.perMinute(4));
    }

    @Test
    void what_waits_for_its_place_is_planned_and_keeps_its_tries() {
        HelpDesk desk = desk(DeliveryPaces.none().eachDomain(DeliveryPace.perMinute(1)));
        open(desk, 3, "kunde.example");
        desk.runDue(1000);

        List<Delivery> waiting = tickets.stream()
                .map(ticket -> office.only(ticket.id()))
                .filter(delivery -> delivery.state() == DeliveryState.PLANNED)
                .toList();
        assertThat(waiting).hasSize(2).allMatch(delivery -> delivery.attempts() == 0);
        assertThat(desk.runDue(10).next()).contains(sent.get(0).at().plus(Duration.ofMinutes(1)));
    }

    @Test
    void an_answer_does_not_stand_behind_a_whole_mailing() {
        HelpDesk desk = desk(DeliveryPaces.none().eachDomain(DeliveryPace.perMinute(5)));
        open(desk, 1, "kunde.example");
        live(desk, Duration.ofMinutes(2));
        List<String> many = IntStream.range(0, 300)
                .mapToObj(i -> "leser" + i + "@kunde.example")
                .toList();
        RecipientList list = RecipientList.of(Channel.MAIL, many);
        Wording wording = new Wording(Locale.ENGLISH, "Closed tonight", "From two to four.");
        desk.announcements()
                .start(desk.announcements()
                        .draft(MailingOrder.of("maintenance", List.of(wording), list), list)
                        .id());
        live(desk, Duration.ofMinutes(5));
        desk.reply(tickets.get(0).id(), TestDesk.LARS, "Prøv igjen.");
        live(desk, Duration.ofMinutes(5));

        assertThat(desk.deliveries(tickets.get(0).id(), 10))
                .extracting(Delivery::kind, Delivery::state)
                .contains(tuple("replied", DeliveryState.ACCEPTED));
        live(desk, Duration.ofHours(2));
        assertThat(sent).hasSize(302);
        assertPace("kunde.example", DeliveryPace.perMinute(5));
    }
}
