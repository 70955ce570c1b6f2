package dev.svar;

import dev.svar.error.InvalidValueException;
import java.time.Duration;

/**
 * How long a desk keeps what it learns from. What is older is dropped by {@link HelpDesk#runDue}, some at a time, within about
 * {@value #EVERY_HOURS} hours. What was learned from it stays.
 *
 * @param questions how long questions for which articles were suggested are kept, with their words and what came of them: as far
 *     back as {@link KnowledgeBase#report} and {@link KnowledgeBase#missing} can look; at least a day, at most {@link #MOST}
 * @param counts how long the hourly counts are kept from which {@link dev.svar.insight.DeskTrends} knows what is usual; at
 *     least {@link #LEAST_COUNTS}, at most {@link #MOST}
 */
public record Retention(Duration questions, Duration counts) {
    /** How often it is looked whether something is too old. */
    static final int EVERY_HOURS = 1;

    /** The shortest time for counts: the most weeks that trends look back, and what they leave out. */
    public static final Duration LEAST_COUNTS = Duration.ofDays(200);

    /** The longest time for either: a hundred years. */
    public static final Duration MOST = Duration.ofDays(36_525);

    private static final Duration LEAST_QUESTIONS = Duration.ofDays(1);

    /** 400 days of both, so that a month can be compared with the same one a year ago. */
    public static final Retention STANDARD = new Retention(Duration.ofDays(400), Duration.ofDays(400));

    /**
     * Checks.
     *
     * @param questions how long questions are kept
     * @param counts how long counts are kept
     * @throws InvalidValueException if one is too short or too long
     */
    public Retention {
        check("retention.questions", questions, LEAST_QUESTIONS);
        check("retention.counts", counts, LEAST_COUNTS);
    }

    private static void check(String field, Duration time, Duration least) {
        if (time.compareTo(least) < 0) {
            throw new InvalidValueException(field, "is " + time + ", it must be " + least + " at least");
        }
        if (time.compareTo(MOST) > 0) {
            throw new InvalidValueException(field, "is " + time + ", it must be " + MOST + " at most");
        }
    }

    /**
     * The same with another time for questions.
     *
     * @param time how long they are kept
     * @return the retention
     */
    public Retention questions(Duration time) {
        return new Retention(time, counts);
    }

    /**
     * The same with another time for counts.
     *
     * @param time how long they are kept
     * @return the retention
     */
    public Retention counts(Duration time) {
        return new Retention(questions, time);
    }
}
