package dev.svar;

import dev.svar.contact.ContactId;
import dev.svar.error.SvarException;

/** The desk's tenant has no such contact. */
public final class UnknownContactException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String wanted;

    UnknownContactException(String field, ContactId wanted) {
        super(field + " names no contact, there is none with the id " + wanted);
        this.field = field;
        this.wanted = wanted.toString();
    }

    /** {@return the argument that names the contact, for example {@code into}} */
    public String field() {
        return field;
    }

    /** {@return the id that was asked for} */
    public String wanted() {
        return wanted;
    }
}
