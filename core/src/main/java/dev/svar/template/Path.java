package dev.svar.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A variable and the way into it: {@code ticket.tags[0].size}. */
record Path(Expression root, List<Step> steps, Position at) implements Expression {
    Path {
        steps = List.copyOf(steps);
    }

    /** One step inwards; only a dot knows {@code first}, {@code last} and {@code size}. */
    record Step(Expression key, boolean dot) {}

    @Override
    public Value value(Rendering rendering) {
        rendering.step(at, 1 + steps.size() / 8);
        Value name = root.value(rendering);
        Optional<Value> found = Texts.is(name) ? rendering.variable(Texts.of(name)) : Optional.empty();
        if (found.isEmpty()) {
            return unknown(rendering, name);
        }
        Value value = found.get();
        for (Step step : steps) {
            if (value.equals(Value.NIL)) {
                return Value.NIL;
            }
            Value key = step.key.value(rendering);
            Optional<Value> next = inside(value, key, step.dot);
            if (next.isEmpty()) {
                return unknown(rendering, key);
            }
            value = next.get();
        }
        return value;
    }

    private Value unknown(Rendering rendering, Value key) {
        if (rendering.strict()) {
            String name = Texts.is(key) ? Texts.of(key) : "";
            String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
            throw rendering.error(
                    at, TemplateRenderException.Reason.UNKNOWN_VARIABLE, "there is no variable or field " + shown);
        }
        return Value.NIL;
    }

    static Optional<Value> inside(Value value, Value key, boolean dot) {
        if (value instanceof Value.Fields fields) {
            return field(fields, key, dot);
        }
        if (value instanceof Value.Items items) {
            return element(items.values(), key, dot);
        }
        if (dot && Texts.is(value) && Texts.is(key) && Texts.of(key).equals("size")) {
            return Optional.of(Numbers.size(Texts.of(value)));
        }
        return Optional.empty();
    }

    private static Optional<Value> field(Value.Fields fields, Value key, boolean dot) {
        if (!Texts.is(key)) {
            return Optional.empty();
        }
        String name = Texts.of(key);
        Value found = fields.values().get(name);
        if (found != null) {
            return Optional.of(found);
        }
        if (dot && name.equals("size")) {
            return Optional.of(new Value.Num(fields.values().size()));
        }
        if (dot && name.equals("first")) {
            return Optional.of(fields.values().entrySet().stream()
                    .findFirst()
                    .map(Path::pair)
                    .orElse(Value.NIL));
        }
        return Optional.empty();
    }

    static Value pair(Map.Entry<String, Value> entry) {
        return new Value.Items(List.of(new Value.Text(entry.getKey()), entry.getValue()));
    }

    private static Optional<Value> element(List<Value> values, Value key, boolean dot) {
        if (key instanceof Value.Num number && number.whole()) {
            return Optional.of(element(values, number));
        }
        if (!dot || !Texts.is(key)) {
            return Optional.empty();
        }
        return switch (Texts.of(key)) {
            case "size" -> Optional.of(new Value.Num(values.size()));
            case "first" -> Optional.of(values.isEmpty() ? Value.NIL : values.get(0));
            case "last" -> Optional.of(values.isEmpty() ? Value.NIL : values.get(values.size() - 1));
            default -> Optional.empty();
        };
    }

    private static Value element(List<Value> values, Value.Num number) {
        long index = Numbers.clamped(number);
        long from = index < 0 ? values.size() + index : index;
        return from < 0 || from >= values.size() ? Value.NIL : values.get((int) from);
    }
}
