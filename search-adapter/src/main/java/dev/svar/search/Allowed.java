package dev.svar.search;

import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleQuestion;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * What a reader may be shown, whatever it says. Only the few texts that fit are asked about; for whom and in which language each
 * is, is kept in memory, since even to prepare a query for that costs more than the answers.
 */
final class Allowed {
    private final View view;
    private final Set<String> audiences;
    private final Set<String> codes;
    private final Optional<Weight> facts;

    Allowed(View view, ArticleQuestion question, Chain chain) throws IOException {
        this.view = view;
        this.audiences = Arrays.stream(ArticleAudience.values())
                .filter(audience -> audience.includes(question.reader()))
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableSet());
        this.codes = question.languages().stream()
                .filter(language -> Chains.of(language) == chain)
                .map(Chains::code)
                .collect(Collectors.toUnmodifiableSet());
        this.facts = question.facts().isEmpty() ? Optional.empty() : Optional.of(weight(view.searcher(), question));
    }

    private static Weight weight(IndexSearcher searcher, ArticleQuestion question) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        question.facts().forEach((name, value) -> query.add(fits(name, value), Occur.FILTER));
        return searcher.createWeight(searcher.rewrite(query.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Either the article says nothing of it, or it says the same. */
    private static Query fits(String name, String value) {
        Query silent = new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(new TermQuery(new Term(Field.FACT_NAME, name)), Occur.MUST_NOT)
                .build();
        return new BooleanQuery.Builder()
                .add(silent, Occur.SHOULD)
                .add(new TermQuery(new Term(Field.FACT, name + '\u0000' + value)), Occur.SHOULD)
                .build();
    }

    In in(LeafReaderContext segment) throws IOException {
        return new In(segment);
    }

    /** Of one segment, whose documents are asked about in their order. */
    final class In {
        private final Optional<Bits> live;
        private final String[] audienceOf;
        private final String[] codeOf;
        private final Optional<DocIdSetIterator> fitting;

        private In(LeafReaderContext segment) throws IOException {
            this.live = Optional.ofNullable(segment.reader().getLiveDocs());
            this.audienceOf = view.values(segment.ord, Field.AUDIENCE);
            this.codeOf = view.values(segment.ord, Field.CODE);
            if (facts.isPresent()) {
                Scorer scorer = facts.get().scorer(segment);
                this.fitting = Optional.of(scorer == null ? DocIdSetIterator.empty() : scorer.iterator());
            } else {
                this.fitting = Optional.empty();
            }
        }

        boolean has(int document) throws IOException {
            return (live.isEmpty() || live.get().get(document))
                    && audiences.contains(audienceOf[document])
                    && (codes.isEmpty() || codes.contains(codeOf[document]))
                    && (fitting.isEmpty() || isAt(fitting.get(), document));
        }

        private static boolean isAt(DocIdSetIterator documents, int document) throws IOException {
            return documents.docID() == document
                    || (documents.docID() < document && documents.advance(document) == document);
        }
    }
}
