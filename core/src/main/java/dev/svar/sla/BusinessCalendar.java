package dev.svar.sla;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Business hours of one place: local hours for each weekday, holidays and dated exceptions, in one time zone. Business
 * time is the real time that passes while it is open, to the nanosecond: a day open from 00:00 to 24:00 has 23 hours
 * when clocks are put forward and 25 when they are put back.
 *
 * <p><b>Hours</b> are half-open and local: at {@code 09:00-17:00} it is open at 09:00 and closed at 17:00. An interval
 * that passes midnight ({@code 22:00-06:00}) belongs to the day it starts.
 *
 * <p><b>A holiday or an exception decides its whole local date</b>: only its own hours, which a holiday has none of,
 * are open then, so that hours running in from the evening before end at midnight. Hours of an exception that pass
 * midnight run on into the next date, unless that is a holiday or an exception too. On a date that is both, the
 * exception decides.
 *
 * <p><b>Where clocks change</b>, a local time that is skipped stands for the instant of the change; one that comes
 * twice stands for the earlier instant where hours open and for the later one where they close. When clocks go back
 * over midnight, a holiday or an exception decides every instant whose local date is its own, and no other.
 *
 * <p>Immutable and safe for any number of threads. What the hours come to is worked out when first needed and kept,
 * some 15 KB for each year and interval of a day; after that a question costs two or three look-ups in tables however
 * far it looks. Calendars are equal if they are defined alike.
 */
public final class BusinessCalendar {
    /** The first instant that a calendar answers for; the time zone database vouches for nothing before 1970. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** The end, excluded, of what a calendar answers for. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** How far ahead of its start a search may look: 60 years. */
    public static final Duration SEARCH_LIMIT = Duration.ofDays(21_915);

    /** The most intervals of one day, counted after overlapping and touching ones are merged. */
    public static final int MAX_INTERVALS_PER_DAY = 48;

    /** The most holidays and exceptions of a calendar together. */
    public static final int MAX_SPECIAL_DAYS = 10_000;

    /** The most spans that {@link #explain} answers with. */
    public static final int MAX_EXPLAINED_SPANS = 10_000;

    /** The most rules for holidays of a calendar. */
    public static final int MAX_HOLIDAY_RULES = 100;

    /** The most calendars that one can be united with, those that they were united with included. */
    public static final int MAX_UNITED = 50;

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private final Schedule schedule;
    private final LazyTimeline ownTimeline;
    private final List<United> others;
    private final LazyTimeline timeline;

    private BusinessCalendar(Schedule schedule, List<United> others) {
        this.schedule = schedule;
        this.ownTimeline = new LazyTimeline(new OpeningHours(schedule, List.of()));
        this.others = List.copyOf(others);
        this.timeline = others.isEmpty()
                ? ownTimeline
                : new LazyTimeline(new OpeningHours(
                        schedule,
                        others.stream().map(other -> other.calendar().timeline).toList()));
    }

    /** A calendar that is open in addition, which itself is united with none. */
    private record United(String name, BusinessCalendar calendar) {}

    /**
     * Starts a calendar that has no hours yet.
     *
     * @param zone the time zone of all its local times, as a rule an IANA region such as {@code Europe/Oslo}
     * @return a builder
     */
    public static Builder builder(ZoneId zone) {
        return new Builder(zone);
    }

    /**
     * Monday to Friday from 09:00 to 17:00, without holidays.
     *
     * @param zone the time zone
     * @return a calendar
     */
    public static BusinessCalendar standard(ZoneId zone) {
        return builder(zone)
                .open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "09:00-17:00")
                .build();
    }

    /**
     * Always open.
     *
     * @param zone the time zone
     * @return a calendar
     */
    public static BusinessCalendar roundTheClock(ZoneId zone) {
        return builder(zone).open(EnumSet.allOf(DayOfWeek.class), "00:00-24:00").build();
    }

    /**
     * A builder that has all that this calendar has, to override some of it: a date by {@link Builder#exception}, a
     * weekday by {@link Builder#close} and {@link Builder#open}.
     *
     * @return a builder; what is done with it does not change this calendar
     */
    public Builder toBuilder() {
        Builder builder = new Builder(zone());
        builder.week.putAll(schedule.week());
        builder.specialDays.putAll(schedule.specialDays().dated());
        builder.rules.addAll(schedule.specialDays().rules());
        builder.others.addAll(others);
        return builder;
    }

    /**
     * Where its local times are.
     *
     * @return the time zone; of a calendar that is united with others, that of its own hours
     */
    public ZoneId zone() {
        return schedule.zone();
    }

    /**
     * When so much business time has passed: the first instant at which all of it has. A duration that fills the day
     * ends when the day closes, not when the next one opens.
     *
     * @param start from when
     * @param duration how much business time, not negative
     * @return that instant; the start itself, open or not, if the duration is zero
     * @throws CalendarException if the start is out of range, or the answer is or lies later than
     *     {@link #SEARCH_LIMIT} after the start
     * @throws InvalidValueException if the duration is negative
     */
    public Instant plus(Instant start, Duration duration) {
        long second = checked(start);
        if (duration.isNegative()) {
            throw new InvalidValueException("duration", "is " + duration + ", it must not be negative");
        }
        if (duration.isZero()) {
            return start;
        }
        if (duration.compareTo(SEARCH_LIMIT) > 0) {
            throw CalendarException.beyondSearchLimit(zone(), start, "end of " + duration);
        }
        long last = lastSearched(second);
        for (Timeline known = timeline.covering(second, second); ; known = further(known, second, last)) {
            int position = known.positionAt(second);
            long nanos = (long) duration.getNano() + (known.isOpen(position, second) ? start.getNano() : 0);
            long open = known.openSecondsBefore(position, second) + duration.getSeconds() + nanos / NANOS_PER_SECOND;
            long nano = nanos % NANOS_PER_SECOND;
            if (nano == 0 ? open <= known.openSeconds() : open < known.openSeconds()) {
                long found = nano == 0 ? known.secondAfter(open) : known.opening(open);
                if (found < last || (found == last && nano <= start.getNano())) {
                    return Instant.ofEpochSecond(found, nano);
                }
            }
            if (known.to() > last) {
                throw CalendarException.beyondSearchLimit(zone(), start, "end of " + duration);
            }
        }
    }

    /**
     * How much business time lies between two instants. For any start and duration that {@link #plus} answers,
     * {@code between(start, plus(start, duration))} is the duration.
     *
     * @param from the start
     * @param to the end, excluded; if it is before the start, the answer is that of both exchanged, negated, as with
     *     {@link Duration#between}
     * @return the business time
     * @throws CalendarException if an instant is out of range
     */
    public Duration between(Instant from, Instant to) {
        long first = checked(from);
        long last = checked(to);
        Timeline known = timeline.covering(Math.min(first, last), Math.max(first, last));
        int start = known.positionAt(first);
        int end = known.positionAt(last);
        long seconds = known.openSecondsBefore(end, last) - known.openSecondsBefore(start, first);
        long nanos =
                (long) (known.isOpen(end, last) ? to.getNano() : 0) - (known.isOpen(start, first) ? from.getNano() : 0);
        return Duration.ofSeconds(seconds, nanos);
    }

    /**
     * Whether it is open.
     *
     * @param at when
     * @return true from the instant hours open until just before they close
     * @throws CalendarException if the instant is out of range
     */
    public boolean isOpen(Instant at) {
        long second = checked(at);
        Timeline known = timeline.covering(second, second);
        return known.isOpen(known.positionAt(second), second);
    }

    /**
     * The first instant at or after this one at which it is open. With {@link #nextClose} it bounds what is left of the
     * opening that runs, or the whole of the one to come.
     *
     * @param at from when
     * @return the instant given if it is open then; otherwise when hours open next, which at the very instant of
     *     closing is the next opening
     * @throws CalendarException if the instant is out of range, or it does not open within {@link #SEARCH_LIMIT}
     */
    public Instant nextOpen(Instant at) {
        long second = checked(at);
        long last = lastSearched(second);
        for (Timeline known = timeline.covering(second, second); ; known = further(known, second, last)) {
            int position = known.positionAt(second);
            if (known.isOpen(position, second)) {
                return at;
            }
            if (position + 1 < known.size() && known.opens(position + 1) <= last) {
                return Instant.ofEpochSecond(known.opens(position + 1));
            }
            if (known.to() > last) {
                throw CalendarException.beyondSearchLimit(zone(), at, "opening");
            }
        }
    }

    /**
     * When it closes next: the end of the opening that {@link #nextOpen} finds, thus always after the instant given. At
     * the very instant of closing it is the end of the next opening. Openings that touch, such as 24 hours on two days
     * in a row, are one.
     *
     * @param at from when
     * @return the next end of an opening
     * @throws CalendarException if the instant is out of range, or it does not close within {@link #SEARCH_LIMIT}, as
     *     when it is always open
     */
    public Instant nextClose(Instant at) {
        long second = checked(at);
        long last = lastSearched(second);
        for (Timeline known = timeline.covering(second, second); ; known = further(known, second, last)) {
            int position = known.positionAt(second);
            int opening = known.isOpen(position, second) ? position : position + 1;
            if (opening < known.size() && known.closes(opening) < known.to() && known.closes(opening) <= last) {
                return Instant.ofEpochSecond(known.closes(opening));
            }
            if (known.to() > last) {
                throw CalendarException.beyondSearchLimit(zone(), at, "closing");
            }
        }
    }

    /**
     * Why business time between two instants is what it is: what counts and what is skipped, in order and without a
     * gap, neighbors of the same kind merged. The counted spans add up to {@link #between}.
     *
     * @param from the start
     * @param to the end, excluded, not before the start
     * @return the spans, none if both instants are the same
     * @throws CalendarException if an instant is out of range, or there are more than {@link #MAX_EXPLAINED_SPANS}
     * @throws InvalidValueException if the end is before the start
     */
    public List<CalendarSpan> explain(Instant from, Instant to) {
        long first = checked(from);
        long last = checked(to);
        if (to.isBefore(from)) {
            throw new InvalidValueException("to", "is " + to + ", it must not be before from, " + from);
        }
        Explanation explanation = new Explanation(zone(), from, to);
        explanation.add(schedule, ownTimeline.covering(first, last));
        others.forEach(
                other -> explanation.orElse(other.name(), other.calendar().explain(from, to)));
        return explanation.spans();
    }

    private long checked(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < EARLIEST.getEpochSecond() || second >= LATEST.getEpochSecond()) {
            throw CalendarException.outOfRange(zone(), instant);
        }
        return second;
    }

    private static long lastSearched(long second) {
        return Math.min(second + SEARCH_LIMIT.toSeconds(), LATEST.getEpochSecond() - 1);
    }

    private Timeline further(Timeline known, long second, long last) {
        return timeline.covering(second, Math.min(known.to(), last));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar that && schedule.equals(that.schedule) && others.equals(that.others);
    }

    @Override
    public int hashCode() {
        return 31 * schedule.hashCode() + others.hashCode();
    }

    @Override
    public String toString() {
        return "BusinessCalendar[" + zone() + ", " + schedule.week().size() + " weekdays, "
                + schedule.specialDays().dated().size() + " special days, "
                + schedule.specialDays().rules().size() + " holiday rules, united with " + others.size() + "]";
    }

    /**
     * Collects the hours of a calendar. An interval is written {@code HH:MM-HH:MM}; {@code 24:00} may be its end, and
     * one whose end is before its start passes midnight. Overlapping and touching intervals of one day are merged. Not
     * thread-safe.
     */
    public static final class Builder {
        private final ZoneId zone;
        private final Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        private final NavigableMap<LocalDate, SpecialDay> specialDays = new TreeMap<>();
        private final List<Holidays> rules = new ArrayList<>();
        private final List<United> others = new ArrayList<>();

        private Builder(ZoneId zone) {
            this.zone = Objects.requireNonNull(zone, "zone");
        }

        /**
         * Opens a weekday, in addition to the hours it already has.
         *
         * @param day the weekday on which the hours start
         * @param hours one interval or more
         * @return this builder
         * @throws InvalidValueException if there is no interval, one cannot be read, or the day then has more than
         *     {@link #MAX_INTERVALS_PER_DAY}
         */
        public Builder open(DayOfWeek day, String... hours) {
            String field = "hours of " + Objects.requireNonNull(day, "day");
            if (hours.length == 0) {
                throw new InvalidValueException(field, "are missing, at least one interval is needed");
            }
            Hours added = Hours.parse(field, hours);
            week.put(day, week.getOrDefault(day, Hours.NONE).and(field, added));
            return this;
        }

        /**
         * Opens several weekdays alike, in addition to the hours they already have.
         *
         * @param days the weekdays, for example {@code EnumSet.range(MONDAY, THURSDAY)}
         * @param hours one interval or more
         * @return this builder
         * @throws InvalidValueException as for one day
         */
        public Builder open(Set<DayOfWeek> days, String... hours) {
            days.forEach(day -> open(day, hours));
            return this;
        }

        /**
         * Takes away the hours that a weekday has, to leave it closed or to open it anew.
         *
         * @param day the weekday on which the hours start
         * @return this builder
         */
        public Builder close(DayOfWeek day) {
            week.remove(Objects.requireNonNull(day, "day"));
            return this;
        }

        /**
         * Closes a date from midnight to midnight. Two holidays that fall on one date close it once, under both names.
         *
         * @param date the local date
         * @param name what people call it, one line; it is the reason in explanations
         * @return this builder
         * @throws InvalidValueException if the date is out of range, the name is not a line, or there are more than
         *     {@link #MAX_SPECIAL_DAYS}
         */
        public Builder holiday(LocalDate date, String name) {
            SpecialDay holiday = SpecialDay.holiday(new Holiday(date, name).name());
            SpecialDay known = specialDays.get(date);
            if (known == null) {
                return decide(date, holiday);
            }
            SpecialDay both = known.and(holiday);
            Check.line("holiday", both.name(), Holiday.MAX_NAME_LENGTH);
            specialDays.put(date, both);
            return this;
        }

        /**
         * Closes the holidays of every year, in addition to those it already has: first those of the country, then the
         * company's own.
         *
         * @param holidays asked for a year when it is first needed, for years from 1970 to 2199 and those around them
         * @return this builder
         * @throws InvalidValueException if there are more than {@link #MAX_HOLIDAY_RULES}. One that later names dates
         *     of another year, or more than {@link Holidays#MAX_PER_YEAR}, is the same error in the question that
         *     needed that year
         */
        public Builder holidays(Holidays holidays) {
            rules.add(Objects.requireNonNull(holidays, "holidays"));
            Check.size("holiday rules", rules, MAX_HOLIDAY_RULES);
            return this;
        }

        /**
         * Gives a date hours of its own in place of all others, also of a holiday: a day that is shortened, or opened
         * in addition, or a holiday on which this place works.
         *
         * @param date the local date
         * @param name what people call it, one line; it is the reason in explanations
         * @param hours its intervals; none closes the whole date, as a holiday does
         * @return this builder
         * @throws InvalidValueException if the date is out of range or has an exception already, the name is not a
         *     line, an interval cannot be read, or there are too many of them or more than {@link #MAX_SPECIAL_DAYS}
         */
        public Builder exception(LocalDate date, String name, String... hours) {
            Check.line("exception", name, Holiday.MAX_NAME_LENGTH);
            SpecialDay known = specialDays.get(date);
            if (known != null && !known.holiday()) {
                throw new InvalidValueException("exception", "is on " + date + ", which has an exception already");
            }
            return decide(date, new SpecialDay(false, name, Hours.parse("hours of exception " + date, hours)));
        }

        /**
         * Opens whenever another calendar does, in its own zone and with its own holidays: the desk that is open while
         * any of its offices is. Holidays and exceptions of one close none of the others.
         *
         * @param name what people call the other, one line; explanations tell it where only the other is open
         * @param other the other calendar
         * @return this builder
         * @throws InvalidValueException if the name is not a line, or there are more than {@link #MAX_UNITED}
         */
        public Builder orWhenOpen(String name, BusinessCalendar other) {
            Check.line("name of the other calendar", name, Holiday.MAX_NAME_LENGTH);
            others.add(
                    new United(name, other.others.isEmpty() ? other : new BusinessCalendar(other.schedule, List.of())));
            others.addAll(other.others);
            Check.size("calendars united", others, MAX_UNITED);
            return this;
        }

        private Builder decide(LocalDate date, SpecialDay day) {
            Check.range("year of " + day.reason(), date.getYear(), SpecialDays.FIRST_YEAR, SpecialDays.LAST_YEAR);
            if (!specialDays.containsKey(date)) {
                Check.range("number of holidays and exceptions", specialDays.size() + 1L, 1, MAX_SPECIAL_DAYS);
            }
            specialDays.put(date, day);
            return this;
        }

        /**
         * Makes the calendar. The builder may be used on; that changes no calendar already made.
         *
         * @return a calendar
         * @throws CalendarException if it would never open: no weekday has hours, no exception has any, and it is
         *     united with no other calendar
         */
        public BusinessCalendar build() {
            Schedule schedule = new Schedule(zone, week, new SpecialDays(specialDays, rules));
            if (others.isEmpty() && schedule.neverOpens()) {
                throw CalendarException.neverOpens(zone);
            }
            return new BusinessCalendar(schedule, others);
        }
    }
}
