package dev.svar.knowledge;

import dev.svar.contact.AgentId;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that is written down once for many. What of it changes when, and by whom, is the matter of
 * {@link ArticleLifecycle}.
 *
 * @param id its id
 * @param tenant whose it is
 * @param version how often it was stored; 0 if not yet
 * @param state where it stands
 * @param audience for whom it is
 * @param section where it belongs, for example {@code billing/cards}; one line of at most {@value #MAX_SECTION} characters
 * @param tags words that people find it by; at most {@value #MAX_TAGS}
 * @param facts for what it holds, for example {@code product} to {@code mobile, web}: who asks about another product is not
 *     shown it; at most {@value SearchableArticle#MAX_LABELS}
 * @param texts what it says, each language once; from one to {@value #MAX_TEXTS}
 * @param source the ticket whose answer it was made of, if any
 * @param reviewAt when somebody should look whether it is still true
 * @param changedBy who wrote what it says now
 * @param createdAt when it was first stored
 * @param updatedAt when it changed last
 */
public record Article(
        ArticleId id,
        TenantId tenant,
        long version,
        ArticleState state,
        ArticleAudience audience,
        String section,
        Set<Tag> tags,
        Map<String, Set<String>> facts,
        List<ArticleText> texts,
        Optional<TicketId> source,
        Optional<Instant> reviewAt,
        AgentId changedBy,
        Instant createdAt,
        Instant updatedAt) {
    /** The most characters of a section. */
    public static final int MAX_SECTION = 100;

    /** The most tags. */
    public static final int MAX_TAGS = 40;

    /** The most languages. */
    public static final int MAX_TEXTS = 50;

    /**
     * Checks and copies.
     *
     * @param id its id
     * @param tenant whose it is
     * @param version how often it was stored
     * @param state where it stands
     * @param audience for whom it is
     * @param section where it belongs
     * @param tags words that people find it by
     * @param facts for what it holds
     * @param texts what it says, each language once
     * @param source the ticket whose answer it was made of, if any
     * @param reviewAt when somebody should look whether it is still true
     * @param changedBy who wrote what it says now
     * @param createdAt when it was first stored
     * @param updatedAt when it changed last
     */
    public Article {
        Check.range("article.version", version, 0, Long.MAX_VALUE);
        Check.line("article.section", section, MAX_SECTION);
        tags = Set.copyOf(Check.size("article.tags", tags, MAX_TAGS));
        facts = FactValues.copyOf("article.facts", facts);
        texts = List.copyOf(Check.size("article.texts", texts, MAX_TEXTS));
        if (texts.isEmpty()) {
            throw new InvalidValueException("article.texts", "are none, an article must say something");
        }
        if (texts.stream().map(ArticleText::locale).distinct().count() < texts.size()) {
            throw new InvalidValueException("article.texts", "name a language twice");
        }
    }

    /**
     * A new article for agents: it is for others as soon as somebody says so.
     *
     * @param id its id
     * @param tenant whose it is
     * @param section where it belongs
     * @param text what it says, in its first language
     * @param by who writes it
     * @param now when
     * @return a draft that is not stored yet
     */
    public static Article draft(
            ArticleId id, TenantId tenant, String section, ArticleText text, AgentId by, Instant now) {
        return new Article(
                id,
                tenant,
                0,
                ArticleState.DRAFT,
                ArticleAudience.AGENTS,
                section,
                Set.of(),
                Map.of(),
                List.of(text),
                Optional.empty(),
                Optional.empty(),
                by,
                now,
                now);
    }

    /**
     * What somebody reads: the text in exactly that language, then one of the same language, then the first.
     *
     * @param locale the reader's
     * @return the text
     */
    public ArticleText text(Locale locale) {
        return texts.stream()
                .filter(text -> text.locale().equals(locale))
                .findFirst()
                .or(() -> texts.stream()
                        .filter(text -> text.locale().getLanguage().equals(locale.getLanguage()))
                        .findFirst())
                .orElse(texts.get(0));
    }

    /**
     * Says something else in a language, or in another language as well.
     *
     * @param locale the language
     * @param title what it answers
     * @param body the answer
     * @return the article with that text, one version of it on; the same if it says so already
     */
    public Article withText(Locale locale, String title, String body) {
        List<ArticleText> all = new ArrayList<>(texts);
        for (int i = 0; i < all.size(); i++) {
            ArticleText before = all.get(i);
            if (before.locale().equals(locale)) {
                boolean same = before.title().equals(title) && before.body().equals(body);
                all.set(i, same ? before : new ArticleText(locale, before.version() + 1, title, body));
                return withTexts(all);
            }
        }
        all.add(ArticleText.of(locale, title, body));
        return withTexts(all);
    }

    private Article withTexts(List<ArticleText> all) {
        return new Article(
                id, tenant, version, state, audience, section, tags, facts, all, source, reviewAt, changedBy, createdAt,
                updatedAt);
    }

    /**
     * For another audience.
     *
     * @param other for whom
     * @return the article
     */
    public Article withAudience(ArticleAudience other) {
        return new Article(
                id, tenant, version, state, other, section, tags, facts, texts, source, reviewAt, changedBy, createdAt,
                updatedAt);
    }

    /**
     * In another section, with other tags.
     *
     * @param other where it belongs
     * @param words words that people find it by
     * @return the article
     */
    public Article in(String other, Set<Tag> words) {
        return new Article(
                id, tenant, version, state, audience, other, words, facts, texts, source, reviewAt, changedBy,
                createdAt, updatedAt);
    }

    /**
     * For some products, plans or whatever else the host tells customers apart by.
     *
     * @param others for what it holds; none for everything
     * @return the article
     */
    public Article holdingFor(Map<String, Set<String>> others) {
        return new Article(
                id, tenant, version, state, audience, section, tags, others, texts, source, reviewAt, changedBy,
                createdAt, updatedAt);
    }

    /**
     * To be looked at again.
     *
     * @param at when; empty for never
     * @return the article
     */
    public Article reviewedAt(Optional<Instant> at) {
        return new Article(
                id, tenant, version, state, audience, section, tags, facts, texts, source, at, changedBy, createdAt,
                updatedAt);
    }

    /**
     * Made of a ticket's answer.
     *
     * @param ticket which ticket
     * @return the article
     */
    public Article from(TicketId ticket) {
        return new Article(
                id,
                tenant,
                version,
                state,
                audience,
                section,
                tags,
                facts,
                texts,
                Optional.of(ticket),
                reviewAt,
                changedBy,
                createdAt,
                updatedAt);
    }

    /** As it is stored next. */
    Article next(ArticleState to, AgentId by, Instant created, Instant now) {
        return new Article(
                id, tenant, version + 1, to, audience, section, tags, facts, texts, source, reviewAt, by, created, now);
    }

    /** {@return which it is and where it stands, without what it says} */
    @Override
    public String toString() {
        return "article " + id + " v" + version + " " + state;
    }
}
