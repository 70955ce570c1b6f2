package dev.svar.announcement;

import java.util.EnumSet;
import java.util.Set;

/** Where a mailing stands. */
public enum MailingState {
    /** Written down; nobody gets anything yet. */
    DRAFT,
    /** It is on its way: deliveries are planned and handed over. */
    SENDING,
    /** It stands still: nothing is planned, and what is planned is not handed over. */
    PAUSED,
    /** A delivery is planned for everybody; what still waits is handed over. */
    DONE,
    /** It is over: nothing is planned any more, and what was not handed over never is. */
    CANCELLED;

    /**
     * Whether it may go from here to another state.
     *
     * @param next the other state
     * @return whether it may
     */
    public boolean mayBecome(MailingState next) {
        return following().contains(next);
    }

    private Set<MailingState> following() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SENDING, CANCELLED);
            case SENDING -> EnumSet.of(PAUSED, DONE, CANCELLED);
            case PAUSED -> EnumSet.of(SENDING, CANCELLED);
            case DONE -> EnumSet.of(PAUSED, CANCELLED);
            case CANCELLED -> EnumSet.noneOf(MailingState.class);
        };
    }
}
