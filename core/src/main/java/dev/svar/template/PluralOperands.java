package dev.svar.template;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number as the plural rules of the CLDR see it, by the letters of <a
 * href="https://www.unicode.org/reports/tr35/tr35-numbers.html#Operands">UTS 35</a>.
 *
 * @param whole whether {@code n} is an integer
 * @param million whether {@code i} is a multiple of a million other than zero
 * @param i the integer digits; of more than nine the last nine, with which all rules agree
 * @param v how many digits the fraction shows
 * @param t the fraction without zeros at its end, only whether it is zero
 */
record PluralOperands(boolean whole, boolean million, int i, int v, boolean t) {
    private static final BigInteger LAST_DIGITS = BigInteger.TEN.pow(9);
    private static final int MILLION = 1_000_000;

    static PluralOperands of(BigDecimal number) {
        BigDecimal n = number.abs();
        BigInteger integer = n.toBigInteger();
        boolean whole = n.compareTo(new BigDecimal(integer)) == 0;
        int last = integer.remainder(LAST_DIGITS).intValue();
        boolean long9 = integer.compareTo(LAST_DIGITS) >= 0;
        return new PluralOperands(
                whole,
                integer.signum() != 0 && last % MILLION == 0,
                // A long number must not look like the small one that it ends with.
                long9 ? Math.addExact(last, LAST_DIGITS.intValueExact()) : last,
                Math.max(0, n.scale()),
                !whole);
    }

    /** Whether {@code n} is this integer. */
    boolean n(int number) {
        return whole && i == number;
    }

    /** Whether {@code n} is an integer whose last two digits are in a range. */
    boolean n100(int from, int to) {
        return whole && i % 100 >= from && i % 100 <= to;
    }

    boolean i10(int from, int to) {
        return i % 10 >= from && i % 10 <= to;
    }

    boolean i100(int from, int to) {
        return i % 100 >= from && i % 100 <= to;
    }

    /** One without any fraction. */
    boolean plainOne() {
        return i == 1 && v == 0;
    }
}
