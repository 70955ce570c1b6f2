package dev.svar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Words as queries of Lucene. What people write is never parsed: each of their words is one term. */
final class Sought {
    private static final double LABEL = 0.7;
    private static final double PAGE = 0.2;

    private final Chain chain;
    private final QuestionWords question;
    private final Set<String> pieces;

    Sought(Chain chain, QuestionWords question) {
        this.chain = chain;
        this.question = question;
        this.pieces = question.pieces();
    }

    /** In titles, phrasings, bodies, sections and tags. */
    Query texts() throws IOException {
        Weights weights = chain.weights();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        addWords(any, Field.TITLE, weights.title(), Variant::titleRarity);
        addWords(any, Field.BODY, weights.body(), Variant::rarity);
        addPieces(any, Field.TITLE_PIECES, Field.TITLE_PIECES, weights.titlePieces());
        addPieces(any, Field.BODY_PIECES, Field.BODY_PIECES, weights.bodyPieces());
        for (Wanted word : question.words()) {
            any.add(boosted(constant(Field.LABELS, word.variants().get(0)), LABEL * word.rarity()), Occur.SHOULD);
        }
        return any.build();
    }

    /** In passages. */
    Query passages() throws IOException {
        Weights weights = chain.weights();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        addWords(any, Field.PASSAGE, weights.passage(), Variant::rarity);
        addPieces(any, Field.PASSAGE_PIECES, Field.BODY_PIECES, weights.passagePieces());
        return any.build();
    }

    /** A little for articles about the page that somebody is on. */
    static void addPage(BooleanQuery.Builder query, Chain chain, QuestionWords page) {
        for (Wanted word : page.words()) {
            Variant exact = word.variants().get(0);
            Query labels = new ConstantScoreQuery(new TermQuery(new Term(Field.LABELS.in(chain), exact.stem())));
            Query title = new ConstantScoreQuery(new TermQuery(new Term(Field.TITLE.in(chain), exact.stem())));
            query.add(
                    boosted(new DisjunctionMaxQuery(List.of(labels, title), 0), PAGE * exact.rarity()), Occur.SHOULD);
        }
    }

    private void addWords(BooleanQuery.Builder any, Field field, double weight, ToDoubleFunction<Variant> rarity) {
        for (Wanted word : question.words()) {
            List<Query> variants = new ArrayList<>();
            for (Variant variant : word.variants()) {
                Query term = new TermQuery(new Term(field.in(chain), variant.stem()));
                variants.add(boosted(term, weight * rarity.applyAsDouble(variant)));
            }
            any.add(variants.size() == 1 ? variants.get(0) : new DisjunctionMaxQuery(variants, 0), Occur.SHOULD);
        }
    }

    private void addPieces(BooleanQuery.Builder any, Field field, Field counted, double weight) throws IOException {
        if (weight > 0) {
            for (String piece : pieces) {
                Query term = new TermQuery(new Term(field.in(chain), piece));
                any.add(boosted(term, weight * question.rarity().piece(counted, piece)), Occur.SHOULD);
            }
        }
    }

    private Query constant(Field field, Variant variant) {
        return new ConstantScoreQuery(new TermQuery(new Term(field.in(chain), variant.stem())));
    }

    private static Query boosted(Query query, double weight) {
        return new BoostQuery(query, (float) weight);
    }
}
