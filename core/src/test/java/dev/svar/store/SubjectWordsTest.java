package dev.svar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubjectWordsTest {
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
                "`สวัสดี`, `สวัสดี`",
                "`J\u030C \u01F0 !\u030C`, `\u01F0`",
                "`... !?`, ``",
            })
    void a_text_is_cut_into_its_words_without_case_or_punctuation(String text, String words) {
        assertThat(String.join(" ", SubjectWords.of(text.replace("\\u0301", "\u0301"))))
                .isEqualTo(words);
    }

    @Test
    void the_words_are_the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(SubjectWords.of("TITLE Iı")).containsExactly("ii", "title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_long_word_counts_by_its_beginning() {
        assertThat(SubjectWords.of("x".repeat(1000))).containsExactly("x".repeat(SubjectWords.MAX_WORD_LENGTH));
        assertThat(SubjectWords.of("x".repeat(SubjectWords.MAX_WORD_LENGTH - 1) + "𐐀")
                        .first())
                .isEqualTo("x".repeat(SubjectWords.MAX_WORD_LENGTH - 1));
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
            SortedSet<String> words = SubjectWords.of(text.toString());

            assertThat(SubjectWords.of(String.join(" ", words)))
                    .as("seed %d, text %d", seed, i)
                    .isEqualTo(words);
        }
    }
}
