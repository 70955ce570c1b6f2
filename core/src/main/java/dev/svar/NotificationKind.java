package dev.svar;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the desk tells people by itself. The name of a kind in lower case is that of its template and what a delivery is
 * called in the ledger. All but {@link #WORKING_ON_IT} are on unless {@link NotificationRules} say otherwise.
 */
public enum NotificationKind {
    /** To the requester when a ticket is opened, except by a split: we have your message. */
    ACKNOWLEDGED,
    /** To the requester and the participants when an agent answers. Written by a person, so never held back as automatic. */
    REPLIED,
    /** To the requester when an agent takes the new ticket up, once for each ticket: N. is working on it. */
    WORKING_ON_IT,
    /** To the requester when the ticket begins to wait for them and no answer told so. */
    WAITING_FOR_YOU,
    /** To the requester when a promise will be late: until when they hear. */
    DELAY_NOTICE,
    /** To the requester when the ticket is solved and no answer told so: with the question how it was. */
    SOLVED,
    /** To the requester of a solved ticket who has not said how the help was: the question again, once. */
    SATISFACTION_REMINDER,
    /** To the requester of a ticket that was merged: under which number it goes on. */
    MERGED,
    /** To the requester who is silent: did our answer help. */
    SILENCE_QUESTION,
    /** To the requester who is still silent: the ticket will be closed. */
    SILENCE_WARNING,
    /** To the requester who stayed silent: the ticket is closed. */
    CLOSED_AFTER_SILENCE,
    /** To a customer who wrote to a ticket that takes no more: the message was not taken. */
    MESSAGE_REFUSED,
    /** To an agent who is given a ticket. */
    ASSIGNED,
    /** To agents who are named after an @ in an internal note. */
    MENTIONED,
    /** To the assignee and the watchers when a ticket that was done is open again. */
    REOPENED,
    /** To the assignee and the watchers when a ticket comes back that was put aside. */
    WOKEN,
    /** To the assignee, the watchers and whoever looks after promises when one comes near its end. */
    SLA_WARNING,
    /** To the assignee, the watchers and whoever looks after promises when one is broken. */
    SLA_BREACH;

    private static final Map<String, NotificationKind> BY_TEMPLATE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(NotificationKind::template, Function.identity()));

    /** {@return the name of its template, and what its deliveries are called} */
    public String template() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether its reader can do without it: it asks for nothing and says nothing that has to be known. Only such letters carry a
     * link by which their reader can unsubscribe from them.
     *
     * @return whether they can
     */
    public boolean isOptional() {
        return this == WORKING_ON_IT || this == DELAY_NOTICE || this == SATISFACTION_REMINDER;
    }

    /** Whether it answers what the reader did just now, so that it is told though it was the reader's own act, and at once. */
    boolean receipt() {
        return this == ACKNOWLEDGED || this == MESSAGE_REFUSED;
    }

    boolean isToAgents() {
        return canWait() || this == SLA_WARNING || this == SLA_BREACH;
    }

    /** Whether an agent who wants that can be told of it later, together with others. */
    boolean canWait() {
        return this == ASSIGNED || this == MENTIONED || this == REOPENED || this == WOKEN;
    }

    /** Whether it says how the ticket stands, which any other letter of the same commit to the same person says as well. */
    boolean tellsOfStatus() {
        return this == WORKING_ON_IT || this == WAITING_FOR_YOU || this == SOLVED;
    }

    static Optional<NotificationKind> of(String template) {
        return Optional.ofNullable(BY_TEMPLATE.get(template));
    }
}
