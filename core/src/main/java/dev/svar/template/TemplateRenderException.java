package dev.svar.template;

import dev.svar.error.SvarException;
import java.util.Locale;

/** A template was parsed but cannot be rendered. The message never holds the data it was rendered with. */
public final class TemplateRenderException extends SvarException {
    private static final long serialVersionUID = 1L;

    /** Why a template cannot be rendered. */
    public enum Reason {
        /** Strict mode only: a variable, or a field of one, does not exist. */
        UNKNOWN_VARIABLE,
        /** Strict mode only: a filter does not exist. */
        UNKNOWN_FILTER,
        /** Strict mode only: there is no message of a key. */
        UNKNOWN_MESSAGE,
        /** Not when lax: a partial does not exist. */
        UNKNOWN_PARTIAL,
        /** Not when lax: a value cannot be used this way, for example a division by zero. */
        FAULT,
        /** In all modes: more output, steps, time, range elements, digits or partials inside of each other than allowed. */
        LIMIT
    }

    private final int line;
    private final int column;
    private final Reason reason;

    /**
     * An error at one place of a template.
     *
     * @param line the line, from one
     * @param column the column in UTF-16 units, from one
     * @param reason why
     * @param problem what is wrong
     */
    public TemplateRenderException(int line, int column, Reason reason, String problem) {
        super(String.format(Locale.ROOT, "line %d, column %d: %s", line, column, problem));
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /**
     * Where it is.
     *
     * @return the line, from one
     */
    public int line() {
        return line;
    }

    /**
     * Where it is.
     *
     * @return the column in UTF-16 units, from one
     */
    public int column() {
        return column;
    }

    /**
     * Why it is.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
