package dev.svar;

import dev.svar.error.SvarException;

/** There is no such macro, or none that this agent may use. */
public final class UnknownMacroException extends SvarException {
    private static final long serialVersionUID = 1L;

    UnknownMacroException(String macro) {
        super("there is no macro " + macro + " that this agent may use");
    }
}
