package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.util.List;

/** {@code default}: another value for nil, false and what is empty. */
final class DefaultFilter {
    static final List<Filter.Entry> TABLE = List.of(entry("default", 0, 2, DefaultFilter::otherwise));

    private DefaultFilter() {}

    private static Value otherwise(Value input, Arguments arguments) {
        boolean no = input instanceof Value.Bool bool && !bool.value() && !arguments.flag("allow_false");
        if (input.equals(Value.NIL) || no || Emptiness.EMPTY.test(input)) {
            return arguments.has(0) ? arguments.value(0) : Texts.EMPTY;
        }
        return input;
    }
}
