package dev.svar.ticket;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.List;

/**
 * A field that the host defines for its tickets.
 *
 * @param key its name in code and templates
 * @param label its name for people, one line of at most {@value #MAX_LABEL_LENGTH} characters
 * @param type what its values are
 * @param audience who may see it
 * @param choices the words that a {@link FieldType#CHOICE} may be, in order; empty for other types
 */
public record CustomField(FieldKey key, String label, FieldType type, Audience audience, List<String> choices) {
    /** The most characters a label may have. */
    public static final int MAX_LABEL_LENGTH = 100;

    /** The most choices of a field. */
    public static final int MAX_CHOICES = 500;

    /**
     * Checks and copies.
     *
     * @param key its name in code and templates
     * @param label its name for people
     * @param type what its values are
     * @param audience who may see it
     * @param choices the words that a {@link FieldType#CHOICE} may be, in order; empty for other types
     */
    public CustomField {
        Check.line("field.label", label, MAX_LABEL_LENGTH);
        choices = List.copyOf(Check.size("field.choices", choices, MAX_CHOICES));
        choices.forEach(FieldValue.Choice::new);
        if ((type == FieldType.CHOICE) == choices.isEmpty()) {
            throw new InvalidValueException(
                    "field.choices", "of " + key + " must be given for a choice and for nothing else");
        }
    }

    /**
     * A field that only agents see.
     *
     * @param key its name in code and templates
     * @param label its name for people
     * @param type what its values are, not {@link FieldType#CHOICE}
     * @return the field
     */
    public static CustomField internal(String key, String label, FieldType type) {
        return new CustomField(new FieldKey(key), label, type, Audience.INTERNAL, List.of());
    }

    /**
     * A field that only agents see and that holds one of several words.
     *
     * @param key its name in code and templates
     * @param label its name for people
     * @param choices the words, in order
     * @return the field
     */
    public static CustomField choice(String key, String label, String... choices) {
        return new CustomField(new FieldKey(key), label, FieldType.CHOICE, Audience.INTERNAL, List.of(choices));
    }

    /** {@return the same field, seen by customers too} */
    public CustomField visibleToCustomer() {
        return new CustomField(key, label, type, Audience.PUBLIC, choices);
    }

    void check(FieldValue value) {
        String field = "field." + key;
        if (value.type() != type) {
            String remedy = type == FieldType.CHOICE ? ", one of " + choices + " (FieldValue.choice)" : "";
            throw new InvalidValueException(field, "is a " + value.type() + ", it must be a " + type + remedy);
        }
        if (type == FieldType.CHOICE && !choices.contains(value.text())) {
            throw new InvalidValueException(field, "is none of its choices, they are " + choices);
        }
    }
}
