package dev.svar.template;

import dev.svar.error.InvalidValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From plain Java objects to values. */
final class ValueConversion {
    private ValueConversion() {}

    static Value value(Place path, @Nullable Object object, int depth) {
        if (object == null) {
            return Value.NIL;
        }
        if (object instanceof Value value) {
            checkDepth(path, value, depth);
            return value;
        }
        if (object instanceof Optional<?> optional) {
            checkDepth(path, depth);
            return value(path, optional.orElse(null), depth + 1);
        }
        if (object instanceof Map<?, ?> map) {
            return fields(path, map, depth);
        }
        if (object instanceof Collection<?> collection) {
            return items(path, collection, depth);
        }
        return scalar(path, object);
    }

    static Value.Fields fields(Place path, Map<?, ?> map, int depth) {
        checkDepth(path, depth);
        OwnMap values = new OwnMap();
        map.forEach((key, element) -> {
            if (!(key instanceof String name)) {
                throw new InvalidValueException(path.text(), "has a key that is not a text, a map must have text keys");
            }
            values.put(name, value(new Place(path, name), element, depth + 1));
        });
        return new Value.Fields(values);
    }

    private static Value items(Place path, Collection<?> collection, int depth) {
        checkDepth(path, depth);
        List<Value> values = new ArrayList<>(collection.size());
        for (Object element : collection) {
            values.add(value(new Place(path, values.size()), element, depth + 1));
        }
        return new Value.Items(values);
    }

    private static Value scalar(Place path, Object object) {
        if (object instanceof String text) {
            return new Value.Text(text);
        }
        if (object instanceof Boolean bool) {
            return new Value.Bool(bool);
        }
        if (object instanceof Integer || object instanceof Long) {
            return new Value.Num(((Number) object).longValue());
        }
        if (object instanceof BigDecimal number) {
            return number(path, number);
        }
        if (object instanceof Double number) {
            if (number.isNaN() || number.isInfinite()) {
                throw new InvalidValueException(path.text(), "is not a finite number");
            }
            BigDecimal decimal = BigDecimal.valueOf(number);
            return number(path, decimal.scale() < 1 && Math.abs(number) < 1e90 ? decimal.setScale(1) : decimal);
        }
        if (object instanceof Instant instant) {
            return new Value.Moment(instant);
        }
        if (object instanceof LocalDate date) {
            return new Value.Text(date.toString());
        }
        throw new InvalidValueException(
                path.text(),
                String.format(
                        Locale.ROOT,
                        "is a %s, a template takes texts, numbers, booleans, instants, dates, collections and maps",
                        object.getClass().getName()));
    }

    private static Value number(Place path, BigDecimal number) {
        try {
            return new Value.Num(number);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(path.text(), e.problem());
        }
    }

    private static void checkDepth(Place path, Value value, int depth) {
        if (value instanceof Value.Items items) {
            checkDepth(path, depth);
            items.values().forEach(element -> checkDepth(path, element, depth + 1));
        } else if (value instanceof Value.Fields fields) {
            checkDepth(path, depth);
            fields.values().values().forEach(element -> checkDepth(path, element, depth + 1));
        }
    }

    private static void checkDepth(Place path, int depth) {
        if (depth >= Value.MAX_DEPTH) {
            String text = path.text();
            String start = text.length() > 100 ? text.substring(0, 100) + "…" : text;
            throw new InvalidValueException(
                    start, String.format(Locale.ROOT, "is nested deeper than %d levels", Value.MAX_DEPTH));
        }
    }
}
