package dev.svar.ticket;

/** What a ticket is to another one. Every kind has an inverse, which the other ticket has. */
public enum LinkKind {
    /** Has to do with it. */
    RELATES_TO,
    /** Says the same as it. */
    DUPLICATES,
    /** Is said again by it. */
    DUPLICATED_BY,
    /** Is the reason for it. */
    CAUSES,
    /** Has its reason in it. */
    CAUSED_BY,
    /** Is a larger piece of work that it is a part of. */
    PARENT_OF,
    /** Is a part of it. */
    CHILD_OF,
    /** Was opened by a message to it when it was done. */
    FOLLOWS,
    /** Was done when a message to it opened the other. */
    FOLLOWED_BY,
    /** Was made of some of its messages. */
    SPLIT_FROM,
    /** Gave some of its messages to it. */
    SPLIT_INTO;

    /**
     * What the other ticket is to this one.
     *
     * @return the inverse
     */
    public LinkKind inverse() {
        return switch (this) {
            case RELATES_TO -> RELATES_TO;
            case DUPLICATES -> DUPLICATED_BY;
            case DUPLICATED_BY -> DUPLICATES;
            case CAUSES -> CAUSED_BY;
            case CAUSED_BY -> CAUSES;
            case PARENT_OF -> CHILD_OF;
            case CHILD_OF -> PARENT_OF;
            case FOLLOWS -> FOLLOWED_BY;
            case FOLLOWED_BY -> FOLLOWS;
            case SPLIT_FROM -> SPLIT_INTO;
            case SPLIT_INTO -> SPLIT_FROM;
        };
    }

    /**
     * Whether following links of this kind must never lead back to where one began.
     *
     * @return true for all but {@link #RELATES_TO}
     */
    public boolean acyclic() {
        return this != RELATES_TO;
    }

    /**
     * Whether people may link and unlink tickets so; the other kinds tell what happened.
     *
     * @return true for the kinds that {@link TicketPairCommand.Link} takes
     */
    public boolean chosenByPeople() {
        return switch (this) {
            case RELATES_TO, DUPLICATES, DUPLICATED_BY, CAUSES, CAUSED_BY, PARENT_OF, CHILD_OF -> true;
            case FOLLOWS, FOLLOWED_BY, SPLIT_FROM, SPLIT_INTO -> false;
        };
    }
}
