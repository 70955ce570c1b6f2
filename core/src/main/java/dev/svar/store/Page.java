package dev.svar.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of a longer list.
 *
 * @param items what the page holds, in order
 * @param next where the next page begins: hand it to the same query; empty on the last page
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next) {
    /** The most items that a page may be asked for. */
    public static final int MAX_LIMIT = 1000;

    /**
     * Copies.
     *
     * @param items what the page holds, in order
     * @param next where the next page begins
     */
    public Page {
        items = List.copyOf(items);
    }
}
