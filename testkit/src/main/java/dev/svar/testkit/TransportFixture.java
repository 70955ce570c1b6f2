package dev.svar.testkit;

import dev.svar.contact.Address;
import dev.svar.message.OutboundMessage;
import dev.svar.message.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@link TransportContract} needs to know of a transport: the peer that it talks to, which behaves as it is told from
 * then on, also towards a connection that is open already. A new peer accepts.
 */
public interface TransportFixture extends AutoCloseable {
    /**
     * Opens the transport under test, to this peer.
     *
     * @return the transport; called once
     */
    Transport openTransport();

    /** {@return somebody on the transport's channel whom the peer knows} */
    Address recipient();

    /** {@return whether the channel has subjects; if not, none arrives} */
    boolean carriesSubject();

    /** {@return whether the channel has a place for a Message-ID; if not, none arrives} */
    boolean carriesMessageId();

    /**
     * Tells how long one call of {@link Transport#send} may last, whatever the peer does. The shorter the time limits of the
     * transport under test are, the faster the suite is.
     *
     * @return longer than the transport's own time limits, by as much as a busy machine may need
     */
    Duration longestSend();

    /** From now on the peer takes every message and says so. */
    void accept();

    /** From now on the peer refuses every message and says that it may be tried again. */
    void refuseForNow();

    /** From now on the peer refuses every message for good. */
    void refuseForGood();

    /** From now on nobody is there: no connection comes about, or it ends before a message could go. */
    void vanish();

    /** From now on the peer takes every message and ends the connection in place of its answer. */
    void dieAfterAccepting();

    /** From now on the peer takes every message, keeps the connection and never answers. */
    void fallSilentAfterAccepting();

    /** {@return how often a message was offered to the peer so far, taken or not} */
    int offers();

    /** {@return what the peer took so far, in order} */
    List<Arrived> arrived();

    /** Ends the transport and its peer. */
    @Override
    void close();

    /**
     * A message as the peer got it.
     *
     * @param messageId its Message-ID, if it came with one
     * @param to whom it was handed over for
     * @param subject its subject, if it came with one
     * @param text its text
     */
    record Arrived(Optional<String> messageId, Address to, Optional<String> subject, String text) {
        /**
         * A message that arrived with everything it had.
         *
         * @param message what was sent
         * @return what arrived
         */
        public static Arrived whole(OutboundMessage message) {
            return new Arrived(
                    Optional.of(message.messageId()), message.to(), Optional.of(message.subject()), message.text());
        }
    }
}
