package dev.svar.search;

/**
 * A logistic curve from what speaks for a candidate to how likely it answers. Fitted on questions asked of an index that has the
 * answer, and the same questions asked of one that has all but the answer; see docs/suggestions.md.
 *
 * @param base where it begins
 * @param fit what the fit counts
 * @param lead what the lead counts
 * @param found what the share of the question's words counts that the title or the passage has
 */
record Curve(double base, double fit, double lead, double found) {
    double confidence(Facts facts) {
        double sum = base + fit * facts.fit() + lead * facts.lead() + found * facts.found();
        return 1 / (1 + Math.exp(-sum));
    }
}
