package dev.svar.knowledge;

import dev.svar.contact.TenantId;
import java.util.List;

/**
 * Port: finds texts that are like another, for example earlier tickets. The languages of the texts need not be known: each is
 * like those of its own language.
 *
 * <p>A tenant is a wall. Any text is taken as words, never as a language for queries; of a very long one only the beginning is
 * read. Safe for use by several threads, bounded in time and memory for any text.
 */
@FunctionalInterface
public interface SimilarTexts {
    /** How much of a text is read, in characters. */
    int MAX_READ = 4_000;

    /** The most texts that can be asked for. */
    int MAX_LIMIT = 100;

    /**
     * Looks for texts that are alike.
     *
     * @param tenant whose texts
     * @param text the text, of any length
     * @param limit the most texts, from 1 to {@value #MAX_LIMIT}
     * @return those that have something in common with it, the likest first
     * @throws SearchIndexException if it cannot be looked for now
     */
    List<SimilarText> like(TenantId tenant, String text, int limit);
}
