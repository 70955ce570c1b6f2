package dev.svar.benchmarks;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.ArticleChanges;
import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleQuestion;
import dev.svar.knowledge.SearchableArticle;
import dev.svar.search.LuceneArticleIndex;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a suggestion costs among 1,000 articles, and what it costs to take a changed one; look at p0.95. Beside it plain Lucene:
 * BM25 over the same words, and over words and pieces.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class SuggestionBenchmark {
    private static final int ARTICLES = 1_000;
    private static final int QUESTIONS = 2_000;

    /** One with few forms of words and one with many, whose words are looked for by their pieces too. */
    @Param({"en", "nb"})
    public String language = "en";

    private LuceneArticleIndex index = LuceneArticleIndex.inMemory();
    private Locale locale = Locale.ENGLISH;
    private Optional<PlainLucene> words = Optional.empty();
    private Optional<PlainLucene> pieces = Optional.empty();
    private List<SearchableArticle> articles = List.of();
    private List<String> questions = List.of();
    private int next;

    @Setup
    public void index() throws IOException {
        locale = Locale.forLanguageTag(language);
        SampleArticles sample = new SampleArticles();
        articles = sample.articles(ARTICLES, locale);
        questions = sample.questions(QUESTIONS);
        index = LuceneArticleIndex.inMemory();
        index.rebuild(TenantId.DEFAULT, articles, 1);
        words = Optional.of(plain(false));
        pieces = Optional.of(plain(true));
    }

    private PlainLucene plain(boolean withPieces) throws IOException {
        List<Map<String, String>> texts =
                articles.stream().map(PlainParts::texts).toList();
        return PlainLucene.of(PlainParts.ofArticles(locale, withPieces), texts);
    }

    @Benchmark
    public List<ArticleHit> suggest() {
        next = (next + 1) % questions.size();
        return index.find(
                ArticleQuestion.of(TenantId.DEFAULT, questions.get(next)).in(locale));
    }

    @Benchmark
    public List<String> plainLucene() {
        next = (next + 1) % questions.size();
        return words.orElseThrow().find(questions.get(next));
    }

    @Benchmark
    public List<String> plainLuceneWithPieces() {
        next = (next + 1) % questions.size();
        return pieces.orElseThrow().find(questions.get(next));
    }

    @Benchmark
    public boolean takeAChangedArticle() {
        next = (next + 1) % articles.size();
        long at = index.position(TenantId.DEFAULT);
        return index.take(TenantId.DEFAULT, new ArticleChanges(at, at + 1, List.of(articles.get(next)), Set.of()));
    }

    @TearDown
    public void close() throws IOException {
        index.close();
        words.orElseThrow().close();
        pieces.orElseThrow().close();
    }
}
