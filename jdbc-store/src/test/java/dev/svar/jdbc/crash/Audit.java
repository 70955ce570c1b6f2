package dev.svar.jdbc.crash;

import java.util.function.Consumer;

/** One aspect of what must be true of the books of a desk. */
@FunctionalInterface
interface Audit {
    /** Looks at the books and reports whatever is not true, naming the row. */
    void look(Books books, Evidence evidence, Consumer<String> report);
}
