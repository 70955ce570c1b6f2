package dev.svar.search;

import static dev.svar.search.Library.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.KnownText;
import dev.svar.knowledge.SimilarText;
import dev.svar.knowledge.TextChanges;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LuceneTextIndexTest {
    private static final List<KnownText> TICKETS = List.of(
            new KnownText("card", "My card was refused when I paid"),
            new KnownText("kort", "Kortet mitt ble avvist da jeg skulle betale"),
            new KnownText("parcel", "Where is my parcel? It should have been here on Monday"),
            new KnownText("pakke", "Hvor er pakken min? Den skulle vært her på mandag"),
            new KnownText("login", "I cannot sign in any more"));

    @TempDir
    private Path folder;

    private static LuceneTextIndex filled() {
        LuceneTextIndex index = LuceneTextIndex.inMemory();
        index.take(TENANT, new TextChanges(0, 1, TICKETS, Set.of()));
        return index;
    }

    @ParameterizedTest
    @CsvSource({
        "card refused again, card",
        "kort avvist i dag, kort",
        "the parcel is not here, parcel",
        "pakker som skulle kommet mandag, pakke",
        "cannot sgin in, login",
    })
    void the_likest_is_first_in_every_language(String text, String id) {
        try (LuceneTextIndex index = filled()) {
            assertThat(index.like(TENANT, text, 3))
                    .first()
                    .extracting(SimilarText::id)
                    .isEqualTo(id);
        }
    }

    @Test
    void the_same_text_is_wholly_like_itself_and_others_less() {
        try (LuceneTextIndex index = filled()) {
            List<SimilarText> like = index.like(TENANT, "MY CARD was refused, when I paid!", 5);
            assertThat(like.get(0).likeness()).isEqualTo(1, within(0.001));
            assertThat(like).isSortedAccordingTo((a, b) -> Double.compare(b.likeness(), a.likeness()));
            assertThat(like.get(1).likeness()).isBetween(0.0, 0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?!", "xyzzy", "\u0000\uD800"})
    void what_has_nothing_in_common_has_nothing_like_it(String text) {
        try (LuceneTextIndex index = filled()) {
            assertThat(index.like(TENANT, text, 5)).isEmpty();
        }
    }

    @Test
    void some_texts_are_compared_as_if_all_were_and_no_others() {
        try (LuceneTextIndex index = filled()) {
            index.take(
                    TENANT, new TextChanges(1, 2, List.of(new KnownText("later", "My card, again")), Set.of("kort")));
            List<SimilarText> all = index.like(TENANT, "my card was refused again", 5);
            assertThat(all).extracting(SimilarText::id).contains("card", "later");

            assertThat(index.like(TENANT, "my card was refused again", Set.of("later", "card", "kort", "nobody's")))
                    .isEqualTo(all.stream()
                            .filter(similar -> Set.of("card", "later").contains(similar.id()))
                            .toList());
            assertThat(index.like(TENANT, "my card", Set.of("login"))).isEmpty();
            assertThat(index.like(TENANT, "", Set.of("card"))).isEmpty();
            assertThat(index.like(TENANT, "my card", Set.of())).isEmpty();
            assertThat(index.like(new TenantId("other"), "my card", Set.of("card")))
                    .isEmpty();
        }
    }

    @Test
    void a_tenant_finds_its_own_texts_only() {
        try (LuceneTextIndex index = filled()) {
            assertThat(index.like(new TenantId("other"), "my card was refused", 5))
                    .isEmpty();
        }
    }

    @Test
    void texts_change_and_go() {
        try (LuceneTextIndex index = filled()) {
            KnownText changed = new KnownText("card", "Zebras are striped");
            assertThat(index.take(TENANT, new TextChanges(1, 2, List.of(changed), Set.of("login"))))
                    .isTrue();
            assertThat(index.take(TENANT, new TextChanges(1, 2, TICKETS, Set.of())))
                    .isFalse();
            assertThat(index.like(TENANT, "zebras", 5))
                    .extracting(SimilarText::id)
                    .containsExactly("card");
            assertThat(index.like(TENANT, "sign in", 5)).isEmpty();
            index.rebuild(TENANT, List.of(new KnownText("lion", "Lions are not striped")), 9);
            assertThat(index.like(TENANT, "striped", 5))
                    .extracting(SimilarText::id)
                    .containsExactly("lion");
            assertThat(index.position(TENANT)).isEqualTo(9);
            assertThat(index.mark(TENANT)).isEmpty();
        }
    }

    @Test
    void what_was_taken_is_there_after_a_restart() {
        try (LuceneTextIndex index = LuceneTextIndex.in(folder)) {
            assertThat(index.mark(TENANT)).isEmpty();
            index.take(TENANT, new TextChanges(0, 1, TICKETS, Set.of(), "a mark"));
        }
        try (LuceneTextIndex index = LuceneTextIndex.in(folder)) {
            assertThat(index.position(TENANT)).isEqualTo(1);
            assertThat(index.mark(TENANT)).isEqualTo("a mark");
            assertThat(index.like(TENANT, "parcel", 1))
                    .extracting(SimilarText::id)
                    .containsExactly("parcel");
        }
    }

    @Test
    void a_megabyte_is_compared_by_its_beginning() {
        try (LuceneTextIndex index = filled()) {
            List<KnownText> long_ = new ArrayList<>();
            long_.add(new KnownText("long", "The invoice is wrong. " + "x y z ".repeat(200_000)));
            index.take(TENANT, new TextChanges(1, 2, long_, Set.of()));
            assertThat(index.like(TENANT, "The invoice is wrong. " + "a b c ".repeat(200_000), 1))
                    .extracting(SimilarText::id)
                    .containsExactly("long");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void a_limit_that_makes_no_sense_is_refused(int limit) {
        try (LuceneTextIndex index = filled()) {
            assertThatThrownBy(() -> index.like(TENANT, "card", limit))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("from 1 to 100");
        }
    }
}
