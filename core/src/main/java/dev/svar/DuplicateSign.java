package dev.svar;

/** Why a ticket may be about the very thing that another is about, so that one of them is enough. */
public enum DuplicateSign {
    /** The same person opened both, within {@link SimilarTickets#WINDOW}, and they are alike. */
    SAME_REQUESTER,
    /** Within {@link SimilarTickets#WINDOW} two people sent almost the same words: a report by several, a machine, or a copy. */
    SAME_WORDS
}
