package dev.svar.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Numbers as the language sees them. */
final class Numbers {
    static final Value.Num ZERO = new Value.Num(0);
    private static final int MAX_SCALE = 30;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    private Numbers() {}

    /** What arithmetic takes a value for: a number, a text that is or starts with one, or zero. */
    static Value.Num of(Value value) {
        if (value instanceof Value.Num number) {
            return number;
        }
        return Texts.is(value) ? parse(Texts.of(value)).orElseGet(() -> leading(Texts.of(value))) : ZERO;
    }

    /** The whole number that a text starts with, or zero. */
    private static Value.Num leading(String text) {
        String stripped = text.stripLeading();
        int sign = stripped.startsWith("-") || stripped.startsWith("+") ? 1 : 0;
        int end = sign + Math.min(Value.MAX_DIGITS, run(stripped, sign));
        return end == sign ? ZERO : new Value.Num(new BigDecimal(stripped.substring(0, end)));
    }

    /** A whole number if the value is one, or a text that is one. */
    static Optional<Long> whole(Value value) {
        Optional<Value.Num> number = value instanceof Value.Num num
                ? Optional.of(num)
                : Texts.is(value) ? parse(Texts.of(value)) : Optional.empty();
        return number.filter(Value.Num::whole).map(Numbers::clamped);
    }

    /** The number without its fraction, cut to a range that is safe to count with. */
    static long clamped(Value.Num number) {
        BigDecimal value = number.value();
        if (value.abs().compareTo(MOST) > 0) {
            return value.signum() * (Long.MAX_VALUE / 4);
        }
        return value.longValue();
    }

    /** Digits, with a sign and with a fraction if there are any; nothing else. */
    static Optional<Value.Num> parse(String text) {
        String trimmed = text.strip();
        int at = trimmed.startsWith("-") ? 1 : 0;
        int digits = run(trimmed, at);
        int end = at + digits;
        if (end < trimmed.length() && trimmed.charAt(end) == '.') {
            int fraction = run(trimmed, end + 1);
            end = fraction == 0 ? -1 : end + 1 + fraction;
        }
        if (digits == 0 || end != trimmed.length() || end > Value.MAX_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(new Value.Num(new BigDecimal(trimmed)));
    }

    private static int run(String text, int from) {
        int at = from;
        while (at < text.length() && Scan.digit(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    static Value.Num num(BigDecimal value) {
        BigDecimal rounded = value.scale() > MAX_SCALE ? value.setScale(MAX_SCALE, RoundingMode.HALF_EVEN) : value;
        if (rounded.precision() - rounded.scale() > Value.MAX_DIGITS) {
            throw new Fault(String.format(Locale.ROOT, "the result has more than %d digits", Value.MAX_DIGITS));
        }
        return new Value.Num(rounded);
    }

    static Value.Num num(BigInteger value) {
        return num(new BigDecimal(value));
    }

    /** How many characters, not UTF-16 units, a text has. */
    static Value size(String text) {
        return new Value.Num(text.codePointCount(0, text.length()));
    }
}
