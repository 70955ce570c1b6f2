package dev.svar.sla;

import java.time.LocalDate;

/** The date of Easter Sunday, by the algorithms of Meeus, Astronomical Algorithms, chapter 8. */
enum Easter {
    /** By the Gregorian calendar and its moon. */
    WESTERN {
        @Override
        LocalDate sunday(int year) {
            int a = year % 19;
            int b = year / 100;
            int c = year % 100;
            int f = (b + 8) / 25;
            int g = (b - f + 1) / 3;
            int h = (19 * a + b - b / 4 - g + 15) % 30;
            int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
            int m = (a + 11 * h + 22 * l) / 451;
            int n = h + l - 7 * m + 114;
            return LocalDate.of(year, n / 31, n % 31 + 1);
        }
    },

    /** By the Julian calendar and its moon, told in Gregorian dates. */
    ORTHODOX {
        @Override
        LocalDate sunday(int year) {
            int d = (19 * (year % 19) + 15) % 30;
            int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
            int n = d + e + 114;
            int julianLag = year / 100 - year / 400 - 2;
            return LocalDate.of(year, n / 31, n % 31 + 1).plusDays(julianLag);
        }
    };

    abstract LocalDate sunday(int year);
}
