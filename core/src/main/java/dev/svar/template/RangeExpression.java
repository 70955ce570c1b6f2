package dev.svar.template;

import java.util.List;
import java.util.Locale;

/** {@code (first..last)}: the whole numbers between, both included. */
record RangeExpression(Expression first, Expression last, Position at) implements Expression {
    @Override
    public Value value(Rendering rendering) {
        Value start = first.value(rendering);
        Value end = last.value(rendering);
        if (!isEnd(first, start) || !isEnd(last, end)) {
            rendering.fault(at, "the ends of a range are whole numbers");
            return new Value.Items(List.of());
        }
        long from = Numbers.clamped(Numbers.of(start));
        long to = Numbers.clamped(Numbers.of(end));
        long size = Math.max(0, to - from + 1);
        if (size > Limits.RANGE) {
            throw rendering.error(
                    at,
                    TemplateRenderException.Reason.LIMIT,
                    String.format(
                            Locale.ROOT, "the range has %d elements, at most %d are allowed", size, Limits.RANGE));
        }
        rendering.step(at, 1);
        return new Value.Items(new Span(from, to, (int) size));
    }

    /** As in the reference a text is cut to the number that it begins with, and so is a number in the template itself. */
    private static boolean isEnd(Expression expression, Value value) {
        return expression instanceof Literal
                || value.equals(Value.NIL)
                || Texts.is(value)
                || (value instanceof Value.Num number && number.whole());
    }

    @Override
    public TemplateSchema.Type type(Review review) {
        first.type(review);
        last.type(review);
        return new TemplateSchema.ListOf(TemplateSchema.Scalar.NUMBER);
    }
}
