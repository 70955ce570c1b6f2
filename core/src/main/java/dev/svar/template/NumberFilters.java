package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;

/** Arithmetic: whole numbers stay whole, a decimal number makes the result one. Decimal, so that money adds up. */
final class NumberFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("plus", 1, 1, (in, args) -> exact(in, args, BigDecimal::add)),
            entry("minus", 1, 1, (in, args) -> exact(in, args, BigDecimal::subtract)),
            entry("times", 1, 1, (in, args) -> exact(in, args, BigDecimal::multiply)),
            entry("divided_by", 1, 1, NumberFilters::divide),
            entry("modulo", 1, 1, (in, args) -> exact(in, args, NumberFilters::modulo)),
            entry(
                    "abs",
                    0,
                    0,
                    (in, args) -> new Value.Num(Numbers.of(in).value().abs())),
            entry("ceil", 0, 0, (in, args) -> whole(in, RoundingMode.CEILING)),
            entry("floor", 0, 0, (in, args) -> whole(in, RoundingMode.FLOOR)),
            entry("round", 0, 1, NumberFilters::round),
            entry("at_least", 1, 1, (in, args) -> more(Numbers.of(in), Numbers.of(args.value(0)), 1)),
            entry("at_most", 1, 1, (in, args) -> more(Numbers.of(in), Numbers.of(args.value(0)), -1)));

    private NumberFilters() {}

    private static Value exact(Value input, Arguments arguments, BinaryOperator<BigDecimal> operation) {
        BigDecimal left = Numbers.of(input).value();
        BigDecimal right = Numbers.of(arguments.value(0)).value();
        return Numbers.num(operation.apply(left, right));
    }

    private static BigDecimal modulo(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw new Fault("divided by 0");
        }
        BigDecimal remainder = left.remainder(right);
        BigDecimal sum = remainder.signum() * right.signum() < 0 ? remainder.add(right) : remainder;
        return sum.setScale(Math.max(left.scale(), right.scale()));
    }

    private static Value divide(Value input, Arguments arguments) {
        Value.Num left = Numbers.of(input);
        Value.Num right = Numbers.of(arguments.value(0));
        if (right.value().signum() == 0) {
            throw new Fault("divided by 0");
        }
        if (left.whole() && right.whole()) {
            BigInteger[] parts =
                    left.value().toBigInteger().divideAndRemainder(right.value().toBigInteger());
            boolean down = parts[1].signum() * right.value().signum() < 0;
            return Numbers.num(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
        }
        return Numbers.num(printed(left.value().divide(right.value(), MathContext.DECIMAL128)));
    }

    /** A quotient with as many digits as the reference prints: the fewest that name the nearest double. */
    private static BigDecimal printed(BigDecimal quotient) {
        double nearest = quotient.doubleValue();
        if (Double.isInfinite(nearest)) {
            return quotient;
        }
        BigDecimal exact = new BigDecimal(nearest);
        for (int digits = 15; digits <= 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == nearest) {
                return rounded.scale() < 1 ? rounded.setScale(1) : rounded;
            }
        }
        return quotient;
    }

    private static Value whole(Value input, RoundingMode mode) {
        return Numbers.num(Numbers.of(input).value().setScale(0, mode));
    }

    private static Value round(Value input, Arguments arguments) {
        Value.Num number = Numbers.of(input);
        int digits = Math.max(-Value.MAX_DIGITS, Math.min(Value.MAX_DIGITS, arguments.truncated(0)));
        if ((number.whole() && digits >= 0) || digits >= number.value().scale()) {
            return number;
        }
        return Numbers.num(number.value().setScale(digits, RoundingMode.HALF_UP).setScale(Math.max(0, digits)));
    }

    private static Value more(Value.Num left, Value.Num right, int sign) {
        return left.value().compareTo(right.value()) * sign >= 0 ? left : right;
    }
}
