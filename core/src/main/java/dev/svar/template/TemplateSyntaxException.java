package dev.svar.template;

import dev.svar.error.SvarException;
import java.util.Locale;

/** A template cannot be parsed. The message says where, what was expected and what stands there. */
public final class TemplateSyntaxException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String problem;

    /**
     * An error at one place of a source.
     *
     * @param line the line, from one
     * @param column the column in UTF-16 units, from one
     * @param problem what was expected and what was found
     */
    public TemplateSyntaxException(int line, int column, String problem) {
        super(String.format(Locale.ROOT, "line %d, column %d: %s", line, column, problem));
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    /**
     * What it is, without the place.
     *
     * @return a sentence for who wrote the template
     */
    public String problem() {
        return problem;
    }

    /** The same error, found in a partial. */
    TemplateSyntaxException in(String partial) {
        return new TemplateSyntaxException(line, column, "in the partial " + Texts.shown(partial) + ": " + problem);
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
}
