package dev.svar.error;

/**
 * A value that a caller passed in cannot be taken: it names the field and what would be allowed. Nothing was changed.
 */
public final class InvalidValueException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * An error about one field.
     *
     * @param field the field as the caller knows it, for example {@code subject}
     * @param problem what is wrong and the limit, for example {@code is 900 characters long, at most 500 are allowed};
     *     never the value itself where that may be a customer's text
     */
    public InvalidValueException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /**
     * Which field is wrong.
     *
     * @return the field as the caller knows it
     */
    public String field() {
        return field;
    }

    /**
     * What is wrong with it.
     *
     * @return the problem with the limit that was passed
     */
    public String problem() {
        return problem;
    }
}
