package dev.svar;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleLifecycle;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ArticleText;
import dev.svar.knowledge.SuggestionId;
import dev.svar.store.ArticleChange;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.Page;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The articles of a desk: written, reviewed, published and retired, suggested to whoever is about to ask, and what came of
 * that. Each change is one commit. Safe for use by any number of threads.
 */
public final class KnowledgeBase {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeBase.class);

    private final DeskSetup setup;
    private final MacroBook macros;
    private final TicketArticles tickets;
    private final ArticleFeed feed;
    private final Deflection deflection;
    private final ArticleLinks links;

    KnowledgeBase(DeskSetup setup, MacroBook macros, ArticleFeed feed, ArticleLinks links) {
        this.setup = setup;
        this.macros = macros;
        this.tickets = new TicketArticles(setup);
        this.feed = feed;
        this.deflection = new Deflection(setup);
        this.links = links;
    }

    /**
     * Begins an article, for agents until {@link Article#withAudience} says for whom else it is.
     *
     * @param by who writes it
     * @param section where it belongs
     * @param text what it says, in its first language
     * @return the draft
     */
    public Article draft(AgentId by, String section, ArticleText text) {
        Instant now = setup.now();
        ArticleId id = new ArticleId(setup.ids().get());
        return begin(Article.draft(id, setup.tenant(), section, text, by, now), by, now);
    }

    /**
     * Begins an article with the answer that solved a ticket: its last reply, without the names and addresses of its people,
     * other mail addresses, telephone numbers and links that are for one person; a blot stands where they stood. Other links
     * stay. It remembers the ticket. Somebody has to read it before it is published: no program knows all that tells whom a
     * text was written to.
     *
     * @param ticket which ticket
     * @param by who makes it
     * @param section where it belongs
     * @return the draft
     * @throws UnknownTicketException if there is no such ticket
     * @throws InvalidValueException if the ticket is not solved, or nobody replied
     */
    public Article fromTicket(TicketId ticket, AgentId by, String section) {
        Instant now = setup.now();
        return begin(tickets.draft(ticket, section, by, now), by, now);
    }

    private Article begin(Article draft, AgentId by, Instant now) {
        Article first = ArticleLifecycle.begin(draft, by, now);
        commit(ArticleChange.put(0, first));
        return first;
    }

    /**
     * Changes what an article says, for whom it is, where it belongs or when it is looked at again.
     *
     * @param by who changes it
     * @param article what was found, changed
     * @return the article as it is stored
     * @throws UnknownArticleException if there is no such article
     * @throws InvalidValueException if somebody changed it meanwhile
     * @throws dev.svar.knowledge.ArticleRefusedException if it is published and the rules do not let this agent change it
     */
    public Article save(AgentId by, Article article) {
        Article before = required(article.id());
        if (before.version() != article.version()) {
            throw changedMeanwhile();
        }
        Article after =
                ArticleLifecycle.revise(before, article, by, setup.knowledge().rules(), setup.now());
        commit(
                after.texts().containsAll(before.texts())
                        ? ArticleChange.put(before.version(), after)
                        : ArticleChange.rewritten(before.version(), after));
        return after;
    }

    /**
     * Moves an article on, as it stands.
     *
     * @param by who does
     * @param article which
     * @param to where it is to stand
     * @return the article as it is stored
     * @throws UnknownArticleException if there is no such article
     * @throws InvalidValueException if somebody changes it at the same time
     * @throws dev.svar.knowledge.ArticleRefusedException if no way leads there, or the rules do not let this agent go it
     */
    public Article move(AgentId by, ArticleId article, ArticleState to) {
        Article before = required(article);
        Article after = ArticleLifecycle.move(before, to, by, setup.knowledge().rules(), setup.now());
        commit(ArticleChange.put(before.version(), after));
        return after;
    }

    /**
     * Erases an article with all that it was, how it was asked for and what was counted; mostly {@link ArticleState#RETIRED}
     * is what is meant.
     *
     * @param by who does
     * @param article as it was found
     * @throws UnknownArticleException if there is no such article
     * @throws InvalidValueException if somebody changed it meanwhile
     * @throws dev.svar.knowledge.ArticleRefusedException if the rules do not let this agent take it away
     */
    public void erase(AgentId by, Article article) {
        Article before = required(article.id());
        Article last = ArticleLifecycle.erase(before, by, setup.knowledge().rules(), setup.now());
        if (before.version() != article.version()) {
            throw changedMeanwhile();
        }
        commit(new ArticleChange(before.version(), last, true));
    }

    private void commit(ArticleChange change) {
        Changes changes = Changes.builder(setup.tenant()).article(change).build();
        if (setup.store().commit(changes) != CommitResult.COMMITTED) {
            throw changedMeanwhile();
        }
        LOG.debug("{}", change.after());
    }

    private static InvalidValueException changedMeanwhile() {
        return new InvalidValueException("article", "was changed meanwhile, look at it again");
    }

    private Article required(ArticleId article) {
        return find(article).orElseThrow(() -> new UnknownArticleException(article));
    }

    /**
     * Finds an article, whatever its state.
     *
     * @param article its id
     * @return the article as it stands
     */
    public Optional<Article> find(ArticleId article) {
        return setup.store().article(setup.tenant(), article);
    }

    /**
     * What a reader gets to see, for the page behind {@link #link}; it is counted as looked at.
     *
     * @param article its id
     * @param reader who looks; the host has made sure of that
     * @return the article if it is published and the reader belongs to its audience
     */
    public Optional<Article> read(ArticleId article, ArticleAudience reader) {
        Optional<Article> found = find(article).filter(a -> isFor(a, reader));
        found.ifPresent(a -> setup.store().countArticle(setup.tenant(), article, ArticleCount.VIEW));
        return found;
    }

    static boolean isFor(Article article, ArticleAudience reader) {
        return article.state() == ArticleState.PUBLISHED && article.audience().includes(reader);
    }

    /**
     * Lists what an article was, the latest version first.
     *
     * @param article its id
     * @param before only versions before this one; {@link Long#MAX_VALUE} for all
     * @param limit the most, 1 to {@value Page#MAX_LIMIT}
     * @return the versions
     */
    public List<Article> versions(ArticleId article, long before, int limit) {
        return setup.store().articleVersions(setup.tenant(), article, before, checked(limit));
    }

    /**
     * Lists articles, what changed last first.
     *
     * @param state only those that stand there
     * @param section only those of this section; empty for all
     * @param after the last one of the page before; empty for the first page
     * @param limit the most, 1 to {@value Page#MAX_LIMIT}
     * @return the articles
     */
    public List<Article> list(ArticleState state, Optional<String> section, Optional<Article> after, int limit) {
        return setup.store().articles(setup.tenant(), state, section, after, checked(limit));
    }

    /**
     * Lists articles whose time has come to be looked at, whether they are still true.
     *
     * @param after the last one of the page before; empty for the first page
     * @param limit the most, 1 to {@value Page#MAX_LIMIT}
     * @return the articles, the longest due first
     */
    public List<Article> dueForReview(Optional<Article> after, int limit) {
        return setup.store().articlesToReview(setup.tenant(), setup.now(), after, checked(limit));
    }

    /**
     * Tells how often an article was looked at and what was said of it.
     *
     * @param article which
     * @return the counts
     */
    public ArticleCounts counts(ArticleId article) {
        return setup.store().articleCounts(setup.tenant(), Set.of(article)).getOrDefault(article, ArticleCounts.NONE);
    }

    /**
     * Tells how often articles were looked at and what was said of them.
     *
     * @param articles which, at most {@value Page#MAX_LIMIT}
     * @return the counts of each
     */
    public Map<ArticleId, ArticleCounts> counts(Set<ArticleId> articles) {
        Map<ArticleId, ArticleCounts> found =
                setup.store().articleCounts(setup.tenant(), Check.size("articles", articles, Page.MAX_LIMIT));
        return articles.stream().collect(Collectors.toMap(id -> id, id -> found.getOrDefault(id, ArticleCounts.NONE)));
    }

    /**
     * Makes a canned response for all agents that says what an article says, in all its languages: for answers that are given
     * to some customers and not shown to all.
     *
     * @param article which article
     * @param by who makes it
     * @param shortcut what agents type
     * @return the canned response, which is changed by itself from then on
     * @throws UnknownArticleException if there is no such article
     * @throws InvalidValueException if the shortcut is another's
     */
    public Macro cannedTwin(ArticleId article, AgentId by, String shortcut) {
        Article found = required(article);
        Map<Locale, String> texts = found.texts().stream()
                .collect(Collectors.toMap(ArticleText::locale, text -> ArticleLinks.liquid(text.body())));
        String title = found.texts().get(0).title();
        String name = title.length() <= Macro.MAX_NAME
                ? title
                : title.substring(0, Macro.MAX_NAME).strip();
        MacroId id = new MacroId(setup.ids().get());
        return macros.save(by, new Macro(id, 0, MacroScope.DESK, shortcut, name, texts, MacroActions.none()));
    }

    /**
     * The title of an article and a link to it, to be put into a reply. The page behind the link counts who comes by
     * {@link #read}. When the ticket is solved by then, its question becomes a phrasing of the article.
     *
     * @param article which article
     * @param ticket the ticket that is answered, whose language counts
     * @return two lines
     * @throws UnknownArticleException if there is no such article
     * @throws UnknownTicketException if there is no such ticket
     * @throws InvalidValueException if customers cannot read it, or the desk does not know where articles are read
     */
    public String link(ArticleId article, TicketId ticket) {
        return links.text(required(article), ticket);
    }

    /**
     * Brings the desk's own index of articles up to date, if it was given one: {@link HelpDesk#runDue} does so each time, so
     * this is for hosts that cannot wait, and for tests. Each node has an index of its own and reads the same changes, so
     * there is nothing to claim. An index that begins anew gets everything.
     *
     * @param limit the most changes to take in, from 1
     * @return how many were taken in
     * @throws dev.svar.knowledge.SearchIndexException if the index cannot be written now
     */
    public int index(int limit) {
        return feed.run((int) Check.range("limit", limit, 1, Integer.MAX_VALUE));
    }

    /**
     * Looks for articles that answer what somebody is about to ask, while they type: to be called again as they go on, with
     * the id that the first call gave, so that all of it is one question. Articles that are not published any more or are not
     * for this reader are left out whatever the index holds.
     *
     * @param question what was typed so far
     * @param going the question that it belongs to; empty for a new one
     * @param by who asks, if the host knows
     * @return what to show
     * @throws InvalidValueException if the question is to another tenant
     * @throws dev.svar.knowledge.SearchIndexException if the index cannot be read now
     */
    public Suggested suggest(ArticleQuestion question, Optional<SuggestionId> going, Optional<ContactId> by) {
        return deflection.suggest(question, going, by);
    }

    /**
     * Somebody opened an article that was suggested; it is counted as looked at, the first time.
     *
     * @param suggestion for which question
     * @param article which article
     */
    public void opened(SuggestionId suggestion, ArticleId article) {
        deflection.opened(suggestion, article);
    }

    /**
     * Somebody said that an article that was suggested answered the question. Their words become one of its phrasings.
     *
     * @param suggestion for which question
     * @param article which article
     * @return whether that is news: no if the question is over, unknown, or the article was never shown for it
     */
    public boolean solved(SuggestionId suggestion, ArticleId article) {
        return deflection.solved(suggestion, article);
    }

    /**
     * Somebody said whether an article that was suggested helped. Of what they say again about the same the question keeps the
     * last, and each is counted.
     *
     * @param suggestion for which question
     * @param article which article
     * @param helped whether it did
     */
    public void voted(SuggestionId suggestion, ArticleId article, boolean helped) {
        deflection.voted(suggestion, article, helped);
    }

    /**
     * Somebody on the page of an article said whether it helped; each time is counted, so the host asks each reader once.
     *
     * @param article which article
     * @param helped whether it did
     * @return whether there is such an article
     */
    public boolean voted(ArticleId article, boolean helped) {
        boolean there = find(article).isPresent();
        if (there) {
            setup.store().countArticle(setup.tenant(), article, Deflection.vote(helped));
        }
        return there;
    }

    /**
     * What came of suggesting, of the questions that were asked in a time.
     *
     * @param from the beginning, inclusive
     * @param to the end, exclusive
     * @return the report
     */
    public DeflectionReport report(Instant from, Instant to) {
        return deflection.report(from, to);
    }

    /**
     * What was asked often in a time though no article answered it: questions for which nothing was found, or that became a
     * ticket all the same. Questions that have most of their words in common are one.
     *
     * @param from the beginning, inclusive
     * @param to the end, exclusive
     * @param limit the most, 1 to {@value Page#MAX_LIMIT}
     * @return the missing articles that would help most first
     */
    public List<MissingArticle> missing(Instant from, Instant to, int limit) {
        return deflection.missing(from, to, checked(limit));
    }

    /**
     * Forgets what somebody asked: their phrasings of articles, and their words in questions for which articles were
     * suggested. Looks through all articles; indexes follow with the next {@link #index}. To be called when a person is
     * erased.
     *
     * @param contact who, under all ids that they had
     * @return how many phrasings and questions were forgotten
     */
    public int forget(ContactId contact) {
        return deflection.forget(new Survivors(setup).ids(contact));
    }

    private static int checked(int limit) {
        return (int) Check.range("limit", limit, 1, Page.MAX_LIMIT);
    }
}
