package dev.svar.search;

import static dev.svar.search.Library.TENANT;

import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.SearchableArticle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A process that indexes an article after the other, and says so after each, until it is killed. */
final class Indexing {
    private static final int REBUILD_EVERY = 7;

    private Indexing() {}

    public static void main(String[] arguments) {
        try (LuceneArticleIndex index = LuceneArticleIndex.in(Path.of(arguments[0]))) {
            for (long at = index.position(TENANT); ; at++) {
                if (at % REBUILD_EVERY == 0) {
                    List<SearchableArticle> all = new ArrayList<>();
                    for (long i = 1; i <= at + 1; i++) {
                        all.add(numbered(i));
                    }
                    index.rebuild(TENANT, all, at + 1);
                } else {
                    index.take(TENANT, new ArticleChanges(at, at + 1, List.of(numbered(at + 1)), Set.of()));
                }
                System.out.println(at + 1);
            }
        }
    }

    private static SearchableArticle numbered(long number) {
        return Library.article("article " + number, Locale.ENGLISH, "number" + number, "Striped zebras.");
    }
}
