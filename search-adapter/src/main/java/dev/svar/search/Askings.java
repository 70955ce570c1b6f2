package dev.svar.search;

import org.apache.lucene.util.BytesRef;

/**
 * How well an article fits by the ways in which people ask for it: its title and what was learned. Each is a way of its own, and
 * who asks for the article uses one of them, any as likely as another: so it is a mean, of likelihoods (a mixture, as a kernel
 * density estimate is one). All of their words taken together, or the best of all ways, would grow with their number, and an article
 * that many asked for would be found for whatever is asked.
 */
final class Askings {
    private final PassageTally tally;
    private final double spread;

    /** With how much better a way must fit to be e times as likely. */
    Askings(PassageTally tally, double spread) {
        this.tally = tally;
        this.spread = spread;
    }

    /** What all of them count beyond what the title counts, which is the first of them; may be less than nothing. */
    float beyondTitle(BytesRef kept) {
        float[] each = tally.each(kept);
        double title = Math.max(0, each[0]);
        double likelihoods = 0;
        int ways = 0;
        for (float score : each) {
            if (score >= 0) {
                likelihoods += Math.exp((score - title) / spread);
                ways++;
            }
        }
        return ways == 0 ? 0 : (float) (spread * Math.log(likelihoods / ways));
    }
}
