package dev.svar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.ContactId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PhrasingsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final ContactId KARI = new ContactId(new UUID(0, 1));
    private static final ContactId OLA = new ContactId(new UUID(0, 2));
    private static final Phrasings NONE = Phrasings.none(new ArticleId(new UUID(0, 3)));
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");

    @Test
    void the_same_words_in_another_case_are_counted_and_are_those_of_who_said_them_last() {
        Phrasings twice = NONE.learned(BOKMAL, "Kortet virker ikke!", Optional.of(KARI), NOW)
                .learned(BOKMAL, " kortet  VIRKER ikke", Optional.of(OLA), NOW.plusSeconds(1));

        assertThat(twice.version()).isEqualTo(2);
        assertThat(twice.all())
                .containsExactly(new Phrasing(BOKMAL, "kortet  VIRKER ikke", Optional.of(OLA), 2, NOW.plusSeconds(1)));
        assertThat(twice.learned(Locale.ENGLISH, "kortet virker ikke", Optional.of(OLA), NOW)
                        .all())
                .hasSize(2);
    }

    @Test
    void who_says_the_same_again_counts_once() {
        Phrasings again = NONE.learned(BOKMAL, "Kortet?", Optional.of(KARI), NOW)
                .learned(BOKMAL, "kortet", Optional.of(KARI), NOW.plusSeconds(1));

        assertThat(again.all())
                .containsExactly(new Phrasing(BOKMAL, "kortet", Optional.of(KARI), 1, NOW.plusSeconds(1)));
        Phrasings nobody =
                NONE.learned(BOKMAL, "kortet", Optional.empty(), NOW).learned(BOKMAL, "kortet", Optional.empty(), NOW);
        assertThat(nobody.all()).extracting(Phrasing::times).containsExactly(2L);
    }

    @Test
    void of_too_many_the_one_goes_that_was_said_least_often_and_longest_ago() {
        Phrasings all = NONE.learned(BOKMAL, "first", Optional.of(KARI), NOW)
                .learned(BOKMAL, "first", Optional.of(OLA), NOW)
                .learned(Locale.ENGLISH, "english", Optional.of(KARI), NOW);
        for (int i = 0; i < Phrasings.MAX_OF_A_LANGUAGE; i++) {
            all = all.learned(BOKMAL, "word " + i, Optional.of(KARI), NOW.plusSeconds(i));
        }

        assertThat(all.all()).extracting(Phrasing::words).contains("first", "english", "word 1", "word 19");
        assertThat(all.all()).extracting(Phrasing::words).doesNotContain("word 0");
        assertThat(all.all()).hasSize(Phrasings.MAX_OF_A_LANGUAGE + 1);
    }

    @Test
    void long_words_are_cut_between_characters() {
        String words = "a" + "🙂".repeat(Phrasing.MAX_WORDS);
        String kept =
                NONE.learned(BOKMAL, words, Optional.empty(), NOW).all().get(0).words();

        assertThat(kept).hasSize(Phrasing.MAX_WORDS - 1).endsWith("🙂");
    }

    @Test
    void what_somebody_takes_back_was_said_once_less_and_what_others_said_stays() {
        Phrasings all = NONE.learned(BOKMAL, "Kortet?", Optional.of(KARI), NOW)
                .learned(BOKMAL, "kortet", Optional.of(OLA), NOW)
                .learned(BOKMAL, "Vipps", Optional.of(OLA), NOW);
        Phrasings once = all.takenBack(new TaughtWords(BOKMAL, "KORTET ")).orElseThrow();

        assertThat(once.version()).isEqualTo(all.version() + 1);
        assertThat(once.all())
                .containsExactlyInAnyOrder(
                        new Phrasing(BOKMAL, "kortet", Optional.of(OLA), 1, NOW),
                        new Phrasing(BOKMAL, "Vipps", Optional.of(OLA), 1, NOW));
        assertThat(once.takenBack(new TaughtWords(BOKMAL, "Kortet?"))
                        .orElseThrow()
                        .all())
                .extracting(Phrasing::words)
                .containsExactly("Vipps");
        assertThat(all.takenBack(new TaughtWords(Locale.ENGLISH, "kortet"))).isEmpty();
        assertThat(all.isSaidAgain(BOKMAL, "kortet!", OLA)).isTrue();
        assertThat(all.isSaidAgain(BOKMAL, "kortet!", KARI)).isFalse();
        assertThat(all.isSaidAgain(Locale.ENGLISH, "kortet!", OLA)).isFalse();
    }

    @Test
    void what_somebody_said_is_forgotten_and_nothing_else() {
        Phrasings all = NONE.learned(BOKMAL, "hers", Optional.of(KARI), NOW)
                .learned(BOKMAL, "his", Optional.of(OLA), NOW)
                .learned(BOKMAL, "somebody's", Optional.empty(), NOW);

        assertThat(all.without(Set.of(KARI)).orElseThrow().all())
                .extracting(Phrasing::words)
                .containsExactlyInAnyOrder("his", "somebody's");
        assertThat(all.without(Set.of(new ContactId(new UUID(0, 9))))).isEmpty();
    }
}
