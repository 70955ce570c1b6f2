package dev.svar.category.learn;

import dev.svar.category.RankedCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which category each column of the weights stands for. Several stand for the same one after categories were merged, and one
 * for none after its category was retired: what speaks for it then speaks for nothing that there is.
 */
final class Columns {
    private static final String RETIRED = "";

    private final List<String> labels;
    private final List<String> names;
    private final int[] places;

    Columns(List<String> labels) {
        this.labels = List.copyOf(labels);
        this.names = labels.stream()
                .filter(l -> !l.equals(RETIRED))
                .distinct()
                .sorted()
                .toList();
        this.places = labels.stream()
                .mapToInt(l -> Collections.binarySearch(names, l))
                .toArray();
    }

    List<String> labels() {
        return labels;
    }

    List<String> names() {
        return names;
    }

    int size() {
        return labels.size();
    }

    int columnOf(String category) {
        return labels.indexOf(category);
    }

    Columns with(String category) {
        List<String> more = new ArrayList<>(labels);
        more.add(category);
        return new Columns(more);
    }

    Columns moved(String category, Optional<String> to) {
        return new Columns(labels.stream()
                .map(l -> l.equals(category) ? to.orElse(RETIRED) : l)
                .toList());
    }

    /** The likeliest categories, first the likeliest; of equally likely ones the first by name. */
    List<RankedCategory> ranked(double[] probabilities, int limit) {
        double[] sums = new double[names.size()];
        for (int k = 0; k < probabilities.length; k++) {
            if (places[k] >= 0) {
                sums[places[k]] += probabilities[k];
            }
        }
        List<RankedCategory> ranked = new ArrayList<>();
        while (ranked.size() < Math.min(limit, sums.length)) {
            int best = 0;
            for (int i = 1; i < sums.length; i++) {
                best = sums[i] > sums[best] ? i : best;
            }
            ranked.add(new RankedCategory(names.get(best), Math.min(1, sums[best])));
            sums[best] = -1;
        }
        return ranked;
    }

    /** Of the columns that stand for a category the one that speaks loudest. */
    int loudest(String category, double[] probabilities) {
        int loudest = columnOf(category);
        for (int k = 0; k < probabilities.length; k++) {
            if (labels.get(k).equals(category) && probabilities[k] > probabilities[loudest]) {
                loudest = k;
            }
        }
        return loudest;
    }
}
