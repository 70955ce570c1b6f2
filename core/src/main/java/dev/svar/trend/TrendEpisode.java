package dev.svar.trend;

import dev.svar.trend.TrendLook.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a series was above what is usual: from the first look that found it above until it was as usual for a while.
 * It is one alarm, however often it is looked at.
 *
 * @param since when it was found
 * @param lastUnusual when it was last not as usual
 */
public record TrendEpisode(Instant since, Instant lastUnusual) {
    /** How long all looks must find it as usual before the episode is over. */
    public static final Duration CALM = Duration.ofHours(3);

    /** After so long it is the norm, and over. */
    public static final Duration LONGEST = Duration.ofDays(14);

    /**
     * What becomes of an episode, or of none, by a look.
     *
     * @param running the episode that runs, if one does
     * @param look the look
     * @param now when
     * @return the episode that runs after it; a new one is an alarm
     */
    public static Optional<TrendEpisode> after(Optional<TrendEpisode> running, TrendLook look, Instant now) {
        if (running.isEmpty()) {
            return look.finding() == Finding.ABOVE ? Optional.of(new TrendEpisode(now, now)) : Optional.empty();
        }
        TrendEpisode episode = running.get();
        boolean usual = look.finding() == Finding.USUAL || look.finding() == Finding.TOO_YOUNG;
        Instant unusual = usual ? episode.lastUnusual : now;
        boolean calm = usual && !now.isBefore(unusual.plus(CALM));
        boolean norm = !now.isBefore(episode.since.plus(LONGEST));
        return calm || norm ? Optional.empty() : Optional.of(new TrendEpisode(episode.since, unusual));
    }
}
