package dev.svar.sla;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A local date that is closed from midnight to midnight.
 *
 * @param date the date
 * @param name what people call it, one line of at most {@link #MAX_NAME_LENGTH} characters; it is the reason in
 *     explanations
 */
public record Holiday(LocalDate date, String name) {
    /** The most UTF-16 units of a name. */
    public static final int MAX_NAME_LENGTH = 200;

    /**
     * Checks the name.
     *
     * @param date the date
     * @param name what people call it
     * @throws InvalidValueException if the name is not a line
     */
    public Holiday {
        Objects.requireNonNull(date, "date");
        Check.line("holiday", name, MAX_NAME_LENGTH);
    }
}
