package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Filters between texts and lists, and over the order of lists. */
final class ListFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("split", 1, 1, (in, args) -> Splitting.split(args.rendering().text(in), args.text(0))),
            entry("join", 0, 1, ListFilters::join),
            entry("first", 0, 0, (in, args) -> first(in)),
            entry("last", 0, 0, (in, args) -> last(in)),
            entry("size", 0, 0, (in, args) -> size(in)),
            entry("reverse", 0, 0, (in, args) -> reverse(in)),
            entry("concat", 1, 1, ListFilters::concat));

    private ListFilters() {}

    /**
     * What a filter over lists takes a value for: lists in a list are its elements, nil is no element, anything else that
     * is not a list is the only one.
     */
    static List<Value> list(Value value) {
        if (value instanceof Value.Items items) {
            boolean nested = !(items.values() instanceof Span)
                    && items.values().stream().anyMatch(Value.Items.class::isInstance);
            return nested ? flattened(items.values(), new ArrayList<>()) : items.values();
        }
        return value.equals(Value.NIL) ? List.of() : List.of(value);
    }

    private static List<Value> flattened(List<Value> values, List<Value> to) {
        for (Value value : values) {
            if (value instanceof Value.Items items) {
                flattened(items.values(), to);
            } else if (to.size() < Limits.FLATTENED) {
                to.add(value);
            } else {
                throw new Fault("the lists in the list have too many elements");
            }
        }
        return to;
    }

    private static Value join(Value input, Arguments arguments) {
        String glue = arguments.text(0, " ");
        BoundedText result = arguments.rendering().builder();
        String separator = "";
        for (Value element : list(input)) {
            result.append(separator).append(arguments.rendering().text(element));
            separator = glue;
        }
        return result.value();
    }

    static Value first(Value input) {
        if (input instanceof Value.Fields fields) {
            Iterator<Map.Entry<String, Value>> entries =
                    fields.values().entrySet().iterator();
            return entries.hasNext() ? Path.pair(entries.next()) : Value.NIL;
        }
        if (Texts.is(input)) {
            String text = Texts.of(input);
            return text.isEmpty() ? input : new Value.Text(text.substring(0, text.offsetByCodePoints(0, 1)));
        }
        return input instanceof Value.Items items && !items.values().isEmpty()
                ? items.values().get(0)
                : Value.NIL;
    }

    static Value last(Value input) {
        if (Texts.is(input)) {
            String text = Texts.of(input);
            return text.isEmpty() ? input : new Value.Text(text.substring(text.offsetByCodePoints(text.length(), -1)));
        }
        return input instanceof Value.Items items && !items.values().isEmpty()
                ? items.values().get(items.values().size() - 1)
                : Value.NIL;
    }

    private static Value size(Value input) {
        if (Texts.is(input)) {
            return Numbers.size(Texts.of(input));
        }
        if (input instanceof Value.Fields fields) {
            return new Value.Num(fields.values().size());
        }
        return input instanceof Value.Items items ? new Value.Num(items.values().size()) : Numbers.ZERO;
    }

    private static Value reverse(Value input) {
        List<Value> turned = new ArrayList<>(list(input));
        Collections.reverse(turned);
        return new Value.Items(turned);
    }

    private static Value concat(Value input, Arguments arguments) {
        if (!(arguments.value(0) instanceof Value.Items more)) {
            throw new Fault("takes a list");
        }
        List<Value> all = new ArrayList<>(list(input));
        all.addAll(more.values());
        return new Value.Items(all);
    }
}
