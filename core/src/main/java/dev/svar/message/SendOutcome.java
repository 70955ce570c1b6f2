package dev.svar.message;

import java.util.Optional;

/** What a transport learnt from trying to hand one message over. */
public sealed interface SendOutcome {
    /**
     * The other side took it.
     *
     * @param reference what it said, for a later question to it; possibly empty
     */
    record Accepted(String reference) implements SendOutcome {}

    /**
     * It was certainly not taken, and trying again later may help.
     *
     * @param code the channel's code, possibly empty
     * @param reason what was said
     * @param pause for how long the other side wants to hear nothing of it, if it said so
     * @param throttled whether the only reason is that too much was sent to it lately: that says nothing about the message, so
     *     it costs none of its tries
     */
    record Deferred(String code, String reason, Optional<Pause> pause, boolean throttled) implements SendOutcome {
        /**
         * Not taken now, and nothing was said about when.
         *
         * @param code the channel's code, possibly empty
         * @param reason what was said
         */
        public Deferred(String code, String reason) {
            this(code, reason, Optional.empty(), false);
        }
    }

    /**
     * The channel as a whole is out of reach: nothing was offered to anybody, and it would be the same for each other message. The
     * desk stops handing over on this channel and looks now and then whether it is back; no message loses a try.
     *
     * @param code the channel's code, possibly empty
     * @param reason what happened
     */
    record Unavailable(String code, String reason) implements SendOutcome {}

    /**
     * It was certainly not taken, and trying again will not help.
     *
     * @param code the channel's code, possibly empty
     * @param reason what was said
     */
    record Failed(String code, String reason) implements SendOutcome {}

    /**
     * Nobody knows whether it was taken: after the message had gone the connection ended before the answer came,
     * or no answer came in time.
     *
     * @param reason what happened
     */
    record Uncertain(String reason) implements SendOutcome {}
}
