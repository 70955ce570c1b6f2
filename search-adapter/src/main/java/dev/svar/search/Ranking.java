package dev.svar.search;

import dev.svar.knowledge.ArticleHit;
import dev.svar.knowledge.ArticleQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Ranks articles for a question: each text by its words, the best of them by their best passage as well. Each language is
 * ranked by itself, since only there scores compare; what is found in several is merged by confidence.
 */
final class Ranking {
    /** How many texts are looked at for their passages. */
    private static final int CANDIDATES = 30;

    private final IndexSearcher searcher;

    Ranking(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<ArticleHit> hits(ArticleQuestion question) throws IOException {
        List<ArticleHit> hits = new ArrayList<>();
        Set<Chain> chains = chains(question);
        for (Chain chain : chains) {
            hits.addAll(hits(question, chain));
        }
        if (chains.size() > 1) {
            hits.sort(Comparator.comparingDouble(ArticleHit::confidence).reversed());
        }
        Set<String> seen = new HashSet<>();
        return hits.stream()
                .filter(hit -> hit.confidence() >= question.sureness())
                .filter(hit -> seen.add(hit.article()))
                .limit(question.limit())
                .toList();
    }

    private Set<Chain> chains(ArticleQuestion question) throws IOException {
        Set<Chain> chains = new LinkedHashSet<>();
        question.languages().forEach(language -> chains.add(Chains.of(language)));
        if (chains.isEmpty()) {
            chains.addAll(Chains.all());
        }
        Set<Chain> used = new LinkedHashSet<>();
        for (Chain chain : chains) {
            if (searcher.getIndexReader().getDocCount(Field.ANY.in(chain)) > 0) {
                used.add(chain);
            }
        }
        return used;
    }

    private List<ArticleHit> hits(ArticleQuestion question, Chain chain) throws IOException {
        QuestionWords words = QuestionWords.of(searcher.getIndexReader(), chain, question.text());
        if (words.words().isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = candidates(question, chain, words);
        Confidence confidence = new Confidence(searcher, chain, words, candidates);
        List<ArticleHit> hits = new ArrayList<>();
        for (int i = 0; i < Math.min(question.limit(), candidates.size()); i++) {
            hits.add(Shown.hit(searcher, candidates.get(i), confidence.of(i)));
        }
        return hits;
    }

    private List<Candidate> candidates(ArticleQuestion question, Chain chain, QuestionWords words)
            throws IOException {
        Sought sought = new Sought(chain, words);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(sought.texts(), Occur.MUST);
        if (!question.page().isBlank()) {
            Sought.addPage(query, chain, QuestionWords.of(searcher.getIndexReader(), chain, question.page()));
        }
        Allowed.addTo(query, question, chain);
        ScoreDoc[] found = searcher.search(query.build(), Math.max(CANDIDATES, question.limit())).scoreDocs;
        List<String> texts = new ArrayList<>();
        for (ScoreDoc document : found) {
            texts.add(text(document.doc));
        }
        BestPassages passages = new BestPassages();
        BooleanQuery.Builder within = new BooleanQuery.Builder();
        within.add(sought.passages(), Occur.MUST);
        within.add(new TermInSetQuery(Field.TEXT, texts.stream().map(BytesRef::new).toList()), Occur.FILTER);
        searcher.search(within.build(), passages);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            BestPassages.Passage passage = passages.of(texts.get(i));
            candidates.add(new Candidate(
                    found[i].doc, texts.get(i), found[i].score + passage.score(), passage.document()));
        }
        candidates.sort(
                Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::text));
        return candidates;
    }

    private String text(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedDocValues texts = DocValues.getSorted(leaf.reader(), Field.TEXT);
        texts.advanceExact(document - leaf.docBase);
        return texts.lookupOrd(texts.ordValue()).utf8ToString();
    }
}
