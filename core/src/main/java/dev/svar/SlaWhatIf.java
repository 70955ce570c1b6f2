package dev.svar;

import dev.svar.sla.SlaClock;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What tickets would have been promised under other policies, beside what they are promised under those in force. Both are
 * made of the tickets' events; nothing is written.
 *
 * @param differences the promises that would differ, ticket by ticket
 * @param tickets how many tickets were looked at
 * @param before all promises under the policies in force
 * @param after all promises under the others
 * @param next where the next page of tickets begins; empty on the last page
 */
public record SlaWhatIf(List<Difference> differences, int tickets, Tally before, Tally after, Optional<String> next) {
    /**
     * Copies.
     *
     * @param differences the promises that would differ
     * @param tickets how many tickets were looked at
     * @param before all promises under the policies in force
     * @param after all promises under the others
     * @param next where the next page of tickets begins
     */
    public SlaWhatIf {
        differences = List.copyOf(differences);
    }

    /**
     * How many promises there are and how many of them were not kept in time.
     *
     * @param promised how many were made
     * @param missed how many of these are broken by now
     */
    public record Tally(int promised, int missed) {
        static Tally of(List<SlaClock> clocks, Instant now) {
            int missed =
                    (int) clocks.stream().filter(clock -> clock.missed(now)).count();
            return new Tally(clocks.size(), missed);
        }

        Tally plus(Tally more) {
            return new Tally(promised + more.promised, missed + more.missed);
        }
    }

    /**
     * One promise.
     *
     * @param ticket of which ticket
     * @param number its number
     * @param target what is promised
     * @param cycle its cycle
     * @param before the clock under the policies in force, if these promise it
     * @param after the clock under the others, if those promise it
     */
    public record Difference(
            TicketId ticket,
            TicketNumber number,
            SlaTarget target,
            int cycle,
            Optional<SlaClock> before,
            Optional<SlaClock> after) {}
}
