package dev.svar.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One filter of a chain, with its arguments. A filter that does not exist is an error only when strict. */
record FilterCall(
        String name,
        Optional<Filter.Entry> entry,
        List<Expression> positional,
        Map<String, Expression> named,
        Position at) {
    FilterCall {
        positional = List.copyOf(positional);
        named = Map.copyOf(named);
    }

    Value apply(Value input, Rendering rendering) {
        rendering.step(at, 1 + cost(input));
        if (entry.isEmpty()) {
            if (rendering.strict()) {
                throw rendering.error(
                        at, TemplateRenderException.Reason.UNKNOWN_FILTER, "there is no filter " + Texts.shown(name));
            }
            return input;
        }
        try {
            Value result = entry.get().apply(input, arguments(rendering));
            rendering.step(at, cost(result));
            return result;
        } catch (Fault fault) {
            rendering.fault(at, name + ": " + fault.problem());
            return Value.NIL;
        }
    }

    boolean isDefault() {
        return name.equals("default");
    }

    /** Where an argument stands, as far as that is known: a constant has no place of its own. */
    Position positionOf(int argument) {
        return positional.get(argument) instanceof Path path ? path.at() : at;
    }

    private Arguments arguments(Rendering rendering) {
        if (positional.isEmpty() && named.isEmpty()) {
            return new Arguments(List.of(), Map.of(), rendering);
        }
        List<Value> values = new ArrayList<>(positional.size());
        long cost = 0;
        for (Expression argument : positional) {
            Value value = argument.value(rendering);
            values.add(value);
            cost += cost(value);
        }
        rendering.step(at, cost);
        return new Arguments(values, named.isEmpty() ? Map.of() : options(rendering), rendering);
    }

    private Map<String, Value> options(Rendering rendering) {
        Map<String, Value> options = new LinkedHashMap<>();
        named.forEach((key, argument) -> options.put(key, argument.value(rendering)));
        return options;
    }

    /** So that few filters over long values, or over the same long one many times, do not become much work for few steps. */
    private static long cost(Value value) {
        if (Texts.is(value)) {
            return Rendering.stepsFor(Texts.of(value));
        }
        if (!(value instanceof Value.Items items)) {
            return 0;
        }
        long cost = items.values().size();
        if (!(items.values() instanceof Span)) {
            for (Value element : items.values()) {
                cost += cost(element);
            }
        }
        return cost;
    }
}
