package dev.svar.store;

import dev.svar.error.InvalidValueException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page begins, as text: a fingerprint of the query, so that no other query takes it, and the place of the last
 * ticket of the page before.
 */
final class TicketCursor {
    private static final byte KEYED = 1;
    private static final byte KEYLESS = 0;
    private static final int LENGTH = Long.BYTES + 1 + 2 * Long.BYTES;

    private TicketCursor() {}

    static String write(TicketQuery query, TicketPlace last) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .putLong(fingerprint(query))
                .put(last.key().isPresent() ? KEYED : KEYLESS)
                .putLong(last.key().orElse(0L))
                .putLong(last.number());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static TicketPlace read(TicketQuery query, String cursor) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(cursor));
        if (bytes.remaining() != LENGTH || bytes.getLong() != fingerprint(query)) {
            throw foreign();
        }
        boolean keyed = bytes.get() == KEYED;
        long key = bytes.getLong();
        if (!keyed && query.sort() != TicketSort.DUE) {
            throw foreign();
        }
        return new TicketPlace(keyed ? Optional.of(key) : Optional.empty(), bytes.getLong());
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static InvalidValueException foreign() {
        return new InvalidValueException("query.cursor", "is not one that a page of this query gave");
    }

    private static long fingerprint(TicketQuery query) {
        try {
            byte[] text = QueryText.of(query).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
