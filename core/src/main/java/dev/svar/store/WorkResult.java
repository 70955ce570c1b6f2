package dev.svar.store;

import java.time.Instant;

/** What becomes of claimed work. It is committed only if the claim still holds. */
public sealed interface WorkResult {
    /** {@return the claim that it was done under} */
    Claim claim();

    /**
     * It is done and need not be done again.
     *
     * @param claim the claim that it was done under
     */
    record Done(Claim claim) implements WorkResult {}

    /**
     * It is to be done again, and the claim ends.
     *
     * @param claim the claim that it was done under
     * @param at when
     */
    record PutOff(Claim claim, Instant at) implements WorkResult {}

    /**
     * It goes on under the same claim, whose lease is renewed.
     *
     * @param claim the claim that it is done under
     * @param until until when nobody else shall get it
     */
    record Underway(Claim claim, Instant until) implements WorkResult {}
}
