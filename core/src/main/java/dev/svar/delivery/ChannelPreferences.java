package dev.svar.delivery;

import dev.svar.error.Check;
import dev.svar.sla.QuietHours;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody wants to be told over one channel.
 *
 * @param off the kinds that they do not want there, as deliveries call them, {@link #ALL_OPTIONAL} possibly among them; at
 *     most {@value #MAX_KINDS} besides it
 * @param quiet hours of every night in which nothing that is not urgent is handed over
 * @param digest how long letters that can wait are held to become one; of agents only
 */
public record ChannelPreferences(Set<String> off, Optional<QuietHours> quiet, Optional<DigestWindow> digest) {
    /** The most kinds. */
    public static final int MAX_KINDS = 200;

    /**
     * Switched off like a kind, it stands for all that its reader can do without: announcements by whatever template, welcome
     * letters, and the notifications that can be unsubscribed from.
     */
    public static final String ALL_OPTIONAL = "*";

    /** Everything, at any hour. */
    public static final ChannelPreferences EVERYTHING = new ChannelPreferences(Set.of(), Optional.empty());

    /**
     * Checks and copies.
     *
     * @param off the kinds that they do not want there
     * @param quiet hours of every night in which nothing that is not urgent is handed over
     * @param digest how long letters that can wait are held to become one
     */
    public ChannelPreferences {
        Check.size("preferences.off", off, off.contains(ALL_OPTIONAL) ? MAX_KINDS + 1 : MAX_KINDS);
        off = Set.copyOf(off);
        off.forEach(kind -> Check.line("preferences.off", kind, Delivery.MAX_KIND_LENGTH));
    }

    /**
     * Of somebody who gets each letter by itself.
     *
     * @param off the kinds that they do not want there
     * @param quiet hours of every night in which nothing that is not urgent is handed over
     */
    public ChannelPreferences(Set<String> off, Optional<QuietHours> quiet) {
        this(off, quiet, Optional.empty());
    }

    /**
     * The same with letters that can wait held to become one.
     *
     * @param window how long
     * @return the preferences
     */
    public ChannelPreferences digest(DigestWindow window) {
        return new ChannelPreferences(off, quiet, Optional.of(window));
    }

    /**
     * The same with other kinds switched off.
     *
     * @param kinds all that are not wanted
     * @return the preferences
     */
    public ChannelPreferences without(Set<String> kinds) {
        return new ChannelPreferences(kinds, quiet, digest);
    }

    /** What neither of two wants is not wanted by one person who was both; the first night that was said counts. */
    ChannelPreferences and(ChannelPreferences other) {
        Set<String> both = new TreeSet<>(off);
        both.addAll(other.off);
        boolean all = both.remove(ALL_OPTIONAL);
        Set<String> kept = both.stream().limit(MAX_KINDS).collect(Collectors.toCollection(HashSet::new));
        if (all) {
            kept.add(ALL_OPTIONAL);
        }
        return new ChannelPreferences(kept, quiet.or(other::quiet), digest.or(other::digest));
    }
}
