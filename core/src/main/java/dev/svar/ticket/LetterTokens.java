package dev.svar.ticket;

import dev.svar.contact.TenantId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Signed tokens that name one letter, for links in it that say something about letters like it. Each is bound to a tenant, a letter
 * and a last day, and is revoked by retiring its key. Lower-case base 36, at most {@value #MAX_LENGTH} characters; signed as
 * {@link TicketTokens} are, and none is ever taken for one of those. Immutable, thread-safe.
 */
public final class LetterTokens {
    /** The most characters a token has. */
    public static final int MAX_LENGTH = 59;

    private static final int SIGNATURE_BYTES = 16;
    private static final int HEAD_BYTES = 1 + 1 + 4 + 16;
    private static final byte LEADING_ONE = 1;
    private static final byte[] PURPOSE = "letter".getBytes(StandardCharsets.US_ASCII);

    private final SigningKey current;
    private final Map<Integer, SigningKey> byId;

    LetterTokens(SigningKey current, Map<Integer, SigningKey> byId) {
        this.current = current;
        this.byId = byId;
    }

    /**
     * Issues a token.
     *
     * @param tenant whose letter
     * @param letter its id
     * @param expires the instant whose day (UTC) is the last one on which it works
     * @return the token
     */
    public String issue(TenantId tenant, UUID letter, Instant expires) {
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .put(LEADING_ONE)
                .put((byte) current.id())
                .putInt(epochDay(expires))
                .putLong(letter.getMostSignificantBits())
                .putLong(letter.getLeastSignificantBits())
                .array();
        byte[] all = ByteBuffer.allocate(HEAD_BYTES + SIGNATURE_BYTES)
                .put(head)
                .put(signature(current, head, tenant))
                .array();
        return new BigInteger(1, all).toString(Character.MAX_RADIX);
    }

    /**
     * Finds out which letter a token was issued for.
     *
     * @param tenant whose letter it must be
     * @param token what somebody presented
     * @param now when
     * @return its id; empty if it is no token, was tampered with, is of another tenant, has expired or was revoked
     */
    public Optional<UUID> letter(TenantId tenant, String token, Instant now) {
        return issued(tenant, token)
                .filter(named -> named.lastDay() >= epochDay(now))
                .map(Named::letter);
    }

    /** Whether a token was issued here, on whatever day. */
    boolean isOurs(TenantId tenant, String token) {
        return issued(tenant, token).isPresent();
    }

    private Optional<Named> issued(TenantId tenant, String token) {
        boolean shaped = !token.isEmpty() && token.length() <= MAX_LENGTH && token.charAt(0) != '0';
        if (!shaped || !token.chars().allMatch(LetterTokens::isDigit)) {
            return Optional.empty();
        }
        byte[] all = new BigInteger(token, Character.MAX_RADIX).toByteArray();
        if (all.length != HEAD_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] head = Arrays.copyOf(all, HEAD_BYTES);
        ByteBuffer fields = ByteBuffer.wrap(head);
        boolean one = fields.get() == LEADING_ONE;
        SigningKey key = byId.get(Byte.toUnsignedInt(fields.get()));
        if (!one || key == null) {
            return Optional.empty();
        }
        byte[] presented = Arrays.copyOfRange(all, HEAD_BYTES, all.length);
        return MessageDigest.isEqual(signature(key, head, tenant), presented)
                ? Optional.of(new Named(fields.getInt(), new UUID(fields.getLong(), fields.getLong())))
                : Optional.empty();
    }

    private record Named(int lastDay, UUID letter) {}

    private static byte[] signature(SigningKey key, byte[] head, TenantId tenant) {
        byte[] whose = tenant.value().getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(PURPOSE.length + head.length + whose.length)
                .put(PURPOSE)
                .put(head)
                .put(whose)
                .array();
        return Arrays.copyOf(key.sign(content), SIGNATURE_BYTES);
    }

    private static int epochDay(Instant instant) {
        return (int) (instant.getEpochSecond() / ChronoUnit.DAYS.getDuration().toSeconds());
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    }
}
