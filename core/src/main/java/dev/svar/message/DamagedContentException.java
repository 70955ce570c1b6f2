package dev.svar.message;

import dev.svar.error.SvarException;
import java.io.IOException;

/** The bytes of a content cannot be read any more, or are not those that its digest speaks of. */
public final class DamagedContentException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final ContentRef ref;

    /**
     * Bytes that are wrong.
     *
     * @param ref the content
     * @param problem what is wrong with it, without the bytes
     */
    public DamagedContentException(ContentRef ref, String problem) {
        super(words(ref, problem));
        this.ref = ref;
    }

    /**
     * Bytes that cannot be read.
     *
     * @param ref the content
     * @param cause what was caught
     */
    public DamagedContentException(ContentRef ref, IOException cause) {
        super(words(ref, "cannot be read: " + cause.getClass().getSimpleName()), cause);
        this.ref = ref;
    }

    private static String words(ContentRef ref, String problem) {
        return "the content " + ref.digest() + " of " + ref.size() + " bytes " + problem;
    }

    /** {@return the content} */
    public ContentRef ref() {
        return ref;
    }
}
