package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Filters that look into the elements of a list, mostly by the name of a field. */
final class SelectFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("map", 1, 1, SelectFilters::map),
            entry("where", 1, 2, SelectFilters::where),
            entry("compact", 0, 1, SelectFilters::compact),
            entry("uniq", 0, 1, SelectFilters::uniq),
            entry("sum", 0, 1, SelectFilters::sum),
            entry("sort", 0, 1, (in, args) -> sorted(in, args, Comparing::order)),
            entry("sort_natural", 0, 1, (in, args) -> sorted(in, args, (a, b) -> natural(a, b, args))));

    private SelectFilters() {}

    private interface Order {
        int compare(Value left, Value right);
    }

    /** The field of an element that the argument names, or the element itself if there is no argument. */
    private static Value key(Value element, Arguments arguments) {
        if (!arguments.has(0) || arguments.value(0).equals(Value.NIL)) {
            return element;
        }
        if (!(element instanceof Value.Fields)) {
            throw new Fault("cannot select a field of a " + Comparing.kind(element));
        }
        return Path.inside(element, new Value.Text(arguments.text(0)), false).orElse(Value.NIL);
    }

    private static Value map(Value input, Arguments arguments) {
        return new Value.Items(ListFilters.list(input).stream()
                .map(element -> key(element, arguments))
                .toList());
    }

    private static Value where(Value input, Arguments arguments) {
        if (arguments.value(0).equals(Value.NIL)) {
            return new Value.Items(List.of());
        }
        boolean any = !arguments.has(1) || arguments.value(1).equals(Value.NIL);
        return new Value.Items(ListFilters.list(input).stream()
                .filter(element -> {
                    Value value = key(element, arguments);
                    return any ? Comparing.truthy(value) : Comparing.equal(value, arguments.value(1));
                })
                .toList());
    }

    private static Value compact(Value input, Arguments arguments) {
        return new Value.Items(ListFilters.list(input).stream()
                .filter(element -> !key(element, arguments).equals(Value.NIL))
                .toList());
    }

    private static Value uniq(Value input, Arguments arguments) {
        Set<Object> seen = new HashSet<>();
        List<Value> kept = new ArrayList<>();
        for (Value element : ListFilters.list(input)) {
            Value key = key(element, arguments);
            // Strings and numbers are comparable, so a hash set of them stays fast for keys chosen to collide.
            Object comparable = Texts.is(key) ? Texts.of(key) : key instanceof Value.Num number ? number.value() : key;
            if (seen.add(comparable)) {
                kept.add(element);
            }
        }
        return new Value.Items(kept);
    }

    private static Value sum(Value input, Arguments arguments) {
        return Numbers.num(ListFilters.list(input).stream()
                .map(element -> Numbers.of(key(element, arguments)).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private record Keyed(Optional<Value> key, Value element) {}

    /** Elements without the field, or nil, come last. */
    private static Value sorted(Value input, Arguments arguments, Order order) {
        List<Keyed> keyed = new ArrayList<>();
        for (Value element : ListFilters.list(input)) {
            Value key = key(element, arguments);
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
