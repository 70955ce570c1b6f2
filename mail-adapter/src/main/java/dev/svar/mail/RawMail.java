package dev.svar.mail;

/**
 * A mail as a mailbox or a file holds it, not yet read. One that is larger than {@link MailReader#MAX_RAW_BYTES} comes
 * as its beginning only, so that it can be named and its sender found, without filling the memory. Immutable.
 */
public final class RawMail {
    private final String source;
    private final byte[] bytes;
    private final long size;

    /**
     * A mail.
     *
     * @param source where it lies, for people: a file's path, a folder and a number
     * @param bytes its bytes, or as many of its first ones as were loaded; not copied, the caller must not change them
     * @param size how many bytes it really has
     */
    public RawMail(String source, byte[] bytes, long size) {
        this.source = source;
        this.bytes = bytes;
        this.size = size;
    }

    /** {@return where it lies, for people} */
    public String source() {
        return source;
    }

    /** {@return its bytes, or its first ones if it is not {@link #whole()}; a copy} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return how many bytes it really has} */
    public long size() {
        return size;
    }

    /** {@return whether all of it was loaded} */
    public boolean whole() {
        return bytes.length == size;
    }

    byte[] shared() {
        return bytes;
    }

    @Override
    public String toString() {
        return source + ", " + size + " bytes";
    }
}
