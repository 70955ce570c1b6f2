package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static dev.svar.testkit.TestDesk.SIV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.NotificationKind;
import dev.svar.NotificationRules;
import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told what, why, and that nobody is told of what they did. */
final class DeskNotificationsTest {
    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = office.builder(office.mail)
            .notifications(NotificationRules.standard().with(NotificationKind.WORKING_ON_IT))
            .build();

    /** What was planned in a ticket since the acknowledgement: kind and the name before the @ of whom it goes to. */
    private List<String> told(TicketId ticket) {
        return desk.deliveries(ticket, 1000).stream()
                .filter(d -> !d.kind().equals("acknowledged"))
                .map(d -> d.kind() + " " + d.message().to().localPart())
                .toList();
    }

    private String reason(TicketId ticket, String kind) {
        return desk.deliveries(ticket, 1000).stream()
                .filter(d -> d.kind().equals(kind))
                .map(Delivery::reason)
                .findFirst()
                .orElseThrow();
    }

    private void watch(TicketId ticket, Set<AgentId> agents) {
        desk.execute(ticket, new TicketCommand.ChangeWatchers(AGENT, agents, Set.of()));
    }

    private ContactId ola() {
        return desk.open(NewTicket.builder(OLA, "Påmelding", "Hei").build()).requester();
    }

    private Ticket status(TicketId ticket, Status status) {
        return desk.execute(ticket, new TicketCommand.ChangeStatus(AGENT, status));
    }

    @Test
    void an_agent_is_told_of_a_ticket_that_somebody_else_gives_to_them_and_the_customer_hears_nothing_of_it() {
        TicketId ticket = office.opened().id();
        desk.assign(ticket, LARS, BERIT);

        assertThat(told(ticket)).containsExactly("assigned berit");
        assertThat(reason(ticket, "assigned")).isEqualTo("Du får dette fordi SUP-1 er tildelt deg.");
        assertThat(office.sent())
                .last()
                .satisfies(
                        letter -> assertThat(letter.text()).contains("Lars Holm ga deg saken", "SUP-1 er tildelt deg"));
    }

    @Test
    void who_takes_a_ticket_is_not_told_but_the_customer_is_once() {
        TicketId ticket = office.opened().id();
        desk.assign(ticket, BERIT, BERIT);
        status(ticket, Status.OPEN);
        desk.execute(ticket, new TicketCommand.Assign(AGENT, Optional.empty()));
        desk.assign(ticket, BERIT, BERIT);

        assertThat(told(ticket)).containsExactly("working_on_it kari");
        assertThat(office.sent()).last().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo(KARI);
            assertThat(letter.text()).contains("Berit Moe arbeider nå med saken din, SUP-1.");
        });
        assertThat(reason(ticket, "working_on_it")).isEqualTo("Du får dette fordi SUP-1 er saken din.");
    }

    @Test
    void whoever_was_answered_is_not_told_that_somebody_begins_to_work() {
        TicketId ticket = office.opened().id();
        desk.reply(ticket, LARS, "Vi ser på det.", Status.NEW);
        desk.assign(ticket, BERIT, BERIT);
        status(ticket, Status.OPEN);

        assertThat(told(ticket)).containsExactly("replied kari");
    }

    @Test
    void an_answer_tells_how_the_ticket_stands_so_nothing_else_does() {
        TicketId ticket = office.opened().id();
        desk.reply(ticket, LARS, "Hvilket kort?", Status.PENDING);
        desk.reply(ticket, LARS, "Prøv igjen.", Status.SOLVED);

        assertThat(told(ticket)).containsExactly("replied kari", "replied kari");
    }

    @Test
    void a_customer_is_told_that_the_ticket_waits_for_them_unless_they_were_answered_within_the_hour() {
        TicketId ticket = office.opened().id();
        desk.reply(ticket, LARS, "Hvilket kort?", Status.OPEN);
        status(ticket, Status.PENDING);
        assertThat(told(ticket)).containsExactly("replied kari");

        status(ticket, Status.OPEN);
        office.time.advance(Duration.ofHours(2));
        status(ticket, Status.PENDING);
        assertThat(told(ticket)).containsExactly("replied kari", "waiting_for_you kari");
    }

    @Test
    void a_customer_is_told_that_the_ticket_is_solved_and_not_again_when_it_is_closed() {
        TicketId ticket = office.opened().id();
        desk.solve(ticket, LARS, Resolution.SOLVED);
        status(ticket, Status.CLOSED);

        assertThat(told(ticket)).containsExactly("solved kari");
    }

    @Test
    void agents_are_told_that_a_ticket_is_open_again_but_not_who_opened_it_and_each_with_the_strongest_reason() {
        TicketId ticket = office.opened().id();
        desk.assign(ticket, BERIT, BERIT);
        watch(ticket, Set.of(LARS, BERIT, SIV));
        desk.solve(ticket, BERIT);
        office.sent();
        status(ticket, Status.OPEN);

        assertThat(told(ticket))
                .containsExactlyInAnyOrder("working_on_it kari", "solved kari", "reopened berit", "reopened siv");
        assertThat(office.sent())
                .extracting(letter -> letter.to().localPart() + ": "
                        + letter.text().strip().lines().reduce((a, b) -> b).orElseThrow())
                .containsExactlyInAnyOrder(
                        "berit: Du får dette fordi SUP-1 er tildelt deg.",
                        "siv: Du får dette fordi du følger med på SUP-1.");
    }

    @Test
    void the_customer_of_a_merged_ticket_is_told_under_which_number_it_goes_on() {
        TicketId first = office.opened().id();
        TicketId second = office.opened().id();
        desk.merge(second, first, LARS);

        assertThat(told(second)).containsExactly("merged kari");
        assertThat(office.sent())
                .last()
                .satisfies(letter ->
                        assertThat(letter.text()).contains("SUP-2", "Heretter finner du den under nummer SUP-1."));
        assertThat(told(first)).isEmpty();
    }

    @Test
    void
            agents_are_told_that_a_note_names_them_by_id_or_by_name_but_not_its_author_nor_anybody_whose_address_it_holds() {
        TicketId ticket = office.opened().id();
        desk.note(
                ticket,
                LARS,
                "@berit, se på dette. Siv.dahl@siv og post@berit.example er ingen. (@Siv Dahl!) @lars @ukjent @ \u0001@\u0001");

        assertThat(told(ticket)).containsExactlyInAnyOrder("mentioned berit", "mentioned siv");
        assertThat(reason(ticket, "mentioned")).isEqualTo("Du får dette fordi du er nevnt i SUP-1.");
        assertThat(office.sent())
                .filteredOn(letter -> letter.to().localPart().equals("siv"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("@berit, se på dette."));
    }

    @Test
    void what_customers_write_names_nobody() {
        TicketId ticket = desk.open(NewTicket.builder(KARI, "Hei @berit", "Hei @berit og @lars")
                        .build())
                .id();
        desk.reply(ticket, LARS, "Hei, @berit skal se på det.");

        assertThat(told(ticket)).containsExactly("replied kari");
    }

    @Test
    void a_person_who_is_two_contacts_of_a_ticket_is_told_once() {
        Ticket ticket = office.opened();
        ContactId ola = ola();
        desk.execute(ticket.id(), new TicketCommand.ChangeParticipants(AGENT, Set.of(ola), Set.of()));
        desk.contacts().merge(ola, ticket.requester());
        desk.reply(ticket.id(), LARS, "Prøv igjen.");

        assertThat(told(ticket.id())).containsExactly("replied kari");
    }

    @Test
    void a_customer_is_not_told_of_their_own_act_whatever_name_they_had() {
        Ticket ticket = office.opened();
        ContactId ola = ola();
        desk.contacts().merge(ola, ticket.requester());
        for (ContactId self : List.of(ticket.requester(), ola)) {
            desk.execute(ticket.id(), new TicketCommand.ChangeStatus(Actor.customer(self), Status.SOLVED));
            desk.execute(ticket.id(), new TicketCommand.ChangeStatus(Actor.customer(self), Status.OPEN));
        }

        assertThat(told(ticket.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void every_kind_can_be_switched_off_and_needs_no_template_then(NotificationKind kind) {
        NotificationRules rules = NotificationRules.standard().without(kind);
        TemplateCatalog all = TemplateCatalog.shipped();
        TemplateCatalog others = TemplateCatalog.of(
                Locale.ENGLISH,
                all.names().stream()
                        .filter(name -> !name.equals(kind.template()))
                        .map(name -> all.find(name, List.of()).orElseThrow())
                        .toList());

        assertThatCode(() -> office.builder(office.mail)
                        .notifications(rules)
                        .templates(others)
                        .build())
                .doesNotThrowAnyException();
        assertThat(rules.tells(kind)).isFalse();
        assertThat(rules.with(kind).without(NotificationKind.WORKING_ON_IT).kinds())
                .isEqualTo(NotificationRules.standard().kinds());
    }

    @Test
    void what_is_switched_off_is_told_to_nobody() {
        HelpDesk quiet = office.builder(office.mail)
                .notifications(NotificationRules.standard().without(NotificationKind.values()))
                .build();
        TicketId ticket = quiet.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.")
                        .build())
                .id();
        quiet.assign(ticket, LARS, BERIT);
        quiet.reply(ticket, BERIT, "Prøv igjen.");
        quiet.note(ticket, BERIT, "@lars");
        office.time.runUntil(quiet, office.time.instant().plus(Duration.ofDays(5)));
        quiet.solve(ticket, BERIT);

        assertThat(quiet.deliveries(ticket, 1000)).isEmpty();
    }
}
