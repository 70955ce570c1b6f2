package dev.svar.template;

import dev.svar.error.InvalidValueException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which names a template may use, and what stands under them: what an event offers, said before there is an event. A
 * template is held against it by {@link LiquidTemplate#check(TemplateSchema)}. Immutable.
 *
 * @param names what stands under each name
 */
public record TemplateSchema(Map<String, Type> names) {
    /**
     * Copies the names.
     *
     * @param names what stands under each name
     */
    public TemplateSchema {
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /** What stands under a name. */
    public sealed interface Type {}

    /** A value without parts. */
    public enum Scalar implements Type {
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** A point in time, or a text that says a date. */
        INSTANT,
        /** Something that is not checked any further. */
        ANY
    }

    /**
     * A list.
     *
     * @param element what its elements are
     */
    public record ListOf(Type element) implements Type {}

    /**
     * Something with named parts.
     *
     * @param fields what stands under each name
     */
    public record ObjectOf(Map<String, Type> fields) implements Type {
        /**
         * Copies the fields.
         *
         * @param fields what stands under each name
         */
        public ObjectOf {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }
    }

    /**
     * A schema from placeholders as templates write them: {@code ticket.title} is the field {@code title} of an object
     * {@code ticket}.
     *
     * @param placeholders names joined by dots, and what stands there
     * @return the schema
     * @throws InvalidValueException if one name is said to be an object and something else
     */
    public static TemplateSchema of(Map<String, ? extends Type> placeholders) {
        Map<String, Type> names = new LinkedHashMap<>();
        placeholders.forEach((path, type) -> put(names, path, path, type));
        return new TemplateSchema(names);
    }

    /**
     * The same with more names; of a name that both have what the other one says counts, fields of objects together.
     *
     * @param other what an event adds
     * @return a schema; this one stays as it is
     */
    public TemplateSchema with(TemplateSchema other) {
        return new TemplateSchema(merged(names, other.names));
    }

    private static Map<String, Type> merged(Map<String, Type> these, Map<String, Type> others) {
        Map<String, Type> all = new LinkedHashMap<>(these);
        others.forEach((name, type) -> all.merge(
                name,
                type,
                (a, b) -> a instanceof ObjectOf x && b instanceof ObjectOf y
                        ? new ObjectOf(merged(x.fields(), y.fields()))
                        : b));
        return all;
    }

    private static void put(Map<String, Type> names, String path, String whole, Type type) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Type known = names.get(name);
        if (dot < 0) {
            if (known != null) {
                throw new InvalidValueException("placeholder " + whole, "is said to be two things");
            }
            names.put(name, type);
            return;
        }
        if (known != null && !(known instanceof ObjectOf)) {
            throw new InvalidValueException("placeholder " + whole, "is a field of something that has none");
        }
        Map<String, Type> fields = new LinkedHashMap<>(known instanceof ObjectOf object ? object.fields() : Map.of());
        put(fields, path.substring(dot + 1), whole, type);
        names.put(name, new ObjectOf(fields));
    }
}
