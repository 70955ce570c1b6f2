package dev.svar.ticket;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a ticket: {@code SUP-1042}. Numbers come from the store, rise, may have gaps and are never given twice
 * within a tenant.
 *
 * @param prefix one to ten letters or digits, beginning with a letter, upper case
 * @param value the number, from 1
 */
public record TicketNumber(String prefix, long value) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{0,9}");
    private static final Pattern WHOLE = Pattern.compile("([A-Z][A-Z0-9]{0,9})-([1-9][0-9]{0,17})");

    /**
     * Checks both parts.
     *
     * @param prefix one to ten letters or digits, beginning with a letter, upper case
     * @param value the number, from 1
     */
    public TicketNumber {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new InvalidValueException(
                    "number.prefix", "must be 1 to 10 upper-case letters or digits, beginning with a letter");
        }
        Check.range("number.value", value, 1, Long.MAX_VALUE);
    }

    /**
     * Reads a number as a person would write it; letter case does not matter.
     *
     * @param text for example {@code sup-1042}
     * @return the number, or empty if the text is none
     */
    public static Optional<TicketNumber> parse(String text) {
        Matcher m = WHOLE.matcher(text.strip().toUpperCase(Locale.ROOT));
        return m.matches() ? Optional.of(new TicketNumber(m.group(1), Long.parseLong(m.group(2)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return prefix + "-" + value;
    }
}
