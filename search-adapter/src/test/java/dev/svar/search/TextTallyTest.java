package dev.svar.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.knowledge.KnownText;
import dev.svar.knowledge.SimilarText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTallyTest {
    private static final int TEXTS = 3_000;
    private static final int WORDS = 400;
    private static final int EDITS = 9;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_best_are_those_of_adding_up_everything(long seed) throws IOException {
        Random random = new Random(seed);
        try (OneIndex index = OneIndex.on(new MemoryShelf())) {
            index.replace(new Stand(0, ""), writer -> {
                for (int i = 0; i < TEXTS; i++) {
                    LuceneTextIndex.put(writer, new KnownText("text " + i, text(random)));
                }
            });
            for (int edit = 0; edit < EDITS; edit++) {
                index.edit(edit, new Stand(edit + 1, ""), writer -> {
                    for (int i = 0; i < 1 + random.nextInt(200); i++) {
                        LuceneTextIndex.put(writer, new KnownText("text " + random.nextInt(TEXTS), text(random)));
                    }
                });
            }
            for (int question = 0; question < 60; question++) {
                String asked = text(random);
                List<SimilarText> everything = like(index, asked, Integer.MAX_VALUE);
                for (int limit : List.of(1, 2, 10, 100)) {
                    assertThat(like(index, asked, limit))
                            .as("seed %d, question %d, limit %d", seed, question, limit)
                            .isEqualTo(everything.subList(0, Math.min(limit, everything.size())));
                }
            }
        }
    }

    private static List<SimilarText> like(OneIndex index, String asked, int limit) throws IOException {
        return index.look(view -> new TextRanking(view).like(asked, limit));
    }

    /** Of one word to thirty, a few of them common and most of them rare, some twice; short texts are often the same. */
    private static String text(Random random) {
        List<String> words = new ArrayList<>();
        int length = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 1 + random.nextInt(30);
        for (int i = 0; i < length; i++) {
            int number = (int) Math.pow(WORDS, random.nextDouble());
            words.add(Integer.toString(number * 7919, Character.MAX_RADIX));
        }
        return String.join(" ", words);
    }
}
