package dev.svar;

import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Type;
import dev.svar.template.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The names that a letter may use, held against what is known. */
final class KnownNames {
    private KnownNames() {}

    /** The facts with nothing under each name that they lack: what is not known of a ticket is no wrong name. */
    static Map<String, Value> whole(Map<String, Value> facts) {
        return whole(facts, TemplateCatalog.letterSchema().names());
    }

    private static Map<String, Value> whole(Map<String, Value> facts, Map<String, Type> names) {
        Map<String, Value> all = new HashMap<>(facts);
        names.forEach((name, type) -> {
            if (type instanceof ObjectOf object && facts.get(name) instanceof Value.Fields known) {
                all.put(name, new Value.Fields(whole(known.values(), object.fields())));
            } else {
                all.putIfAbsent(name, Value.NIL);
            }
        });
        return all;
    }

    /** The facts with something made up under each name that they lack. */
    static Map<String, Value> filled(
            Map<String, Value> facts, Map<String, Type> names, BiFunction<String, Type, Value> otherwise) {
        Map<String, Value> all = new HashMap<>(facts);
        names.forEach((name, type) -> {
            Value known = facts.getOrDefault(name, Value.NIL);
            if (type instanceof ObjectOf object) {
                Map<String, Value> fields = known instanceof Value.Fields some ? some.values() : Map.of();
                all.put(name, new Value.Fields(filled(fields, object.fields(), otherwise)));
            } else if (!facts.containsKey(name)) {
                all.put(name, otherwise.apply(name, type));
            }
        });
        return all;
    }
}
