package dev.svar;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.ContentRef;
import java.util.Set;

/**
 * What is to be blotted out of a message for good.
 *
 * @param passages texts, each of at most {@value #MAX_PASSAGE_LENGTH} characters, wherever they stand in the message
 * @param files files to be taken away
 */
public record Redaction(Set<String> passages, Set<ContentRef> files) {
    /** The most passages at once. */
    public static final int MAX_PASSAGES = 100;

    /** The most characters of a passage. */
    public static final int MAX_PASSAGE_LENGTH = 10_000;

    /**
     * Checks and copies.
     *
     * @param passages texts, wherever they stand in the message
     * @param files files to be taken away
     */
    public Redaction {
        passages = Set.copyOf(Check.size("redaction.passages", passages, MAX_PASSAGES));
        passages.forEach(p -> Check.text("redaction.passage", p, MAX_PASSAGE_LENGTH));
        files = Set.copyOf(files);
        if (passages.isEmpty() && files.isEmpty()) {
            throw new InvalidValueException("redaction", "is empty, it must name a passage or a file");
        }
    }

    /**
     * Blots out texts.
     *
     * @param passages the texts
     * @return the redaction
     */
    public static Redaction of(String... passages) {
        return new Redaction(Set.of(passages), Set.of());
    }
}
