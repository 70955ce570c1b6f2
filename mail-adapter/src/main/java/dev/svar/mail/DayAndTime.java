package dev.svar.mail;

import java.util.Locale;
import java.util.Set;

/** Finds days and times of day in a line of plain words, however a language writes them. */
final class DayAndTime {
    private static final Signs DIVIDERS = Signs.of(":.h\u6642\u65F6\u70B9\uC2DC");

    /** Months of three letters, as programs write them between dashes. */
    private static final Set<String> MONTHS = Set.of(
            ("jan feb mar apr may jun jul aug sep oct nov dec mär mai okt dez ene abr ago set dic gen mag giu lug ott fev out mrt mei"
                            + " maj des sty lut kwi cze lip sie wrz paź lis gru fév aoû déc ožu tra svi srp kol ruj stu pro")
                    .split(" ", -1));

    private DayAndTime() {}

    /** Whether a year of our time stands in it, or a day in three numbers, or with a short month: 05-Mar-24. */
    static boolean hasDay(String words) {
        int at = 0;
        int parts = 0;
        while (at < words.length()) {
            if (!isDigit(words.charAt(at))) {
                at++;
                continue;
            }
            int end = digitsEnd(words, at);
            boolean word = at > 0 && (Character.isLetter(words.charAt(at - 1)) || words.charAt(at - 1) == '@');
            if (end - at == 4 && !word && isYear(Integer.parseInt(words.substring(at, end)))) {
                return true;
            }
            boolean small = end - at <= 2;
            if (small && !word && isDayOfMonth(words, at, end) && hasMonth(words, end)) {
                return true;
            }
            int next = end + 1 < words.length() && words.charAt(end + 1) == ' ' ? end + 2 : end + 1;
            boolean joined =
                    next < words.length() && "./-".indexOf(words.charAt(end)) >= 0 && isDigit(words.charAt(next));
            if (!small) {
                parts = 0;
            } else if (joined) {
                parts++;
            } else if (parts >= 2) {
                return true;
            } else {
                parts = 0;
            }
            at = end;
        }
        return false;
    }

    /** Whether a time such as 10:30, 10.30, 10h30 or 10時30 stands in it. */
    static boolean hasTime(String words) {
        for (int i = 1; i + 2 < words.length(); i++) {
            if (isDigit(words.charAt(i - 1))
                    && DIVIDERS.has(words.charAt(i))
                    && digitsEnd(words, i + 1) == i + 3
                    && !isDotted(words, i)) {
                return true;
            }
        }
        return words.indexOf('\uC2DC') > 0 || words.indexOf('\u6642') > 0;
    }

    /** Whether the dot stands in a day such as 03.05.2024. */
    private static boolean isDotted(String words, int dot) {
        if (words.charAt(dot) != '.') {
            return false;
        }
        int start = dot;
        while (start > 0 && isDigit(words.charAt(start - 1))) {
            start--;
        }
        boolean before = start > 0 && words.charAt(start - 1) == '.';
        boolean after = dot + 3 < words.length() && words.charAt(dot + 3) == '.';
        return before || after || dot - start > 2;
    }

    /** Whether a short month and a year of two digits follow behind dashes. */
    private static boolean hasMonth(String words, int dash) {
        int next = dash + 4;
        if (next + 2 >= words.length() || words.charAt(dash) != '-' || words.charAt(next) != '-') {
            return false;
        }
        return digitsEnd(words, next + 1) == next + 3
                && MONTHS.contains(words.substring(dash + 1, next).toLowerCase(Locale.ROOT));
    }

    private static boolean isDayOfMonth(String words, int from, int to) {
        int day = Integer.parseInt(words, from, to, 10);
        return day >= 1 && day <= 31;
    }

    private static boolean isYear(int year) {
        boolean gregorian = year >= 1990 && year < 2100;
        boolean persianOrIslamic = year >= 1390 && year < 1470;
        boolean buddhist = year >= 2540 && year < 2600;
        return gregorian || persianOrIslamic || buddhist;
    }

    private static int digitsEnd(String words, int from) {
        int end = from;
        while (end < words.length() && isDigit(words.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
