package dev.svar.category.learn;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much louder each rare category is, whatever the text (logit adjustment; Menon and others, ICLR 2021). A machine that saw a
 * few of its texts among thousands of others learned foremost that it is unlikely, which tells how often it was met so far, not
 * what a text is about.
 */
final class Raises {
    private static final double MOST = 0.6;
    /** Of so many texts a machine knows how likely a category is; of half as many it hardly knows. */
    private static final double ENOUGH = 20;
    /** Of all texts a rare category may take that many from others that are right, as far as held-out texts tell. */
    private static final double MOST_TAKEN = 0.001;

    private Raises() {}

    static float[] of(HeldOut heldOut, int[] categories, int categoryCount) {
        int[] counts = new int[categoryCount];
        IntStream.of(categories).forEach(category -> counts[category]++);
        double usual = (double) categories.length / categoryCount;
        List<Boolean> right = heldOut.right();
        float[] raises = new float[categoryCount];
        for (int k = 0; k < categoryCount; k++) {
            double unknown = Math.min(1, 2 * (1 - counts[k] / ENOUGH));
            double wanted = MOST * Fit.rare(counts[k], usual) * unknown;
            raises[k] = wanted > 0 ? (float) Math.min(wanted, harmless(heldOut, right, k)) : 0;
        }
        return raises;
    }

    private static double harmless(HeldOut heldOut, List<Boolean> right, int category) {
        double[] margins = IntStream.range(0, right.size())
                .filter(i -> right.get(i) && heldOut.categories().get(i) != category)
                .mapToDouble(i -> heldOut.scores().get(i)[heldOut.categories().get(i)]
                        - heldOut.scores().get(i)[category])
                .sorted()
                .toArray();
        int taken = (int) (MOST_TAKEN * right.size());
        return taken < margins.length ? margins[taken] : 0;
    }
}
