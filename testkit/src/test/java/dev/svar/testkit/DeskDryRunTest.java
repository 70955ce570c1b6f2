package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.DryRun;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.store.TicketQuery;
import dev.svar.template.RenderMode;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateProblem;
import dev.svar.ticket.Ticket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class DeskDryRunTest {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");

    private final TestDesk office = new TestDesk();

    private static Template replied(String text) {
        return new Template("replied", BOKMAL, "Re: {{ ticket.id }}", text);
    }

    private static Ticket opened(HelpDesk desk, String name) {
        return desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt med kortet mitt.")
                .name(name)
                .build());
    }

    @Test
    void a_dry_run_shows_the_letter_and_sends_nothing() {
        Ticket ticket = opened(office.desk, "Kari Nordmann");
        office.sent();

        DryRun run = office.desk.dryRun(replied("Hei {{ ticket.requester.first_name }} {{ next_step }}"), ticket.id());

        assertThat(run.sound()).isTrue();
        assertThat(run.rendered().orElseThrow().text()).startsWith("Hei Kari En av oss skriver til deg innen");
        assertThat(office.sent()).isEmpty();
        assertThat(office.fresh(ticket)).isEqualTo(ticket);
    }

    @Test
    void every_shipped_template_can_be_sent_for_an_ordinary_ticket() {
        Ticket ticket = opened(office.desk, "Kari Nordmann");
        office.desk.reply(ticket.id(), LARS, "Prøv igjen.");

        for (String kind : List.of("acknowledged", "replied", "delay_notice", "silence_question", "message_refused")) {
            assertThat(office.desk.dryRun(kind, ticket.id())).as(kind).satisfies(run -> {
                assertThat(run.problem()).isEmpty();
                assertThat(run.holes()).isEmpty();
            });
        }
    }

    @Test
    void a_letter_that_can_be_unsubscribed_from_shows_where_if_the_desk_has_links() {
        HelpDesk linking = office.builder(office.mail)
                .unsubscribeLinks(URI.create("https://paamelding.example/u/"))
                .build();
        Ticket ticket = opened(office.desk, "Kari Nordmann");
        for (String kind : List.of("working_on_it", "delay_notice", "satisfaction_reminder", "incident_opened")) {
            DryRun with = linking.dryRun(kind, ticket.id());
            DryRun without = office.desk.dryRun(kind, ticket.id());

            assertThat(with.rendered().orElseThrow().text()).contains("https://paamelding.example/u/…");
            assertThat(with.holes()).doesNotContain("unsubscribe_link");
            assertThat(without.rendered().orElseThrow().text()).doesNotContain("unsubscribe", "/u/");
            assertThat(without.holes()).doesNotContain("unsubscribe_link");
        }
    }

    @Test
    void a_page_of_tickets_tells_for_which_a_letter_would_have_a_hole() {
        opened(office.desk, "Kari Nordmann");
        office.desk.open(NewTicket.builder(TestDesk.OLA, "Betaling", "Jeg får ikke betalt.")
                .build());

        List<DryRun> runs = office.desk.dryRun(replied("Hei {{ ticket.requester.first_name }}"), TicketQuery.all(10));

        assertThat(runs).extracting(DryRun::sound).containsExactlyInAnyOrder(true, false);
        assertThat(runs).flatExtracting(DryRun::holes).containsExactly("ticket.requester.first_name");
    }

    @Test
    void a_wrong_name_is_told_with_its_place() {
        Ticket ticket = opened(office.desk, "Kari Nordmann");
        Template wrong = replied("\n{{ ticket.titel }}");

        assertThat(office.desk.dryRun(wrong, ticket.id()).problem())
                .hasValueSatisfying(problem ->
                        assertThat(problem).isEqualTo("line 2, column 4: there is no variable or field titel"));
        assertThat(office.desk.check(wrong))
                .extracting(TemplateProblem::message)
                .containsExactly("text, line 2, column 4: there is no ticket.titel, did you mean ticket.title?");
    }

    @Test
    void a_strict_desk_sends_no_letter_with_a_hole_and_says_what_is_missing() {
        HelpDesk desk = office.builder(office.mail)
                .templates(TemplateCatalog.shipped()
                        .with(replied("Hei {{ ticket.requester.first_name }}, {{ ticket.latest_public_comment }}"))
                        .with(RenderMode.STRICT))
                .build();
        Ticket named = opened(desk, "Kari Nordmann");
        Ticket nameless = desk.open(NewTicket.builder(TestDesk.OLA, "Betaling", "Jeg får ikke betalt.")
                .language(BOKMAL)
                .build());
        desk.reply(named.id(), LARS, "Prøv igjen.");
        desk.reply(nameless.id(), LARS, "Prøv igjen.");
        desk.runDue(100);

        assertThat(office.store.deliveries(TestDesk.TENANT, named.id(), 10))
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.ACCEPTED);
        assertThat(office.store.deliveries(TestDesk.TENANT, nameless.id(), 10))
                .filteredOn(delivery -> delivery.kind().equals("replied"))
                .singleElement()
                .satisfies(delivery -> {
                    assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
                    assertThat(delivery.detail())
                            .isEqualTo("template: placeholder ticket.requester.first_name has no value here");
                });
    }
}
