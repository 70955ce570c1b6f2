package dev.svar;

import dev.svar.contact.Channel;
import dev.svar.store.Claim;
import dev.svar.store.WorkKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much may be handed over just now: nothing on a channel that is out of reach but for a look, and no more than the paces,
 * those of mailings among them.
 */
record Throughput(Outages outages, PostPaces paces, MailingLines mailings) {
    /** How much to claim of a channel's lane, at most so many as wanted. */
    int room(Channel channel, Instant now, int wanted) {
        Optional<Outage> outage = outages.of(channel);
        int most = outage.isEmpty() ? wanted : outage.get().nextLook().isAfter(now) ? 0 : Math.min(wanted, 1);
        return paces.room(channel, now, most);
    }

    /** When there is room again on a channel where there is none. */
    Instant opensAt(Channel channel, Instant now) {
        Instant byPace = paces.opensAt(channel, now);
        return outages.of(channel)
                .map(Outage::nextLook)
                .filter(look -> look.isAfter(byPace))
                .orElse(byPace);
    }

    /** Whether a claimed hand-over cannot begin since its channel got out of reach after it was claimed. */
    boolean bars(Claim claim, Instant now) {
        return claim.work().key() instanceof WorkKey.HandOver handOver
                && outages.of(handOver.channel())
                        .filter(outage -> outage.nextLook().isAfter(now))
                        .isPresent();
    }

    List<Outage> known() {
        return outages.all();
    }
}
