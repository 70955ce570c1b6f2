package dev.svar.http;

import dev.svar.NotToldException;
import java.time.Instant;
import java.util.Optional;

/** An endpoint did not take an event, or it is not to get one just now. The event and those after it come again. */
public final class WebhookException extends NotToldException {
    private static final long serialVersionUID = 1L;

    private final String endpoint;
    private final String code;

    WebhookException(String endpoint, String code, String problem, Optional<Instant> notBefore) {
        super("webhook " + endpoint + ": " + problem, notBefore);
        this.endpoint = endpoint;
        this.code = code;
    }

    /** {@return the endpoint's name} */
    public String endpoint() {
        return endpoint;
    }

    /** {@return the status that it answered, empty if it did not} */
    public String code() {
        return code;
    }
}
