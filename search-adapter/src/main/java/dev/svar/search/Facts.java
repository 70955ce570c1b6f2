package dev.svar.search;

/**
 * What speaks for a candidate.
 *
 * @param fit how well it fits, whatever the number of articles
 * @param lead how far it is ahead of the next, as a share of its score; 0 unless it is the first
 * @param found the share of the question's words, small ones aside, that its title, a phrasing or the shown passage has
 */
record Facts(double fit, double lead, double found) {}
