package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.IncidentState;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.QuietHours;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldType;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    @Test
    void who_was_recognized_just_before_it_was_over_does_not_stay_open() {
        List<Runnable> meanwhile = new ArrayList<>();
        TestDesk slow = new TestDesk(new ForwardingStore() {
            @Override
            public CommitResult commit(Changes changes) {
                boolean opens = changes.tickets().stream()
                        .anyMatch(change -> !change.after().ticket().tags().isEmpty());
                if (opens && !meanwhile.isEmpty()) {
                    meanwhile.remove(0).run();
                }
                return store.commit(changes);
            }
        });
        HelpDesk other = slow.builder(slow.mail).recognizeIncidents().build();
        Incident incident = other.incidents().open(PAYMENTS, news("Vi ser på det."));
        meanwhile.add(() -> {
            other.incidents().resolve(incident.id(), news("Det virker igjen."));
            slow.time.runUntil(other, slow.time.instant().plus(Duration.ofMinutes(2)));
        });
        Ticket late = other.open(NewTicket.builder(TestDesk.KARI, "Hjelp", "Jeg får ikke betalt med kortet mitt.")
                .build());
        assertThat(late.tags()).contains(incident.tag());
        slow.time.runUntil(other, slow.time.instant().plus(Duration.ofMinutes(15)));

        assertThat(slow.fresh(late).status().category()).isEqualTo(StatusCategory.SOLVED);
        assertThat(other.runDue(10).done()).isZero();
    }

    @Test
    void tickets_are_recognized_by_what_stands_in_a_field_when_they_come_and_when_it_is_set() {
        FieldKey product = new FieldKey("product");
        FieldValue relay = new FieldValue.Text("relay");
        HelpDesk fielded = office.builder(office.mail)
                .rules(TicketRules.builder()
                        .field(CustomField.internal("product", "Product", FieldType.TEXT))
                        .build())
                .recognizeIncidents()
                .build();
        Incident incident = fielded.incidents().open(IncidentMatch.field(product, relay), news("Vi ser på det."));
        Ticket at = fielded.open(NewTicket.builder(SIRI, "Stafett", "Hei")
                .field("product", relay)
                .build());
        Ticket later =
                fielded.open(NewTicket.builder(TestDesk.OLA, "Stafett", "Hei").build());
        assertThat(at.tags()).contains(incident.tag());
        assertThat(later.tags()).isEmpty();

        Ticket set =
                fielded.execute(later.id(), new TicketCommand.SetField(TestDesk.AGENT, product, Optional.of(relay)));
        assertThat(set.tags()).contains(incident.tag());
    }

    /** Who has just written is awake, whatever they said of their nights. */
    @Test
    void who_writes_in_their_night_while_an_incident_goes_on_is_told_at_once() {
        FieldKey product = new FieldKey("product");
        FieldValue relay = new FieldValue.Text("relay");
        HelpDesk fielded = office.builder(office.mail)
                .rules(TicketRules.builder()
                        .field(CustomField.internal("product", "Product", FieldType.TEXT))
                        .build())
                .recognizeIncidents()
                .build();
        NotifiedPerson siri = NotifiedPerson.of(
                fielded.open(NewTicket.builder(SIRI, "Annet", "Hei").build()).requester());
        fielded.setPreferences(fielded.preferences(siri)
                .in(ZoneId.of("Europe/Oslo"))
                .with(Channel.MAIL, new ChannelPreferences(Set.of(), Optional.of(QuietHours.STANDARD))));
        fielded.incidents().open(IncidentMatch.field(product, relay), news("Vi ser på det."));
        office.time.set(Instant.parse("2026-12-02T23:00:00Z"));
        office.sent();
        Ticket ticket = fielded.open(NewTicket.builder(SIRI, "Stafett", "Hei")
                .field("product", relay)
                .build());
        fielded.runDue(100);

        assertThat(fielded.deliveries(ticket.id(), 10))
                .extracting(Delivery::kind, Delivery::state)
                .containsExactlyInAnyOrder(
                        tuple("acknowledged", DeliveryState.ACCEPTED),
                        tuple("incident_opened", DeliveryState.ACCEPTED));
    }
}
