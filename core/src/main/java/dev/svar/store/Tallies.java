package dev.svar.store;

import dev.svar.contact.TenantId;
import java.util.List;

/**
 * Port: how often something was counted in each hour. Changed by {@link DeskStore#commit} only, which adds to what is there:
 * whoever counts what events say moves a {@link Cursor} in the same commit, and counts each of them once.
 */
public interface Tallies {
    /**
     * What was counted of a series.
     *
     * @param tenant whose
     * @param series which
     * @param from the first hour
     * @param until the hour behind the last one, at most {@link Page#MAX_LIMIT} hours later than {@code from}
     * @return one for each hour in which something was counted, in order of the hours; of what was taken back as often as
     *     added the count may be 0 or there is none
     * @throws dev.svar.error.InvalidValueException if these are too many hours
     */
    List<Tally> tallies(TenantId tenant, String series, long from, long until);

    /**
     * The series of which most was counted.
     *
     * @param tenant whose
     * @param from the first hour
     * @param until the hour behind the last one
     * @param limit how many series, 1 to {@link Page#MAX_LIMIT}
     * @return those of which more than nothing was counted in these hours, first the one with most; of equal ones, in the
     *     order of their names' code points. The hour of each is {@code from}, the count that of all these hours
     * @throws dev.svar.error.InvalidValueException if the limit is another number
     */
    List<Tally> busiest(TenantId tenant, long from, long until, int limit);

    /**
     * Drops counts that are too old to be kept, at once, beside all commits.
     *
     * @param tenant whose
     * @param before only those of earlier hours
     * @param limit how many counts of a series and an hour at most, 1 to {@value Page#MAX_LIMIT}; the oldest go first
     * @return how many were dropped; fewer than the limit if there are no more
     * @throws dev.svar.error.InvalidValueException if the limit is another number
     */
    int dropTallies(TenantId tenant, long before, int limit);
}
