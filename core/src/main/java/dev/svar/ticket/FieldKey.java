package dev.svar.ticket;

import dev.svar.error.InvalidValueException;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The name of a custom field in code and templates ({@code ticket.ticket_field_plan}).
 *
 * @param value a lower-case letter followed by at most 39 lower-case letters, digits and underscores
 */
public record FieldKey(String value) implements Comparable<FieldKey>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /**
     * Checks the name.
     *
     * @param value a lower-case letter followed by at most 39 lower-case letters, digits and underscores
     */
    public FieldKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValueException(
                    "field.key", "must be a lower-case letter and up to 39 lower-case letters, digits and underscores");
        }
    }

    @Override
    public int compareTo(FieldKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
