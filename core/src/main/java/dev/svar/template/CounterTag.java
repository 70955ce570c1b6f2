package dev.svar.template;

import java.math.BigDecimal;

/** {@code increment} writes a counter and adds one; {@code decrement} subtracts one and writes it. */
record CounterTag(String variable, boolean up, Position at) implements Node {
    static Node parse(Segment.Tag tag, BlockParser parser) {
        ExpressionParser markup = parser.markup(tag);
        String variable = markup.word("the name of a counter");
        markup.end();
        return new CounterTag(variable, tag.name().equals("increment"), parser.position(tag));
    }

    @Override
    public void review(Review review) {
        review.assign(variable, TemplateSchema.Scalar.NUMBER);
    }

    @Override
    public Flow render(Rendering rendering) {
        rendering.step(at, 1);
        Value.Num before = rendering.scope().counter(variable);
        Value.Num after = before;
        try {
            after = Numbers.num(before.value().add(up ? BigDecimal.ONE : BigDecimal.ONE.negate()));
        } catch (Fault fault) {
            rendering.fault(at, fault.problem());
        }
        rendering.scope().counter(variable, after);
        rendering.write(up ? before : after);
        return Flow.NEXT;
    }
}
