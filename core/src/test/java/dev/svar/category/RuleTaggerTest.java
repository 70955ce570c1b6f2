package dev.svar.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Tag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RuleTaggerTest {
    private static final Tag MOBILE = new Tag("mobile");
    private static final Tag VIP = new Tag("vip");

    private final RuleTagger tagger = RuleTagger.builder()
            .rule(VIP, "gold")
            .rule(MOBILE, "iPhone*", "android")
            .build();

    @Test
    void every_rule_of_which_a_word_occurs_gives_its_tag() {
        CategoryQuestion question =
                new CategoryQuestion("ANDROID app", "I have a gold plan", Channel.MAIL, Optional.empty());
        assertThat(tagger.tags(question)).containsExactly(new LikelyTag(VIP, 1), new LikelyTag(MOBILE, 1));
        assertThat(tagger.tags(CategoryQuestion.of("on my iphone13"))).containsExactly(new LikelyTag(MOBILE, 1));
        assertThat(tagger.tags(CategoryQuestion.of("golden"))).isEmpty();
    }

    @Test
    void a_categorizer_that_tags_has_the_tags_with_and_without_a_category() {
        Categorizer both =
                RuleCategorizer.builder().rule("billing", "invoice").build().tagging(tagger);
        CategoryAnswer known = both.categorize(CategoryQuestion.of("an invoice, android"));
        assertThat(known.category()).contains("billing");
        assertThat(known.tags()).containsExactly(new LikelyTag(MOBILE, 1));
        CategoryAnswer unknown = both.categorize(CategoryQuestion.of("my android"));
        assertThat(unknown.category()).isEmpty();
        assertThat(unknown.tags()).containsExactly(new LikelyTag(MOBILE, 1));
    }

    @Test
    void a_rule_that_cannot_match_is_refused() {
        RuleTagger.Builder builder = RuleTagger.builder();
        for (String[] words : List.of(new String[] {}, new String[] {"two words"}, new String[] {"*"})) {
            assertThatThrownBy(() -> builder.rule(VIP, words)).isInstanceOf(InvalidValueException.class);
        }
    }
}
