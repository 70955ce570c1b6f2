package dev.svar.message;

import dev.svar.contact.Channel;

/**
 * Port: carries messages away on one channel.
 *
 * <p>The contract, which {@code TransportContract} of the testkit checks:
 *
 * <ul>
 *   <li>{@link #send} hands over one message to one recipient and says what became of it. It never throws for what the
 *       other side or the network did: that is an outcome.
 *   <li>It answers {@link SendOutcome.Accepted} only if the other side said so, {@link SendOutcome.Deferred} or
 *       {@link SendOutcome.Failed} only if the message was certainly not taken, and {@link SendOutcome.Uncertain} whenever
 *       it cannot know: the message had gone, and the connection ended or nothing was said in time. If nobody was there to
 *       take it, it is deferred; if nobody would be there for any other message either, it may say so by
 *       {@link SendOutcome.Unavailable}, and only if it offered nothing.
 *   <li>It offers the message at most once within one call; the desk decides about another try.
 *   <li>It returns within bounded time, also when the other side never answers.
 *   <li>What arrives is what was given: the text but for the form of its line ends and blanks at its end, and where the
 *       channel has them the subject and the {@link OutboundMessage#messageId()}, the same at every attempt. No value can
 *       become more than it is: not a header field, another recipient or the text of the message.
 *   <li>No outcome repeats what the message says.
 *   <li>Whatever became of a message, the transport takes the next one. It is safe for use by several threads; each gets
 *       the outcome of its own message.
 * </ul>
 */
public interface Transport {
    /** {@return the channel that it serves, always the same} */
    Channel channel();

    /**
     * Hands one message over.
     *
     * @param message the message, to somebody on this channel; its {@link OutboundMessage#messageId()} is the same at every
     *     attempt
     * @return what became of it
     */
    SendOutcome send(OutboundMessage message);
}
