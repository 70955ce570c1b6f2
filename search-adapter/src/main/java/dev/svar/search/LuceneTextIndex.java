package dev.svar.search;

import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.knowledge.KnownText;
import dev.svar.knowledge.SimilarText;
import dev.svar.knowledge.TextChanges;
import dev.svar.knowledge.TextIndex;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/**
 * Texts, for example of tickets, in an index of Lucene, one for each tenant, in a folder of this process's own or in memory. Safe
 * for use by several threads; owns none. It lies on disk, survives and begins again as {@link LuceneArticleIndex} does; each
 * needs a folder of its own.
 */
public final class LuceneTextIndex implements TextIndex, Closeable {
    private final TenantIndexes indexes;

    private LuceneTextIndex(Optional<Path> folder) {
        this.indexes = new TenantIndexes(folder);
    }

    /**
     * In a folder on disk.
     *
     * @param folder the folder, of this index alone; made if it is not there
     * @return the index
     */
    public static LuceneTextIndex in(Path folder) {
        return new LuceneTextIndex(Optional.of(folder));
    }

    /**
     * In memory, gone with the process.
     *
     * @return the index
     */
    public static LuceneTextIndex inMemory() {
        return new LuceneTextIndex(Optional.empty());
    }

    @Override
    public List<SimilarText> like(TenantId tenant, String text, int limit) {
        Check.range("limit", limit, 1, MAX_LIMIT);
        return indexes.with(
                tenant,
                "look for similar texts",
                index -> index.look(view -> new TextRanking(view).like(read(text), limit)));
    }

    @Override
    public List<SimilarText> like(TenantId tenant, String text, Set<String> ids) {
        Check.size("ids", ids, MAX_LIMIT);
        return indexes.with(
                tenant, "compare texts", index -> index.look(view -> new TextRanking(view).among(read(text), ids)));
    }

    private static String read(String text) {
        return text.length() > MAX_READ ? text.substring(0, MAX_READ) : text;
    }

    @Override
    public long position(TenantId tenant) {
        return indexes.with(
                tenant, "open the index of texts", index -> index.stand().position());
    }

    @Override
    public String mark(TenantId tenant) {
        return indexes.with(
                tenant, "open the index of texts", index -> index.stand().mark());
    }

    @Override
    public boolean take(TenantId tenant, TextChanges changes) {
        return indexes.with(
                tenant,
                "index texts",
                index -> index.edit(changes.after(), new Stand(changes.position(), changes.mark()), writer -> {
                    for (String gone : changes.gone()) {
                        writer.deleteDocuments(new Term(TextField.ID, gone));
                    }
                    for (KnownText text : changes.found()) {
                        put(writer, text);
                    }
                }));
    }

    @Override
    public void rebuild(TenantId tenant, Iterable<KnownText> texts, long position) {
        indexes.with(tenant, "index all texts", index -> {
            index.replace(new Stand(position, ""), writer -> {
                for (KnownText text : texts) {
                    put(writer, text);
                }
            });
            return true;
        });
    }

    /** Writes a text in place of the one with its id. */
    static void put(IndexWriter writer, KnownText text) throws IOException {
        Document document = new Document();
        document.add(new StringField(TextField.ID, text.id(), org.apache.lucene.document.Field.Store.YES));
        for (Map.Entry<TextField, List<String>> terms :
                TextTerms.of(text.text()).entrySet()) {
            Listed.add(document, terms.getKey().key(), terms.getValue());
        }
        writer.updateDocument(new Term(TextField.ID, text.id()), document);
    }

    /** Closes it; questions and changes fail from now on. */
    @Override
    public void close() {
        indexes.close();
    }
}
