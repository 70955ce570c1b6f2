package dev.svar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.AgentId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.ArticleRefusedException.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArticleLifecycleTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final AgentId LARS = new AgentId("lars");
    private static final AgentId BERIT = new AgentId("berit");
    private static final ArticleRules ANYBODY = ArticleRules.standard();
    private static final Locale BOKMAL = Locale.forLanguageTag("nb");

    private static Article draft() {
        ArticleText text = ArticleText.of(BOKMAL, "Betale med kort", "Slik gjør du.");
        ArticleId id = new ArticleId(new UUID(0, 1));
        return ArticleLifecycle.begin(Article.draft(id, TenantId.DEFAULT, "billing", text, LARS, NOW), LARS, NOW);
    }

    private static Article in(ArticleState state) {
        Article draft = draft();
        return state == ArticleState.DRAFT ? draft : ArticleLifecycle.move(draft, state, LARS, ANYBODY, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void from_each_state_lead_the_ways_that_are_told_and_no_other(ArticleState from) {
        Set<ArticleState> ways = switch (from) {
            case DRAFT -> Set.of(ArticleState.IN_REVIEW, ArticleState.PUBLISHED, ArticleState.RETIRED);
            case IN_REVIEW -> Set.of(ArticleState.DRAFT, ArticleState.PUBLISHED, ArticleState.RETIRED);
            case PUBLISHED -> Set.of(ArticleState.DRAFT, ArticleState.RETIRED);
            case RETIRED -> Set.of(ArticleState.DRAFT);
        };
        Article before = in(from);
        for (ArticleState to : ArticleState.values()) {
            if (ways.contains(to)) {
                Article after = ArticleLifecycle.move(before, to, BERIT, ANYBODY, LATER);
                assertThat(after.state()).isEqualTo(to);
                assertThat(after.version()).isEqualTo(before.version() + 1);
                assertThat(after.changedBy()).as("who wrote it").isEqualTo(LARS);
                assertThat(after.updatedAt()).isEqualTo(LATER);
            } else {
                assertRefused(before, to, BERIT, ANYBODY, Reason.NO_WAY);
            }
        }
    }

    private static void assertRefused(Article article, ArticleState to, AgentId by, ArticleRules rules, Reason reason) {
        assertThatThrownBy(() -> ArticleLifecycle.move(article, to, by, rules, LATER))
                .asInstanceOf(InstanceOfAssertFactories.type(ArticleRefusedException.class))
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.state()).isEqualTo(article.state());
                    assertThat(e.wanted()).isEqualTo(to);
                });
    }

    @Test
    void only_editors_publish_and_take_away_what_is_published() {
        ArticleRules rules = ANYBODY.editors(BERIT);
        assertRefused(in(ArticleState.DRAFT), ArticleState.PUBLISHED, LARS, rules, Reason.EDITORS_ONLY);
        assertRefused(in(ArticleState.PUBLISHED), ArticleState.DRAFT, LARS, rules, Reason.EDITORS_ONLY);
        assertRefused(in(ArticleState.DRAFT), ArticleState.RETIRED, LARS, rules, Reason.EDITORS_ONLY);
        assertThatThrownBy(() -> ArticleLifecycle.erase(draft(), LARS, rules, LATER))
                .isInstanceOf(ArticleRefusedException.class);
        assertThatThrownBy(() -> ArticleLifecycle.revise(in(ArticleState.PUBLISHED), draft(), LARS, rules, LATER))
                .isInstanceOf(ArticleRefusedException.class);

        assertThat(ArticleLifecycle.move(draft(), ArticleState.IN_REVIEW, LARS, rules, LATER)
                        .state())
                .isEqualTo(ArticleState.IN_REVIEW);
        assertThat(ArticleLifecycle.move(draft(), ArticleState.PUBLISHED, BERIT, rules, LATER)
                        .state())
                .isEqualTo(ArticleState.PUBLISHED);
    }

    @Test
    void where_four_eyes_are_asked_for_nobody_publishes_their_own_words() {
        ArticleRules rules = ANYBODY.withFourEyes();
        assertRefused(draft(), ArticleState.PUBLISHED, LARS, rules, Reason.OWN_WORK);
        Article published = ArticleLifecycle.move(draft(), ArticleState.PUBLISHED, BERIT, rules, LATER);

        assertThatThrownBy(() -> ArticleLifecycle.revise(
                        published, published.withText(BOKMAL, "Nytt", "Ny."), BERIT, rules, LATER))
                .isInstanceOf(ArticleRefusedException.class)
                .hasMessageContaining("somebody else");
    }

    @Test
    void what_changes_while_it_is_reviewed_is_a_draft_again_of_whoever_changed_it() {
        Article reviewed = in(ArticleState.IN_REVIEW);
        Article after =
                ArticleLifecycle.revise(reviewed, reviewed.withText(BOKMAL, "Nytt", "Ny."), BERIT, ANYBODY, LATER);
        assertThat(after.state()).isEqualTo(ArticleState.DRAFT);
        assertThat(after.changedBy()).isEqualTo(BERIT);

        Article published = in(ArticleState.PUBLISHED);
        assertThat(ArticleLifecycle.revise(published, published, BERIT, ANYBODY, LATER)
                        .state())
                .isEqualTo(ArticleState.PUBLISHED);
    }

    @Test
    void each_language_counts_its_own_versions() {
        Article both = draft().withText(Locale.ENGLISH, "Pay by card", "Like this.");
        Article changed = both.withText(BOKMAL, "Betale med kort", "Slik og slik.")
                .withText(Locale.ENGLISH, "Pay by card", "Like this.");

        assertThat(changed.texts()).extracting(ArticleText::version).containsExactly(2L, 1L);
        assertThat(changed.text(Locale.forLanguageTag("nb-NO")).locale()).isEqualTo(BOKMAL);
        assertThat(changed.text(Locale.UK).locale()).isEqualTo(Locale.ENGLISH);
        assertThat(changed.text(Locale.FRENCH).locale()).isEqualTo(BOKMAL);
    }

    @Test
    void a_section_of_two_lines_too_many_tags_and_a_language_twice_are_refused_by_name() {
        Article draft = draft();
        assertThatThrownBy(() -> draft.in("a\nb", Set.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("article.section");
        assertThatThrownBy(() -> ArticleText.of(BOKMAL, " ", "x"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("article.title");
        ArticleText text = draft.texts().get(0);
        assertThatThrownBy(() -> new Article(
                        draft.id(),
                        draft.tenant(),
                        0,
                        draft.state(),
                        draft.audience(),
                        "a",
                        Set.of(),
                        draft.facts(),
                        List.of(text, text),
                        draft.source(),
                        draft.reviewAt(),
                        LARS,
                        NOW,
                        NOW))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void whoever_belongs_to_a_narrower_audience_sees_the_wider_ones_too() {
        assertThat(ArticleAudience.PUBLIC.includes(ArticleAudience.AGENTS)).isTrue();
        assertThat(ArticleAudience.CUSTOMERS.includes(ArticleAudience.CUSTOMERS))
                .isTrue();
        assertThat(ArticleAudience.CUSTOMERS.includes(ArticleAudience.PUBLIC)).isFalse();
        assertThat(ArticleAudience.AGENTS.includes(ArticleAudience.CUSTOMERS)).isFalse();
    }
}
