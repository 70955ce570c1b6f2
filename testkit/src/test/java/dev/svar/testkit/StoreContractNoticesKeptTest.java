package dev.svar.testkit;

import static dev.svar.testkit.Broken.accepting;
import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.committing;
import static dev.svar.testkit.Broken.leavingBehind;

import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import dev.svar.store.KeptValue;
import dev.svar.store.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract notices stores that lose or mix up what is kept and counted. */
final class StoreContractNoticesKeptTest {
    private static final String COMES_BACK = "a_kept_value_comes_back_with_its_bytes_in_place_of_the_one_before";
    private static final String STALE = "a_kept_value_at_another_version_is_stale_and_changes_none_of_its_commit";
    private static final String RACE = "of_several_who_keep_a_value_at_once_exactly_one_has_kept_it";
    private static final String ADDED = "what_is_counted_is_added_to_what_was_counted_in_the_same_hour";
    private static final String ALL_COUNT = "of_many_who_count_at_once_each_counts";
    private static final String REFUSED = "a_commit_that_is_refused_counts_nothing";
    private static final String BUSIEST = "the_series_of_which_most_was_counted_in_some_hours_come_first";
    private static final String DROPPED = "old_counts_are_dropped_the_oldest_first_so_many_at_a_time";
    private static final String TENANTS = "another_tenant_sees_nothing_of_what_is_kept_and_counted";

    @Test
    void a_value_that_is_not_kept_or_under_another_name() throws Exception {
        assertNoticed(committing(parts -> parts.kept.clear()), COMES_BACK, STALE, RACE, REFUSED);
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public Optional<KeptValue> kept(TenantId tenant, String name) {
                        return store.kept(tenant, name).map(v -> new KeptValue(name, 1, v.asOf(), v.content()));
                    }
                },
                COMES_BACK);
    }

    @Test
    void a_value_that_moves_from_any_version() throws Exception {
        assertNoticed(accepting(CommitResult.STALE, parts -> parts.kept.clear()), STALE, RACE, REFUSED);
    }

    @Test
    void a_value_that_a_refused_commit_leaves() throws Exception {
        assertNoticed(
                leavingBehind(
                        CommitResult.STALE,
                        (left, asked) -> asked.kept.stream().limit(1).forEach(left.kept::add)),
                STALE);
    }

    @Test
    void counts_that_are_lost_or_left_by_a_refused_commit() throws Exception {
        assertNoticed(committing(parts -> parts.tallies.clear()), ADDED, ALL_COUNT, BUSIEST, DROPPED);
        assertNoticed(committing(parts -> parts.tallies.removeIf(t -> t.count() < 0)), ADDED, BUSIEST);
        assertNoticed(leavingBehind(CommitResult.STALE, (left, asked) -> left.tallies.addAll(asked.tallies)), REFUSED);
    }

    @Test
    void counts_that_are_dropped_too_early_or_too_many_at_a_time() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public int dropTallies(TenantId tenant, long before, int limit) {
                        return store.dropTallies(tenant, before + 1, limit);
                    }
                },
                DROPPED);
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public int dropTallies(TenantId tenant, long before, int limit) {
                        return store.dropTallies(tenant, before, 9);
                    }
                },
                DROPPED);
    }

    @Test
    void names_that_differ_in_letter_case_only() throws Exception {
        assertNoticed(
                committing(parts -> parts.tallies.replaceAll(t ->
                        new Tally(t.series().replace("tag/kort", "tag/Kort").toString(), t.hour(), t.count()))),
                ADDED);
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Tally> busiest(TenantId tenant, long from, long until, int limit) {
                        return store.busiest(tenant, from, until + 1, limit).stream()
                                .map(t -> new Tally(t.series().toLowerCase(Locale.ROOT), t.hour(), t.count()))
                                .toList();
                    }
                },
                BUSIEST);
    }

    @Test
    void what_another_tenant_keeps_and_counts() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Tally> tallies(TenantId tenant, String series, long from, long until) {
                        return store.tallies(new TenantId(tenant.value().replaceAll("-2$", "")), series, from, until);
                    }
                },
                TENANTS);
    }
}
