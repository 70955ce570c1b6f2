package dev.svar.sla;

import static dev.svar.sla.Times.OSLO;
import static dev.svar.sla.Times.WEEKDAYS;
import static dev.svar.sla.Times.at;
import static dev.svar.sla.Times.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class UnitedCalendarTest {
    private final BusinessCalendar oslo = BusinessCalendar.builder(OSLO)
            .open(WEEKDAYS, "09:00-17:00")
            .holiday(date("2027-05-17"), "17 May")
            .build();
    private final BusinessCalendar tokyo = BusinessCalendar.builder(ZoneId.of("Asia/Tokyo"))
            .open(WEEKDAYS, "09:00-17:00")
            .holiday(date("2027-05-04"), "Greenery Day")
            .build();
    private final BusinessCalendar both =
            oslo.toBuilder().orWhenOpen("Tokyo", tokyo).build();

    @Test
    void it_is_open_while_one_of_them_is() {
        // Tokyo from 02:00 to 10:00, Oslo from 09:00 to 17:00
        assertThat(both.nextOpen(at("2027-05-05T00:00+02:00"))).isEqualTo(at("2027-05-05T02:00+02:00"));
        assertThat(both.nextClose(at("2027-05-05T02:00+02:00"))).isEqualTo(at("2027-05-05T17:00+02:00"));
        assertThat(both.between(at("2027-05-03T00:00+02:00"), at("2027-05-04T00:00+02:00")))
                .isEqualTo(Duration.ofHours(15));
        assertThat(both.plus(at("2027-05-05T16:00+02:00"), Duration.ofHours(2)))
                .isEqualTo(at("2027-05-06T03:00+02:00"));
        assertThat(both.zone()).isEqualTo(OSLO);
    }

    @Test
    void a_holiday_of_one_closes_none_of_the_others() {
        assertThat(both.between(at("2027-05-17T00:00+02:00"), at("2027-05-18T00:00+02:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(both.between(at("2027-05-04T00:00+02:00"), at("2027-05-05T00:00+02:00")))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void an_explanation_names_the_other_where_only_that_is_open() {
        assertThat(both.explain(at("2027-05-14T08:00+02:00"), at("2027-05-17T12:00+02:00")))
                .containsExactly(
                        span("2027-05-14T08:00+02:00", "2027-05-14T09:00+02:00", true, "open, Tokyo"),
                        span("2027-05-14T09:00+02:00", "2027-05-14T17:00+02:00", true, "open"),
                        span("2027-05-14T17:00+02:00", "2027-05-17T00:00+02:00", false, "outside hours"),
                        span("2027-05-17T00:00+02:00", "2027-05-17T02:00+02:00", false, "holiday 17 May"),
                        span("2027-05-17T02:00+02:00", "2027-05-17T10:00+02:00", true, "open, Tokyo"),
                        span("2027-05-17T10:00+02:00", "2027-05-17T12:00+02:00", false, "holiday 17 May"));
    }

    @Test
    void calendars_united_before_come_along() {
        BusinessCalendar lima = BusinessCalendar.builder(ZoneId.of("America/Lima"))
                .open(WEEKDAYS, "09:00-17:00")
                .build();
        BusinessCalendar all = lima.toBuilder().orWhenOpen("Oslo", both).build();

        // Tokyo and Oslo from 02:00 to 17:00, Lima from 16:00 to 24:00, all in Oslo's time
        assertThat(all.between(at("2027-05-05T00:00+02:00"), at("2027-05-06T00:00+02:00")))
                .isEqualTo(Duration.ofHours(22));
        assertThat(all.explain(at("2027-05-05T03:00+02:00"), at("2027-05-05T23:00+02:00")))
                .extracting(CalendarSpan::reason)
                .containsExactly("open, Tokyo", "open, Oslo", "open");
    }

    @Test
    void an_exception_overrides_in_a_copy_and_leaves_the_calendar_as_it_is() {
        BusinessCalendar works = both.toBuilder()
                .exception(date("2027-05-17"), "move to the new office", "10:00-12:00")
                .build();

        assertThat(works.between(at("2027-05-17T10:00+02:00"), at("2027-05-17T20:00+02:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(both.between(at("2027-05-17T10:00+02:00"), at("2027-05-17T20:00+02:00")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void one_without_hours_of_its_own_opens_with_the_other() {
        BusinessCalendar empty =
                BusinessCalendar.builder(OSLO).orWhenOpen("Tokyo", tokyo).build();

        assertThat(empty.between(at("2027-05-03T00:00Z"), at("2027-05-10T00:00Z")))
                .isEqualTo(Duration.ofHours(32));
    }

    @Test
    void united_calendars_are_equal_by_definition() {
        assertThat(oslo.toBuilder().build()).isEqualTo(oslo).hasSameHashCodeAs(oslo);
        assertThat(oslo.toBuilder().orWhenOpen("Tokyo", tokyo).build())
                .isEqualTo(both)
                .hasSameHashCodeAs(both);
        assertThat(oslo.toBuilder().orWhenOpen("Osaka", tokyo).build()).isNotEqualTo(both);
        assertThat(both).isNotEqualTo(oslo);
    }

    @Test
    void names_and_numbers_are_bounded() {
        BusinessCalendar.Builder builder = oslo.toBuilder();
        assertThatThrownBy(() -> builder.orWhenOpen(" ", tokyo))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("name of the other calendar is blank");
        for (int i = 0; i < BusinessCalendar.MAX_UNITED; i++) {
            builder.orWhenOpen("Tokyo", tokyo);
        }
        assertThatThrownBy(() -> builder.orWhenOpen("Tokyo", tokyo))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("calendars united holds 51 elements, at most 50 are allowed");
    }

    private static CalendarSpan span(String from, String to, boolean counted, String reason) {
        return new CalendarSpan(at(from), at(to), counted, reason);
    }
}
