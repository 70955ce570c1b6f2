package dev.svar.search;

import org.apache.lucene.util.BytesRef;

/**
 * How well an article fits by the ways in which people ask for it: its title and what was learned. Each is a way of its own, and
 * who asks for the article uses one of them, any as likely as another: so it is a mean, of likelihoods (a mixture, as a kernel
 * density estimate is one). All of their words taken together, or the best of all ways, would grow with their number, and an article
 * that many asked for would be found for whatever is asked.
 */
final class Askings {
    /** How much better a way must fit to be e times as likely, as a part of what a word tells that no text has. */
    private static final double SPREAD = 0.5;

    private final PassageTally tally;
    private final double spread;

    Askings(PassageTally tally, double most) {
        this.tally = tally;
        this.spread = SPREAD * most;
    }

    /** What all of them count beyond what the title counts, which is the first of them; may be less than nothing. */
    float beyondTitle(BytesRef kept) {
        float[] each = tally.each(kept);
        double likelihoods = 0;
        for (float score : each) {
            likelihoods += Math.exp((score - each[0]) / spread);
        }
        return (float) (spread * Math.log(likelihoods / each.length));
    }
}
