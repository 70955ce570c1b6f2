package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.IncidentState;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Something is broken for many. */
class DeskIncidentTest {
    private static final IncidentMatch PAYMENTS = IncidentMatch.category("payment");
    private static final Address SIRI = Address.mail("siri@kunde.example");

    private final TestDesk office = new TestDesk();
    private final HelpDesk desk =
            office.builder(office.mail).recognizeIncidents().build();

    private static List<Wording> news(String text) {
        return List.of(
                new Wording(Locale.forLanguageTag("nb"), "Betaling nede", text),
                new Wording(Locale.ENGLISH, "Payments are down", text));
    }

    private Ticket ask(Address by, String text) {
        return desk.open(NewTicket.builder(by, "Hjelp", text).build());
    }

    /** What was sent to somebody. */
    private List<String> subjects(Address to) {
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(10)));
        return office.mail.offered().stream()
                .filter(m -> m.to().equals(to))
                .map(OutboundMessage::subject)
                .toList();
    }

    @Test
    void who_comes_while_it_goes_on_is_told_at_once_and_their_ticket_is_one_of_its() {
        Incident incident = desk.incidents().open(PAYMENTS, news("Vi ser på det."));
        Ticket ticket = ask(TestDesk.KARI, "Jeg får ikke betalt med kortet mitt.");
        ask(TestDesk.OLA, "Hvor er dere?");

        assertThat(subjects(TestDesk.KARI)).hasSize(2).contains("Betaling nede");
        assertThat(office.last().text()).isNotEmpty();
        assertThat(desk.find(ticket.id()).orElseThrow().ticket().tags()).contains(incident.tag());
        assertThat(subjects(TestDesk.OLA)).hasSize(1).doesNotContain("Betaling nede");
    }

    @Test
    void a_desk_that_was_not_asked_to_recognizes_none() {
        desk.incidents().open(PAYMENTS, news("Vi ser på det."));
        Ticket ticket = office.opened();

        assertThat(office.fresh(ticket).tags()).isEmpty();
    }

    @Test
    void news_reach_those_on_the_list_and_those_who_asked_once_each() {
        RecipientList list = RecipientList.of(
                Channel.MAIL,
                List.of(SIRI.value() + "\tnb", TestDesk.KARI.value().toUpperCase(Locale.ROOT)));
        Incident incident = desk.incidents().open(PAYMENTS, news("Vi ser på det."), list);
        ask(TestDesk.KARI, "Jeg får ikke betalt med kortet mitt.");
        ask(TestDesk.KARI, "Kortet mitt virker ikke, får ikke betalt.");
        Ticket other = ask(TestDesk.OLA, "Hvor er dere?");
        desk.incidents().belongs(other.id(), incident.id(), TestDesk.LARS);
        subjects(SIRI);
        desk.incidents().update(incident.id(), news("Vi har funnet feilen."));

        assertThat(subjects(SIRI)).containsExactly("Betaling nede", "Oppdatering: Betaling nede");
        assertThat(subjects(TestDesk.KARI))
                .filteredOn(s -> s.startsWith("Oppdatering") || s.startsWith("Update"))
                .hasSize(1);
        assertThat(subjects(TestDesk.OLA))
                .filteredOn(s -> s.startsWith("Oppdatering") || s.startsWith("Update"))
                .hasSize(1);
    }

    @Test
    void when_it_is_over_all_its_tickets_are_solved_however_many_and_nobody_is_recognized_any_more() {
        Incident incident = desk.incidents().open(PAYMENTS, news("Vi ser på det."));
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            tickets.add(ask(Address.mail("kunde" + i + "@kunde.example"), "Jeg får ikke betalt med kortet mitt."));
        }
        Ticket other = ask(TestDesk.OLA, "Hvor er dere?");
        desk.incidents().resolve(incident.id(), news("Det virker igjen."));
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(30)));

        assertThat(tickets)
                .allMatch(t -> desk.find(t.id()).orElseThrow().ticket().status().category() == StatusCategory.SOLVED);
        assertThat(desk.find(other.id()).orElseThrow().ticket().status().category())
                .isEqualTo(StatusCategory.NEW);
        assertThat(office.mail.offered())
                .filteredOn(m -> m.subject().equals("Løst: Betaling nede"))
                .hasSize(120);
        assertThat(tickets.stream()
                        .flatMap(t -> desk.deliveries(t.id(), 100).stream())
                        .map(Delivery::kind))
                .as("nobody is told twice that it is over")
                .doesNotContain("solved");
        assertThat(ask(TestDesk.KARI, "Jeg får ikke betalt med kortet mitt.").tags())
                .isEmpty();
        assertThatThrownBy(() -> desk.incidents().update(incident.id(), news("Mer.")))
                .isInstanceOf(InvalidValueException.class);
        assertThat(desk.incidents().list(IncidentState.OPEN, Optional.empty(), 10))
                .isEmpty();
    }
}
