package dev.svar;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the desk tells people by itself, and how much of it. Immutable, safe for use by several threads.
 *
 * <pre>{@code
 * HelpDesk.builder(store)
 *         .notifications(NotificationRules.standard().with(NotificationKind.WORKING_ON_IT))
 * }</pre>
 */
public final class NotificationRules {
    private static final NotificationRules STANDARD =
            new NotificationRules(EnumSet.complementOf(EnumSet.of(NotificationKind.WORKING_ON_IT)));

    private final Set<NotificationKind> kinds;

    private NotificationRules(Set<NotificationKind> kinds) {
        this.kinds = Collections.unmodifiableSet(kinds);
    }

    /**
     * The rules of a desk that is not told otherwise: every kind is on but {@link NotificationKind#WORKING_ON_IT}, since many
     * desks have every ticket taken up a minute after it came, when its customer has just got the acknowledgement.
     *
     * @return the rules
     */
    public static NotificationRules standard() {
        return STANDARD;
    }

    /**
     * The same rules with some kinds switched on.
     *
     * @param on which
     * @return the rules
     */
    public NotificationRules with(NotificationKind... on) {
        EnumSet<NotificationKind> all = copy();
        all.addAll(List.of(on));
        return new NotificationRules(all);
    }

    /**
     * The same rules with some kinds switched off.
     *
     * @param off which
     * @return the rules
     */
    public NotificationRules without(NotificationKind... off) {
        EnumSet<NotificationKind> all = copy();
        all.removeAll(List.of(off));
        return new NotificationRules(all);
    }

    private EnumSet<NotificationKind> copy() {
        EnumSet<NotificationKind> all = EnumSet.noneOf(NotificationKind.class);
        all.addAll(kinds);
        return all;
    }

    /** {@return the kinds that are on} */
    public Set<NotificationKind> kinds() {
        return kinds;
    }

    /**
     * Whether a kind is on.
     *
     * @param kind which
     * @return true if people are told
     */
    public boolean tells(NotificationKind kind) {
        return kinds.contains(kind);
    }
}
