package dev.svar.search;

/**
 * What is looked for in place of a word of a question.
 *
 * @param stem its stem
 * @param titleRarity how much it tells in a title
 * @param rarity how much it tells elsewhere
 */
record Variant(String stem, double titleRarity, double rarity) {}
