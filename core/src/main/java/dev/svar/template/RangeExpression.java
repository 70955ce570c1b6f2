package dev.svar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code (first..last)}: the whole numbers between, both included. */
record RangeExpression(Expression first, Expression last, Position at) implements Expression {
    @Override
    public Value value(Rendering rendering) {
        long from = Numbers.clamped(Numbers.of(first.value(rendering)));
        long to = Numbers.clamped(Numbers.of(last.value(rendering)));
        if (from > to) {
            return new Value.Items(List.of());
        }
        long size = to - from + 1;
        if (size > Limits.RANGE) {
            throw rendering.error(
                    at,
                    TemplateRenderException.Reason.LIMIT,
                    String.format(
                            Locale.ROOT, "the range has %d elements, at most %d are allowed", size, Limits.RANGE));
        }
        rendering.step(at, size);
        List<Value> values = new ArrayList<>((int) size);
        for (long i = from; i <= to; i++) {
            values.add(new Value.Num(i));
        }
        return new Value.Items(values);
    }
}
