package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Filters that look for elements whose field has a value, or, if no value is given, one that is neither nil nor false.
 * An element of a kind without fields makes the result nil.
 */
final class FindFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("where", 1, 2, (in, args) -> selected(in, args, true)),
            entry("reject", 1, 2, (in, args) -> selected(in, args, false)),
            entry(
                    "find",
                    1,
                    2,
                    (in, args) -> first(in, args)
                            .map(index ->
                                    index < 0 ? Value.NIL : ListFilters.list(in).get(index))
                            .orElse(Value.NIL)),
            entry(
                    "find_index",
                    1,
                    2,
                    (in, args) -> first(in, args)
                            .map(index -> index < 0 ? Value.NIL : new Value.Num(index))
                            .orElse(Value.NIL)),
            entry(
                    "has",
                    1,
                    2,
                    (in, args) -> first(in, args)
                            .<Value>map(index -> new Value.Bool(index >= 0))
                            .orElse(Value.NIL)));

    private FindFilters() {}

    private static boolean matches(Value field, Arguments arguments) {
        boolean any = !arguments.has(1) || arguments.value(1).equals(Value.NIL);
        return any ? Comparing.truthy(field) : Comparing.equal(field, arguments.value(1));
    }

    private static Value selected(Value input, Arguments arguments, boolean matching) {
        List<Value> kept = new ArrayList<>();
        for (Value element : ListFilters.list(input)) {
            Value field = Property.of(element, arguments.value(0), arguments.rendering());
            if (field == null) {
                return Value.NIL;
            } else if (matches(field, arguments) == matching) {
                kept.add(element);
            }
        }
        return new Value.Items(kept);
    }

    /** Where the first element is that matches, or -1; empty if one before it has no fields. */
    private static Optional<Integer> first(Value input, Arguments arguments) {
        int index = 0;
        for (Value element : ListFilters.list(input)) {
            Value field = Property.of(element, arguments.value(0), arguments.rendering());
            if (field == null) {
                return Optional.empty();
            } else if (matches(field, arguments)) {
                return Optional.of(index);
            }
            index++;
        }
        return Optional.of(-1);
    }
}
