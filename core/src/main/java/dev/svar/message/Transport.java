package dev.svar.message;

import dev.svar.contact.Channel;

/**
 * Port: carries messages away on one channel. Implementations are safe for use by several threads.
 *
 * <p>The contract: {@link #send} hands over one message to one recipient and says what became of it. It never throws for
 * what the other side or the network did: that is an outcome. It answers {@link SendOutcome.Deferred} or
 * {@link SendOutcome.Failed} only if the message was certainly not taken, and {@link SendOutcome.Uncertain} whenever it
 * cannot know. It never tries twice within one call; the desk decides about that. It returns within bounded time.
 */
public interface Transport {
    /** {@return the channel that it serves} */
    Channel channel();

    /**
     * Hands one message over.
     *
     * @param message the message; its {@link OutboundMessage#messageId()} is the same at every attempt
     * @return what became of it
     */
    SendOutcome send(OutboundMessage message);
}
