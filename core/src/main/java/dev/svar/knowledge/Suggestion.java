package dev.svar.knowledge;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question, what was suggested for it, and how it ended. One customer's question is one of these however often the
 * suggestions change while they type.
 *
 * @param id its id
 * @param tenant whose it is
 * @param version how often it was stored; 0 if not yet
 * @param askedAt when it was asked first
 * @param words what was asked last, at most {@value #MAX_WORDS} characters; empty if it was forgotten
 * @param locale its language, if known
 * @param by who asked, if known
 * @param shown the articles that were shown, the first ones first; at most {@value #MAX_SHOWN}
 * @param latest what was shown last, as it was shown, the first one first; at most {@value #MAX_SHOWN}
 * @param opened those of them that were opened, or were said to have answered before somebody asked all the same
 * @param votes whether they helped, for those about which something was said
 * @param solvedBy the article that answered it, if the customer said so and asked nobody
 * @param taught what that article learned from it, if it did
 * @param ticket the ticket that came of it all the same
 */
public record Suggestion(
        SuggestionId id,
        TenantId tenant,
        long version,
        Instant askedAt,
        String words,
        Optional<Locale> locale,
        Optional<ContactId> by,
        List<ArticleId> shown,
        List<ShownArticle> latest,
        Set<ArticleId> opened,
        Map<ArticleId, Boolean> votes,
        Optional<ArticleId> solvedBy,
        Optional<TaughtWords> taught,
        Optional<TicketId> ticket) {
    /** The most characters of the question that are kept. */
    public static final int MAX_WORDS = 1_000;

    /** The most articles of a question that are kept, over all that was shown while it was typed. */
    public static final int MAX_SHOWN = 50;

    /**
     * Checks and copies.
     *
     * @param id its id
     * @param tenant whose it is
     * @param version how often it was stored
     * @param askedAt when it was asked first
     * @param words what was asked last
     * @param locale its language, if known
     * @param by who asked, if known
     * @param shown the articles that were shown, the first ones first
     * @param latest what was shown last, as it was shown, the first one first
     * @param opened those of them that were opened
     * @param votes whether they helped, for those about which something was said
     * @param solvedBy the article that answered it
     * @param taught what that article learned from it
     * @param ticket the ticket that came of it all the same
     */
    public Suggestion {
        Check.range("suggestion.version", version, 0, Long.MAX_VALUE);
        Check.length("suggestion.words", words, MAX_WORDS);
        shown = List.copyOf(Check.size("suggestion.shown", shown, MAX_SHOWN));
        latest = List.copyOf(Check.size("suggestion.latest", latest, MAX_SHOWN));
        opened = Set.copyOf(opened);
        votes = Map.copyOf(votes);
    }

    /**
     * A question that was not stored yet.
     *
     * @param id its id
     * @param tenant whose it is
     * @param by who asks, if known
     * @param now when
     * @return the question, without words and suggestions
     */
    public static Suggestion begin(SuggestionId id, TenantId tenant, Optional<ContactId> by, Instant now) {
        return new Suggestion(
                id,
                tenant,
                0,
                now,
                "",
                Optional.empty(),
                by,
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** {@return whether nothing more can come of it: it was answered, or there is a ticket} */
    public boolean isOver() {
        return solvedBy.isPresent() || ticket.isPresent();
    }

    /**
     * The customer typed on and was shown something. Once the question is over what is typed is another one.
     *
     * @param text what is asked now; cut if it is long
     * @param language its language, if known
     * @param who who asks, if known; it is noted of a question that began before it was
     * @param articles what is shown now, the best first
     * @return one version on, or the same if nothing is new or the question is over
     */
    public Suggestion asked(
            String text, Optional<Locale> language, Optional<ContactId> who, List<ShownArticle> articles) {
        String said = Words.cut(text.strip(), MAX_WORDS);
        List<ArticleId> all = new ArrayList<>(shown);
        List<ShownArticle> now = articles.subList(0, Math.min(articles.size(), MAX_SHOWN));
        now.stream()
                .map(ShownArticle::article)
                .filter(article -> !all.contains(article) && all.size() < MAX_SHOWN)
                .forEach(all::add);
        Optional<ContactId> asker = by.or(() -> who);
        boolean nothingNew = version > 0 && now.equals(latest) && said.equals(words) && asker.equals(by);
        return isOver() || nothingNew
                ? this
                : new Suggestion(
                        id,
                        tenant,
                        version + 1,
                        askedAt,
                        said,
                        language,
                        asker,
                        all,
                        now,
                        opened,
                        votes,
                        solvedBy,
                        taught,
                        ticket);
    }

    /**
     * The customer opened an article.
     *
     * @param article one that was shown
     * @return one version on, or the same if it was opened before or never shown
     */
    public Suggestion opened(ArticleId article) {
        if (opened.contains(article) || !shown.contains(article)) {
            return this;
        }
        Set<ArticleId> all = new HashSet<>(opened);
        all.add(article);
        return new Suggestion(
                id,
                tenant,
                version + 1,
                askedAt,
                words,
                locale,
                by,
                shown,
                latest,
                all,
                votes,
                solvedBy,
                taught,
                ticket);
    }

    /**
     * The customer said whether an article helped; what they say later counts.
     *
     * @param article one that was shown
     * @param helped whether it did
     * @return one version on, or the same if that was said before or it was never shown
     */
    public Suggestion voted(ArticleId article, boolean helped) {
        if (!shown.contains(article) || Optional.of(helped).equals(Optional.ofNullable(votes.get(article)))) {
            return this;
        }
        Map<ArticleId, Boolean> all = new HashMap<>(votes);
        all.put(article, helped);
        return new Suggestion(
                id,
                tenant,
                version + 1,
                askedAt,
                words,
                locale,
                by,
                shown,
                latest,
                opened,
                all,
                solvedBy,
                taught,
                ticket);
    }

    /**
     * The customer said that an article answered the question.
     *
     * @param article one that was shown
     * @param words what it learned from that, if it did
     * @return one version on, or the same if it is over or the article was never shown
     */
    public Suggestion solved(ArticleId article, Optional<TaughtWords> words) {
        return isOver() || !shown.contains(article)
                ? this
                : new Suggestion(
                        id,
                        tenant,
                        version + 1,
                        askedAt,
                        this.words,
                        locale,
                        by,
                        shown,
                        latest,
                        opened,
                        votes,
                        Optional.of(article),
                        words,
                        ticket);
    }

    /**
     * What another question of the same person taught is from now on what this one did, which said the same again.
     *
     * @param words what was learned from the other one
     * @return one version on
     */
    public Suggestion teaching(TaughtWords words) {
        return new Suggestion(
                id,
                tenant,
                version + 1,
                askedAt,
                this.words,
                locale,
                by,
                shown,
                latest,
                opened,
                votes,
                solvedBy,
                Optional.of(words),
                ticket);
    }

    /**
     * The customer asked all the same, also after saying that something answered it.
     *
     * @param asked the ticket
     * @param requester who asks in it
     * @return one version on, or the same if there is a ticket already
     */
    public Suggestion askedAllTheSame(TicketId asked, ContactId requester) {
        if (ticket.isPresent()) {
            return this;
        }
        Set<ArticleId> all = new HashSet<>(opened);
        solvedBy.ifPresent(all::add);
        return new Suggestion(
                id,
                tenant,
                version + 1,
                askedAt,
                words,
                locale,
                Optional.of(requester),
                shown,
                latest,
                all,
                votes,
                Optional.empty(),
                Optional.empty(),
                Optional.of(asked));
    }

    /** {@return the same without the words and without who said them, one version on} */
    public Suggestion forgotten() {
        return new Suggestion(
                id,
                tenant,
                version + 1,
                askedAt,
                "",
                locale,
                Optional.empty(),
                shown,
                latest,
                opened,
                votes,
                solvedBy,
                Optional.empty(),
                ticket);
    }

    /** {@return which it is and how it ended, without what was asked} */
    @Override
    public String toString() {
        return "suggestion " + id + " v" + version + " of " + shown.size() + " articles";
    }
}
