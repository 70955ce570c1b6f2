package dev.svar.template;

import dev.svar.template.TemplateSchema.Type;
import java.util.List;
import java.util.Optional;

/** An expression and the filters that its value goes through. */
record Filtered(Expression input, List<FilterCall> calls) implements Expression {
    Filtered {
        calls = List.copyOf(calls);
    }

    @Override
    public Value value(Rendering rendering) {
        if (!rendering.writing()) {
            return through(input.value(rendering), rendering);
        }
        boolean otherwise = otherwise().isPresent();
        Value value = otherwise ? rendering.unwritten(() -> input.value(rendering)) : input.value(rendering);
        Value result = through(value, rendering);
        if (otherwise && Path.nothing(result)) {
            rendering.hole(placeholder(rendering));
        }
        return result;
    }

    /**
     * The value for a name, of which nobody knows yet whether it is written: there is a hole in it if it is made of nothing and
     * does not look like it.
     */
    Value named(Rendering rendering) {
        Value value = input.value(rendering);
        Value result = rendering.written(() -> through(value, rendering));
        boolean seen = Path.nothing(value) && !Path.nothing(result) && !Emptiness.EMPTY.test(result);
        if (seen && otherwise().isEmpty() && input instanceof Path path) {
            rendering.hole(path.placeholder(rendering));
        }
        return result;
    }

    /** Which placeholder has no value if there is nothing in the end; one that only {@code default} stands in for may. */
    Optional<String> placeholder(Rendering rendering) {
        Optional<FilterCall> otherwise = otherwise();
        if (otherwise.isPresent() && otherwise.get().positional().isEmpty()) {
            return Optional.empty();
        }
        Expression last = otherwise.map(call -> call.positional().get(0)).orElse(input);
        return last instanceof Path path ? path.placeholder(rendering) : Optional.empty();
    }

    private Optional<FilterCall> otherwise() {
        return calls.stream().filter(FilterCall::isDefault).reduce((first, last) -> last);
    }

    private Value through(Value input, Rendering rendering) {
        Value value = input;
        for (int i = 0; i < calls.size(); i++) {
            FilterCall call = calls.get(i);
            Value before = value;
            value = call.isDefault()
                    ? rendering.unwritten(() -> call.apply(before, rendering))
                    : call.apply(before, rendering);
            // What follows may make something of nothing.
            if (call.isDefault() && i < calls.size() - 1 && rendering.writing() && Path.nothing(value)) {
                rendering.hole(placeholder(rendering));
            }
        }
        return value;
    }

    @Override
    public Type type(Review review) {
        Type[] type = {TemplateSchema.Scalar.ANY};
        if (otherwise().isPresent()) {
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
