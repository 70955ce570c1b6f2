package dev.svar.search;

import static dev.svar.search.Library.article;
import static dev.svar.search.Library.everything;
import static dev.svar.search.Library.ids;
import static dev.svar.search.Library.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmallWordsTest {
    @ParameterizedTest
    @CsvSource({
        "en, how, invoice",
        "nb, hvordan, faktura",
        "nn, korleis, faktura",
        "sv, hur, faktura",
        "da, hvor, faktura",
        "fi, on, lasku",
        "hu, hogy, számla",
        "ru, как, счёт",
        "de, wie, rechnung",
    })
    void each_language_knows_its_small_words(String language, String small, String telling) {
        Chain chain = Chains.of(Locale.forLanguageTag(language));
        assertThat(chain.isSmall(small)).isTrue();
        assertThat(chain.isSmall(telling)).isFalse();
    }

    @Test
    void in_bodies_they_count_less_than_rarer_words_even_where_few_texts_have_them() {
        try (LuceneArticleIndex index = LuceneArticleIndex.inMemory()) {
            put(
                    index,
                    article("small", Locale.ENGLISH, "", "Tell us how can I help somebody there"),
                    article("right", Locale.ENGLISH, "", "Companies pay invoices by card or by transfer"),
                    article("other", Locale.ENGLISH, "", "Every parcel has a number for its whole way"));
            assertThat(ids(index.find(everything("how can I pay invoices.").in(Locale.ENGLISH))))
                    .containsExactly("right", "small");
        }
    }
}
