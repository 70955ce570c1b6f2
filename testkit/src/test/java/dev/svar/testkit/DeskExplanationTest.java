package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.SlaExplanation;
import dev.svar.contact.Actor;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaAccount.Kind;
import dev.svar.sla.SlaAccount.Stretch;
import dev.svar.sla.SlaPolicy;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Office hours are Mon–Fri 09:00–17:00 in Oslo; the desk's first day is Tuesday 1 December 2026, ten o'clock. */
final class DeskExplanationTest {
    private final TestDesk office = new TestDesk();

    private SlaExplanation explained(TicketId ticket, SlaTarget target) {
        return office.desk.explain(ticket, target, Locale.ENGLISH).orElseThrow();
    }

    private static void assertSeamless(SlaExplanation explanation) {
        List<Stretch> stretches = explanation.account().stretches();
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).from()).isEqualTo(stretches.get(i - 1).to());
        }
        assertThat(explanation.account().passed(Kind.COUNTED))
                .isEqualTo(explanation.account().counted());
        assertThat(explanation.account().asPromised()).isTrue();
    }

    @Test
    void what_counts_is_told_with_what_is_still_to_come() {
        Ticket ticket = office.opened();
        office.time.set(Instant.parse("2026-12-01T12:00:00Z"));

        SlaExplanation explanation = explained(ticket.id(), SlaTarget.FIRST_RESPONSE);

        assertThat(explanation.sentence())
                .isEqualTo(
                        "First response: 8 h of business time from 10:00 on 1 December 2026, when the ticket was opened;"
                                + " 3 h counted. It is due by 10:00 on 2 December 2026.");
        assertThat(explanation.account().stretches())
                .extracting(Stretch::kind)
                .containsExactly(Kind.COUNTED, Kind.COUNTED, Kind.CLOSED, Kind.COUNTED);
        assertThat(explanation.account().stretches().get(3).to()).isEqualTo(Instant.parse("2026-12-02T09:00:00Z"));
        assertSeamless(explanation);
    }

    @Test
    void what_stood_still_is_told_with_its_reason() {
        Ticket ticket = office.opened();
        office.time.set(Instant.parse("2026-12-01T11:00:00Z"));
        office.desk.reply(ticket.id(), TestDesk.LARS, "Which card?", Status.PENDING);
        office.time.set(Instant.parse("2026-12-02T10:00:00Z"));
        office.desk.execute(ticket.id(), new TicketCommand.ChangeStatus(Actor.agent(TestDesk.LARS), Status.OPEN));
        office.time.set(Instant.parse("2026-12-02T12:30:00Z"));

        SlaExplanation solution = explained(ticket.id(), SlaTarget.RESOLUTION);

        assertThat(solution.account().counted()).isEqualTo(Duration.ofMinutes(270));
        assertThat(solution.account().passed(Kind.WAITING_FOR_CUSTOMER)).isEqualTo(Duration.ofHours(23));
        assertThat(solution.sentence())
                .contains("4 h 30 min counted", "23 h did not count while we waited for the customer");
        assertSeamless(solution);

        SlaExplanation answer = explained(ticket.id(), SlaTarget.FIRST_RESPONSE);
        assertThat(answer.sentence())
                .endsWith("It was done at 12:00 on 1 December 2026, in time; it was due by 10:00 on 2 December 2026.");
        assertThat(answer.account().counted()).isEqualTo(Duration.ofHours(2));
        assertSeamless(answer);
    }

    @Test
    void a_new_priority_is_a_new_term_and_an_overdue_promise_says_so() {
        HelpDesk desk = office.builder(office.mail)
                .sla(SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo"))))
                .build();
        Ticket ticket = desk.open(NewTicket.builder(TestDesk.KARI, "Betaling", "Jeg får ikke betalt.")
                .build());
        office.time.set(Instant.parse("2026-12-01T11:00:00Z"));
        desk.execute(ticket.id(), new TicketCommand.ChangePriority(Actor.agent(TestDesk.LARS), Priority.URGENT));
        office.time.set(Instant.parse("2026-12-01T12:00:00Z"));

        SlaExplanation explanation = desk.explain(ticket.id(), SlaTarget.FIRST_RESPONSE, Locale.ENGLISH)
                .orElseThrow();

        assertThat(explanation.account().terms())
                .extracting(term -> term.priority() + " " + term.allowed())
                .containsExactly("NORMAL PT8H", "URGENT PT30M");
        assertThat(explanation.sentence())
                .startsWith("First response: 30 min of business time")
                .endsWith("It was due by 12:00 on 1 December 2026 and is overdue.");
        assertSeamless(explanation);
    }

    @Test
    void time_of_a_merged_ticket_is_told_apart() {
        Ticket old = office.opened();
        office.time.set(Instant.parse("2026-12-01T11:00:00Z"));
        Ticket fresh = office.opened();
        office.time.set(Instant.parse("2026-12-01T12:00:00Z"));
        office.desk.merge(old.id(), fresh.id(), TestDesk.LARS);
        office.time.set(Instant.parse("2026-12-01T13:00:00Z"));

        SlaExplanation explanation = explained(fresh.id(), SlaTarget.FIRST_RESPONSE);

        assertThat(explanation.sentence())
                .contains("2 h counted", "2 h counted before in a ticket that was merged into this one");
        assertSeamless(explanation);
    }

    @Test
    void a_promise_that_was_never_made_has_no_explanation() {
        Ticket ticket = office.opened();

        assertThat(office.desk.explain(ticket.id(), SlaTarget.NEXT_RESPONSE, Locale.ENGLISH))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nb", "sv", "fi", "hu", "ru"})
    void every_language_has_words_for_every_case(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        TicketId solved = office.opened().id();
        TicketId late = office.opened().id();
        TicketId running = office.opened().id();
        TicketId waiting = office.opened().id();
        office.time.set(Instant.parse("2026-12-01T10:30:00Z"));
        office.desk.reply(waiting, TestDesk.LARS, "Which card?", Status.PENDING);
        office.desk.solve(solved, TestDesk.LARS);
        office.time.set(Instant.parse("2026-12-09T10:30:00Z"));
        office.desk.solve(late, TestDesk.LARS);

        for (TicketId ticket : List.of(solved, late, running, waiting)) {
            for (SlaTarget target : List.of(SlaTarget.FIRST_RESPONSE, SlaTarget.RESOLUTION)) {
                String sentence = office.desk
                        .explain(ticket, target, language)
                        .orElseThrow()
                        .sentence();
                assertThat(sentence)
                        .as("%s in %s", target, tag)
                        .doesNotContain("nil", "{{", "  ", "\n", " ;", " .", ";.")
                        .matches("\\p{Lu}.*\\.");
            }
        }
    }
}
