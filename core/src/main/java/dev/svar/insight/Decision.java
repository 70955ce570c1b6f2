package dev.svar.insight;

import dev.svar.category.learn.CategoryExample;
import java.time.Instant;
import java.util.Comparator;

/** What a ticket was decided to be about, and when. */
record Decision(CategoryExample example, Instant at) {
    /** In the order in which they were made, whatever order they were read in. */
    static final Comparator<Decision> IN_ORDER = Comparator.comparing(Decision::at)
            .thenComparing(decision -> decision.example().id());
}
