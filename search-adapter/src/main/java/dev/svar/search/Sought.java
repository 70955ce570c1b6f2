package dev.svar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What is counted of a question in which fields. What people write is never parsed: each of their words is one term. */
final class Sought {
    private static final double LABEL = 0.7;
    private static final double PAGE = 0.2;

    /** What more than two texts in three have tells nothing. */
    private static final double LEAST_RARITY = 0.4;

    private final Lookup lookup;
    private final Chain chain;
    private final QuestionWords question;
    private final Set<String> pieces;
    private final Set<String> tellingPieces;

    Sought(Lookup lookup, Chain chain, QuestionWords question) {
        this.lookup = lookup;
        this.chain = chain;
        this.question = question;
        this.pieces = QuestionWords.pieces(question.words());
        // Pieces of small words are everywhere in long texts, in words of all kinds.
        this.tellingPieces = QuestionWords.pieces(question.telling());
    }

    /** In titles, bodies, sections and tags. */
    List<Counted> texts() throws IOException {
        Weights weights = chain.weights();
        List<Counted> counted = new ArrayList<>();
        addWords(counted, askedWords(), weights.title(), Variant::titleRarity);
        addWords(counted, Field.BODY, weights.body(), Variant::rarity);
        addWords(counted, Field.LABELS, LABEL, Variant::rarity);
        addRare(counted, Field.TITLE_PAIRS, weights.titlePairs(), question.pairs());
        addRare(counted, Field.BODY_PAIRS, weights.bodyPairs(), question.pairs());
        addRare(counted, askedPieces(), Field.TITLE_PIECES, weights.titlePieces(), pieces);
        addRare(counted, Field.BODY_PIECES, weights.bodyPieces(), tellingPieces);
        return counted;
    }

    /** In phrasings, all of an article's together: whether one of them may fit, however many others there are. */
    List<Counted> phrasings() throws IOException {
        Weights weights = chain.weights();
        List<Counted> counted = new ArrayList<>();
        addWords(counted, Measure.ofAnyLength(Field.PHRASINGS.in(chain)), weights.title(), Variant::titleRarity);
        addRare(
                counted,
                Measure.ofAnyLength(Field.PHRASING_PIECES.in(chain)),
                Field.PHRASING_PIECES,
                weights.titlePieces(),
                pieces);
        return counted;
    }

    /** In titles and phrasings, in each by itself and in each as in titles. */
    PassageTally askings() throws IOException {
        Weights weights = chain.weights();
        List<Counted> inWords = new ArrayList<>();
        List<Counted> inPieces = new ArrayList<>();
        addWords(inWords, askedWords(), weights.title(), Variant::titleRarity);
        addRare(inPieces, askedPieces(), Field.TITLE_PIECES, weights.titlePieces(), pieces);
        return new PassageTally(inWords, inPieces);
    }

    /** In passages. */
    PassageTally passages() throws IOException {
        Weights weights = chain.weights();
        PassageTotals totals = lookup.view().passages(chain, Field.PASSAGES);
        List<Counted> inWords = new ArrayList<>();
        addWords(inWords, Measure.ofPassages(totals.words(), totals.passages()), weights.passage(), Variant::rarity);
        List<Counted> inPieces = new ArrayList<>();
        Measure ofPieces = Measure.ofPassages(totals.pieces(), totals.passages());
        addRare(inPieces, ofPieces, Field.BODY_PIECES, weights.passagePieces(), tellingPieces);
        return new PassageTally(inWords, inPieces);
    }

    /** For articles about the page that somebody is on. */
    List<Counted> page() throws IOException {
        List<Counted> counted = new ArrayList<>();
        addWords(counted, Field.LABELS, PAGE, Variant::rarity);
        addWords(counted, Field.TITLE, PAGE, Variant::rarity);
        return counted;
    }

    /** Titles and phrasings are measured alike: by the average length of all. */
    private Measure askedWords() throws IOException {
        PassageTotals totals = lookup.view().passages(chain, Field.ASKINGS);
        return Measure.of(Field.TITLE.in(chain), totals.words(), totals.passages());
    }

    private Measure askedPieces() throws IOException {
        PassageTotals totals = lookup.view().passages(chain, Field.ASKINGS);
        return Measure.of(Field.TITLE_PIECES.in(chain), totals.pieces(), totals.passages());
    }

    private void addWords(List<Counted> counted, Field field, double weight, ToDoubleFunction<Variant> rarity)
            throws IOException {
        addWords(counted, Measure.of(lookup.reader(), field.in(chain)), weight, rarity);
    }

    private void addWords(List<Counted> counted, Measure measure, double weight, ToDoubleFunction<Variant> rarity) {
        for (Wanted word : question.words()) {
            List<Counted.Term> terms = new ArrayList<>();
            for (Variant variant : word.variants()) {
                terms.add(new Counted.Term(variant.stem(), (float) (weight * rarity.applyAsDouble(variant))));
            }
            counted.add(new Counted(measure, terms));
        }
    }

    private void addRare(List<Counted> counted, Field field, double weight, Collection<String> pairsOrPieces)
            throws IOException {
        addRare(counted, Measure.of(lookup.reader(), field.in(chain)), field, weight, pairsOrPieces);
    }

    /** Pairs or pieces, if the weight is more than nothing; how rare one is, is judged in a field that has enough of them. */
    private void addRare(
            List<Counted> counted, Measure measure, Field judged, double weight, Collection<String> pairsOrPieces)
            throws IOException {
        if (weight <= 0) {
            return;
        }
        for (String one : pairsOrPieces) {
            double rarity = question.rarity().in(judged, one);
            if (rarity >= LEAST_RARITY) {
                Counted.Term term = new Counted.Term(one, (float) (weight * rarity));
                counted.add(new Counted(measure, List.of(term)));
            }
        }
    }
}
