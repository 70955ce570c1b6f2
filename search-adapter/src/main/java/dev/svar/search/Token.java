package dev.svar.search;

/**
 * A word of a text.
 *
 * @param written in lower case
 * @param stem what is the same in all its forms
 * @param end where it ends in the text
 */
record Token(String written, String stem, int end) {}
