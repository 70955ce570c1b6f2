package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.SIV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.MacroPreview;
import dev.svar.NewTicket;
import dev.svar.UnknownMacroException;
import dev.svar.assignment.AssignmentStrategy;
import dev.svar.assignment.Roster;
import dev.svar.assignment.Team;
import dev.svar.contact.TeamId;
import dev.svar.error.InvalidValueException;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateSyntaxException;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TransitionRefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DeskMacrosTest {
    private static final TeamId CASH = new TeamId("kasse");
    private static final MacroScope TEAM = new MacroScope.OfTeam(CASH);
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");
    private static final Locale FINNISH = Locale.forLanguageTag("fi");
    private static final MacroActions PAID = MacroActions.none()
            .withStatus(Status.SOLVED)
            .withPriority(Priority.HIGH)
            .withTags(Set.of(new Tag("betalt")), Set.of())
            .withAssignee(LARS);

    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = office.builder(office.mail)
            .assignment(
                    AssignmentStrategy.roundRobin(),
                    Roster.of(List.of(Team.of(CASH, "Kasse", LARS, BERIT)), List.of()),
                    agent -> false)
            .build();

    private static Macro macro(MacroScope scope, String shortcut, String text, MacroActions actions) {
        Map<Locale, String> texts = text.isEmpty() ? Map.of() : Map.of(BOKMAL, text);
        return new Macro(new MacroId(UUID.randomUUID()), 0, scope, shortcut, "Betaling " + shortcut, texts, actions);
    }

    private Ticket opened() {
        return desk.open(NewTicket.builder(TestDesk.KARI, "Betaling", "Jeg får ikke betalt med kortet mitt.")
                .name("Kari Nordmann")
                .build());
    }

    @Test
    void a_macro_answers_and_changes_the_ticket_in_one_commit() {
        Macro paid = desk.macros()
                .save(
                        LARS,
                        macro(
                                MacroScope.DESK,
                                "paid",
                                "Hei {{ ticket.requester.first_name }}, {{ current_user.name }}",
                                PAID));
        Ticket before = opened();
        desk.runDue(100);

        Ticket after = desk.macros().apply(paid.id(), before.id(), BERIT);
        desk.runDue(100);

        assertThat(after.status()).isEqualTo(Status.SOLVED);
        assertThat(after.priority()).isEqualTo(Priority.HIGH);
        assertThat(after.tags()).contains(new Tag("betalt"));
        assertThat(after.assignee()).contains(LARS);
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(office.mail.offered())
                .anySatisfy(letter -> assertThat(letter.text()).contains("Hei Kari, Berit Moe"));
    }

    @Test
    void a_template_of_the_desk_is_no_reply_of_a_macro_whatever_its_name() {
        HelpDesk own = office.builder(office.mail)
                .templates(TemplateCatalog.shipped().with(new Template("macro", BOKMAL, "s", "Hva som helst")))
                .build();
        Macro silent = own.macros().save(LARS, macro(MacroScope.DESK, "high", "", PAID.withStatus(Status.OPEN)));
        Macro finnish = own.macros()
                .save(
                        LARS,
                        new Macro(
                                new MacroId(UUID.randomUUID()),
                                0,
                                MacroScope.DESK,
                                "fi",
                                "fi",
                                Map.of(FINNISH, "Maksu on tullut."),
                                MacroActions.none()));
        Ticket ticket = opened();

        assertThat(own.macros().preview(silent.id(), ticket.id(), LARS).text()).isEmpty();
        assertThat(own.macros().preview(finnish.id(), ticket.id(), LARS).text()).contains("Maksu on tullut.");
    }

    @Test
    void what_is_inserted_into_a_reply_is_in_the_language_of_the_reply_if_the_customer_reads_another() {
        HelpDesk own = office.builder(office.mail)
                .templates(TemplateCatalog.shipped()
                        .withPartial("hello", BOKMAL, "Hei")
                        .withPartial("hello", Locale.ENGLISH, "Hello"))
                .build();
        Macro macro = own.macros()
                .save(
                        LARS,
                        macro(
                                MacroScope.DESK,
                                "date",
                                "{% render 'hello' %}, {{ ticket.created_at | date: '%A %-d. %B' }}. {{ next_step }}",
                                MacroActions.none()));
        Ticket ticket = own.open(NewTicket.builder(TestDesk.KARI, "Maksu", "En voi maksaa.")
                .language(FINNISH)
                .build());

        assertThat(own.macros().preview(macro.id(), ticket.id(), LARS).text())
                .hasValueSatisfying(text ->
                        assertThat(text).startsWith("Hei, tirsdag 1. desember. En av oss skriver til deg innen "));
    }

    @Test
    void a_macro_can_give_a_ticket_to_a_team() {
        Macro handed = desk.macros()
                .save(
                        LARS,
                        macro(MacroScope.DESK, "cash", "", MacroActions.none().withTeam(CASH)));
        Ticket before = opened();

        assertThat(desk.macros().apply(handed.id(), before.id(), BERIT).team()).contains(CASH);
    }

    @Test
    void a_preview_tells_the_text_and_the_changes_and_commits_nothing() {
        Macro paid =
                desk.macros().save(LARS, macro(MacroScope.DESK, "paid", "Hei {{ ticket.requester.first_name }}", PAID));
        Ticket before = opened();

        MacroPreview preview = desk.macros().preview(paid.id(), before.id(), LARS);

        assertThat(preview.text()).contains("Hei Kari");
        assertThat(preview.refusals()).isEmpty();
        assertThat(preview.changes()).extracting(RecordedEvent::ticket).containsOnly(before.id());
        assertThat(preview.lines()).hasSameSizeAs(preview.changes()).anyMatch(line -> line.contains("Lars Holm"));
        assertThat(office.fresh(before).version()).isEqualTo(before.version());
    }

    @Test
    void what_cannot_be_done_is_told_by_a_preview_and_then_nothing_is_done() {
        Macro bad = desk.macros()
                .save(
                        LARS,
                        macro(
                                MacroScope.DESK,
                                "bad",
                                "",
                                PAID.withStatus(new Status("Merged", StatusCategory.MERGED))));
        Ticket before = opened();

        MacroPreview preview = desk.macros().preview(bad.id(), before.id(), LARS);

        assertThat(preview.refusals()).hasSize(1);
        assertThat(preview.changes()).isNotEmpty();
        assertThatThrownBy(() -> desk.macros().apply(bad.id(), before.id(), LARS))
                .isInstanceOf(TransitionRefusedException.class);
        assertThat(office.fresh(before)).isEqualTo(before);
    }

    @Test
    void a_shortcut_means_the_own_macro_then_that_of_the_team_then_that_of_the_desk() {
        Macro ofDesk = desk.macros().save(SIV, macro(MacroScope.DESK, "pay", "desk", MacroActions.none()));
        Macro ofTeam = desk.macros().save(LARS, macro(TEAM, "pay", "team", MacroActions.none()));
        Macro own = desk.macros().save(LARS, macro(new MacroScope.Person(LARS), "pay", "own", MacroActions.none()));

        assertThat(desk.macros().find(LARS, "pay")).contains(own);
        assertThat(desk.macros().find(BERIT, "pay")).contains(ofTeam);
        assertThat(desk.macros().find(SIV, "pay")).contains(ofDesk);
        assertThat(desk.macros().search(LARS, "pa", 10)).containsExactly(own, ofTeam, ofDesk);
        assertThat(desk.macros().search(SIV, "BETALING", 10)).containsExactly(ofDesk);
    }

    @Test
    void macros_of_others_are_not_there() {
        Macro own = desk.macros().save(LARS, macro(new MacroScope.Person(LARS), "pay", "own", MacroActions.none()));
        Macro ofTeam = desk.macros().save(LARS, macro(TEAM, "pay", "team", MacroActions.none()));
        Ticket ticket = opened();

        for (Macro macro : List.of(own, ofTeam)) {
            assertThat(desk.macros().find(SIV, macro.id())).isEmpty();
            assertThatThrownBy(() -> desk.macros().preview(macro.id(), ticket.id(), SIV))
                    .isInstanceOf(UnknownMacroException.class);
            assertThatThrownBy(() -> desk.macros().apply(macro.id(), ticket.id(), SIV))
                    .isInstanceOf(UnknownMacroException.class);
            assertThatThrownBy(() -> desk.macros().remove(SIV, macro)).isInstanceOf(UnknownMacroException.class);
            assertThatThrownBy(() -> desk.macros().save(SIV, macro)).isInstanceOf(UnknownMacroException.class);
        }
    }

    @Test
    void a_macro_that_somebody_else_changed_or_whose_shortcut_is_taken_is_not_saved() {
        Macro first = desk.macros().save(LARS, macro(MacroScope.DESK, "pay", "a", MacroActions.none()));
        desk.macros().save(BERIT, first);

        assertThatThrownBy(() -> desk.macros().save(LARS, first))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("changed meanwhile");
        assertThatThrownBy(() -> desk.macros().save(LARS, macro(MacroScope.DESK, "pay", "b", MacroActions.none())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("macro.shortcut");
        assertThatThrownBy(() -> desk.macros().save(LARS, macro(MacroScope.DESK, "x", "{% if %}", MacroActions.none())))
                .isInstanceOf(TemplateSyntaxException.class);
        desk.macros().remove(LARS, desk.macros().find(LARS, first.id()).orElseThrow());
        assertThat(desk.macros().find(LARS, "pay")).isEmpty();
    }
}
