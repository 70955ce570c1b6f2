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
     * It is to be done again, as if it had been scheduled for that time, and the claim ends.
     *
     * @param claim the claim that it was done under
     * @param at when
     */
    record PutOff(Claim claim, Instant at) implements WorkResult {}

    /**
     * Its turn did not come: it is free again at the time for which it was scheduled, as if this claim had not been.
     *
     * @param claim the claim under which nothing was done
     */
    record Unbegun(Claim claim) implements WorkResult {}

    /**
     * It goes on under the same claim, whose lease is renewed.
     *
     * @param claim the claim that it is done under
     * @param until until when nobody else shall get it
     */
    record Underway(Claim claim, Instant until) implements WorkResult {}

    /**
     * It failed and is tried again, and the claim ends. Its attempts go on counting.
     *
     * @param claim the claim that it was tried under
     * @param at when
     */
    record Retry(Claim claim, Instant at) implements WorkResult {}

    /**
     * It failed for the last time: it leaves the queue and becomes {@link DeadWork}.
     *
     * @param claim the claim that it was tried under
     * @param at when
     * @param error what went wrong
     */
    record Died(Claim claim, Instant at, String error) implements WorkResult {}
}
