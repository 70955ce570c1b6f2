package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final String LETTERS = "ab 写";

    @Test
    void phrases_are_found_where_a_search_for_each_of_them_finds_one() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<String> list = random.ints(random.nextInt(6), 1, 5)
                    .mapToObj(length -> text(random, length))
                    .toList();
            Phrases phrases = new Phrases(list);
            String words = text(random, random.nextInt(9));
            int at = random.nextInt(words.length() + 1);
            String about = "seed " + seed + ": " + list + " in '" + words + "' at " + at;
            assertThat(phrases.has(words)).as(about).isEqualTo(list.contains(words));
            assertThat(phrases.has(words, 0, at)).as(about).isEqualTo(list.contains(words.substring(0, at)));
            assertThat(phrases.isIn(words)).as(about).isEqualTo(list.stream().anyMatch(words::contains));
            assertThat(phrases.isAt(words, at))
                    .as(about)
                    .isEqualTo(list.stream().anyMatch(phrase -> words.startsWith(phrase, at)));
            assertThat(phrases.isAt(words, at, end -> end == words.length()))
                    .as(about)
                    .isEqualTo(list.contains(words.substring(at)));
            assertThat(phrases.endAt(words, at))
                    .as(about)
                    .isEqualTo(list.stream()
                            .anyMatch(phrase -> words.substring(0, at).endsWith(phrase)));
        }
    }

    @Test
    void a_text_may_begin_with_a_phrase_until_its_letters_lead_nowhere() {
        Phrases phrases = new Phrases(List.of("sent from", "get"));
        for (String may : List.of("Sent from", "SENT*from", "s", "sé", "Getting", "", "- sent", "été")) {
            assertThat(phrases.mayBegin(may, 0, may.length())).as(may).isTrue();
        }
        for (String not : List.of("Sending", "hello", "Gas", "SENTFROM")) {
            assertThat(phrases.mayBegin(not, 0, not.length())).as(not).isFalse();
        }
        assertThat(new Phrases(List.of("")).mayBegin("hello", 0, 5)).isTrue();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
