package dev.svar.category.learn;

import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.RankedCategory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A trained model, if there is one yet, and what was learned since. Not safe for use by several threads. */
final class LiveModel {
    private static final Vocabulary NOTHING = new Vocabulary(0, new int[0], new int[0]);
    private static final int MOST_STEPS = 3;
    private static final int MOST_ROUNDS = 5;
    private static final float MARGIN = 0.2f;
    private static final float NEWCOMER = 1;

    private final Optional<CategoryModel> base;
    private final double threshold;
    private final OnlineWeights online = new OnlineWeights();
    private Columns columns;

    LiveModel(Optional<CategoryModel> base, double threshold) {
        this.base = base;
        this.threshold = threshold;
        this.columns = base.map(CategoryModel::columns).orElse(new Columns(List.of()));
    }

    List<RankedCategory> rank(CategoryQuestion question, int limit) {
        return columns.ranked(adjusted(vector(question)), limit);
    }

    CategoryAnswer categorize(CategoryQuestion question) {
        TermVector text = vector(question);
        double[] probabilities = adjusted(text);
        return new Verdict(columns, probabilities, threshold).answer(text.known(online::knows), category -> {
            int column = columns.loudest(category, probabilities);
            return new Reasons(hash -> said(hash, column)).of(question);
        });
    }

    Columns columns() {
        return columns;
    }

    Optional<CategoryModel> base() {
        return base;
    }

    /** Learns, until it would have it right but in a few steps at most; says whether it had it right before. */
    boolean learn(CategoryExample example) {
        TermVector text = vector(example.question());
        if (columns.columnOf(example.category()) < 0) {
            columns = columns.with(example.category());
        }
        boolean wasRight = false;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] probabilities = probabilities(text);
            boolean right = columns.ranked(probabilities, 1).get(0).category().equals(example.category());
            wasRight |= step == 0 && right;
            if (step > 0 && right) {
                return wasRight;
            }
            online.learn(text, columns.loudest(example.category(), probabilities), probabilities);
        }
        return wasRight;
    }

    /** Takes in corrections that the training did not, changing as little as can be, so that none has to be made twice. */
    void recall(List<CategoryExample> corrections) {
        boolean allRight = false;
        for (int round = 0; round < MOST_ROUNDS && !allRight; round++) {
            allRight = true;
            for (CategoryExample correction : corrections) {
                allRight &= isRecalled(correction);
            }
        }
    }

    private boolean isRecalled(CategoryExample correction) {
        TermVector text = vector(correction.question());
        float[] scores = scores(text);
        double[] probabilities = Calibration.softmax(scores);
        String said = columns.ranked(probabilities, 1).get(0).category();
        if (said.equals(correction.category())) {
            return true;
        }
        int own = columns.loudest(correction.category(), probabilities);
        int other = columns.loudest(said, probabilities);
        online.raise(text, own, other, scores[other] - scores[own] + MARGIN);
        return false;
    }

    void move(String category, Optional<String> to) {
        columns = columns.moved(category, to);
    }

    private TermVector vector(CategoryQuestion question) {
        return TermVector.of(
                TextTerms.of(question), base.map(b -> b.fit().vocabulary()).orElse(NOTHING));
    }

    private double[] adjusted(TermVector text) {
        double[] probabilities = probabilities(text);
        base.ifPresent(b -> b.calibration().sureness().apply(probabilities));
        return probabilities;
    }

    /** A category that the trained model does not know begins a little above where the others are in the mean. */
    private float[] scores(TermVector text) {
        float[] scores = new float[columns.size()];
        Arrays.fill(scores, NEWCOMER);
        base.ifPresent(b -> b.calibration().tempered(b.fit().weights().scores(text), scores));
        online.addScores(text, scores);
        return scores;
    }

    private double[] probabilities(TermVector text) {
        return Calibration.softmax(scores(text));
    }

    private double said(int hash, int column) {
        double trained = base.filter(b -> column < b.columns().size())
                .map(b -> b.calibration().tempered(b.fit().said(hash, column)))
                .orElse(0.0);
        return trained + online.said(hash, column);
    }
}
