package dev.svar;

import dev.svar.ticket.Audience;
import dev.svar.ticket.ContextFact;
import dev.svar.ticket.CustomField;
import dev.svar.ticket.FieldValue;
import java.util.Optional;

/** Something about a ticket that its customer may see. There is no way to make one of what is internal. */
public final class PublicFact {
    private final String label;
    private final String text;

    private PublicFact(String label, String text) {
        this.label = label;
        this.text = text;
    }

    /**
     * The value of a custom field.
     *
     * @param field the field
     * @param value its value
     * @return the fact; empty if the field is internal
     */
    public static Optional<PublicFact> of(CustomField field, FieldValue value) {
        return of(field.audience(), field.label(), value);
    }

    /**
     * What the host knows.
     *
     * @param fact the fact
     * @return the fact; empty if it is internal
     */
    public static Optional<PublicFact> of(ContextFact fact) {
        return of(fact.audience(), fact.name(), fact.value());
    }

    private static Optional<PublicFact> of(Audience audience, String label, FieldValue value) {
        return audience == Audience.PUBLIC ? Optional.of(new PublicFact(label, value.text())) : Optional.empty();
    }

    /** {@return what it is, for people} */
    public String label() {
        return label;
    }

    /** {@return its value as {@link FieldValue#text()} writes it} */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PublicFact f && label.equals(f.label) && text.equals(f.text);
    }

    @Override
    public int hashCode() {
        return label.hashCode() * 31 + text.hashCode();
    }

    @Override
    public String toString() {
        return label + ": " + text;
    }
}
