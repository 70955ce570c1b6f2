package dev.svar.search;

import static dev.svar.search.Library.article;
import static dev.svar.search.Library.everything;
import static dev.svar.search.Library.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.knowledge.SearchableArticle;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.Test;

final class OneIndexTest {
    private static final SearchableArticle ZEBRA = article("zebra", Locale.ENGLISH, "Zebras", "Striped.");
    private static final SearchableArticle LION = article("lion", Locale.ENGLISH, "Lions", "Not striped.");

    @Test
    void a_full_disk_loses_nothing_and_is_forgiven_when_it_has_room() throws IOException {
        FullDisk disk = new FullDisk();
        try (OneIndex index = OneIndex.on(new FullDisk.OnShelf(disk))) {
            assertThat(index.edit(0, new Stand(1, ""), put(ZEBRA))).isTrue();
            int failed = 0;
            for (long room = 0; room < 20_000 && index.stand().position() == 1; room += 97) {
                disk.leave(room);
                try {
                    index.edit(1, new Stand(2, ""), put(LION));
                } catch (IOException e) {
                    failed++;
                    assertThat(e).hasMessageContaining("no space left");
                    assertThat(index.stand().position()).isEqualTo(1);
                    assertThat(found(index, "zebras lions")).containsExactly("zebra");
                }
            }
            assertThat(failed).isPositive();
            assertThat(index.stand().position()).isEqualTo(2);
            assertThat(found(index, "zebras lions")).containsExactlyInAnyOrder("zebra", "lion");
        }
    }

    @Test
    void an_edit_that_fails_half_way_leaves_nothing() throws IOException {
        try (OneIndex index = OneIndex.on(new MemoryShelf())) {
            index.edit(0, new Stand(1, ""), put(ZEBRA));
            assertThatThrownBy(() -> index.edit(1, new Stand(2, ""), writer -> {
                        put(LION).write(writer);
                        throw new IOException("half way");
                    }))
                    .hasMessage("half way");
            assertThat(index.stand().position()).isEqualTo(1);
            assertThat(found(index, "zebras lions")).containsExactly("zebra");
        }
    }

    private static Edit put(SearchableArticle article) {
        return writer -> writer.updateDocuments(new Term(Field.ARTICLE, article.id()), ArticleDocuments.of(article));
    }

    private static List<String> found(OneIndex index, String text) throws IOException {
        return ids(index.look(searcher -> new Ranking(searcher).hits(everything(text))));
    }
}
