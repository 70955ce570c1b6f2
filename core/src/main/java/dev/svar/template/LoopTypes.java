package dev.svar.template;

import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The object that tells of a loop, to a template that is looked at without data. */
final class LoopTypes {
    private LoopTypes() {}

    static Map<String, Type> of(String object, List<String> names) {
        Map<String, Type> fields = new LinkedHashMap<>();
        for (String name : names) {
            fields.put(name, type(name));
        }
        return Map.of(object, new ObjectOf(fields));
    }

    private static Type type(String name) {
        return switch (name) {
            case "name" -> Scalar.TEXT;
            case "first", "last", "col_first", "col_last" -> Scalar.BOOLEAN;
            case "parentloop" -> Scalar.ANY;
            default -> Scalar.NUMBER;
        };
    }
}
