package dev.svar.search;

/**
 * What speaks for a candidate.
 *
 * @param fit how well it fits, whatever the number of articles
 * @param lead how far it is ahead of the next, as a share of its score; 0 unless it is the first
 * @param alike how much its title, or the phrasing that is most like the question, and the question have in common
 */
record Facts(double fit, double lead, double alike) {}
