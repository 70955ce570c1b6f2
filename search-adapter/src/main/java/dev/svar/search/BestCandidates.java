package dev.svar.search;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best of the candidates that are added, as many as are wanted. */
final class BestCandidates {
    private static final Comparator<Ranked> BEST_LAST =
            Comparator.comparingDouble(Ranked::rank).thenComparing(Ranked::candidate, Candidate.BEST_LAST);

    private final int most;
    private final PriorityQueue<Ranked> best = new PriorityQueue<>(BEST_LAST);

    BestCandidates(int most) {
        this.most = most;
    }

    private record Ranked(float rank, Candidate candidate) {}

    /** Whether one that comes after all others is among the best; one that is no better than the last is not. */
    boolean wants(float rank) {
        return best.size() < most || rank > best.element().rank();
    }

    void add(float rank, Candidate candidate) {
        best.add(new Ranked(rank, candidate));
        if (best.size() > most) {
            best.remove();
        }
    }

    List<Candidate> all() {
        return best.stream().map(Ranked::candidate).toList();
    }
}
