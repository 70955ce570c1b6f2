package dev.svar.sla;

import static dev.svar.sla.Times.ALL_DAYS;
import static dev.svar.sla.Times.OSLO;
import static dev.svar.sla.Times.WEEKDAYS;
import static dev.svar.sla.Times.at;
import static dev.svar.sla.Times.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalendarExplanationTest {
    private static final Instant FRIDAY_16 = at("2027-05-14T16:00:00.5+02:00");

    private final BusinessCalendar calendar = BusinessCalendar.builder(OSLO)
            .open(WEEKDAYS, "09:00-17:00")
            .holiday(date("2027-05-17"), "17 May")
            .holiday(date("2027-05-18"), "day off")
            .holiday(date("2027-05-19"), "day off")
            .exception(date("2027-05-20"), "late start", "12:00-17:00")
            .build();

    @Test
    void spans_follow_each_other_with_their_reasons() {
        assertThat(calendar.explain(FRIDAY_16, at("2027-05-21T09:00:00.25+02:00")))
                .containsExactly(
                        span("2027-05-14T16:00:00.5+02:00", "2027-05-14T17:00+02:00", true, "open"),
                        span("2027-05-14T17:00+02:00", "2027-05-17T00:00+02:00", false, "outside hours"),
                        span("2027-05-17T00:00+02:00", "2027-05-18T00:00+02:00", false, "holiday 17 May"),
                        span("2027-05-18T00:00+02:00", "2027-05-20T00:00+02:00", false, "holiday day off"),
                        span("2027-05-20T00:00+02:00", "2027-05-20T12:00+02:00", false, "exception late start"),
                        span("2027-05-20T12:00+02:00", "2027-05-20T17:00+02:00", true, "exception late start"),
                        span("2027-05-20T17:00+02:00", "2027-05-21T00:00+02:00", false, "exception late start"),
                        span("2027-05-21T00:00+02:00", "2027-05-21T09:00+02:00", false, "outside hours"),
                        span("2027-05-21T09:00+02:00", "2027-05-21T09:00:00.25+02:00", true, "open"));
    }

    @Test
    void hours_that_run_on_from_an_exception_are_plainly_open() {
        BusinessCalendar nights = BusinessCalendar.builder(OSLO)
                .open(ALL_DAYS, "22:00-06:00")
                .exception(date("2026-12-24"), "long", "20:00-07:00")
                .build();

        assertThat(nights.explain(at("2026-12-24T21:00+01:00"), at("2026-12-25T08:00+01:00")))
                .containsExactly(
                        span("2026-12-24T21:00+01:00", "2026-12-25T00:00+01:00", true, "exception long"),
                        span("2026-12-25T00:00+01:00", "2026-12-25T07:00+01:00", true, "open"),
                        span("2026-12-25T07:00+01:00", "2026-12-25T08:00+01:00", false, "outside hours"));
    }

    @Test
    void there_is_nothing_to_explain_between_an_instant_and_itself() {
        assertThat(calendar.explain(FRIDAY_16, FRIDAY_16)).isEmpty();
    }

    @Test
    void it_is_explained_forwards_only() {
        assertThatThrownBy(() -> calendar.explain(FRIDAY_16, FRIDAY_16.minusNanos(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("to is 2027-05-14T14:00:00.499999999Z, it must not be before from,"
                        + " 2027-05-14T14:00:00.500Z");
    }

    @Test
    void an_explanation_is_bounded_and_a_long_one_of_few_spans_is_not_too_long() {
        Instant from = at("2000-01-01T00:00Z");
        Instant to = at("2100-01-01T00:00Z");

        assertThatThrownBy(() -> calendar.explain(from, to))
                .isInstanceOfSatisfying(
                        CalendarException.class,
                        e -> assertThat(e.problem()).isEqualTo(CalendarException.Problem.EXPLANATION_TOO_LONG))
                .hasMessageContaining("at most 10000 spans");
        assertThat(BusinessCalendar.roundTheClock(OSLO).explain(from, to))
                .containsExactly(new CalendarSpan(from, to, true, "open"));
    }

    private static CalendarSpan span(String from, String to, boolean counted, String reason) {
        return new CalendarSpan(at(from), at(to), counted, reason);
    }
}
