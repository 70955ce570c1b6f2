package dev.svar.search;

/**
 * What is looked for in place of a word of a question.
 *
 * @param stem its stem
 * @param likely how likely it is that it is meant, from 0 to 1
 * @param titleRarity how much it tells in a title
 * @param rarity how much it tells elsewhere
 */
record Variant(String stem, double likely, double titleRarity, double rarity) {}
