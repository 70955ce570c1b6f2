package dev.svar.delivery;

import dev.svar.contact.Channel;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.sla.QuietHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to be told, for each channel. Whoever has said nothing of a channel wants everything there.
 *
 * @param person who
 * @param zone where their nights are; that of the contact, or else of the desk, when empty
 * @param channels what they want where; at most {@value #MAX_CHANNELS}
 * @param version how often it was changed, 0 if never
 */
public record NotificationPreferences(
        NotifiedPerson person, Optional<ZoneId> zone, Map<Channel, ChannelPreferences> channels, long version) {
    /** The most channels. */
    public static final int MAX_CHANNELS = 20;

    /**
     * Checks and copies.
     *
     * @param person who
     * @param zone where their nights are
     * @param channels what they want where
     * @param version how often it was changed
     */
    public NotificationPreferences {
        Check.size("preferences.channels", channels.keySet(), MAX_CHANNELS);
        channels = Map.copyOf(channels);
        boolean held =
                channels.values().stream().anyMatch(wanted -> wanted.digest().isPresent());
        if (held && person.kind() != NotifiedPerson.Kind.AGENT) {
            throw new InvalidValueException(
                    "preferences.digest", "is for agents only: a customer answers to a letter about one ticket");
        }
    }

    /**
     * Of somebody who has said nothing.
     *
     * @param person who
     * @return preferences for everything, at any hour
     */
    public static NotificationPreferences none(NotifiedPerson person) {
        return new NotificationPreferences(person, Optional.empty(), Map.of(), 0);
    }

    /**
     * The same with what is wanted over one channel.
     *
     * @param channel which
     * @param wanted what
     * @return the preferences
     */
    public NotificationPreferences with(Channel channel, ChannelPreferences wanted) {
        Map<Channel, ChannelPreferences> more = new HashMap<>(channels);
        more.put(channel, wanted);
        return new NotificationPreferences(person, zone, more, version);
    }

    /**
     * The same with another zone.
     *
     * @param where where their nights are
     * @return the preferences
     */
    public NotificationPreferences in(ZoneId where) {
        return new NotificationPreferences(person, Optional.of(where), channels, version);
    }

    /**
     * What one person wants who was two contacts and said something as both: each kind that was switched off stays so.
     *
     * @param other what was said as the other one
     * @return these preferences with those of the other one
     */
    public NotificationPreferences and(NotificationPreferences other) {
        Map<Channel, ChannelPreferences> all = new HashMap<>(other.channels);
        channels.forEach((channel, wanted) -> all.merge(channel, wanted, (theirs, own) -> own.and(theirs)));
        return new NotificationPreferences(person, zone.or(other::zone), all, version);
    }

    /** {@return the same at the next version} */
    public NotificationPreferences next() {
        return new NotificationPreferences(person, zone, channels, version + 1);
    }

    /**
     * What is wanted over a channel.
     *
     * @param channel which
     * @return what was said, or else everything
     */
    public ChannelPreferences on(Channel channel) {
        return channels.getOrDefault(channel, ChannelPreferences.EVERYTHING);
    }

    /**
     * Whether a kind is wanted over a channel.
     *
     * @param kind which, as deliveries call it
     * @param channel which
     * @return false if it was switched off there
     */
    public boolean wants(String kind, Channel channel) {
        return !on(channel).off().contains(kind);
    }

    /**
     * Whether a letter is wanted over a channel.
     *
     * @param kind which, as deliveries call it
     * @param channel which
     * @param optional whether its reader can do without it
     * @return false if its kind was switched off there, or it is optional and {@link ChannelPreferences#ALL_OPTIONAL} was
     */
    public boolean wants(String kind, Channel channel, boolean optional) {
        return wants(kind, channel) && (!optional || wants(ChannelPreferences.ALL_OPTIONAL, channel));
    }

    /**
     * When letters that are held now become one.
     *
     * @param channel for which channel
     * @param now when
     * @param elsewhere where the reader is if no zone was said
     * @return the end of the window, or of the night that it ends in; empty if nothing is held
     */
    public Optional<Instant> digestAt(Channel channel, Instant now, ZoneId elsewhere) {
        return on(channel)
                .digest()
                .map(window -> window.end(now, zone.orElse(elsewhere)))
                .map(end -> quietUntil(channel, end, elsewhere).orElse(end));
    }

    /**
     * When the night is over, if it is night.
     *
     * @param channel for which channel
     * @param now when
     * @param elsewhere where the nights are if no zone was said
     * @return the first instant after it; empty if it is none
     */
    public Optional<Instant> quietUntil(Channel channel, Instant now, ZoneId elsewhere) {
        return night(channel, now, elsewhere).map(QuietHours.Night::ends);
    }

    /**
     * The night that it is.
     *
     * @param channel for which channel
     * @param now when
     * @param elsewhere where the nights are if no zone was said
     * @return the night; empty if it is none
     */
    public Optional<QuietHours.Night> night(Channel channel, Instant now, ZoneId elsewhere) {
        return on(channel).quiet().flatMap(hours -> hours.night(now, zone.orElse(elsewhere)));
    }
}
