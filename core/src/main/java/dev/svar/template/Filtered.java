package dev.svar.template;

import dev.svar.template.TemplateSchema.Type;
import java.util.List;

/** An expression and the filters that its value goes through. */
record Filtered(Expression input, List<FilterCall> calls) implements Expression {
    Filtered {
        calls = List.copyOf(calls);
    }

    @Override
    public Value value(Rendering rendering) {
        Value value = input.value(rendering);
        for (FilterCall call : calls) {
            value = call.apply(value, rendering);
        }
        return value;
    }

    @Override
    public Type type(Review review) {
        Type[] type = {TemplateSchema.Scalar.ANY};
        if (calls.stream().anyMatch(call -> call.name().equals("default"))) {
            review.optionally(() -> type[0] = input.type(review));
        } else {
            type[0] = input.type(review);
        }
        Type result = type[0];
        if (calls.get(0).name().equals(MessageFilter.NAME)) {
            MessageTypes.check(calls.get(0), input, review);
        }
        for (FilterCall call : calls) {
            result = FilterTypes.check(call, result, review);
        }
        return result;
    }
}
