package dev.svar.template;

import dev.svar.error.InvalidValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template can see: a closed model of plain, immutable values. Nothing else of the host is reachable from a
 * template, and no method of a host's object is ever called.
 */
public sealed interface Value {
    /** How deep lists and maps may be nested. */
    int MAX_DEPTH = 32;

    /** How many digits a number may have before the point, and how many after it. */
    int MAX_DIGITS = 100;

    /** The absent value; prints as nothing. */
    Value NIL = Nil.NIL;

    /**
     * Converts a plain Java object.
     *
     * <p>Taken are {@code null} and an empty {@link java.util.Optional} (nil), {@link String}, {@link Integer},
     * {@link Long}, {@link BigDecimal}, {@link Double}, {@link Boolean}, {@link Instant}, {@link java.time.LocalDate}
     * (as its ISO text, which the {@code date} filter reads), collections, maps with text keys, a present
     * {@link java.util.Optional}, and values themselves. The order of collections and maps is kept.
     *
     * @param object what to convert
     * @return the immutable value
     * @throws InvalidValueException if something of another type is met, or the nesting is deeper than
     *     {@link #MAX_DEPTH}; it names the path
     */
    static Value of(@Nullable Object object) {
        return ValueConversion.value(Place.root("value"), object, 0);
    }

    /** The type of {@link Value#NIL}. */
    enum Nil implements Value {
        /** The one absent value. */
        NIL
    }

    /**
     * A text. In HTML it is escaped when it is written.
     *
     * @param value the text
     */
    record Text(String value) implements Value {}

    /**
     * A text that is HTML already, sanitized by whoever made it: never escaped when it is written.
     *
     * @param value the HTML
     */
    record Markup(String value) implements Value {}

    /**
     * A number: whole if its scale is zero, else a decimal number, which keeps at least one digit after the point.
     *
     * @param value the number
     */
    record Num(BigDecimal value) implements Value {
        /**
         * Brings the scale in order.
         *
         * @param value the number
         * @throws InvalidValueException if it has more than {@link Value#MAX_DIGITS} digits before or after the point
         */
        public Num {
            if ((long) value.precision() - value.scale() > MAX_DIGITS || value.scale() > MAX_DIGITS) {
                throw new InvalidValueException(
                        "number",
                        String.format(
                                Locale.ROOT, "has too many digits, at most %d before and after the point", MAX_DIGITS));
            }
            if (value.scale() > 1) {
                BigDecimal stripped = value.stripTrailingZeros();
                value = stripped.scale() < 1 ? stripped.setScale(1) : stripped;
            } else if (value.scale() < 0) {
                value = value.setScale(0);
            }
        }

        /**
         * A whole number.
         *
         * @param value the number
         */
        public Num(long value) {
            this(BigDecimal.valueOf(value));
        }

        /**
         * Whether this is a whole number, which prints without a point.
         *
         * @return whether it is
         */
        public boolean whole() {
            return value.scale() == 0;
        }
    }

    /**
     * True or false.
     *
     * @param value which of the two
     */
    record Bool(boolean value) implements Value {}

    /**
     * A point in time. It prints in the zone of the {@link RenderContext}; one in a year that no zone knows, such as
     * {@link Instant#MAX}, in UTC.
     *
     * @param value the point in time
     */
    record Moment(Instant value) implements Value {}

    /**
     * A list.
     *
     * @param values the elements
     */
    record Items(List<Value> values) implements Value {
        /**
         * Copies the list.
         *
         * @param values the elements
         */
        public Items {
            values = values instanceof Span ? values : List.copyOf(values);
        }
    }

    /**
     * A map from names to values that keeps its order.
     *
     * @param values the entries
     */
    record Fields(Map<String, Value> values) implements Value {
        /**
         * Copies the map.
         *
         * @param values the entries
         */
        public Fields {
            values = Collections.unmodifiableMap(values instanceof OwnMap ? values : new LinkedHashMap<>(values));
        }
    }
}
