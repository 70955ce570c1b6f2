package dev.svar.http;

import dev.svar.error.SvarException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An endpoint did not take an event, or it is not to get one just now. The event and those after it come again. */
public final class WebhookException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final String endpoint;
    private final String code;
    private final @Nullable Instant notBefore;

    WebhookException(String endpoint, String code, String problem, Optional<Instant> notBefore) {
        super("webhook " + endpoint + ": " + problem);
        this.endpoint = endpoint;
        this.code = code;
        this.notBefore = notBefore.orElse(null);
    }

    /** {@return the endpoint's name} */
    public String endpoint() {
        return endpoint;
    }

    /** {@return the status that it answered, empty if it did not} */
    public String code() {
        return code;
    }

    /** {@return before when nothing is sent to it, if it said so} */
    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }
}
