package dev.svar.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes with their digest: a raw message or an attachment. Two contents with the same bytes are equal. Immutable. */
public final class Content {
    private final byte[] bytes;
    private final ContentRef ref;

    private Content(byte[] bytes, ContentRef ref) {
        this.bytes = bytes;
        this.ref = ref;
    }

    /**
     * A content of these bytes.
     *
     * @param bytes the bytes; copied
     * @return the content
     */
    public static Content of(byte[] bytes) {
        return new Content(bytes.clone(), new ContentRef(sha256(bytes), bytes.length));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@return the name under which the store keeps it} */
    public ContentRef ref() {
        return ref;
    }

    /** {@return a stream over the bytes that needs no closing} */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** {@return a copy of the bytes} */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Content c && ref.equals(c.ref) && Arrays.equals(bytes, c.bytes);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}
