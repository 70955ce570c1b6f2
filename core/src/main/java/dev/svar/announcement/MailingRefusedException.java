package dev.svar.announcement;

import dev.svar.delivery.MailingId;
import dev.svar.error.SvarException;

/** A mailing cannot go from where it stands to where it was to go. Nothing was changed. */
public final class MailingRefusedException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String mailing;
    private final MailingState state;
    private final MailingState wanted;

    MailingRefusedException(MailingId mailing, MailingState state, MailingState wanted) {
        super("mailing " + mailing + " is " + state + " and cannot become " + wanted);
        this.mailing = mailing.toString();
        this.state = state;
        this.wanted = wanted;
    }

    /** {@return the mailing's id} */
    public String mailing() {
        return mailing;
    }

    /** {@return where it stands} */
    public MailingState state() {
        return state;
    }

    /** {@return where it was to go} */
    public MailingState wanted() {
        return wanted;
    }
}
