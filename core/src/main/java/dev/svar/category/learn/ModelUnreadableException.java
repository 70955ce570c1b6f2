package dev.svar.category.learn;

import dev.svar.error.SvarException;

/** Bytes that should be a model cannot be read as one; nothing of them was taken. */
public final class ModelUnreadableException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** It does not begin as a model does. */
        NO_MODEL("are no model: they do not begin as one"),
        /** Bytes are missing or were changed. */
        DAMAGED("are a damaged model: the checksum or a length does not fit, take an older copy or train anew"),
        /** A newer version of this library wrote it, in a form that this one does not know. */
        NEWER("are a model of a newer version of this library, in a form that this version cannot read");

        private final String problem;

        Reason(String problem) {
            this.problem = problem;
        }
    }

    ModelUnreadableException(Reason reason) {
        super("the bytes " + reason.problem);
        this.reason = reason;
    }

    /**
     * Why they cannot be read.
     *
     * @return what is wrong with the bytes
     */
    public Reason reason() {
        return reason;
    }
}
