package dev.svar.announcement;

import dev.svar.error.Check;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the planning of a mailing has come.
 *
 * @param cursor where the next batch begins; empty at the beginning
 * @param ended whether everybody was planned
 * @param planned for how many a delivery was planned
 * @param repeated how many were named again, in whatever spelling, and got no second one
 * @param unreachable how many have no address on the mailing's channel
 * @param nextSlot when the next delivery may be handed over at the mailing's pace
 */
public record MailingProgress(
        Optional<String> cursor, boolean ended, long planned, long repeated, long unreachable, Instant nextSlot) {
    /** The most characters of a cursor. */
    public static final int MAX_CURSOR_LENGTH = 500;

    /**
     * Checks the cursor.
     *
     * @param cursor where the next batch begins
     * @param ended whether everybody was planned
     * @param planned for how many a delivery was planned
     * @param repeated how many were named again
     * @param unreachable how many have no address on the mailing's channel
     * @param nextSlot when the next delivery may be handed over
     */
    public MailingProgress {
        cursor.ifPresent(c -> Check.line("progress.cursor", c, MAX_CURSOR_LENGTH));
    }

    /**
     * Nothing planned yet.
     *
     * @param now when
     * @return the beginning
     */
    public static MailingProgress none(Instant now) {
        return new MailingProgress(Optional.empty(), false, 0, 0, 0, now);
    }
}
