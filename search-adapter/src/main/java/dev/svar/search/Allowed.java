package dev.svar.search;

import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleQuestion;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What a reader may be shown, whatever it says. */
final class Allowed {
    private Allowed() {}

    static Query to(ArticleQuestion question, Chain chain) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        List<String> audiences = Arrays.stream(ArticleAudience.values())
                .filter(audience -> audience.includes(question.reader()))
                .map(Enum::name)
                .toList();
        query.add(oneOf(Field.AUDIENCE, audiences), Occur.FILTER);
        if (!question.languages().isEmpty()) {
            query.add(oneOf(Field.CODE, codes(question, chain)), Occur.FILTER);
        }
        question.facts().forEach((name, value) -> query.add(fits(name, value), Occur.FILTER));
        return query.build();
    }

    private static Collection<String> codes(ArticleQuestion question, Chain chain) {
        return question.languages().stream()
                .filter(language -> Chains.of(language) == chain)
                .map(Chains::code)
                .distinct()
                .toList();
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

    private static Query oneOf(String field, Collection<String> values) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.forEach(value -> any.add(new TermQuery(new Term(field, value)), Occur.SHOULD));
        return any.build();
    }
}
