package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.svar.HelpDesk;
import dev.svar.MacroPreview;
import dev.svar.NewTicket;
import dev.svar.SatisfactionPolicy;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Channel;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.DigestWindow;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import dev.svar.template.RenderMode;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk whose catalog is strict sends nothing in which a value is missing, whichever way it is written. */
final class DeskHolesTest {
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");
    private static final String NO_TEAM = "placeholder ticket.group.name has no value here";
    private static final String OF_THE_TEAM = "Team {{ ticket.group.name }}. ";
    private static final TemplateCatalog STRICT = TemplateCatalog.shipped().with(RenderMode.STRICT);

    private final TestDesk office = new TestDesk();

    private HelpDesk desk(TemplateCatalog catalog) {
        return office.builder(office.mail).templates(catalog).build();
    }

    private static Ticket opened(HelpDesk desk) {
        return desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt med kortet mitt.")
                .name("Kari Nordmann")
                .language(BOKMAL)
                .build());
    }

    private void run(HelpDesk desk, Duration time) {
        office.time.runUntil(desk, office.time.instant().plus(time));
    }

    private static void assertFailed(Delivery letter, String missing) {
        assertThat(letter.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(letter.detail()).isEqualTo("template: " + missing);
    }

    @Test
    void a_hole_in_a_partial_is_a_hole_in_the_letter() {
        HelpDesk desk = desk(STRICT.withPartial("header", Locale.ROOT, OF_THE_TEAM));
        Ticket ticket = opened(desk);
        desk.runDue(100);

        assertFailed(office.only(ticket.id()), NO_TEAM);
        assertThat(office.mail.offered()).isEmpty();
        assertThat(desk.dryRun("acknowledged", ticket.id()).holes()).containsExactly("ticket.group.name");
    }

    @Test
    void a_partial_that_asks_whether_a_value_is_there_leaves_no_hole() {
        HelpDesk desk = desk(STRICT.withPartial(
                "header", Locale.ROOT, "{% if ticket.group.name %}" + OF_THE_TEAM + "{% endif %}{{ desk.name }}. "));
        Ticket ticket = opened(desk);
        desk.runDue(100);

        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(office.last().text()).startsWith("Påmelding. Hei Kari,");
    }

    @Test
    void a_macro_whose_reply_would_have_a_hole_is_refused() {
        HelpDesk desk = desk(STRICT);
        Ticket ticket = opened(desk);
        Macro macro = desk.macros()
                .save(
                        LARS,
                        new Macro(
                                new MacroId(UUID.randomUUID()),
                                0,
                                MacroScope.DESK,
                                "team",
                                "Hvem",
                                Map.of(BOKMAL, OF_THE_TEAM),
                                MacroActions.none()));

        MacroPreview preview = desk.macros().preview(macro.id(), ticket.id(), LARS);
        assertThat(preview.text()).isEmpty();
        assertThat(preview.refusals()).containsExactly(NO_TEAM);
        assertThatThrownBy(() -> desk.macros().apply(macro.id(), ticket.id(), LARS))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(NO_TEAM);
        assertThat(office.fresh(ticket)).isEqualTo(ticket);
    }

    @Test
    void what_a_reply_asks_about_needs_no_value_on_a_strict_desk() {
        HelpDesk desk = office.builder(office.mail)
                .templates(STRICT)
                .cannedResponses(TemplateCatalog.of(
                                BOKMAL,
                                List.of(
                                        new Template("team", BOKMAL, "s", OF_THE_TEAM),
                                        new Template(
                                                "step",
                                                BOKMAL,
                                                "s",
                                                "{% if satisfaction.current_rating %}x{% endif %}Hei")))
                        .with(RenderMode.STRICT))
                .build();
        Ticket ticket = opened(desk);

        assertThat(desk.cannedResponse(ticket.id(), LARS, "step")).isEqualTo("Hei");
        assertThatThrownBy(() -> desk.cannedResponse(ticket.id(), LARS, "team"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(NO_TEAM);
    }

    private HelpDesk answering(String text) {
        TemplateCatalog replies = TemplateCatalog.of(BOKMAL, List.of(new Template("r", BOKMAL, "s", text)))
                .withPartial("hi", Locale.ROOT, "Hello{% if name != blank %} {{ name }}{% endif %},")
                .withPartial("team", Locale.ROOT, "{% if name %}Team {{ name }}. {% endif %}")
                .withPartial("bare", Locale.ROOT, "Team {{ group.name }}.")
                .with(RenderMode.STRICT);
        return office.builder(office.mail)
                .templates(STRICT)
                .cannedResponses(replies)
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "{% render 'hi', name: ticket.group.name %} bye. # Hello, bye.",
                "{% render 'team', name: ticket.group.name %}Hei # Hei",
                "{% render 'team' with ticket.group.name as name %}Hei # Hei",
                "{% include 'team' with ticket.group.name as name %}Hei # Hei",
                "{% assign g = ticket.group.name %}{% if g %}Team {{ g }}. {% endif %}Hei # Hei",
                "{% assign g = ticket.group.name | upcase %}{% if g != blank %}Team {{ g }}. {% endif %}Hei # Hei",
                "{% assign who = ticket.group.name %}{% unless who %}{% assign who = 'Support' %}{% endunless %}Hei fra {{ who }}"
                        + " # Hei fra Support",
                "{% assign who = ticket.group.name | default: 'Support' %}Hei fra {{ who }} # Hei fra Support",
                "{{ ticket.requester.first_name | default: ticket.group.name }} # Kari",
                "{% if ticket.status == 'solved' %}{{ ticket.group.name }}{% endif %}Hei # Hei",
                "{% if satisfaction %}Q {{ satisfaction.rating_url }}{% endif %}Hei # Hei",
                "{% capture none %}{% endcapture %}{{ none }}Hei # Hei"
            })
    void what_is_not_written_is_no_hole(String text, String answer) {
        HelpDesk desk = answering(text);

        assertThat(desk.cannedResponse(opened(desk).id(), LARS, "r")).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% render 'bare', group: ticket.group %}",
                "{% render 'bare' with ticket.group as group %}",
                "{% include 'bare' with ticket.group as group %}",
                "{% assign g = ticket.group %}{{ g.name }}",
                "{% assign g = ticket.group.name | upcase %}{{ g }}",
                "{% assign g = ticket.group.name | append: '!' %}{{ g }}",
                "{% assign g = 'Team ' | append: ticket.group.name %}{{ g }}",
                "{{ 'Team ' | append: ticket.group.name }}",
                "{{ ticket.group.name | upcase }}",
                "{{ ticket.group.name | default: ticket.group.name }}",
                "{{ ticket.group.name | default: ticket.group.name | prepend: 'Hei ' }}",
                "{% if ticket.status == 'new' %}Team {{ ticket.group.name }}{% endif %}",
                "{% if ticket.status == 'open' %}Team {% else %}{% echo ticket.group.name %}{% endif %}",
                "{% capture g %}{{ ticket.group.name }}{% endcapture %}{{ g }}",
                "{% cycle ticket.group.name, 'x' %}"
            })
    void what_is_written_without_a_value_is_a_hole_whichever_way_it_is_written(String text) {
        HelpDesk desk = answering(text);
        Ticket ticket = opened(desk);

        assertThatThrownBy(() -> desk.cannedResponse(ticket.id(), LARS, "r"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(NO_TEAM);
    }

    @Test
    void a_dry_run_tells_of_the_holes_that_the_letter_would_have_and_of_no_others() {
        HelpDesk desk = desk(STRICT.withPartial("hi", Locale.ROOT, "{% if name %}Team {{ name }}{% endif %}")
                .with(new Template(
                        "acknowledged",
                        BOKMAL,
                        "s",
                        "{% render 'hi', name: ticket.group.name %}{% assign g = ticket.organization %}{{ g.name }}")));
        Ticket ticket = opened(desk);

        assertThat(desk.dryRun("acknowledged", ticket.id()).holes()).containsExactly("ticket.organization.name");
    }

    @Test
    void a_letter_to_many_with_a_hole_is_not_sent_and_the_others_leave() {
        HelpDesk desk = desk(STRICT.with(
                new Template("maintenance", Locale.ENGLISH, "Closed", "Hello {{ recipient.first_name }}, bye.")));
        RecipientList list =
                RecipientList.of(Channel.MAIL, List.of("joe@kunde.example\ten\tJoe Doe", "x1@kunde.example\ten"));
        MailingOrder order = MailingOrder.of("maintenance", List.of(), list);
        var mailing = desk.announcements()
                .start(desk.announcements().draft(order, list).id());
        run(desk, Duration.ofMinutes(5));

        assertThat(office.mail.offered()).extracting(OutboundMessage::text).containsExactly("Hello Joe, bye.");
        assertThat(office.store.deliveries(
                        TestDesk.TENANT, mailing.id(), EnumSet.of(DeliveryState.FAILED), Optional.empty(), 10))
                .singleElement()
                .satisfies(letter -> assertFailed(letter, "placeholder recipient.first_name has no value here"));
    }

    @Test
    void the_shipped_letters_to_many_leave_a_strict_desk_to_whoever_has_no_name() {
        HelpDesk desk = desk(STRICT);
        RecipientList list = RecipientList.of(Channel.MAIL, List.of("x1@kunde.example"));
        List<String> kinds =
                List.of("welcome", "maintenance", "incident_opened", "incident_updated", "incident_resolved");
        for (String kind : kinds) {
            MailingOrder order =
                    MailingOrder.of(kind, List.of(new Wording(Locale.ENGLISH, "Tonight", "From two to four.")), list);
            desk.announcements().start(desk.announcements().draft(order, list).id());
        }
        run(desk, Duration.ofMinutes(30));

        assertThat(office.mail.offered()).hasSameSizeAs(kinds);
    }

    @Test
    void letters_that_were_held_for_one_with_a_hole_leave_one_by_one() {
        HelpDesk desk = office.builder(office.mail)
                .sla(DeskDeliveryTest.NO_PROMISES)
                .templates(STRICT.with(new Template("digest", BOKMAL, "Varsler", "Til {{ current_user.name }}")))
                .build();
        NotifiedPerson toBerit = NotifiedPerson.of(BERIT);
        desk.setPreferences(desk.preferences(toBerit)
                .with(Channel.MAIL, new ChannelPreferences(Set.of(), Optional.empty()).digest(DigestWindow.HOURLY)));
        for (int i = 0; i < 2; i++) {
            desk.execute(opened(desk).id(), new TicketCommand.Assign(AGENT, Optional.of(BERIT)));
        }
        run(desk, Duration.ofMinutes(90));

        assertThat(office.mail.offered())
                .filteredOn(letter -> letter.to().localPart().equals("berit"))
                .hasSize(2)
                .noneMatch(letter -> letter.subject().equals("Varsler"));
    }

    @Test
    void a_question_how_the_help_was_that_has_a_hole_is_left_out() {
        HelpDesk desk = office.builder(office.mail)
                .satisfaction(SatisfactionPolicy.at(URI.create("https://paamelding.example/r/")))
                .templates(STRICT.with(new Template(
                        "rating_section", BOKMAL, "s", "{{ ticket.group.name }}: {{ satisfaction.rating_url }}")))
                .build();
        Ticket ticket = opened(desk);
        desk.solve(ticket.id(), LARS);
        desk.runDue(100);

        assertThat(desk.deliveries(ticket.id(), 10))
                .filteredOn(letter -> letter.kind().equals("solved"))
                .extracting(Delivery::state, letter -> letter.message().text().contains("/r/"))
                .containsExactly(tuple(DeliveryState.ACCEPTED, false));
    }
}
