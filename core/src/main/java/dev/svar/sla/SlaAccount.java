package dev.svar.sla;

import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The full account of one promise: when and why it began, what counted and what did not, and when it is due because of that.
 * It is made by living through the ticket's events again under the policies in force.
 *
 * @param clock the promise as it stands
 * @param startedBy what began this cycle
 * @param terms what was allowed, from the first to the last; more than one if the priority or the policy changed
 * @param stretches the time from the start in this ticket until {@code asOf} without gaps, and for a clock that runs what is
 *     still to come until it is due; what was taken over from a merged ticket is in {@link SlaClock#carried}
 * @param counted the business time that the stretches counted until {@code asOf}
 * @param asOf when the account was made
 * @param asPromised whether the policies in force lead to what was promised; if not, they have become others since, and the
 *     stretches tell what they would count
 */
public record SlaAccount(
        SlaClock clock,
        TicketEvent startedBy,
        List<Term> terms,
        List<Stretch> stretches,
        Duration counted,
        Instant asOf,
        boolean asPromised) {
    /**
     * Copies.
     *
     * @param clock the promise as it stands
     * @param startedBy what began this cycle
     * @param terms what was allowed, from the first to the last
     * @param stretches the time from the start without gaps
     * @param counted the business time counted until {@code asOf}
     * @param asOf when the account was made
     * @param asPromised whether the policies in force lead to what was promised
     */
    public SlaAccount {
        terms = List.copyOf(terms);
        stretches = List.copyOf(stretches);
    }

    /**
     * What was allowed from an instant on.
     *
     * @param since from when
     * @param policy the name of the policy
     * @param priority the priority of the ticket
     * @param allowed the business time
     */
    public record Term(Instant since, String policy, Priority priority, Duration allowed) {}

    /**
     * A stretch of time in which the same holds.
     *
     * @param from its start
     * @param to its end, excluded
     * @param kind whether it counts, and if not, why
     * @param reason for open and closed hours what {@link CalendarSpan#reason} says; empty for what stood still
     */
    public record Stretch(Instant from, Instant to, Kind kind, String reason) {
        /** {@return how long it is on the clock on the wall} */
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** Whether time counts. */
    public enum Kind {
        /** Business time that counts. */
        COUNTED,
        /** Outside business time. */
        CLOSED,
        /** The promise stood still while the ticket waited for its customer. */
        WAITING_FOR_CUSTOMER,
        /** It stood still while the ticket waited for somebody of the desk's own. */
        ON_HOLD,
        /** It stood still while the ticket was solved or closed, before it was opened again. */
        SETTLED,
        /** It stood still while nothing was promised for the ticket's priority. */
        NOT_PROMISED,
        /** It stood still while the ticket was part of another. */
        MERGED,
        /** It stood still while the ticket was taken for spam. */
        SPAM
    }

    /** {@return which promise} */
    public SlaTarget target() {
        return clock.target();
    }

    /**
     * How long one kind of time was until {@code asOf}.
     *
     * @param kind which
     * @return the sum of its stretches
     */
    public Duration passed(Kind kind) {
        return stretches.stream()
                .filter(stretch -> stretch.kind() == kind && stretch.from().isBefore(asOf))
                .map(Stretch::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
