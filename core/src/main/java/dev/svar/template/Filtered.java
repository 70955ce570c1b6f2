package dev.svar.template;

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
}
