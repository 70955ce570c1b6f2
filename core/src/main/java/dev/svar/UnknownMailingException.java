package dev.svar;

import dev.svar.delivery.MailingId;
import dev.svar.error.SvarException;

/** The desk's tenant has no such mailing. */
public final class UnknownMailingException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String wanted;

    UnknownMailingException(MailingId wanted) {
        super("there is no mailing with the id " + wanted);
        this.wanted = wanted.toString();
    }

    /** {@return the id that was asked for} */
    public String wanted() {
        return wanted;
    }
}
