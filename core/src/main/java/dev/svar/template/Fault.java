package dev.svar.template;

/** Something that cannot be computed; it never leaves the package. Whether it is an error depends on the mode. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    Fault(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
