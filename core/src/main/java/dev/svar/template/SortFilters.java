package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The orders of lists. Elements without the field, and nil, come last. */
final class SortFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("sort", 0, 1, (in, args) -> sorted(in, args, UnaryOperator.identity())),
            entry("sort_natural", 0, 1, (in, args) -> sorted(in, args, key -> natural(key, args))));

    private SortFilters() {}

    private record Keyed(Optional<Value> key, Value element) {}

    private static Value sorted(Value input, Arguments arguments, UnaryOperator<Value> compared) {
        List<Keyed> keyed = new ArrayList<>();
        for (Value element : ListFilters.list(input)) {
            Value key = Property.orElement(element, arguments);
            if (key == null) {
                return Value.NIL;
            }
            keyed.add(new Keyed(key.equals(Value.NIL) ? Optional.empty() : Optional.of(compared.apply(key)), element));
        }
        Comparator<Keyed> comparator = (a, b) -> a.key.isPresent() && b.key.isPresent()
                ? Comparing.order(a.key.get(), b.key.get())
                : Boolean.compare(b.key.isPresent(), a.key.isPresent());
        keyed.sort(comparator);
        return new Value.Items(keyed.stream().map(Keyed::element).toList());
    }

    private static Value natural(Value key, Arguments arguments) {
        return new Value.Text(arguments.rendering().text(key).toLowerCase(Locale.ROOT));
    }
}
