package dev.svar.ticket;

import dev.svar.contact.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Signed names of deliveries, for the Message-IDs of the desk's own mail and for the addresses that reports about it come
 * back to: who shows one has had the mail, or the header of it, and nobody can make one up. They say which delivery is
 * meant and give no right to anything; they do not expire, since reports come late and threads are long.
 *
 * <p>A token is lower-case base 36 of at most {@value TicketTokens#MAX_LENGTH} characters (HMAC-SHA-256, cut to 96 bits;
 * RFC 2104), no ticket's token and bound to one use and one tenant. Immutable, thread-safe.
 */
public final class DeliveryTokens {
    private static final int SIGNATURE_BYTES = 12;
    private static final int HEAD_BYTES = 1 + 1 + 16;
    private static final int LENGTH = HEAD_BYTES + SIGNATURE_BYTES;

    private final SigningKey current;
    private final Map<Integer, SigningKey> byId;

    DeliveryTokens(SigningKey current, Map<Integer, SigningKey> byId) {
        this.current = current;
        this.byId = byId;
    }

    /** What a token is for. */
    public enum Use {
        /** It stands in the Message-ID of a mail. */
        MESSAGE_ID(2),
        /** It stands in the address that reports about a mail come back to. */
        RETURN_PATH(3);

        private final byte first;

        Use(int first) {
            this.first = (byte) first;
        }
    }

    /**
     * Issues a token.
     *
     * @param tenant whose delivery
     * @param delivery the value of its id
     * @param use what the token is for
     * @return the token, the same each time while the key stays
     */
    public String issue(TenantId tenant, UUID delivery, Use use) {
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .put(use.first)
                .put((byte) current.id())
                .putLong(delivery.getMostSignificantBits())
                .putLong(delivery.getLeastSignificantBits())
                .array();
        return Base36.of(ByteBuffer.allocate(LENGTH)
                .put(head)
                .put(signature(current, head, tenant))
                .array());
    }

    /**
     * Finds out which delivery a token names.
     *
     * @param token what somebody presented
     * @param tenant whose delivery it must be
     * @param use what it must be for
     * @return the value of the delivery's id; empty if it is no token, was tampered with, is another tenant's or for another
     *     use, or its key was retired
     */
    public Optional<UUID> delivery(String token, TenantId tenant, Use use) {
        return Base36.bytes(token, LENGTH, TicketTokens.MAX_LENGTH).flatMap(all -> delivery(all, tenant, use));
    }

    private Optional<UUID> delivery(byte[] all, TenantId tenant, Use use) {
        byte[] head = Arrays.copyOf(all, HEAD_BYTES);
        SigningKey key = byId.get(Byte.toUnsignedInt(head[1]));
        if (head[0] != use.first || key == null) {
            return Optional.empty();
        }
        byte[] presented = Arrays.copyOfRange(all, HEAD_BYTES, LENGTH);
        ByteBuffer id = ByteBuffer.wrap(head, 2, 16);
        return MessageDigest.isEqual(signature(key, head, tenant), presented)
                ? Optional.of(new UUID(id.getLong(), id.getLong()))
                : Optional.empty();
    }

    private static byte[] signature(SigningKey key, byte[] head, TenantId tenant) {
        byte[] name = tenant.value().getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(head.length + name.length)
                .put(head)
                .put(name)
                .array();
        return Arrays.copyOf(key.sign(content), SIGNATURE_BYTES);
    }
}
