package dev.svar;

import dev.svar.announcement.IncidentId;
import dev.svar.error.SvarException;

/** The desk's tenant has no such incident. */
public final class UnknownIncidentException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String wanted;

    UnknownIncidentException(IncidentId wanted) {
        super("there is no incident with the id " + wanted);
        this.wanted = wanted.toString();
    }

    /** {@return the id that was asked for} */
    public String wanted() {
        return wanted;
    }
}
