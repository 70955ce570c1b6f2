package dev.svar;

import dev.svar.contact.OrganizationId;
import dev.svar.error.SvarException;

/** The desk's tenant has no such organization. */
public final class UnknownOrganizationException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String wanted;

    UnknownOrganizationException(OrganizationId wanted) {
        super("organization names none, there is none with the id " + wanted + ", add it first");
        this.wanted = wanted.toString();
    }

    /** {@return the id that was asked for} */
    public String wanted() {
        return wanted;
    }
}
