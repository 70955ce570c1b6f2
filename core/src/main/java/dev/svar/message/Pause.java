package dev.svar.message;

import dev.svar.error.Check;
import java.time.Duration;
import java.time.Instant;

/** For how long the other side wants to be left alone, as it said it: whoever asks knows what time it is. */
public sealed interface Pause {
    /**
     * When it ends.
     *
     * @param now when it was said
     * @return the end, possibly past
     */
    Instant end(Instant now);

    /**
     * A pause of a length.
     *
     * @param length how long, positive
     */
    record Lasting(Duration length) implements Pause {
        /**
         * Checks that it has a length.
         *
         * @param length how long, positive
         */
        public Lasting {
            Check.positive("pause", length);
        }

        @Override
        public Instant end(Instant now) {
            return now.plus(length);
        }
    }

    /**
     * A pause up to an instant.
     *
     * @param end when it ends
     */
    record Until(Instant end) implements Pause {
        @Override
        public Instant end(Instant now) {
            return end;
        }
    }
}
