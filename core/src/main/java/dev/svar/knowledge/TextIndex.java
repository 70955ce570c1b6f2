package dev.svar.knowledge;

import dev.svar.contact.TenantId;
import java.util.List;
import java.util.Set;

/**
 * Port: {@link SimilarTexts} that are kept current from what changes in the store, as an {@link ArticleIndex} is: each node
 * feeds its own, the index remembers how far it got, and after damage it begins again at position 0.
 */
public interface TextIndex extends SimilarTexts {
    /**
     * Compares a text with some that are known, however many others are more like it.
     *
     * @param tenant whose texts
     * @param text the text, of any length
     * @param ids ids of texts, at most {@value SimilarTexts#MAX_LIMIT}; those that the index does not have count for nothing
     * @return those of them that have something in common with it, the likest first
     * @throws SearchIndexException if it cannot be looked for now
     */
    List<SimilarText> like(TenantId tenant, String text, Set<String> ids);

    /**
     * How far the index got.
     *
     * @param tenant whose texts
     * @return the position of the last change that it took, 0 if it took none
     * @throws SearchIndexException if the index cannot be opened now
     */
    long position(TenantId tenant);

    /**
     * The mark of the changes that it took last. By it whoever feeds the index sees whether the store still is what it was fed
     * from, or one that was restored from before.
     *
     * @param tenant whose texts
     * @return the mark, empty if they had none or it was rebuilt since
     * @throws SearchIndexException if the index cannot be opened now
     */
    String mark(TenantId tenant);

    /**
     * Takes changes, all or none of them.
     *
     * @param tenant whose texts
     * @param changes what changed
     * @return whether they were taken; no if the index is not at {@link TextChanges#after()}, since somebody else fed it
     * @throws SearchIndexException if it cannot be written now; nothing was taken, and the same call may be made again
     */
    boolean take(TenantId tenant, TextChanges changes);

    /**
     * Replaces all texts of a tenant. Until it is done, questions are answered from the index as it was, and changes wait. If it
     * fails, the index stays as it was.
     *
     * @param tenant whose texts
     * @param texts all texts, read once
     * @param position the position of the last change that is in them
     * @throws SearchIndexException if it cannot be written now
     */
    void rebuild(TenantId tenant, Iterable<KnownText> texts, long position);
}
