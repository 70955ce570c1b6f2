package dev.svar.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A calendar drawn at random, in two forms: as built, and as the plain tables that it was built from. Hours are
 * {start, end} in minutes of their day, neither merged nor sorted.
 */
record RandomCalendar(
        ZoneId zone, BusinessCalendar calendar, Map<DayOfWeek, List<int[]>> week, Map<LocalDate, Special> specials) {
    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    record Special(String reason, List<int[]> hours) {}

    static long seed() {
        return Long.getLong("svar.calendar.seed", Long.getLong("svar.seed", 20_261_122L));
    }

    /** The zones in turn, from one that the seed decides. */
    static ZoneId zone(long seed, int turn) {
        return ZONES.get(Math.floorMod(seed + turn, ZONES.size()));
    }

    /** A calendar whose holidays and exceptions lie within so many days of a date. */
    static RandomCalendar draw(Random random, ZoneId zone, LocalDate around, int days) {
        BusinessCalendar.Builder builder = BusinessCalendar.builder(zone);
        Map<DayOfWeek, List<int[]>> week = new EnumMap<>(DayOfWeek.class);
        Map<LocalDate, Special> specials = new TreeMap<>();
        List<Holiday> byRule = new ArrayList<>();
        DayOfWeek always = DayOfWeek.of(random.nextInt(1, 8));
        for (DayOfWeek day : DayOfWeek.values()) {
            List<int[]> hours = hours(random, day == always ? 1 : 0);
            week.put(day, hours);
            if (!hours.isEmpty()) {
                builder.open(day, texts(hours));
            }
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            LocalDate date = around.plusDays(random.nextInt(-days, days + 1));
            String name = "day " + random.nextInt(3);
            if (specials.containsKey(date)) {
                continue;
            }
            if (random.nextBoolean()) {
                specials.put(date, new Special("holiday " + name, List.of()));
                if (random.nextBoolean()) {
                    builder.holiday(date, name);
                } else {
                    byRule.add(new Holiday(date, name));
                }
            } else {
                List<int[]> hours = hours(random, 0);
                specials.put(date, new Special("exception " + name, hours));
                builder.exception(date, name, texts(hours));
                if (random.nextInt(4) == 0) {
                    byRule.add(new Holiday(date, "overridden"));
                }
            }
        }
        builder.holidays(Holidays.of(byRule));
        return new RandomCalendar(zone, builder.build(), week, specials);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(zone.getId());
        week.forEach((day, hours) -> text.append(' ').append(day).append(List.of(texts(hours))));
        specials.forEach((date, special) ->
                text.append(' ').append(date).append(special.reason()).append(List.of(texts(special.hours()))));
        return text.toString();
    }

    List<int[]> hoursOf(LocalDate date) {
        return specials.containsKey(date) ? specials.get(date).hours() : week.get(date.getDayOfWeek());
    }

    private static List<int[]> hours(Random random, int least) {
        List<int[]> hours = new ArrayList<>();
        for (int i = random.nextInt(least, 4); i > 0; i--) {
            // Coarse times are drawn often, so that intervals touch and boundaries meet clock changes.
            int grain = new int[] {1, 5, 30, 60}[random.nextInt(4)];
            int start = random.nextInt(1440 / grain) * grain;
            int length = random.nextInt(1, 1440 / grain) * grain;
            hours.add(random.nextInt(12) == 0 ? new int[] {0, 1440} : new int[] {start, start + length});
        }
        return hours;
    }

    private static String[] texts(List<int[]> hours) {
        return hours.stream()
                .map(h -> time(h[0]) + "-" + (h[1] == 1440 ? "24:00" : time(h[1] % 1440)))
                .toArray(String[]::new);
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
