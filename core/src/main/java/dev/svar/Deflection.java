package dev.svar;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentState;
import dev.svar.category.CategoryQuestion;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.ArticleStandings;
import dev.svar.knowledge.ChangedArticle;
import dev.svar.knowledge.Phrasing;
import dev.svar.knowledge.Phrasings;
import dev.svar.knowledge.QuestionCredits;
import dev.svar.knowledge.ShownArticle;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.knowledge.TaughtWords;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.Page;
import dev.svar.store.PhrasingsChange;
import dev.svar.store.SuggestionChange;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Suggests articles, keeps what comes of it, and learns from it. */
final class Deflection {
    private static final Logger LOG = LoggerFactory.getLogger(Deflection.class);

    /** Articles come whole, with all their texts. */
    private static final int ARTICLES_AT_ONCE = 100;

    private final DeskSetup setup;

    Deflection(DeskSetup setup) {
        this.setup = setup;
    }

    Suggested suggest(ArticleQuestion question, Optional<SuggestionId> going, Optional<ContactId> by) {
        if (!question.tenant().equals(setup.tenant())) {
            throw new InvalidValueException("question.tenant", "is not that of this desk");
        }
        Instant now = setup.now();
        Optional<Locale> language = question.languages().stream()
                .findFirst()
                .or(() -> setup.languages().detect(question.text()));
        List<SuggestedArticle> articles = ranked(setup.knowledge().search().stream()
                .flatMap(search -> search.find(question).stream())
                .flatMap(hit -> article(hit, question).stream())
                .toList());
        List<ShownArticle> shown = articles.stream()
                .map(found -> ShownArticle.of(found.article().id(), found.confidence()))
                .toList();
        SuggestionId id = Attempts.untilDecided("keeping a suggestion", () -> {
            Suggestion before = going.flatMap(this::find)
                    .filter(suggestion -> !suggestion.isOver())
                    .orElseGet(
                            () -> Suggestion.begin(new SuggestionId(setup.ids().get()), setup.tenant(), by, now));
            return commit(before, before.asked(question.text(), language, by, shown))
                    ? Optional.of(before.id())
                    : Optional.empty();
        });
        return new Suggested(id, articles, incidents(question, language));
    }

    /**
     * The index may be behind the store, or another desk's. Of an article that changed since nothing is shown: its old passage
     * may be what was taken out of it.
     */
    private Optional<SuggestedArticle> article(ArticleHit hit, ArticleQuestion question) {
        return id(hit.article())
                .flatMap(id -> setup.store().article(setup.tenant(), id))
                .filter(article -> article.version() == hit.version())
                .filter(article -> KnowledgeBase.isFor(article, question.reader()))
                .map(article ->
                        new SuggestedArticle(article, article.text(hit.language()), hit.passage(), hit.confidence()));
    }

    private List<SuggestedArticle> ranked(List<SuggestedArticle> found) {
        if (found.size() < 2) {
            return found;
        }
        Set<ArticleId> ids = found.stream().map(one -> one.article().id()).collect(Collectors.toSet());
        Map<ArticleId, ArticleCredit> credits = setup.store().articleCounts(setup.tenant(), ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, counted -> counted.getValue().credit()));
        return ArticleStandings.ranked(found, one -> one.article().id(), SuggestedArticle::confidence, credits);
    }

    private static Optional<ArticleId> id(String text) {
        try {
            return Optional.of(new ArticleId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Those that go on, but for one that is about another category than the question. */
    private List<Incident> incidents(ArticleQuestion question, Optional<Locale> language) {
        List<Incident> open =
                setup.store().incidents(setup.tenant(), IncidentState.OPEN, Optional.empty(), Incident.MAX_RECOGNIZED);
        if (open.isEmpty()) {
            return open;
        }
        Optional<String> category = setup.knowledge()
                .categorizer()
                .flatMap(categorizer -> categorizer
                        .categorize(new CategoryQuestion(
                                "", question.text(), Channel.HOST, language, Optional.empty(), List.of()))
                        .category());
        return open.stream()
                .filter(incident -> incident.match().category().isEmpty()
                        || category.isEmpty()
                        || incident.match().category().equals(category))
                .limit(Suggested.MAX_INCIDENTS)
                .toList();
    }

    private Optional<Suggestion> find(SuggestionId id) {
        return setup.store().suggestion(setup.tenant(), id);
    }

    private boolean commit(Suggestion before, Suggestion after) {
        return before.version() == after.version()
                || setup.store().commit(changes(before, after).build()) == CommitResult.COMMITTED;
    }

    /** What came of a question, and what its articles are credited with for that. */
    private Changes.Builder changes(Suggestion before, Suggestion after) {
        Changes.Builder changes = Changes.builder(setup.tenant());
        add(changes, before, after);
        return changes;
    }

    private static void add(Changes.Builder changes, Suggestion before, Suggestion after) {
        changes.suggestion(new SuggestionChange(before.version(), after));
        QuestionCredits.between(before, after).forEach(changes::credit);
    }

    void opened(SuggestionId id, ArticleId article) {
        if (change(id, suggestion -> suggestion.opened(article))) {
            setup.store().countArticle(setup.tenant(), article, ArticleCount.VIEW);
        }
    }

    void voted(SuggestionId id, ArticleId article, boolean helped) {
        if (change(id, suggestion -> suggestion.voted(article, helped))) {
            setup.store().countArticle(setup.tenant(), article, vote(helped));
        }
    }

    static ArticleCount vote(boolean helped) {
        return helped ? ArticleCount.HELPFUL : ArticleCount.UNHELPFUL;
    }

    /** Whether it changed anything; of an unknown question it does not. */
    private boolean change(SuggestionId id, UnaryOperator<Suggestion> change) {
        return Attempts.untilDecided("changing a suggestion", () -> {
            Optional<Suggestion> before = find(id);
            Optional<Suggestion> after = before.map(change).filter(changed -> !changed.equals(before.get()));
            if (after.isEmpty()) {
                return Optional.of(false);
            }
            return commit(before.get(), after.get()) ? Optional.of(true) : Optional.empty();
        });
    }

    boolean solved(SuggestionId id, ArticleId article) {
        Instant now = setup.now();
        return Attempts.untilDecided("keeping what solved a question", () -> {
            Optional<Suggestion> found = find(id);
            if (found.isEmpty() || found.get().solved(article, Optional.empty()).equals(found.get())) {
                return Optional.of(false);
            }
            Suggestion before = found.get();
            Changes.Builder changes = Changes.builder(setup.tenant());
            String words = new Traces(setup, asker(before), Set.of()).cutFrom(before.words());
            Optional<TaughtWords> taught = learn(changes, article, words, before.locale(), before.by(), now);
            add(changes, before, before.solved(article, taught));
            return setup.store().commit(changes.build()) == CommitResult.COMMITTED
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    /**
     * A ticket comes of a question all the same, to be stored with it; what the question taught is taken back, unless its asker
     * was helped by the same article when they said the same again, which was not counted.
     */
    void askedAllTheSame(Changes.Builder changes, SuggestionId id, TicketId ticket, ContactId requester) {
        Optional<Suggestion> found =
                find(id).filter(question -> question.ticket().isEmpty());
        if (found.isEmpty()) {
            return;
        }
        Suggestion before = found.get();
        add(changes, before, before.askedAllTheSame(ticket, requester));
        before.taught()
                .ifPresent(
                        taught -> before.solvedBy().ifPresent(article -> takeBack(changes, before, taught, article)));
    }

    private void takeBack(Changes.Builder changes, Suggestion before, TaughtWords taught, ArticleId article) {
        Optional<Suggestion> again = saidAgain(before, taught);
        if (again.isPresent()) {
            changes.suggestion(
                    new SuggestionChange(again.get().version(), again.get().teaching(taught)));
            return;
        }
        Phrasings known = setup.store().phrasings(setup.tenant(), article);
        known.takenBack(taught).ifPresent(after -> changes.phrasings(new PhrasingsChange(known.version(), after)));
    }

    private Optional<Suggestion> saidAgain(Suggestion before, TaughtWords taught) {
        Traces traces = new Traces(setup, asker(before), Set.of());
        return before.by().stream()
                .flatMap(who -> setup.store().suggestionsBy(setup.tenant(), who, Page.MAX_LIMIT).stream())
                .filter(other -> !other.id().equals(before.id())
                        && other.taught().isEmpty()
                        && other.solvedBy().equals(before.solvedBy())
                        && other.locale().equals(before.locale()))
                .filter(other -> taught.areLike(traces.cutFrom(other.words())))
                .findFirst();
    }

    private List<Contact> asker(Suggestion suggestion) {
        return suggestion.by().flatMap(id -> setup.store().contact(setup.tenant(), id)).stream()
                .toList();
    }

    /** Adds a phrasing to the changes, if the article is there and the words are some; gives what is new in it. */
    Optional<TaughtWords> learn(
            Changes.Builder changes,
            ArticleId id,
            String words,
            Optional<Locale> language,
            Optional<ContactId> by,
            Instant now) {
        Optional<Article> article = setup.store().article(setup.tenant(), id);
        if (article.isEmpty() || words.isBlank()) {
            return Optional.empty();
        }
        Phrasings before = setup.store().phrasings(setup.tenant(), id);
        // Under a language that the article has: what browsers claim is without number.
        Locale locale = language.map(article.get()::text)
                .orElse(article.get().texts().get(0))
                .locale();
        changes.phrasings(new PhrasingsChange(before.version(), before.learned(locale, words, by, now)));
        return by.filter(who -> before.isSaidAgain(locale, words, who)).isPresent()
                ? Optional.empty()
                : Optional.of(new TaughtWords(locale, words));
    }

    DeflectionReport report(Instant from, Instant to) {
        DeflectionTally tally = new DeflectionTally();
        boolean complete = eachOf(from, to, tally::add);
        return tally.report(complete);
    }

    List<MissingArticle> missing(Instant from, Instant to, int limit) {
        MissingArticles missing = new MissingArticles();
        eachOf(from, to, missing::add);
        return missing.most(limit);
    }

    /** Whether all were looked at. */
    private boolean eachOf(Instant from, Instant to, Consumer<Suggestion> taker) {
        Optional<Suggestion> last = Optional.empty();
        for (int seen = 0; seen < DeflectionReport.MAX_QUESTIONS; seen += Page.MAX_LIMIT) {
            List<Suggestion> page = setup.store().suggestions(setup.tenant(), from, to, last, Page.MAX_LIMIT);
            page.forEach(taker);
            if (page.size() < Page.MAX_LIMIT) {
                return true;
            }
            last = Optional.of(page.get(page.size() - 1));
        }
        return setup.store().suggestions(setup.tenant(), from, to, last, 1).isEmpty();
    }

    int forget(Set<ContactId> people) {
        int forgotten = people.stream().mapToInt(this::forgetQuestions).sum();
        forgotten += forgetPhrasings(
                phrasing -> phrasing.by().filter(people::contains).isPresent());
        LOG.debug("forgot {} phrasings and questions", forgotten);
        return forgotten;
    }

    /**
     * Forgets what holds words that are taken out of a message: questions of people and what was learned from them.
     *
     * @param people who may have said them, under all ids that they had
     * @param which whether a question is to be forgotten
     * @param taught whether words that somebody of them said are to be forgotten
     * @param anybodys whether words are to be forgotten of which nobody knows who said them
     */
    void forget(
            Set<ContactId> people,
            Predicate<Suggestion> which,
            Predicate<Phrasing> taught,
            Predicate<Phrasing> anybodys) {
        for (ContactId person : people) {
            setup.store().suggestionsBy(setup.tenant(), person, Page.MAX_LIMIT).stream()
                    .filter(which)
                    .forEach(question -> change(question.id(), Suggestion::forgotten));
        }
        // Afterwards, since what a question taught before it was forgotten is there by now.
        forgetPhrasings(phrasing -> phrasing.by()
                .map(who -> people.contains(who) && taught.test(phrasing))
                .orElseGet(() -> anybodys.test(phrasing)));
    }

    private int forgetPhrasings(Predicate<Phrasing> which) {
        int forgotten = 0;
        long place = 0;
        List<ChangedArticle> page = setup.store().changedArticles(setup.tenant(), place, ARTICLES_AT_ONCE);
        while (!page.isEmpty()) {
            for (ChangedArticle article : page) {
                place = article.place();
                forgotten += article.phrasings().without(which).isPresent() ? forget(article.id(), which) : 0;
            }
            page = setup.store().changedArticles(setup.tenant(), place, ARTICLES_AT_ONCE);
        }
        return forgotten;
    }

    private int forget(ArticleId article, Predicate<Phrasing> which) {
        return Attempts.untilDecided("forgetting phrasings", () -> {
            Phrasings before = setup.store().phrasings(setup.tenant(), article);
            Optional<Phrasings> after = before.without(which);
            if (after.isEmpty()) {
                return Optional.of(0);
            }
            Changes changes = Changes.builder(setup.tenant())
                    .phrasings(new PhrasingsChange(before.version(), after.get()))
                    .build();
            return setup.store().commit(changes) == CommitResult.COMMITTED
                    ? Optional.of(before.all().size() - after.get().all().size())
                    : Optional.empty();
        });
    }

    private int forgetQuestions(ContactId person) {
        int forgotten = 0;
        List<Suggestion> some = setup.store().suggestionsBy(setup.tenant(), person, Page.MAX_LIMIT);
        while (!some.isEmpty()) {
            for (Suggestion question : some) {
                forgotten += change(question.id(), Suggestion::forgotten) ? 1 : 0;
            }
            some = setup.store().suggestionsBy(setup.tenant(), person, Page.MAX_LIMIT);
        }
        return forgotten;
    }
}
