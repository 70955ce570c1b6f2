package dev.svar.search;

import java.util.List;

/**
 * A word of a question.
 *
 * @param written as it is written
 * @param variants what is looked for: the word itself, then what may have been meant; at least one
 */
record Wanted(String written, List<Variant> variants) {
    /** How much the word tells, whether it is known or not. */
    double titleRarity() {
        return variants.get(0).titleRarity();
    }

    double rarity() {
        return variants.get(0).rarity();
    }
}
