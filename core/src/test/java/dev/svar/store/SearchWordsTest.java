package dev.svar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.NavigableSet;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchWordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`Får ikke betalt!`, `betalt får ikke`",
                "`kort, KORT; Kort.`, `kort`",
                "`ref 2026-10042/b`, `10042 2026 b ref`",
                "`ﬁnne ½ ｋａｎａ`, `1 2 finne kana`",
                "`ΟΔΟΣ οδος`, `οδοσ`",
                "`DİL dil`, `dil`",
                "`𐐀𐐨`, `𐐨𐐨`",
                "`e\u0301`, `é`",
                "`हिन्दी में`, `में हिन्दी`",
                "`日本語テスト`, `スト テス ト 日本 本語 語テ`",
                "`iPhone14が壊れた。2026年`, `2026 iphone14 が壊 た れた 壊れ 年`",
                "`カード`, `カー ド ード`",
                "`สวัสดี`, `ดี วัส สดี สวั`",
                "`한국어 도움`, `도움 한국어`",
                "`J\u030C \u01F0 !\u030C`, `\u01F0`",
                "`... !?`, ``",
            })
    void a_text_is_cut_into_its_words_without_case_or_punctuation(String text, String words) {
        assertThat(String.join(" ", SearchWords.of(text.replace("\\u0301", "\u0301"))))
                .isEqualTo(words);
    }

    @Test
    void the_words_are_the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(SearchWords.of("TITLE Iı")).containsExactly("ii", "title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_long_word_counts_by_its_beginning() {
        assertThat(SearchWords.of("x".repeat(1000))).containsExactly("x".repeat(SearchWords.MAX_WORD_LENGTH));
        assertThat(SearchWords.of("x".repeat(SearchWords.MAX_WORD_LENGTH - 1) + "𐐀")
                        .first())
                .isEqualTo("x".repeat(SearchWords.MAX_WORD_LENGTH - 1));
        assertThat(SearchWords.asked("語" + "本日".repeat(500))).containsExactly("語" + "本日".repeat(11) + "本");
        assertThat(SearchWords.of("สว" + "ั".repeat(1000) + "ส"))
                .allMatch(word -> word.length() <= SearchWords.MAX_WORD_LENGTH);
    }

    @Test
    void what_stands_together_without_spaces_is_asked_for_by_all_of_its_pairs() {
        assertThat(SearchWords.asked("日本語、SIMカードの")).containsExactly("sim", "カードの", "日本語");
        assertThat(SearchWords.beginnings("日本語")).containsExactly("日本", "本語");
        assertThat(SearchWords.beginnings("語")).containsExactly("語");
        assertThat(SearchWords.beginnings("sim")).containsExactly("sim");
    }

    @Test
    void a_long_text_is_found_by_its_first_words() {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 100_000; line++) {
            text.append("error ").append(100_000 + line).append("\n");
        }
        SortedSet<String> words = SearchWords.of(text.toString());

        assertThat(words)
                .hasSize(SearchWords.MAX_WORDS)
                .contains("error", "109998")
                .doesNotContain("109999");
    }

    @Test
    void the_words_of_words_are_the_same_words() {
        long seed = 20261203;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x250 : 0x11000));
            }
            SortedSet<String> words = SearchWords.asked(text.toString());

            assertThat(SearchWords.asked(String.join(" ", words)))
                    .as("seed %d, text %d", seed, i)
                    .isEqualTo(words);
            NavigableSet<String> found = SearchWords.of(text.toString());
            assertThat(words)
                    .as("seed %d, text %d", seed, i)
                    .allSatisfy(word -> assertThat(SearchWords.beginnings(word))
                            .allMatch(part -> found.ceiling(part) != null
                                    && found.ceiling(part).startsWith(part)));
        }
    }
}
