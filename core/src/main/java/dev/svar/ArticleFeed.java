package dev.svar;

import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.ArticleIndex;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ArticleText;
import dev.svar.knowledge.ChangedArticle;
import dev.svar.knowledge.Phrasing;
import dev.svar.knowledge.SearchIndexException;
import dev.svar.knowledge.SearchableArticle;
import dev.svar.knowledge.SearchableText;
import dev.svar.ticket.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds this node's index of articles from what changed in the store. */
final class ArticleFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleFeed.class);

    /** How many articles are read at a time: a long one has a hundred thousand characters in each language. */
    private static final int PAGE = 100;

    private static final Comparator<Phrasing> BEST_FIRST = Comparator.comparingLong(Phrasing::times)
            .thenComparing(Phrasing::lastAt)
            .reversed();

    private final DeskSetup setup;
    private final IndexMarks marks;

    ArticleFeed(DeskSetup setup) {
        this.setup = setup;
        this.marks = new IndexMarks(setup, IndexMarks.ARTICLES);
    }

    /** The same among other due work, which does not wait for an index that cannot be written. */
    void runBesideOthers(int limit) {
        try {
            run(limit);
        } catch (SearchIndexException e) {
            LOG.warn("the index of articles stays behind: {}", e.reason(), e);
        }
    }

    int run(int limit) {
        return setup.knowledge().index().map(index -> feed(index, limit)).orElse(0);
    }

    private int feed(ArticleIndex index, int limit) {
        int taken = 0;
        long after = place(index);
        while (taken < limit) {
            List<ChangedArticle> changed =
                    setup.store().changedArticles(setup.tenant(), after, Math.min(PAGE, limit - taken));
            if (changed.isEmpty() || !index.take(setup.tenant(), changes(after, changed))) {
                return taken;
            }
            taken += changed.size();
            after = changed.get(changed.size() - 1).place();
        }
        return taken;
    }

    /** How far the index got, unless it holds what the store does not have. */
    private long place(ArticleIndex index) {
        long place = index.position(setup.tenant());
        if (place == 0 || marks.has(index.mark(setup.tenant()))) {
            return place;
        }
        LOG.warn("the index of articles was fed from another store, or before this one was restored, and begins anew");
        index.rebuild(setup.tenant(), List.of(), 0);
        return 0;
    }

    private ArticleChanges changes(long after, List<ChangedArticle> changed) {
        List<SearchableArticle> found = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        for (ChangedArticle one : changed) {
            one.article()
                    .filter(article -> article.state() == ArticleState.PUBLISHED)
                    .ifPresentOrElse(
                            article -> found.add(
                                    searchable(article, one.phrasings().all())),
                            () -> gone.add(one.id().toString()));
        }
        long last = changed.get(changed.size() - 1).place();
        return new ArticleChanges(after, last, found, gone, marks.covering(last, last));
    }

    private static SearchableArticle searchable(Article article, List<Phrasing> phrasings) {
        Set<String> labels = article.tags().stream().map(Tag::value).collect(Collectors.toCollection(HashSet::new));
        labels.add(article.section());
        return new SearchableArticle(
                article.id().toString(),
                article.version(),
                article.audience(),
                labels,
                article.facts(),
                article.texts().stream()
                        .map(text -> searchable(article, text, phrasings))
                        .toList());
    }

    /** Who asks in a language that the article does not have is shown what it has, and so are the words. */
    private static SearchableText searchable(Article article, ArticleText text, List<Phrasing> phrasings) {
        return new SearchableText(
                text.locale(),
                text.title(),
                text.body(),
                phrasings.stream()
                        .filter(phrasing -> article.text(phrasing.locale()).equals(text))
                        .sorted(BEST_FIRST)
                        .limit(SearchableText.MAX_PHRASINGS)
                        .map(Phrasing::words)
                        .toList());
    }
}
