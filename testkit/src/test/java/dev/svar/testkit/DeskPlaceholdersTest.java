package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.NotificationKind;
import dev.svar.NotificationRules;
import dev.svar.assignment.AssignmentStrategy;
import dev.svar.assignment.Roster;
import dev.svar.assignment.Team;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.TeamId;
import dev.svar.message.OutboundMessage;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What templates are told of a ticket that they ask for by the names of Zendesk and ours. */
final class DeskPlaceholdersTest {
    private static final String TALK =
            "{% for comment in ticket.comments %}" + "{{ comment.author.name }}: {{ comment.value }}|{% endfor %}";

    private final TestDesk office = new TestDesk();

    private HelpDesk desk(String kind, String text) {
        TemplateCatalog catalog = TemplateCatalog.shipped();
        for (String tag : List.of("en", "nb", "fi")) {
            catalog = catalog.with(new Template(kind, Locale.forLanguageTag(tag), kind, text));
        }
        return office.builder(office.mail).templates(catalog).build();
    }

    private static Ticket talked(HelpDesk desk) {
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.")
                .name("Kari Nordmann")
                .build());
        desk.note(ticket.id(), BERIT, "HEMMELIG");
        desk.reply(ticket.id(), LARS, "Prøv igjen.");
        return ticket;
    }

    @Test
    void a_reply_may_tell_the_whole_talk_but_never_a_note() {
        HelpDesk desk = desk("replied", TALK + "{{ ticket.latest_comment }}/{{ ticket.description }}");
        talked(desk);
        desk.runDue(100);

        assertThat(office.last().text())
                .isEqualTo(
                        "Lars Holm: Prøv igjen.|Kari Nordmann: Jeg får ikke betalt.|Prøv igjen./Jeg får ikke betalt.");
    }

    @Test
    void a_letter_to_an_agent_tells_the_notes_too() {
        HelpDesk desk = desk("sla_warning", TALK + "{{ ticket.latest_public_comment }}");
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.")
                .name("Kari Nordmann")
                .build());
        desk.execute(ticket.id(), new TicketCommand.Assign(AGENT, Optional.of(LARS)));
        desk.note(ticket.id(), BERIT, "HEMMELIG");
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofHours(7)));

        assertThat(office.mail.offered())
                .extracting(OutboundMessage::text)
                .contains("Berit Moe: HEMMELIG|Kari Nordmann: Jeg får ikke betalt.|Jeg får ikke betalt.");
    }

    @Test
    void an_automatic_letter_holds_no_word_of_a_stranger() {
        String all = TALK + "{{ ticket.title }}{{ ticket.description }}{{ ticket.latest_comment }}"
                + "{{ ticket.latest_public_comment }}{{ ticket.requester.name }}{{ ticket.requester.last_name }}"
                + "{{ ticket.cc_names }}{{ current_user.name }}{% for c in ticket.ccs %}{{ c.name }}{{ c.email }}{% endfor %}";
        HelpDesk desk = desk("acknowledged", "<" + all + ">");
        desk.receive(TestDesk.mail("ad", KARI)
                .fromName("Buy Now")
                .subject("Cheap loans")
                .build());
        desk.runDue(100);

        assertThat(office.last().text()).isEqualTo("<>");
    }

    @Test
    void other_peoples_addresses_are_told_to_agents_only() {
        HelpDesk desk =
                desk("replied", "{{ ticket.cc_names }}{% for c in ticket.ccs %}/{{ c.name }}{{ c.email }}{% endfor %}");
        desk.receive(TestDesk.mail("ola", OLA).fromName("Ola Dunk").build());
        ContactId ola = desk.contacts().at(OLA).map(Contact::id).orElseThrow();
        Ticket ticket = desk.open(
                NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.").build());
        desk.execute(ticket.id(), new TicketCommand.ChangeParticipants(AGENT, Set.of(ola), Set.of()));
        desk.reply(ticket.id(), LARS, "Prøv igjen.");
        desk.runDue(100);

        assertThat(office.last().text()).isEqualTo("Ola Dunk/Ola Dunk");
    }

    @Test
    void what_happens_next_is_said_in_the_readers_language_with_the_time_that_was_promised() {
        HelpDesk desk = desk("acknowledged", "{{ next_step }}");
        Locale finnish = Locale.forLanguageTag("fi");
        desk.open(NewTicket.builder(KARI, "Maksu", "En voi maksaa.")
                .language(finnish)
                .build());
        desk.runDue(100);

        assertThat(office.last().text()).isEqualTo("Otamme yhteyttä viimeistään 2.12.2026 klo 10.00.");
    }

    @Test
    void a_promise_that_was_broken_is_not_made_to_a_customer_again() {
        for (String tag : List.of("en", "nb", "sv", "fi", "hu", "ru")) {
            TestDesk own = new TestDesk();
            HelpDesk desk = own.builder(own.mail)
                    .notifications(NotificationRules.standard().with(NotificationKind.WORKING_ON_IT))
                    .build();
            Ticket kept = opened(desk, tag);
            desk.execute(kept.id(), new TicketCommand.Assign(AGENT, Optional.of(LARS)));
            Ticket late = opened(desk, tag);
            own.time.advance(Duration.ofHours(25));
            desk.execute(late.id(), new TicketCommand.Assign(AGENT, Optional.of(LARS)));
            desk.runDue(100);

            assertThat(text(desk, kept, "working_on_it")).containsPattern("10[:.]00");
            assertThat(text(desk, late, "working_on_it"))
                    .as(tag)
                    .contains(late.number().toString())
                    .doesNotContainPattern("[0-9][:.][0-9]");
        }
    }

    private static Ticket opened(HelpDesk desk, String tag) {
        return desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.")
                .language(Locale.forLanguageTag(tag))
                .build());
    }

    private static String text(HelpDesk desk, Ticket ticket, String kind) {
        return desk.deliveries(ticket.id(), 100).stream()
                .filter(letter -> letter.kind().equals(kind))
                .map(letter -> letter.message().text())
                .collect(Collectors.joining());
    }

    @Test
    void agents_read_of_broken_promises_too_and_customers_of_the_next_that_can_be_kept() {
        String all =
                "{{ ticket.sla.first_response.due | date: '%F %H' }}/{{ ticket.sla.resolution.due | date: '%F %H' }}/"
                        + "{{ ticket.due_date | date: '%F %H' }}";
        TemplateCatalog catalog = TemplateCatalog.shipped()
                .with(new Template("assigned", Locale.forLanguageTag("nb"), "s", all))
                .with(new Template("working_on_it", Locale.forLanguageTag("nb"), "s", all));
        HelpDesk desk = office.builder(office.mail)
                .templates(catalog)
                .notifications(NotificationRules.standard().with(NotificationKind.WORKING_ON_IT))
                .build();
        Ticket given = opened(desk, "nb");
        Ticket taken = opened(desk, "nb");
        office.time.advance(Duration.ofHours(25));
        desk.execute(given.id(), new TicketCommand.Assign(AGENT, Optional.of(BERIT)));
        desk.execute(taken.id(), new TicketCommand.Assign(AGENT, Optional.of(LARS)));

        assertThat(text(desk, given, "assigned")).isEqualTo("2026-12-02 10/2026-12-04 10/2026-12-02 10");
        assertThat(text(desk, taken, "working_on_it")).isEqualTo("/2026-12-04 10/2026-12-04 10");
    }

    @Test
    void a_reader_without_a_language_gets_that_of_the_organization_and_then_of_the_team() {
        Team team = Team.of(new TeamId("kasse"), "Kasse", LARS).withLanguage(Locale.forLanguageTag("sv"));
        HelpDesk desk = office.builder(office.mail)
                .languages(text -> Optional.empty())
                .assignment(AssignmentStrategy.roundRobin(), Roster.of(List.of(team), List.of()), agent -> true)
                .build();
        assertThat(repliedIn(desk)).contains("Följ ärendet här");
        Organization club = desk.contacts().addOrganization("Klubben", new MailDomain("kunde.example"));
        desk.contacts().organization(desk.contacts().at(KARI).map(Contact::id).orElseThrow(), Optional.of(club.id()));
        desk.contacts()
                .changeOrganization(
                        club.id(),
                        o -> o.toBuilder()
                                .locale(Optional.of(Locale.forLanguageTag("nn")))
                                .build());
        assertThat(repliedIn(desk)).contains("Følg saken her");
        desk.contacts()
                .language(
                        desk.contacts().at(KARI).map(Contact::id).orElseThrow(),
                        Optional.of(Locale.forLanguageTag("hu")));
        assertThat(repliedIn(desk)).contains("Az ügy állása");
    }

    private String repliedIn(HelpDesk desk) {
        Ticket ticket = desk.open(NewTicket.builder(KARI, "x", "y").build());
        desk.execute(ticket.id(), new TicketCommand.AssignTeam(AGENT, Optional.of(new TeamId("kasse"))));
        desk.reply(ticket.id(), LARS, "z");
        desk.runDue(100);
        return office.last().text();
    }
}
