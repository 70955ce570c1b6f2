package dev.svar;

import dev.svar.error.Check;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How customers are asked how the help was: where the question stands, when it is asked again, how long an answer counts.
 * Immutable.
 */
public final class SatisfactionPolicy {
    private static final Duration REMIND_AFTER = Duration.ofDays(3);
    private static final Duration OPEN_FOR = Duration.ofDays(28);

    private final URI page;
    private final Optional<Duration> remindAfter;
    private final Duration openFor;

    private SatisfactionPolicy(URI page, Optional<Duration> remindAfter, Duration openFor) {
        this.page = page;
        this.remindAfter = remindAfter;
        this.openFor = openFor;
    }

    /**
     * Asks with a link to a page of the host's. The page shows the question, {@link HelpDesk#ratingQuestion}, and a button
     * for each answer that sends it to {@link HelpDesk#rate} with a POST. Opening the page must never rate: mail scanners
     * open every link.
     *
     * @param page the address to which a token is appended, and for the links with an answer {@code ?rating=good} or
     *     {@code ?rating=bad}, so that the page can show that answer as chosen
     * @return a policy that asks again after 3 days, and takes answers for 28 days
     */
    public static SatisfactionPolicy at(URI page) {
        return new SatisfactionPolicy(page, Optional.of(REMIND_AFTER), OPEN_FOR);
    }

    /**
     * Asks again, once, if nothing was said by then and the ticket is still solved.
     *
     * @param time how long after the ticket was done
     * @return the policy
     */
    public SatisfactionPolicy remindAfter(Duration time) {
        return new SatisfactionPolicy(page, Optional.of(Check.positive("remindAfter", time)), openFor);
    }

    /** {@return the same policy that asks only once} */
    public SatisfactionPolicy withoutReminder() {
        return new SatisfactionPolicy(page, Optional.empty(), openFor);
    }

    /**
     * Sets how long an answer is taken and can be changed.
     *
     * @param time how long after the ticket was done
     * @return the policy
     */
    public SatisfactionPolicy openFor(Duration time) {
        return new SatisfactionPolicy(page, remindAfter, Check.positive("openFor", time));
    }

    Optional<Duration> reminder() {
        return remindAfter;
    }

    Duration open() {
        return openFor;
    }

    String link(String token) {
        return page + token;
    }

    String link(String token, String rating) {
        return link(token) + (page.getQuery() == null ? "?" : "&") + "rating=" + rating;
    }
}
