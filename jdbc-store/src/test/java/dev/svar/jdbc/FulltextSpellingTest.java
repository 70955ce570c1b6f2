package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TenantId;
import dev.svar.store.SearchWords;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FulltextSpellingTest {
    private static final int MAX_TOKEN = 84;

    @Test
    void words_are_spelled_in_letters_that_no_server_cuts() {
        assertThat(FulltextIndex.spelled("kort2026")).isEqualTo("kort2026");
        assertThat(FulltextIndex.spelled("får")).isEqualTo("fA3hr");
        TenantMark mark = TenantMark.of(new TenantId("t"));
        String longest = mark.before(FulltextIndex.spelled("\uFFDC".repeat(SearchWords.MAX_WORD_LENGTH)));
        assertThat(longest).hasSizeLessThanOrEqualTo(MAX_TOKEN).matches("[0-9A-Za-z]+");
    }

    @Test
    void no_two_words_are_spelled_alike_and_beginnings_stay_beginnings() {
        long seed = 20261125;
        Random random = new Random(seed);
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x180 : 0x11000));
            }
            for (String word : SearchWords.of(text.toString())) {
                String spelled = FulltextIndex.spelled(word);
                assertThat(words.putIfAbsent(spelled, word))
                        .as("seed %d, text %d", seed, i)
                        .isIn(null, word);
                int cut = random.nextInt(word.length() + 1);
                assertThat(spelled)
                        .as("seed %d, text %d", seed, i)
                        .matches("[0-9A-Za-z]+")
                        .startsWith(FulltextIndex.spelled(word.substring(0, cut)));
            }
        }
    }
}
