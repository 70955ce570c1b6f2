package dev.svar.ticket;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that tokens are signed with, known by a small number so that keys can be rotated. Immutable, thread-safe. */
public final class SigningKey {
    /** The fewest bytes that a secret may have. */
    public static final int MIN_SECRET_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final int id;
    private final SecretKeySpec secret;

    private SigningKey(int id, SecretKeySpec secret) {
        this.id = id;
        this.secret = secret;
    }

    /**
     * A key.
     *
     * @param id 0 to 255, never used for another secret
     * @param secret at least {@value #MIN_SECRET_BYTES} random bytes; copied
     * @return the key
     * @throws InvalidValueException if the id is out of range or the secret too short
     */
    public static SigningKey of(int id, byte[] secret) {
        Check.range("signingKey.id", id, 0, 255);
        if (secret.length < MIN_SECRET_BYTES) {
            throw new InvalidValueException(
                    "signingKey.secret",
                    "has " + secret.length + " bytes, at least " + MIN_SECRET_BYTES + " are needed");
        }
        return new SigningKey(id, new SecretKeySpec(secret, ALGORITHM));
    }

    /** {@return the key's number} */
    public int id() {
        return id;
    }

    byte[] sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey " + id;
    }
}
