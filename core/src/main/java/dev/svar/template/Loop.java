package dev.svar.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A loop that is being rendered: its variable and its {@code forloop}. */
final class Loop {
    private final String name;
    private final String variable;
    private final int length;
    private int index = -1;
    private Value value = Value.NIL;

    Loop(String name, String variable, int length) {
        this.name = name;
        this.variable = variable;
        this.length = length;
    }

    /** What a loop over a value goes through: a map's pairs, a text as a whole. */
    static List<Value> elements(Value value) {
        if (value instanceof Value.Items items) {
            return items.values();
        }
        if (value instanceof Value.Fields fields) {
            return fields.values().entrySet().stream().map(Path::pair).toList();
        }
        return Texts.is(value) && !Texts.of(value).isEmpty() ? List.of(value) : List.of();
    }

    void next(Value element) {
        value = element;
        index++;
    }

    String variable() {
        return variable;
    }

    Value value() {
        return value;
    }

    /** The fields of {@code forloop}; the parent is nil in an outermost loop. */
    Value forloop(Value parent) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("name", new Value.Text(name));
        fields.put("length", new Value.Num(length));
        fields.put("index", new Value.Num(index + 1));
        fields.put("index0", new Value.Num(index));
        fields.put("rindex", new Value.Num(length - index));
        fields.put("rindex0", new Value.Num(length - index - 1));
        fields.put("first", new Value.Bool(index == 0));
        fields.put("last", new Value.Bool(index == length - 1));
        fields.put("parentloop", parent);
        return new Value.Fields(fields);
    }
}
