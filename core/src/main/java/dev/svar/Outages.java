package dev.svar;

import dev.svar.contact.Channel;
import dev.svar.delivery.Backoff;
import dev.svar.message.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which channels are out of reach, as this node knows by trying: after longer and longer pauses it looks again. */
final class Outages {
    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    /** One look after a minute, then twice as long each time up to a quarter of an hour, with a spread over channels. */
    private static final Backoff PAUSES = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(15));

    private final Map<Channel, Known> known = new HashMap<>();

    private record Known(Outage outage, int looks) {}

    /** What a hand-over tells of its channel; anything but that it is out of reach means that it is not. */
    synchronized void told(Channel channel, SendOutcome outcome, Instant now) {
        if (outcome instanceof SendOutcome.Unavailable gone) {
            Known before = known.get(channel);
            if (before != null && now.isBefore(before.outage().nextLook())) {
                return; // Of several looks at once one counts.
            }
            int looks = before == null ? 1 : before.looks() + 1;
            Instant since = before == null ? now : before.outage().since();
            Instant next = now.plus(PAUSES.after(looks, channel.hashCode()));
            known.put(channel, new Known(new Outage(channel, since, gone.code(), gone.reason(), next), looks));
            if (before == null) {
                LOG.warn("{} is out of reach, letters wait: {} {}", channel, gone.code(), gone.reason());
            }
        } else if (known.remove(channel) != null) {
            LOG.info("{} is back", channel);
        }
    }

    synchronized Optional<Outage> of(Channel channel) {
        return Optional.ofNullable(known.get(channel)).map(Known::outage);
    }

    synchronized List<Outage> all() {
        return known.values().stream()
                .map(Known::outage)
                .sorted(Comparator.comparing(Outage::since)
                        .thenComparing(outage -> outage.channel().name()))
                .toList();
    }
}
