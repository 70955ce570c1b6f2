package dev.svar.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code tablerow} that is being rendered: its variable and its {@code tablerowloop}. */
final class TableLoop implements Frame {
    private static final String OBJECT = "tablerowloop";
    private static final List<String> FIELDS = List.of(
            "length",
            "index",
            "index0",
            "rindex",
            "rindex0",
            "first",
            "last",
            "row",
            "col",
            "col0",
            "col_first",
            "col_last");

    static final Map<String, TemplateSchema.Type> TYPES = LoopTypes.of(OBJECT, FIELDS);

    private final String variable;
    private final int length;
    private final long columns;
    private int index = -1;
    private int row = 1;
    private int column;
    private Value value = Value.NIL;

    TableLoop(String variable, int length, long columns) {
        this.variable = variable;
        this.length = length;
        this.columns = columns;
    }

    void next(Value element) {
        value = element;
        index++;
        if (column == columns) {
            column = 0;
            row++;
        }
        column++;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    boolean rowEnds() {
        return column == columns && index < length - 1;
    }

    @Override
    public @Nullable Value find(String wanted) {
        if (wanted.equals(variable)) {
            return value;
        }
        return wanted.equals(OBJECT) ? tablerowloop() : null;
    }

    @Override
    public @Nullable Value field(String object, String field) {
        if (!object.equals(OBJECT)) {
            return null;
        }
        return switch (field) {
            case "length" -> new Value.Num(length);
            case "index" -> new Value.Num(index + 1);
            case "index0" -> new Value.Num(index);
            case "rindex" -> new Value.Num(length - index);
            case "rindex0" -> new Value.Num(length - index - 1);
            case "first" -> new Value.Bool(index == 0);
            case "last" -> new Value.Bool(index == length - 1);
            case "row" -> new Value.Num(row);
            case "col" -> new Value.Num(column);
            case "col0" -> new Value.Num(column - 1);
            case "col_first" -> new Value.Bool(column == 1);
            case "col_last" -> new Value.Bool(column == columns);
            default -> null;
        };
    }

    private Value tablerowloop() {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (String field : FIELDS) {
            Value known = field(OBJECT, field);
            fields.put(field, known == null ? Value.NIL : known);
        }
        return new Value.Fields(fields);
    }
}
