package dev.svar.http;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the sender and the receiver of webhooks both know and nobody else (Standard Webhooks: {@code whsec_} and the key in
 * Base64). Shows itself only through {@link #text}. Immutable, thread-safe.
 */
public final class WebhookSecret {
    /** The fewest bytes of a key. */
    public static final int MIN_BYTES = 24;

    /** The most bytes of a key. */
    public static final int MAX_BYTES = 64;

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_TEXT = PREFIX.length() + (MAX_BYTES + 2) / 3 * 4;

    private final SecretKeySpec key;

    private WebhookSecret(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * A secret from its key.
     *
     * @param key {@value #MIN_BYTES} to {@value #MAX_BYTES} random bytes; copied
     * @return the secret
     * @throws InvalidValueException if there are fewer or more
     */
    public static WebhookSecret of(byte[] key) {
        Check.range("webhook.secret bytes", key.length, MIN_BYTES, MAX_BYTES);
        return new WebhookSecret(new SecretKeySpec(key, ALGORITHM));
    }

    /**
     * Reads a secret.
     *
     * @param text {@code whsec_} and the key in Base64
     * @return the secret
     * @throws InvalidValueException if it is none, or its key is too short or too long
     */
    public static WebhookSecret parse(String text) {
        Check.line("webhook.secret", text, MAX_TEXT);
        if (!text.startsWith(PREFIX)) {
            throw new InvalidValueException("webhook.secret", "must begin with " + PREFIX);
        }
        try {
            return of(Base64.getDecoder().decode(text.substring(PREFIX.length())));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("webhook.secret", "is not in Base64 after " + PREFIX);
        }
    }

    /** {@return the secret as it is given to whoever receives: {@code whsec_} and the key in Base64} */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key.getEncoded());
    }

    byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** {@return that it is one, not which} */
    @Override
    public String toString() {
        return "webhook secret";
    }
}
