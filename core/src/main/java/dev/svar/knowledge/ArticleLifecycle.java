package dev.svar.knowledge;

import dev.svar.contact.AgentId;
import dev.svar.knowledge.ArticleRefusedException.Reason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How an article may change. Pure: no clock, no store. */
public final class ArticleLifecycle {
    private static final Map<ArticleState, Set<ArticleState>> WAYS = Map.of(
            ArticleState.DRAFT, EnumSet.of(ArticleState.IN_REVIEW, ArticleState.PUBLISHED, ArticleState.RETIRED),
            ArticleState.IN_REVIEW, EnumSet.of(ArticleState.DRAFT, ArticleState.PUBLISHED, ArticleState.RETIRED),
            ArticleState.PUBLISHED, EnumSet.of(ArticleState.DRAFT, ArticleState.RETIRED),
            ArticleState.RETIRED, EnumSet.of(ArticleState.DRAFT));

    private ArticleLifecycle() {}

    /**
     * An article goes somewhere else. From a draft to a review and back, from either to be published, from everywhere to be
     * retired; what is published or retired begins again as a draft.
     *
     * @param article as it stands
     * @param to where it is to stand
     * @param by who moves it
     * @param rules who may
     * @param now when
     * @return the article as it is to be stored, one version on
     * @throws ArticleRefusedException if no way leads there, or not for this agent
     */
    public static Article move(Article article, ArticleState to, AgentId by, ArticleRules rules, Instant now) {
        if (!WAYS.getOrDefault(article.state(), Set.of()).contains(to)) {
            throw new ArticleRefusedException(article.id(), article.state(), to, Reason.NO_WAY);
        }
        boolean shows = to == ArticleState.PUBLISHED || article.state() == ArticleState.PUBLISHED;
        if ((shows || to == ArticleState.RETIRED) && !rules.mayEdit(by)) {
            throw new ArticleRefusedException(article.id(), article.state(), to, Reason.EDITORS_ONLY);
        }
        if (to == ArticleState.PUBLISHED
                && rules.fourEyes()
                && article.changedBy().equals(by)) {
            throw new ArticleRefusedException(article.id(), article.state(), to, Reason.OWN_WORK);
        }
        return article.next(to, article.changedBy(), article.createdAt(), now);
    }

    /**
     * An article says something else, is for others, or has another section. It stays where it stands, but for one that is
     * in review: that is a draft again, for what was read is not what it says now.
     *
     * @param before as it stands
     * @param wanted what it is to be; its state and what the desk itself keeps are not looked at
     * @param by who changes it
     * @param rules who may
     * @param now when
     * @return the article as it is to be stored, one version on
     * @throws ArticleRefusedException if it is published and the rules do not let this agent publish, or nobody alone
     */
    public static Article revise(Article before, Article wanted, AgentId by, ArticleRules rules, Instant now) {
        if (before.state() == ArticleState.PUBLISHED) {
            Reason reason = rules.mayEdit(by) ? Reason.OWN_WORK : Reason.EDITORS_ONLY;
            if (rules.fourEyes() || reason == Reason.EDITORS_ONLY) {
                throw new ArticleRefusedException(before.id(), before.state(), before.state(), reason);
            }
        }
        ArticleState then = before.state() == ArticleState.IN_REVIEW ? ArticleState.DRAFT : before.state();
        return wanted.next(then, by, before.createdAt(), now);
    }

    /**
     * An article ends, with all that it was.
     *
     * @param article as it stands
     * @param by who ends it
     * @param rules who may
     * @param now when
     * @return its last version, which nobody reads
     * @throws ArticleRefusedException if the rules do not let this agent take articles away
     */
    public static Article erase(Article article, AgentId by, ArticleRules rules, Instant now) {
        if (!rules.mayEdit(by)) {
            throw new ArticleRefusedException(article.id(), article.state(), ArticleState.RETIRED, Reason.EDITORS_ONLY);
        }
        return article.next(ArticleState.RETIRED, article.changedBy(), article.createdAt(), now);
    }

    /**
     * A new article.
     *
     * @param draft what it is to be
     * @param by who wrote it
     * @param now when
     * @return the draft as it is to be stored first
     */
    public static Article begin(Article draft, AgentId by, Instant now) {
        return draft.next(ArticleState.DRAFT, by, now, now);
    }
}
