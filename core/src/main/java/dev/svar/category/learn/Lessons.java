package dev.svar.category.learn;

import dev.svar.contact.Actor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** The live model, the examples to train the next one from, and what happened since the last training. */
final class Lessons {
    private static final int LEAST_NEW = 50;
    /** A training pays when the examples have become more by that share. */
    private static final double MORE = 0.15;
    /** The last corrections, which a training must not lose. */
    private static final int MOST_CORRECTED = 1_000;

    private final Kept kept;
    private final int most;
    private final Map<String, Boolean> rightWhenItCame =
            new LinkedHashMap<>(); // of what the live model was not trained from
    private final Set<String> corrected = new LinkedHashSet<>();
    private final Queue<CategoryExample> sinceSnapshot = new ArrayDeque<>();
    private LiveModel live;
    private int trainedFrom;
    private int learned;
    private long epoch;
    private boolean mustForget;

    Lessons(int most, LiveModel live) {
        this.most = most;
        this.kept = new Kept(most);
        this.live = live;
    }

    LiveModel live() {
        return live;
    }

    /** An example of the past. */
    void keep(CategoryExample example) {
        kept.add(example);
        learned += live.base().isPresent() ? 0 : 1;
        trainedFrom += live.base().isPresent() ? 1 : 0;
    }

    boolean isLearnable(CategoryExample example) {
        boolean words = !TextWords.of(example.question().subject()).isEmpty()
                || !TextWords.of(example.question().body()).isEmpty();
        return words
                && (live.columns().columnOf(example.category()) >= 0
                        || live.columns().size() < CategoryTrainer.MAX_CATEGORIES);
    }

    void learn(CategoryExample example) {
        kept.add(example);
        boolean right = live.learn(example);
        rightWhenItCame.put(example.id(), right);
        sinceSnapshot.add(example.cut());
        if (sinceSnapshot.size() > most) {
            sinceSnapshot.remove();
        }
        if (rightWhenItCame.size() > most) {
            rightWhenItCame.remove(rightWhenItCame.keySet().iterator().next());
        }
        if (!right) {
            corrected.remove(example.id());
            corrected.add(example.id());
        }
        if (corrected.size() > MOST_CORRECTED) {
            corrected.remove(corrected.iterator().next());
        }
        learned++;
    }

    boolean refitDue() {
        return mustForget || learned >= Math.max(LEAST_NEW, trainedFrom * MORE);
    }

    int forget(Collection<String> ids) {
        Set<String> gone = Set.copyOf(ids);
        sinceSnapshot.removeIf(example -> gone.contains(example.id()));
        rightWhenItCame.keySet().removeAll(gone);
        corrected.removeAll(gone);
        return forgotten(kept.forget(gone));
    }

    int forgetTaughtBy(Actor person) {
        sinceSnapshot.removeIf(example -> example.by().equals(person));
        return forgotten(kept.forgetTaughtBy(person));
    }

    int move(String category, Optional<String> to) {
        live.move(category, to);
        epoch++;
        return kept.move(category, to);
    }

    private int forgotten(int count) {
        if (count > 0) {
            epoch++;
            mustForget = true;
        }
        return count;
    }

    Snapshot snapshot() {
        sinceSnapshot.clear();
        List<CategoryExample> corrections =
                corrected.stream().flatMap(id -> kept.find(id).stream()).toList();
        return new Snapshot(kept.all(), corrections, Map.copyOf(rightWhenItCame), epoch);
    }

    boolean isOvertaken(Snapshot snapshot) {
        return epoch != snapshot.epoch();
    }

    boolean mustForget() {
        return mustForget;
    }

    /** Puts a new model in place of the live one; what came while it was trained is learned again. */
    void promote(LiveModel trained, int examples) {
        live = trained;
        mustForget = false;
        rightWhenItCame.clear();
        sinceSnapshot.forEach(example -> rightWhenItCame.put(example.id(), live.learn(example)));
        trained(examples);
    }

    void trained(int examples) {
        trainedFrom = examples;
        learned = sinceSnapshot.size();
    }

    /**
     * What a training starts from.
     *
     * @param corrections the last examples that a live model had wrong when they came
     * @param rightWhenItCame of the examples that the live model was not trained from: whether it had them right
     */
    record Snapshot(
            List<CategoryExample> examples,
            List<CategoryExample> corrections,
            Map<String, Boolean> rightWhenItCame,
            long epoch) {
        Optional<Boolean> rightWhenItCame(int example) {
            return Optional.ofNullable(rightWhenItCame.get(examples.get(example).id()));
        }
    }
}
