package dev.svar.template;

import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A variable and the way into it: {@code ticket.tags[0].size}. */
record Path(Expression root, List<Step> steps, Position at) implements Expression {
    Path {
        steps = List.copyOf(steps);
    }

    /** One step inwards; only a dot knows {@code first}, {@code last} and {@code size}. */
    record Step(Expression key, boolean dot) {
        @Nullable
        String name() {
            return constant(key);
        }
    }

    /** The name that an expression states itself, if it does. */
    static @Nullable String constant(Expression key) {
        return key instanceof Expression.Literal literal && literal.value() instanceof Value.Text text
                ? text.value()
                : null;
    }

    @Override
    public Value value(Rendering rendering) {
        Value value = found(rendering);
        if (rendering.writing() && nothing(value)) {
            rendering.hole(placeholder(rendering));
        }
        return value;
    }

    /** Whether nobody would see it if it were written. */
    static boolean nothing(Value value) {
        return value.equals(Value.NIL) || (Texts.is(value) && Texts.of(value).isBlank());
    }

    /** Which placeholder it is, as the template's data has it; empty if it leads into what the template itself made. */
    Optional<String> placeholder(Rendering rendering) {
        String name = constant(root);
        return name == null
                ? Optional.empty()
                : rendering.scope().placeholder(name).map(this::after);
    }

    private String after(String placeholder) {
        StringBuilder all = new StringBuilder(placeholder);
        for (Step step : steps) {
            String key = step.name();
            all.append(key == null ? "[]" : "." + key);
        }
        return all.toString();
    }

    private Value found(Rendering rendering) {
        rendering.step(at, 1 + steps.size() / 8);
        Value key = root.value(rendering);
        if (!Texts.is(key)) {
            return unknown(rendering, root);
        }
        String name = Texts.of(key);
        Value value = null;
        int done = 0;
        String field =
                steps.isEmpty() || !name.endsWith("loop") ? null : steps.get(0).name();
        if (field != null) {
            value = rendering.scope().loopField(name, field);
            done = value == null ? 0 : 1;
        }
        if (value == null) {
            value = rendering.scope().variable(name);
        }
        if (value == null) {
            return unknown(rendering, root);
        }
        for (int i = done; i < steps.size(); i++) {
            if (value.equals(Value.NIL)) {
                return Value.NIL;
            }
            Step step = steps.get(i);
            Value wanted = step.key.value(rendering);
            value = inside(value, wanted, step.dot);
            if (value == null) {
                return unknown(rendering, step.key);
            }
        }
        return value;
    }

    /** Which placeholder it is, wherever it stands; empty if it is none, or if only data says which. */
    Optional<String> placeholder(Review review) {
        String name = constant(root);
        List<String> way = new ArrayList<>();
        for (Step step : steps) {
            String key = step.name();
            if (key == null) {
                return Optional.empty();
            }
            way.add(key);
        }
        return name == null ? Optional.empty() : review.placeholder(name, way);
    }

    @Override
    public Type type(Review review) {
        String name = constant(root);
        List<String> way = new ArrayList<>();
        boolean followed = name != null;
        for (Step step : steps) {
            step.key.type(review);
            String key = step.name();
            followed = followed && key != null;
            if (followed && key != null) {
                way.add(key);
            }
        }
        if (name == null) {
            root.type(review);
            return Scalar.ANY;
        }
        Type type = review.name(name, way, at);
        StringBuilder placeholder = new StringBuilder(name);
        for (Step step : steps) {
            String key = step.name();
            Optional<Type> next = PathTypes.inside(type, step.key, key);
            placeholder.append(key == null ? "[]" : "." + key);
            if (next.isEmpty()) {
                review.unknown(placeholder.toString(), at);
                return Scalar.ANY;
            }
            type = next.get();
        }
        return type;
    }

    /** The error says only a name that the template itself states, for another one is data. */
    private Value unknown(Rendering rendering, Expression key) {
        if (rendering.strict()) {
            String name = constant(key);
            throw rendering.error(
                    at,
                    TemplateRenderException.Reason.UNKNOWN_VARIABLE,
                    "there is no variable or field " + (name == null ? "of that name" : Texts.shown(name)));
        }
        return Value.NIL;
    }

    static @Nullable Value inside(Value value, Value key, boolean dot) {
        if (value instanceof Value.Fields fields) {
            return field(fields, key, dot);
        }
        if (value instanceof Value.Items items) {
            return element(items.values(), key, dot);
        }
        return dot && Texts.is(value) && Texts.is(key) ? part(Texts.of(value), Texts.of(key)) : null;
    }

    private static @Nullable Value part(String text, String key) {
        return switch (key) {
            case "size" -> Numbers.size(text);
            case "first" -> ListFilters.first(new Value.Text(text));
            case "last" -> ListFilters.last(new Value.Text(text));
            default -> null;
        };
    }

    private static @Nullable Value field(Value.Fields fields, Value key, boolean dot) {
        if (!Texts.is(key)) {
            return null;
        }
        String name = Texts.of(key);
        Value found = fields.values().get(name);
        if (found != null) {
            return found;
        }
        if (dot && name.equals("size")) {
            return new Value.Num(fields.values().size());
        }
        return dot && name.equals("first") ? ListFilters.first(fields) : null;
    }

    static Value pair(Map.Entry<String, Value> entry) {
        return new Value.Items(List.of(new Value.Text(entry.getKey()), entry.getValue()));
    }

    private static @Nullable Value element(List<Value> values, Value key, boolean dot) {
        if (key instanceof Value.Num number && number.whole()) {
            return element(values, number);
        }
        if (!dot || !Texts.is(key)) {
            return null;
        }
        return switch (Texts.of(key)) {
            case "size" -> new Value.Num(values.size());
            case "first" -> values.isEmpty() ? Value.NIL : values.get(0);
            case "last" -> values.isEmpty() ? Value.NIL : values.get(values.size() - 1);
            default -> null;
        };
    }

    static Value element(List<Value> values, Value.Num number) {
        long index = Numbers.clamped(number);
        long from = index < 0 ? values.size() + index : index;
        return from < 0 || from >= values.size() ? Value.NIL : values.get((int) from);
    }
}
