package dev.svar;

import java.util.Optional;
import java.util.function.Supplier;

/** Decides again when a commit lost a race, a bounded number of times. */
final class Attempts {
    /** How often one command is decided before it gives up. */
    static final int MAX = 50;

    private Attempts() {}

    /** Calls until there is a result; each call decides from fresh state. */
    static <T> T untilDecided(String what, Supplier<Optional<T>> attempt) {
        for (int i = 0; i < MAX; i++) {
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new ContentionException(what, MAX);
    }
}
