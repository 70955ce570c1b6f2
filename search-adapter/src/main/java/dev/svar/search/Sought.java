package dev.svar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.index.IndexReader;

/** What is counted of a question in which fields. What people write is never parsed: each of their words is one term. */
final class Sought {
    private static final double LABEL = 0.7;
    private static final double PAGE = 0.2;

    /** What more than two texts in three have tells nothing. */
    private static final double LEAST_RARITY = 0.4;

    private final IndexReader reader;
    private final Chain chain;
    private final QuestionWords question;
    private final Set<String> pieces;

    Sought(IndexReader reader, Chain chain, QuestionWords question) {
        this.reader = reader;
        this.chain = chain;
        this.question = question;
        this.pieces = question.pieces();
    }

    /** In titles, phrasings, bodies, sections and tags. */
    List<Counted> texts() throws IOException {
        Weights weights = chain.weights();
        List<Counted> counted = new ArrayList<>();
        addWords(counted, Field.TITLE, weights.title(), Variant::titleRarity);
        addWords(counted, Field.BODY, weights.body(), Variant::rarity);
        addWords(counted, Field.LABELS, LABEL, Variant::rarity);
        addRare(counted, Field.TITLE_PAIRS, Field.TITLE_PAIRS, weights.titlePairs(), question.pairs());
        addRare(counted, Field.BODY_PAIRS, Field.BODY_PAIRS, weights.bodyPairs(), question.pairs());
        addRare(counted, Field.TITLE_PIECES, Field.TITLE_PIECES, weights.titlePieces(), pieces);
        addRare(counted, Field.BODY_PIECES, Field.BODY_PIECES, weights.bodyPieces(), pieces);
        return counted;
    }

    /** In passages. */
    List<Counted> passages() throws IOException {
        Weights weights = chain.weights();
        List<Counted> counted = new ArrayList<>();
        addWords(counted, Field.PASSAGE, weights.passage(), Variant::rarity);
        addRare(counted, Field.PASSAGE_PIECES, Field.BODY_PIECES, weights.passagePieces(), pieces);
        return counted;
    }

    /** For articles about the page that somebody is on. */
    List<Counted> page() throws IOException {
        List<Counted> counted = new ArrayList<>();
        addWords(counted, Field.LABELS, PAGE, Variant::rarity);
        addWords(counted, Field.TITLE, PAGE, Variant::rarity);
        return counted;
    }

    private void addWords(List<Counted> counted, Field field, double weight, ToDoubleFunction<Variant> rarity)
            throws IOException {
        Measure measure = Measure.of(reader, field, chain);
        for (Wanted word : question.words()) {
            List<Counted.Term> terms = new ArrayList<>();
            for (Variant variant : word.variants()) {
                terms.add(new Counted.Term(variant.stem(), (float) (weight * rarity.applyAsDouble(variant))));
            }
            counted.add(new Counted(measure, terms));
        }
    }

    /** Pairs or pieces, if the weight is more than nothing; how rare one is, is judged in a field that has enough of them. */
    private void addRare(
            List<Counted> counted, Field field, Field judged, double weight, Collection<String> pairsOrPieces)
            throws IOException {
        if (weight <= 0) {
            return;
        }
        Measure measure = Measure.of(reader, field, chain);
        for (String one : pairsOrPieces) {
            double rarity = question.rarity().in(judged, one);
            if (rarity >= LEAST_RARITY) {
                Counted.Term term = new Counted.Term(one, (float) (weight * rarity));
                counted.add(new Counted(measure, List.of(term)));
            }
        }
    }
}
