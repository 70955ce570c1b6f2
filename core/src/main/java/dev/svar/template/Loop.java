package dev.svar.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A loop that is being rendered: its variable and its {@code forloop}. */
final class Loop implements Frame {
    private static final String OBJECT = "forloop";
    private static final List<String> FIELDS =
            List.of("name", "length", "index", "index0", "rindex", "rindex0", "first", "last", "parentloop");

    static final Map<String, TemplateSchema.Type> TYPES = LoopTypes.of(OBJECT, FIELDS);

    private final String name;
    private final String variable;
    private final int length;
    private final @Nullable Loop parent;
    private int index = -1;
    private Value value = Value.NIL;

    Loop(String name, String variable, int length, @Nullable Loop parent) {
        this.name = name;
        this.variable = variable;
        this.length = length;
        this.parent = parent;
    }

    /** What a loop over a value goes through: a map's pairs, a text as a whole. */
    static List<Value> elements(Value value, Rendering rendering) {
        if (value instanceof Value.Items items) {
            return items.values();
        }
        if (value instanceof Value.Fields fields) {
            rendering.steps(fields.values().size());
            return fields.values().entrySet().stream().map(Path::pair).toList();
        }
        return Texts.is(value) && !Texts.of(value).isEmpty() ? List.of(value) : List.of();
    }

    @Nullable
    Loop parent() {
        return parent;
    }

    void next(Value element) {
        value = element;
        index++;
    }

    @Override
    public @Nullable Value find(String wanted) {
        return wanted.equals(variable) ? value : wanted.equals(OBJECT) ? forloop() : null;
    }

    @Override
    public @Nullable Value field(String object, String field) {
        if (!object.equals(OBJECT)) {
            return null;
        }
        return switch (field) {
            case "name" -> new Value.Text(name);
            case "length" -> new Value.Num(length);
            case "index" -> new Value.Num(index + 1);
            case "index0" -> new Value.Num(index);
            case "rindex" -> new Value.Num(length - index);
            case "rindex0" -> new Value.Num(length - index - 1);
            case "first" -> new Value.Bool(index == 0);
            case "last" -> new Value.Bool(index == length - 1);
            case "parentloop" -> parent == null ? Value.NIL : parent.forloop();
            default -> null;
        };
    }

    Value forloop() {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String field : FIELDS) {
            Value known = field(OBJECT, field);
            fields.put(field, known == null ? Value.NIL : known);
        }
        return new Value.Fields(fields);
    }
}
