package dev.svar.error;

import java.time.Duration;
import java.util.Collection;

/**
 * Argument checks: each returns the value it was given or throws an {@link InvalidValueException} that names the field.
 */
public final class Check {
    private Check() {}

    /**
     * A text that has something in it.
     *
     * @param field the field's name for the error
     * @param value what was given
     * @param maxLength the most UTF-16 units allowed
     * @return the value
     * @throws InvalidValueException if it is blank or too long
     */
    public static String text(String field, String value, int maxLength) {
        if (value.isBlank()) {
            throw new InvalidValueException(field, "is blank, it must hold some text");
        }
        return length(field, value, maxLength);
    }

    /**
     * A text of one line: not blank, no control characters, so no line breaks.
     *
     * @param field the field's name for the error
     * @param value what was given
     * @param maxLength the most UTF-16 units allowed
     * @return the value
     * @throws InvalidValueException if it is blank, too long or holds a control character
     */
    public static String line(String field, String value, int maxLength) {
        text(field, value, maxLength);
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new InvalidValueException(
                        field,
                        "holds the control character U+%04X at index %d, it must be a single line of text"
                                .formatted((int) value.charAt(i), i));
            }
        }
        return value;
    }

    /**
     * A text of bounded length that may be empty.
     *
     * @param field the field's name for the error
     * @param value what was given
     * @param maxLength the most UTF-16 units allowed
     * @return the value
     * @throws InvalidValueException if it is too long
     */
    public static String length(String field, String value, int maxLength) {
        if (value.length() > maxLength) {
            throw new InvalidValueException(
                    field, "is %d characters long, at most %d are allowed".formatted(value.length(), maxLength));
        }
        return value;
    }

    /**
     * A collection of bounded size.
     *
     * @param field the field's name for the error
     * @param value what was given
     * @param maxSize the most elements allowed
     * @param <C> the kind of collection
     * @return the value
     * @throws InvalidValueException if it holds more
     */
    public static <C extends Collection<?>> C size(String field, C value, int maxSize) {
        if (value.size() > maxSize) {
            throw new InvalidValueException(
                    field, "holds %d elements, at most %d are allowed".formatted(value.size(), maxSize));
        }
        return value;
    }

    /**
     * A number within bounds, both included.
     *
     * @param field the field's name for the error
     * @param value what was given
     * @param min the least allowed
     * @param max the most allowed
     * @return the value
     * @throws InvalidValueException if it lies outside
     */
    public static long range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidValueException(field, "is %d, it must be from %d to %d".formatted(value, min, max));
        }
        return value;
    }

    /**
     * A duration longer than nothing.
     *
     * @param field the field's name for the error
     * @param value what was given
     * @return the value
     * @throws InvalidValueException if it is zero or negative
     */
    public static Duration positive(String field, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new InvalidValueException(field, "is %s, it must be longer than zero".formatted(value));
        }
        return value;
    }
}
