package dev.svar.message;

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
     */
    record Deferred(String code, String reason) implements SendOutcome {}

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
