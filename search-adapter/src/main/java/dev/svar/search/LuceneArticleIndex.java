package dev.svar.search;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleIndex;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.SearchableArticle;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/**
 * Articles in an index of Lucene, one for each tenant, in a folder of this process's own or in memory. Safe for use by several
 * threads; owns none.
 *
 * <p>Nothing is opened before it is used. What was taken survives the death of the process. An index that is damaged, or that
 * another version of the library wrote, begins again at position 0.
 */
public final class LuceneArticleIndex implements ArticleIndex, Closeable {
    private final TenantIndexes indexes;

    private LuceneArticleIndex(Optional<Path> folder) {
        this.indexes = new TenantIndexes(folder);
    }

    /**
     * In a folder on disk.
     *
     * @param folder the folder, of this process alone; made if it is not there
     * @return the index
     */
    public static LuceneArticleIndex in(Path folder) {
        return new LuceneArticleIndex(Optional.of(folder));
    }

    /**
     * In memory, gone with the process: for tests, and for a host with so few articles that it indexes them at each start.
     *
     * @return the index
     */
    public static LuceneArticleIndex inMemory() {
        return new LuceneArticleIndex(Optional.empty());
    }

    @Override
    public List<ArticleHit> find(ArticleQuestion question) {
        return indexes.with(
                question.tenant(), "look for articles", index -> index.look(view -> new Ranking(view).hits(question)));
    }

    @Override
    public long position(TenantId tenant) {
        return indexes.with(
                tenant, "open the index of articles", index -> index.stand().position());
    }

    @Override
    public String mark(TenantId tenant) {
        return indexes.with(
                tenant, "open the index of articles", index -> index.stand().mark());
    }

    @Override
    public boolean take(TenantId tenant, ArticleChanges changes) {
        return indexes.with(
                tenant,
                "index articles",
                index -> index.edit(changes.after(), new Stand(changes.position(), changes.mark()), writer -> {
                    for (String gone : changes.gone()) {
                        writer.deleteDocuments(new Term(Field.ARTICLE, gone));
                    }
                    for (SearchableArticle article : changes.found()) {
                        put(writer, article);
                    }
                }));
    }

    @Override
    public void rebuild(TenantId tenant, Iterable<SearchableArticle> articles, long position) {
        indexes.with(tenant, "index all articles", index -> {
            index.replace(new Stand(position, ""), writer -> {
                for (SearchableArticle article : articles) {
                    put(writer, article);
                }
            });
            return true;
        });
    }

    private static void put(IndexWriter writer, SearchableArticle article) throws IOException {
        writer.updateDocuments(new Term(Field.ARTICLE, article.id()), ArticleDocuments.of(article));
    }

    /** Closes it; questions and changes fail from now on. */
    @Override
    public void close() {
        indexes.close();
    }
}
