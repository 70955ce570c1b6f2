package dev.svar.sla;

import dev.svar.error.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The holidays of any year: of a country, of a company, of both together. A calendar asks for a year when it first
 * needs it, and once as a rule.
 *
 * <p>A host's own is a lambda from the year to its holidays. It is called by any number of threads, gives the same
 * answer every time, and names dates of that year only, at most {@link #MAX_PER_YEAR}. Those made here are equal if
 * they are made alike; a lambda is equal to itself, and so are the calendars that use it.
 */
@FunctionalInterface
public interface Holidays {
    /** The most holidays of one year. */
    int MAX_PER_YEAR = 1000;

    /**
     * The holidays of one year.
     *
     * @param year the year, in the ISO calendar
     * @return the holidays whose dates lie in that year, in any order; none if it has none
     */
    Collection<Holiday> in(int year);

    /**
     * A list of dates.
     *
     * @param dates the holidays
     * @return the holidays
     */
    static Holidays of(Collection<Holiday> dates) {
        return new HolidayRules.Listed(List.copyOf(dates));
    }

    /**
     * The same date every year, such as 25 December.
     *
     * @param day the date; 29 February is a holiday in leap years only
     * @param name what people call it
     * @return the holidays
     * @throws InvalidValueException if the name is not a line
     */
    static Holidays everyYear(MonthDay day, String name) {
        return new HolidayRules.Fixed(day, HolidayRules.named(name));
    }

    /**
     * A weekday counted within a month, such as the fourth Thursday of November or the last Monday of May.
     *
     * @param nth which of them: from 1 to 5, or from -1 for the last to -5; a month without a fifth has no holiday
     * @param weekday the weekday
     * @param month the month
     * @param name what people call it
     * @return the holidays
     * @throws InvalidValueException if the number is another, or the name is not a line
     */
    static Holidays everyYear(int nth, DayOfWeek weekday, Month month, String name) {
        return new HolidayRules.Nth(nth, weekday, month, HolidayRules.named(name));
    }

    /**
     * The first such weekday from a date on, such as the Saturday between 20 and 26 June for Midsummer.
     *
     * @param weekday the weekday
     * @param onOrAfter the earliest date that it can be; 29 February stands for 28 February in other years
     * @param name what people call it
     * @return the holidays
     * @throws InvalidValueException if the name is not a line
     */
    static Holidays everyYear(DayOfWeek weekday, MonthDay onOrAfter, String name) {
        return new HolidayRules.OnOrAfter(weekday, onOrAfter, HolidayRules.named(name));
    }

    /**
     * A day counted from Easter Sunday of the western churches.
     *
     * @param daysAfter days after Easter Sunday, negative for before: -2 is Good Friday, 39 Ascension Day, 49 Pentecost
     * @param name what people call it
     * @return the holidays
     * @throws InvalidValueException if it is more than 100 days away, or the name is not a line
     */
    static Holidays easter(int daysAfter, String name) {
        return new HolidayRules.OfEaster(Easter.WESTERN, daysAfter, HolidayRules.named(name));
    }

    /**
     * A day counted from Easter Sunday of the orthodox churches.
     *
     * @param daysAfter days after Easter Sunday, negative for before
     * @param name what people call it
     * @return the holidays
     * @throws InvalidValueException if it is more than 100 days away, or the name is not a line
     */
    static Holidays orthodoxEaster(int daysAfter, String name) {
        return new HolidayRules.OfEaster(Easter.ORTHODOX, daysAfter, HolidayRules.named(name));
    }

    /**
     * The whole-day events of an iCalendar stream (RFC 5545), each under its summary. An end is excluded; events that
     * are cancelled are left out. Recurrence is understood if it is yearly, by {@code BYMONTH}, {@code BYMONTHDAY} and
     * {@code BYDAY} within months, with {@code INTERVAL}, {@code COUNT}, {@code UNTIL} and {@code EXDATE}; all else that
     * could change a date is refused, never guessed.
     *
     * @param in the stream, UTF-8, of at most 2 MiB and 10,000 events; it is read to its end and not closed
     * @return the holidays
     * @throws InvalidValueException if the stream is too long or no iCalendar, or an event is not of whole days or is
     *     refused; the field names the line
     * @throws IOException if the stream cannot be read
     */
    static Holidays fromICalendar(InputStream in) throws IOException {
        return ICalendarReader.read(in);
    }

    /**
     * These and others.
     *
     * @param others other holidays
     * @return all of them; those that fall on one date close it once, under all names
     */
    default Holidays and(Holidays... others) {
        return HolidayRules.All.of(this, others);
    }

    /**
     * These, moved if they fall on certain weekdays: {@code Map.of(SATURDAY, -1, SUNDAY, 1)} observes what falls on a
     * weekend on the nearest weekday. The date they are moved from is no longer one of them; to close both, join both
     * with {@link #and}.
     *
     * @param days for each weekday by how many days what falls on it is moved, from -31 to 31
     * @return the holidays as observed
     * @throws InvalidValueException if a number of days is out of range
     */
    default Holidays observed(Map<DayOfWeek, Integer> days) {
        return new HolidayRules.Observed(this, days);
    }

    /**
     * These, in some years only, such as a holiday that was introduced or abolished.
     *
     * @param first the first year that has them
     * @param last the last year that has them
     * @return the holidays of these years
     * @throws InvalidValueException if the last year is before the first
     */
    default Holidays between(int first, int last) {
        return new HolidayRules.Between(this, first, last);
    }
}
