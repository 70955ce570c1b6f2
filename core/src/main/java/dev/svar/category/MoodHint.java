package dev.svar.category;

import java.util.List;

/**
 * How a writer seems to feel. It is for the people who answer, and nothing for customers to see.
 *
 * @param mood how
 * @param reasons what counted, for people to read: passages as they were written
 */
public record MoodHint(Mood mood, List<String> reasons) {
    /**
     * Copies.
     *
     * @param mood how
     * @param reasons what counted, for people to read
     */
    public MoodHint {
        reasons = List.copyOf(reasons);
    }
}
