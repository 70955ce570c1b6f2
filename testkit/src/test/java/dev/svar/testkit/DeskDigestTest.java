package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryKey;
import dev.svar.delivery.DeliveryReport;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.DigestWindow;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.sla.QuietHours;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.StoreException;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several letters to an agent within a window become one. */
final class DeskDigestTest {
    private static final NotifiedPerson TO_BERIT = NotifiedPerson.of(BERIT);

    private final AtomicInteger failing = new AtomicInteger();
    private final TestDesk office = new TestDesk(new ForwardingStore() {
        @Override
        public CommitResult commit(Changes changes) {
            boolean joins = changes.deliveries().stream()
                    .anyMatch(change -> change.after().state() == DeliveryState.JOINED);
            if (joins && failing.getAndDecrement() > 0) {
                throw new StoreException("this commit fails");
            }
            return store.commit(changes);
        }
    });
    private final HelpDesk desk =
            office.builder(office.mail).sla(DeskDeliveryTest.NO_PROMISES).build();
    private final List<Ticket> tickets = new ArrayList<>();

    private void wanted(DigestWindow window, Optional<QuietHours> quiet) {
        ChannelPreferences said = new ChannelPreferences(Set.of(), quiet).digest(window);
        assertThat(desk.setPreferences(
                        desk.preferences(TO_BERIT).in(ZoneId.of("Europe/Oslo")).with(Channel.MAIL, said)))
                .isPresent();
    }

    private void assigned(int count) {
        for (int i = 0; i < count; i++) {
            Ticket ticket = desk.open(
                    NewTicket.builder(KARI, "Sak " + tickets.size(), "Hjelp").build());
            desk.execute(ticket.id(), new TicketCommand.Assign(AGENT, Optional.of(BERIT)));
            tickets.add(ticket);
        }
    }

    private List<OutboundMessage> toBerit() {
        return office.mail.offered().stream()
                .filter(letter -> letter.to().localPart().equals("berit"))
                .toList();
    }

    private List<Delivery> ledger() {
        return tickets.stream()
                .flatMap(ticket -> desk.deliveries(ticket.id(), 100).stream())
                .filter(delivery -> delivery.message().to().localPart().equals("berit"))
                .toList();
    }

    private void live(Duration time) {
        office.time.runUntil(desk, office.time.instant().plus(time));
    }

    @Test
    void letters_of_one_window_become_one_that_tells_them_all() {
        wanted(DigestWindow.HOURLY, Optional.empty());
        assigned(3);
        live(Duration.ofMinutes(59));
        assertThat(toBerit()).isEmpty();
        live(Duration.ofMinutes(2));

        assertThat(toBerit()).hasSize(1);
        OutboundMessage letter = toBerit().get(0);
        assertThat(letter.subject()).isEqualTo("3 varsler fra Påmelding");
        assertThat(letter.text()).contains("Sak 0", "Sak 1", "Sak 2", "Dette har skjedd");
        assertThat(ledger())
                .extracting(Delivery::kind, Delivery::state, Delivery::detail)
                .containsOnly(
                        tuple("assigned", DeliveryState.JOINED, letter.messageId()),
                        tuple("digest", DeliveryState.ACCEPTED, "recorded"));
        assertThat(ledger()).hasSize(4);
        assertThat(desk.runDue(100).next()).isEmpty();
        live(Duration.ofDays(1));
        assertThat(toBerit()).hasSize(1);
    }

    @Test
    void times_are_those_of_where_the_agent_said_to_be_and_else_of_the_desk() {
        Locale bokmal = Locale.forLanguageTag("nb");
        String zone = "{{ 'now' | date: '%H:%M %z' }}";
        HelpDesk timed = office.builder(office.mail)
                .sla(DeskDeliveryTest.NO_PROMISES)
                .templates(TemplateCatalog.shipped()
                        .with(new Template("assigned", bokmal, "Sak", "Tildelt " + zone))
                        .with(new Template(
                                "digest",
                                bokmal,
                                "Varsler",
                                zone + "{% for l in digest.letters %} / {{ l.text }}{% endfor %}")))
                .build();
        for (AgentId agent : List.of(BERIT, TestDesk.SIV)) {
            NotificationPreferences said = timed.preferences(NotifiedPerson.of(agent))
                    .with(Channel.MAIL, ChannelPreferences.EVERYTHING.digest(DigestWindow.HOURLY));
            timed.setPreferences(agent.equals(BERIT) ? said.in(ZoneId.of("Asia/Tokyo")) : said);
            for (int i = 0; i < 2; i++) {
                Ticket ticket =
                        timed.open(NewTicket.builder(KARI, "Sak", "Hjelp").build());
                timed.execute(ticket.id(), new TicketCommand.Assign(AGENT, Optional.of(agent)));
            }
        }
        office.time.runUntil(timed, office.time.instant().plus(Duration.ofMinutes(61)));

        assertThat(toBerit())
                .extracting(letter -> letter.text().strip())
                .containsExactly("19:00 +0900 / Tildelt 18:00 +0900 / Tildelt 18:00 +0900");
        assertThat(office.mail.offered())
                .filteredOn(letter -> letter.to().localPart().equals("siv"))
                .extracting(letter -> letter.text().strip())
                .containsExactly("10:00 +0000 / Tildelt 09:00 +0000 / Tildelt 09:00 +0000");
    }

    /** Whoever looks at one of the tickets must see that its agent was not told. */
    @Test
    void a_lost_letter_is_known_to_all_tickets_that_it_tells_of() {
        wanted(DigestWindow.HOURLY, Optional.empty());
        assigned(3);
        HelpDesk refused = office.builder(new ScriptedTransport(
                        message -> message.to().localPart().equals("berit")
                                ? new SendOutcome.Failed("550", "no such user")
                                : new SendOutcome.Accepted("")))
                .sla(DeskDeliveryTest.NO_PROMISES)
                .build();
        office.time.runUntil(refused, office.time.instant().plus(Duration.ofMinutes(61)));

        assertThat(tickets)
                .hasSize(3)
                .allSatisfy(ticket -> assertThat(losses(ticket)).containsExactly("no such user"));
    }

    @Test
    void a_letter_that_comes_back_is_known_to_all_its_tickets_and_to_no_others() {
        wanted(DigestWindow.HOURLY, Optional.empty());
        assigned(51);
        live(Duration.ofMinutes(61));
        assertThat(toBerit()).hasSize(2);
        String whole = toBerit().stream()
                .filter(letter -> letter.subject().startsWith("50 "))
                .findFirst()
                .orElseThrow()
                .messageId();
        desk.deliveryReported(new DeliveryKey.ByMessageId(whole), DeliveryReport.bounced(true, "5.1.1", "gone"));
        List<Ticket> told = tickets.stream()
                .filter(ticket -> desk.deliveries(ticket.id(), 100).stream()
                        .anyMatch(delivery -> delivery.detail().equals(whole)))
                .toList();

        assertThat(told).hasSize(50);
        assertThat(tickets)
                .allSatisfy(ticket ->
                        assertThat(losses(ticket)).isEqualTo(told.contains(ticket) ? List.of("gone") : List.of()));
    }

    private List<String> losses(Ticket ticket) {
        return office.events(ticket.id(), TicketEvent.DeliveryFailed.class).stream()
                .map(TicketEvent.DeliveryFailed::reason)
                .toList();
    }

    @Test
    void one_alone_leaves_as_it_is() {
        wanted(DigestWindow.HOURLY, Optional.empty());
        assigned(1);
        live(Duration.ofMinutes(61));
        assigned(1);
        live(Duration.ofMinutes(61));

        assertThat(toBerit()).hasSize(2).allMatch(letter -> letter.subject().contains("SUP-"));
        assertThat(ledger()).allMatch(delivery -> delivery.kind().equals("assigned"));
    }

    @Test
    void what_is_urgent_and_what_others_get_does_not_wait() {
        HelpDesk promising = office.builder(office.mail).build();
        wanted(DigestWindow.DAILY, Optional.empty());
        Ticket ticket = promising.open(NewTicket.builder(KARI, "Sak", "Hjelp").build());
        promising.execute(ticket.id(), new TicketCommand.Assign(AGENT, Optional.of(BERIT)));
        promising.runDue(100);
        assertThat(office.mail.offered()).extracting(m -> m.to().localPart()).containsExactly("kari");
        office.time.runUntil(promising, office.time.instant().plus(Duration.ofHours(7)));

        assertThat(toBerit()).isNotEmpty().noneMatch(letter -> letter.subject().contains("varsler"));
    }

    @Test
    void what_is_held_over_a_night_becomes_one_letter_in_the_morning() {
        wanted(DigestWindow.HOURLY, Optional.of(QuietHours.STANDARD));
        office.time.set(Instant.parse("2026-12-01T19:30:00Z"));
        for (int hour = 0; hour < 8; hour++) {
            assigned(1);
            live(Duration.ofHours(1));
        }
        assertThat(toBerit()).isEmpty();
        live(Duration.ofHours(8));

        assertThat(toBerit()).hasSize(1);
        assertThat(toBerit().get(0).text()).contains("Sak 0", "Sak 7");
    }

    @Test
    void a_commit_that_fails_and_several_nodes_lose_and_double_nothing() throws Exception {
        wanted(DigestWindow.HOURLY, Optional.empty());
        assigned(6);
        office.time.advance(Duration.ofHours(1));
        failing.set(2);
        Race.of(4, i -> desk.runDue(100));
        live(Duration.ofHours(2));

        String all = String.join(
                        "\n", toBerit().stream().map(OutboundMessage::text).toList())
                + String.join(
                        "\n", toBerit().stream().map(OutboundMessage::subject).toList());
        for (int i = 0; i < 6; i++) {
            assertThat(all.split("Emne: Sak " + i, -1))
                    .as("how often case %d is told", i)
                    .hasSize(2);
        }
    }

    @Test
    void more_than_fit_into_one_letter_become_several() {
        wanted(DigestWindow.HOURLY, Optional.empty());
        assigned(120);
        live(Duration.ofHours(2));

        assertThat(toBerit()).hasSize(3);
        assertThat(ledger()).filteredOn(d -> d.state() == DeliveryState.JOINED).hasSize(120);
    }

    @Test
    void customers_get_each_letter_by_itself() {
        NotificationPreferences kari = desk.preferences(NotifiedPerson.of(new ContactId(new UUID(1, 2))));

        assertThatThrownBy(() -> kari.with(Channel.MAIL, ChannelPreferences.EVERYTHING.digest(DigestWindow.HOURLY)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("preferences.digest");
    }

    @Test
    void windows_begin_at_midnight_where_the_reader_is_and_end_after_now() {
        long seed = 4711;
        Random random = new Random(seed);
        ZoneId oslo = ZoneId.of("Europe/Oslo");
        Instant noon = Instant.parse("2026-12-01T11:20:00Z");
        assertThat(new DigestWindow(Duration.ofHours(4)).end(noon, oslo))
                .isEqualTo(Instant.parse("2026-12-01T15:00:00Z"));
        assertThat(DigestWindow.DAILY.end(noon, oslo)).isEqualTo(Instant.parse("2026-12-01T23:00:00Z"));
        for (int i = 0; i < 10_000; i++) {
            Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(366 * 24 * 3600));
            DigestWindow window = new DigestWindow(Duration.ofHours(1 + random.nextInt(4)));
            assertThat(window.end(now, oslo))
                    .as("seed %d, %s at %s", seed, window, now)
                    .isAfter(now)
                    .isBeforeOrEqualTo(now.plus(window.length()));
        }
        assertThatThrownBy(() -> new DigestWindow(Duration.ofHours(5))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new DigestWindow(Duration.ofMinutes(1))).isInstanceOf(InvalidValueException.class);
    }
}
