package dev.svar;

import dev.svar.error.SvarException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DeskListener} could not pass on what it was told; it is told again. If it says before when it wants to be left alone,
 * it is told then, and that costs none of the tries while the earliest event is younger than {@link #PATIENCE}.
 */
public class NotToldException extends SvarException {
    /** How old an event may get without a try while its listener wants to be left alone. */
    public static final Duration PATIENCE = Duration.ofDays(1);

    private static final long serialVersionUID = 1L;

    private final @Nullable Instant notBefore;

    /**
     * An error.
     *
     * @param message what went wrong, in one line
     * @param notBefore before when the listener wants to hear nothing, if it knows; at most six hours ahead are believed
     */
    public NotToldException(String message, Optional<Instant> notBefore) {
        super(message);
        this.notBefore = notBefore.orElse(null);
    }

    /** {@return before when the listener wants to hear nothing, if it said so} */
    public final Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }
}
