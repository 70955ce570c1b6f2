package dev.svar.ticket;

import dev.svar.error.Check;
import java.util.Locale;

/**
 * A word that people find tickets by. Two spellings that differ in letter case are the same tag.
 *
 * @param value one line of at most {@value #MAX_LENGTH} characters, lower case
 */
public record Tag(String value) implements Comparable<Tag> {
    /** The most characters a tag may have. */
    public static final int MAX_LENGTH = 50;

    /**
     * Checks the tag and folds it to lower case.
     *
     * @param value one line of at most {@value #MAX_LENGTH} characters
     */
    public Tag {
        value = Check.line("tag", value.strip().toLowerCase(Locale.ROOT), MAX_LENGTH);
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
