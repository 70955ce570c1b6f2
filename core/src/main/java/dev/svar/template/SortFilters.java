package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The orders of lists. Elements without the field, and nil, come last. */
final class SortFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("sort", 0, 1, (in, args) -> sorted(in, args, Comparing::order)),
            entry("sort_natural", 0, 1, (in, args) -> sorted(in, args, (a, b) -> natural(a, b, args))));

    private SortFilters() {}

    private record Keyed(Optional<Value> key, Value element) {}

    private static Value sorted(Value input, Arguments arguments, Comparator<Value> order) {
        List<Keyed> keyed = new ArrayList<>();
        for (Value element : ListFilters.list(input)) {
            Value key = Property.orElement(element, arguments);
            if (key == null) {
                return Value.NIL;
            }
            keyed.add(new Keyed(key.equals(Value.NIL) ? Optional.empty() : Optional.of(key), element));
        }
        Comparator<Keyed> comparator = (a, b) -> a.key.isPresent() && b.key.isPresent()
                ? order.compare(a.key.get(), b.key.get())
                : Boolean.compare(b.key.isPresent(), a.key.isPresent());
        keyed.sort(comparator);
        return new Value.Items(keyed.stream().map(Keyed::element).toList());
    }

    private static int natural(Value left, Value right, Arguments arguments) {
        String a = arguments.rendering().text(left).toLowerCase(Locale.ROOT);
        return a.compareTo(arguments.rendering().text(right).toLowerCase(Locale.ROOT));
    }
}
