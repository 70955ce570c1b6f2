package dev.svar.template;

import java.util.Locale;
import java.util.Optional;

/** What a filter does with a value. It throws a {@link Fault} for what it cannot do. */
@FunctionalInterface
interface Filter {
    Value apply(Value input, Arguments arguments);

    /** A line in a table of filters: its name and how many positional arguments it takes. */
    record Entry(String name, int min, int max, Filter filter) {
        Value apply(Value input, Arguments arguments) {
            int given = arguments.count() + (arguments.named().isEmpty() ? 0 : 1);
            if (given < min || given > max) {
                throw new Fault(wrongCount(given).orElseThrow());
            }
            return filter.apply(input, arguments);
        }

        /** What is wrong with so many arguments, if anything is; all that are given by name count as one. */
        Optional<String> wrongCount(int given) {
            if (given >= min && given <= max) {
                return Optional.empty();
            }
            return Optional.of(
                    min == max
                            ? String.format(Locale.ROOT, "takes %d arguments, %d are given", min, given)
                            : String.format(Locale.ROOT, "takes %d to %d arguments, %d are given", min, max, given));
        }
    }

    static Entry entry(String name, int min, int max, Filter filter) {
        return new Entry(name, min, max, filter);
    }
}
