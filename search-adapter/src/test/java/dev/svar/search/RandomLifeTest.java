package dev.svar.search;

import static dev.svar.search.Library.TENANT;
import static dev.svar.search.Library.article;
import static dev.svar.search.Library.everything;
import static dev.svar.search.Library.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.SearchableArticle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that come, change and go at random, beside a plain map of them. */
final class RandomLifeTest {
    private static final int ARTICLES = 12;
    private static final int WORDS = 8;
    private static final int STEPS = 120;

    @TempDir
    private Path folder;

    private final Map<String, String> truth = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_is_found_is_what_is_there(long seed) {
        Random random = new Random(seed);
        LuceneArticleIndex index = LuceneArticleIndex.in(folder);
        for (int step = 0; step < STEPS; step++) {
            int dice = random.nextInt(20);
            if (dice == 0) {
                index.close();
                index = LuceneArticleIndex.in(folder);
            } else if (dice == 1) {
                index.rebuild(TENANT, articles(), index.position(TENANT) + 1);
            } else {
                take(index, random);
            }
            String word = word(random.nextInt(WORDS));
            Set<String> expected = new HashSet<>();
            truth.forEach((id, title) -> {
                if (List.of(title.split(" ", -1)).contains(word)) {
                    expected.add(id);
                }
            });
            assertThat(new HashSet<>(ids(index.find(everything(word).in(Locale.ROOT)))))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(expected);
        }
        index.close();
    }

    private void take(LuceneArticleIndex index, Random random) {
        Set<String> gone = new HashSet<>();
        Map<String, String> put = new HashMap<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            String id = "article " + random.nextInt(ARTICLES);
            if (random.nextInt(3) == 0) {
                gone.add(id);
            } else {
                put.put(id, word(random.nextInt(WORDS)) + " " + word(random.nextInt(WORDS)));
            }
        }
        gone.removeAll(put.keySet());
        truth.keySet().removeAll(gone);
        truth.putAll(put);
        List<SearchableArticle> found = new ArrayList<>();
        put.forEach((id, title) -> found.add(article(id, Locale.ROOT, title, "")));
        long at = index.position(TENANT);
        assertThat(index.take(TENANT, new ArticleChanges(at, at + 1, found, gone)))
                .isTrue();
    }

    private List<SearchableArticle> articles() {
        List<SearchableArticle> all = new ArrayList<>();
        truth.forEach((id, title) -> all.add(article(id, Locale.ROOT, title, "")));
        return all;
    }

    /** Words that have no piece in common. */
    private static String word(int number) {
        return String.valueOf((char) ('a' + number)).repeat(6);
    }

    @Test
    void whoever_looks_is_not_in_the_way_of_whoever_writes() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(3);
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            Library.put(index, article("stays", Locale.ROOT, "aaaaaa", ""));
            List<Future<Integer>> looks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                looks.add(readers.submit(() -> {
                    int count = 0;
                    for (; !done.get() || count == 0; count++) {
                        assertThat(ids(index.find(everything("aaaaaa")))).contains("stays");
                    }
                    return count;
                }));
            }
            for (int i = 0; i < 25; i++) {
                Library.put(index, article("comes", Locale.ROOT, "aaaaaa " + i, ""));
                index.rebuild(TENANT, List.of(article("stays", Locale.ROOT, "aaaaaa", "")), index.position(TENANT) + 1);
            }
            done.set(true);
            for (Future<Integer> look : looks) {
                assertThat(look.get(60, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            done.set(true);
            readers.shutdownNow();
        }
    }
}
