package dev.svar.template;

import java.util.Locale;

/** What a filter does with a value. It throws a {@link Fault} for what it cannot do. */
@FunctionalInterface
interface Filter {
    Value apply(Value input, Arguments arguments);

    /** A line in a table of filters: its name and how many positional arguments it takes. */
    record Entry(String name, int min, int max, Filter filter) {
        Value apply(Value input, Arguments arguments) {
            int given = arguments.count() + (arguments.named().isEmpty() ? 0 : 1);
            if (given < min || given > max) {
                throw new Fault(
                        min == max
                                ? String.format(Locale.ROOT, "takes %d arguments, %d are given", min, given)
                                : String.format(
                                        Locale.ROOT, "takes %d to %d arguments, %d are given", min, max, given));
            }
            return filter.apply(input, arguments);
        }
    }

    static Entry entry(String name, int min, int max, Filter filter) {
        return new Entry(name, min, max, filter);
    }
}
