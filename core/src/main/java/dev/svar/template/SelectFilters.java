package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters that look into the elements of a list, mostly by the name of a field. */
final class SelectFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("map", 1, 1, SelectFilters::map),
            entry("compact", 0, 1, SelectFilters::compact),
            entry("uniq", 0, 1, SelectFilters::uniq),
            entry("sum", 0, 1, SelectFilters::sum));

    private SelectFilters() {}

    private static Value map(Value input, Arguments arguments) {
        List<Value> fields = new ArrayList<>();
        for (Value element : ListFilters.list(input)) {
            Value field = Property.of(element, arguments.value(0), arguments.rendering());
            fields.add(field == null ? Value.NIL : field);
        }
        return new Value.Items(fields);
    }

    private static Value compact(Value input, Arguments arguments) {
        List<Value> kept = new ArrayList<>();
        for (Value element : ListFilters.list(input)) {
            Value key = Property.orElement(element, arguments);
            if (key == null) {
                return Value.NIL;
            } else if (!key.equals(Value.NIL)) {
                kept.add(element);
            }
        }
        return new Value.Items(kept);
    }

    private static Value uniq(Value input, Arguments arguments) {
        Set<Object> seen = new HashSet<>();
        List<Value> kept = new ArrayList<>();
        for (Value element : ListFilters.list(input)) {
            @Nullable Value key = Property.orElement(element, arguments);
            if (key == null) {
                return Value.NIL;
            }
            if (key instanceof Value.Fields) {
                arguments.rendering().stepsFor(key);
            }
            // Strings and numbers are comparable, so a hash set of them stays fast for keys chosen to collide.
            Object comparable = Texts.is(key) ? Texts.of(key) : key instanceof Value.Num number ? number.value() : key;
            if (seen.add(comparable)) {
                kept.add(element);
            }
        }
        return new Value.Items(kept);
    }

    private static Value sum(Value input, Arguments arguments) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Value element : ListFilters.list(input)) {
            Value key = Property.orElement(element, arguments);
            sum = sum.add(key == null ? BigDecimal.ZERO : Numbers.of(key).value());
        }
        return Numbers.num(sum);
    }
}
