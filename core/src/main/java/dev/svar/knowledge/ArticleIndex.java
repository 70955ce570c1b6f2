package dev.svar.knowledge;

import dev.svar.contact.TenantId;

/**
 * Port: an {@link ArticleSearch} that is kept current from what changes in the store. Every node may have an index of its own
 * and feeds it from the same changes: the index remembers how far it got, in the same step in which it takes them.
 *
 * <p>What was taken is found by questions that are asked afterwards and survives the death of the process. After damage that
 * cannot be mended an index begins again at position 0; whoever feeds it then gives it everything anew.
 */
public interface ArticleIndex extends ArticleSearch {
    /**
     * How far the index got.
     *
     * @param tenant whose articles
     * @return the position of the last change that it took, 0 if it took none
     * @throws SearchIndexException if the index cannot be opened now
     */
    long position(TenantId tenant);

    /**
     * The mark of the changes that it took last. By it whoever feeds the index sees whether the store still is what it was fed
     * from, or one that was restored from before.
     *
     * @param tenant whose articles
     * @return the mark, empty if they had none or it was rebuilt since
     * @throws SearchIndexException if the index cannot be opened now
     */
    String mark(TenantId tenant);

    /**
     * Takes changes, all or none of them.
     *
     * @param tenant whose articles
     * @param changes what changed
     * @return whether they were taken; no if the index is not at {@link ArticleChanges#after()}, since somebody else fed it
     * @throws SearchIndexException if it cannot be written now; nothing was taken, and the same call may be made again
     */
    boolean take(TenantId tenant, ArticleChanges changes);

    /**
     * Replaces all articles of a tenant. Until it is done, questions are answered from the index as it was, and changes wait.
     * If it fails, the index stays as it was.
     *
     * @param tenant whose articles
     * @param articles all articles that can be found, read once
     * @param position the position of the last change that is in them
     * @throws SearchIndexException if it cannot be written now
     */
    void rebuild(TenantId tenant, Iterable<SearchableArticle> articles, long position);
}
