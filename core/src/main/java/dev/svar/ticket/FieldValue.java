package dev.svar.ticket;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The value of a custom field or of a fact that the host gave. */
public sealed interface FieldValue {
    /**
     * What it is.
     *
     * @return the type of the fields that can hold it
     */
    FieldType type();

    /**
     * The value as text, the same for equal values: for queries, templates and history.
     *
     * @return for example {@code gold}, {@code 12.5}, {@code true} or {@code 2026-12-03}
     */
    String text();

    /**
     * Text, possibly of several lines.
     *
     * @param text at most {@value #MAX_LENGTH} characters, not blank, without control characters but line breaks and tabs
     */
    record Text(String text) implements FieldValue {
        /** The most characters a text may have. */
        public static final int MAX_LENGTH = 4000;

        /**
         * Checks the text.
         *
         * @param text at most {@value #MAX_LENGTH} characters, not blank
         */
        public Text {
            Check.text("field.text", text, MAX_LENGTH);
            if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
                throw new InvalidValueException(
                        "field.text", "holds a control character, only line breaks and tabs are allowed");
            }
        }

        @Override
        public FieldType type() {
            return FieldType.TEXT;
        }
    }

    /**
     * A decimal number; {@code 1.50} and {@code 1.5} are equal.
     *
     * @param number the number, of at most {@value #MAX_DIGITS} digits before and after the point
     */
    record Number(BigDecimal number) implements FieldValue {
        /** The most digits before the point, and the most after it. */
        public static final int MAX_DIGITS = 30;

        /**
         * Checks the number and drops zeros at its end.
         *
         * @param number the number
         */
        public Number {
            number = number.signum() == 0 ? BigDecimal.ZERO : number;
            requireDigits((long) number.precision() - number.scale());
            number = number.stripTrailingZeros();
            requireDigits(number.scale());
        }

        private static void requireDigits(long digits) {
            if (digits > MAX_DIGITS) {
                throw new InvalidValueException(
                        "field.number",
                        "has more than " + MAX_DIGITS + " digits before or after the point, round it or use text");
            }
        }

        @Override
        public FieldType type() {
            return FieldType.NUMBER;
        }

        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /**
     * Yes or no.
     *
     * @param yes which
     */
    record Flag(boolean yes) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.BOOLEAN;
        }

        @Override
        public String text() {
            return Boolean.toString(yes);
        }
    }

    /**
     * A day.
     *
     * @param day the day, of the years 1 to 9999
     */
    record Day(LocalDate day) implements FieldValue {
        private static final int LAST_YEAR = 9999;

        /**
         * Checks the year.
         *
         * @param day the day, of the years 1 to 9999
         */
        public Day {
            Check.range("field.day", day.getYear(), 1, LAST_YEAR);
        }

        @Override
        public FieldType type() {
            return FieldType.DATE;
        }

        @Override
        public String text() {
            return day.toString();
        }
    }

    /**
     * One of a list of words.
     *
     * @param choice one line of at most {@value #MAX_LENGTH} characters
     */
    record Choice(String choice) implements FieldValue {
        /** The most characters a choice may have. */
        public static final int MAX_LENGTH = 100;

        /**
         * Checks the choice.
         *
         * @param choice one line of at most {@value #MAX_LENGTH} characters
         */
        public Choice {
            Check.line("field.choice", choice, MAX_LENGTH);
        }

        @Override
        public FieldType type() {
            return FieldType.CHOICE;
        }

        @Override
        public String text() {
            return choice;
        }
    }

    /**
     * Text.
     *
     * @param text at most {@value Text#MAX_LENGTH} characters, not blank
     * @return the value
     */
    static FieldValue of(String text) {
        return new Text(text);
    }

    /**
     * A number.
     *
     * @param number the number
     * @return the value
     */
    static FieldValue of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    /**
     * A number.
     *
     * @param number the number
     * @return the value
     */
    static FieldValue of(BigDecimal number) {
        return new Number(number);
    }

    /**
     * Yes or no.
     *
     * @param yes which
     * @return the value
     */
    static FieldValue of(boolean yes) {
        return new Flag(yes);
    }

    /**
     * A day.
     *
     * @param day the day
     * @return the value
     */
    static FieldValue of(LocalDate day) {
        return new Day(day);
    }

    /**
     * One of a list of words.
     *
     * @param choice which
     * @return the value
     */
    static FieldValue choice(String choice) {
        return new Choice(choice);
    }
}
