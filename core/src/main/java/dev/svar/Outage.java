package dev.svar;

import dev.svar.contact.Channel;
import java.time.Instant;

/**
 * A channel that is out of reach for this node: nothing is handed over on it, and what waits for it loses no tries.
 *
 * @param channel which
 * @param since since when
 * @param code what the transport said last: its code, possibly empty
 * @param reason what the transport said last, in words
 * @param nextLook when one delivery is tried again, to see whether the channel is back
 */
public record Outage(Channel channel, Instant since, String code, String reason, Instant nextLook) {}
