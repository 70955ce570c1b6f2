package dev.svar.http;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The three headers that make a request a webhook (Standard Webhooks).
 *
 * @param id the same each time the same event is sent: {@code webhook-id}, at most {@value #MAX_ID_LENGTH} characters
 * @param timestamp when this try was made, in whole seconds: {@code webhook-timestamp}
 * @param signatures one or several, with a space between: {@code webhook-signature}
 */
public record WebhookHeaders(String id, Instant timestamp, String signatures) {
    /** The most characters of an id. */
    public static final int MAX_ID_LENGTH = 256;

    /** The most characters of the signatures. */
    public static final int MAX_SIGNATURES_LENGTH = 2_000;

    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    /**
     * Checks the id and the signatures, and cuts the timestamp to seconds.
     *
     * @param id the same each time the same event is sent
     * @param timestamp when this try was made
     * @param signatures one or several, with a space between
     */
    public WebhookHeaders {
        Check.line(ID, id, MAX_ID_LENGTH);
        if (!VISIBLE.matcher(id).matches()) {
            throw new InvalidValueException(ID, "holds a space or a character that is not of ASCII");
        }
        Check.line(SIGNATURE, signatures, MAX_SIGNATURES_LENGTH);
        timestamp = timestamp.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Finds them among the headers of a request.
     *
     * @param headers names in any letter case with their values, as {@code com.sun.net.httpserver} and
     *     {@code java.net.http} give them
     * @return the three, or empty if one is missing, there twice or not readable
     */
    public static Optional<WebhookHeaders> read(Map<String, List<String>> headers) {
        Optional<String> id = only(headers, ID);
        Optional<String> timestamp =
                only(headers, TIMESTAMP).filter(t -> SECONDS.matcher(t).matches());
        Optional<String> signatures = only(headers, SIGNATURE);
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp.get()));
            return Optional.of(new WebhookHeaders(id.get(), at, signatures.get()));
        } catch (InvalidValueException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> only(Map<String, List<String>> headers, String name) {
        List<String> values = headers.entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0).strip()) : Optional.empty();
    }

    /** {@return the headers by their names} */
    public Map<String, String> asMap() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(ID, id);
        headers.put(TIMESTAMP, String.valueOf(timestamp.getEpochSecond()));
        headers.put(SIGNATURE, signatures);
        return headers;
    }
}
