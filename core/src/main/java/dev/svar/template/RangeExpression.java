package dev.svar.template;

import java.util.Locale;

/** {@code (first..last)}: the whole numbers between, both included. */
record RangeExpression(Expression first, Expression last, Position at) implements Expression {
    @Override
    public Value value(Rendering rendering) {
        long from = Numbers.clamped(Numbers.of(first.value(rendering)));
        long to = Numbers.clamped(Numbers.of(last.value(rendering)));
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

    @Override
    public TemplateSchema.Type type(Review review) {
        first.type(review);
        last.type(review);
        return new TemplateSchema.ListOf(TemplateSchema.Scalar.NUMBER);
    }
}
