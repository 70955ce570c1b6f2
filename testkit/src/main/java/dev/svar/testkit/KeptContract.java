package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.store.CommitResult;
import dev.svar.store.KeptValue;
import dev.svar.store.Page;
import dev.svar.store.Tally;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The contract of stores about what parts of a desk keep of themselves, and about what is counted. */
abstract class KeptContract extends TextSearchContract {
    private static final int COUNTERS = 4;
    private static final int COUNTS = 10;
    private static final int LARGE = 1_000_000;

    /** For subclasses. */
    KeptContract() {}

    private static KeptValue model(long version, String bytes) {
        return new KeptValue("Modell «1» 🙂", version, NOW.plusSeconds(version), content(bytes));
    }

    @Test
    final void a_kept_value_comes_back_with_its_bytes_in_place_of_the_one_before() {
        assertThat(store.kept(tenant, "Modell «1» 🙂")).isEmpty();
        assertThat(store.keptVersion(tenant, "Modell «1» 🙂")).isZero();
        byte[] many = new byte[LARGE];
        new Random(1).nextBytes(many);
        KeptValue other = new KeptValue("modell «1» 🙂", 1, NOW, Content.of(many));
        mustCommit(samples.changes().keep(model(1, "one")).keep(other));
        assertThat(store.kept(tenant, "Modell «1» 🙂")).contains(model(1, "one"));

        mustCommit(samples.changes().keep(model(2, "")));
        assertThat(store.kept(tenant, "Modell «1» 🙂")).contains(model(2, ""));
        assertThat(store.keptVersion(tenant, "Modell «1» 🙂")).isEqualTo(2);
        assertThat(store.kept(tenant, "modell «1» 🙂").orElseThrow().content().bytes())
                .isEqualTo(many);
    }

    @Test
    final void a_kept_value_at_another_version_is_stale_and_changes_none_of_its_commit() {
        mustCommit(samples.changes().keep(model(1, "one")));
        for (KeptValue stale : List.of(model(1, "two"), model(3, "three"), new KeptValue("new", 2, NOW, content("")))) {
            KeptValue other = new KeptValue("a", 1, NOW, content("a"));
            assertThat(store.commit(samples.changes().keep(other).keep(stale).build()))
                    .isEqualTo(CommitResult.STALE);
            assertThat(store.keptVersion(tenant, "a")).isZero();
        }
        assertThat(store.kept(tenant, "Modell «1» 🙂")).contains(model(1, "one"));
    }

    @Test
    final void of_several_who_keep_a_value_at_once_exactly_one_has_kept_it() throws Exception {
        List<CommitResult> results = Race.of(
                COUNTERS,
                i -> store.commit(samples.changes().keep(model(1, "of " + i)).build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
    }

    @Test
    final void what_is_counted_is_added_to_what_was_counted_in_the_same_hour() {
        mustCommit(samples.changes()
                .tally(new Tally("tag/Kort «1»", 490_000, 2))
                .tally(new Tally("tag/Kort «1»", 490_002, 1))
                .tally(new Tally("tag/Kort «1»", 490_000, 3)));
        mustCommit(samples.changes()
                .tally(new Tally("tag/Kort «1»", 490_002, 4))
                .tally(new Tally("tag/Kort «1»", 490_000, -1))
                .tally(new Tally("tag/kort «1»", 490_000, 1)));

        assertThat(store.tallies(tenant, "tag/Kort «1»", 490_000, 490_003))
                .containsExactly(new Tally("tag/Kort «1»", 490_000, 4), new Tally("tag/Kort «1»", 490_002, 5));
        assertThat(store.tallies(tenant, "tag/Kort «1»", 490_001, 490_002)).isEmpty();
        assertThat(store.tallies(tenant, "tag/Kort «1»", 490_000, 490_002))
                .containsExactly(new Tally("tag/Kort «1»", 490_000, 4));
        assertThatThrownBy(() -> store.tallies(tenant, "tag/Kort «1»", 0, Page.MAX_LIMIT + 1L))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    final void of_many_who_count_at_once_each_counts() throws Exception {
        Race.of(COUNTERS, i -> {
            for (int n = 0; n < COUNTS; n++) {
                mustCommit(samples.changes().tally(new Tally("a", 7, 1)).tally(new Tally("b", n, 1)));
            }
            return i;
        });

        assertThat(store.tallies(tenant, "a", 0, 100)).containsExactly(new Tally("a", 7, COUNTERS * COUNTS));
        assertThat(store.tallies(tenant, "b", 0, 100)).hasSize(COUNTS).allMatch(tally -> tally.count() == COUNTERS);
    }

    @Test
    final void a_commit_that_is_refused_counts_nothing() {
        mustCommit(samples.changes().keep(model(1, "one")));

        assertThat(store.commit(samples.changes()
                        .tally(new Tally("a", 7, 1))
                        .keep(model(1, "one"))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.tallies(tenant, "a", 0, 100)).isEmpty();
    }

    @Test
    final void the_series_of_which_most_was_counted_in_some_hours_come_first() {
        mustCommit(samples.changes()
                .tally(new Tally("often", 9, 100))
                .tally(new Tally("often", 10, 1))
                .tally(new Tally("b", 10, 2))
                .tally(new Tally("b", 11, 1))
                .tally(new Tally("Å", 11, 3))
                .tally(new Tally("taken back", 10, 1))
                .tally(new Tally("taken back", 11, -1))
                .tally(new Tally("later", 12, 50)));

        List<Tally> all = List.of(new Tally("b", 10, 3), new Tally("Å", 10, 3), new Tally("often", 10, 1));
        assertThat(store.busiest(tenant, 10, 12, 10)).isEqualTo(all);
        assertThat(store.busiest(tenant, 10, 12, 2)).isEqualTo(all.subList(0, 2));
        assertThat(store.busiest(tenant, 12, 12, 10)).isEmpty();
        for (int limit : new int[] {0, Page.MAX_LIMIT + 1}) {
            assertThatThrownBy(() -> store.busiest(tenant, 10, 12, limit)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    final void old_counts_are_dropped_the_oldest_first_so_many_at_a_time() {
        mustCommit(samples.changes()
                .tally(new Tally("a", 10, 1))
                .tally(new Tally("a", 11, 1))
                .tally(new Tally("b", 9, 1))
                .tally(new Tally("b", 12, 1)));
        assertThat(store.dropTallies(new TenantId(tenant + "-2"), 100, 9)).isZero();
        assertThat(store.dropTallies(tenant, 9, 9)).isZero();

        assertThat(store.dropTallies(tenant, 12, 1)).isEqualTo(1);
        assertThat(store.tallies(tenant, "b", 0, 100)).containsExactly(new Tally("b", 12, 1));
        assertThat(store.tallies(tenant, "a", 0, 100)).hasSize(2);
        assertThat(store.dropTallies(tenant, 12, 9)).isEqualTo(2);
        assertThat(store.tallies(tenant, "a", 0, 100)).isEmpty();
        assertThat(store.tallies(tenant, "b", 0, 100)).containsExactly(new Tally("b", 12, 1));
        for (int limit : new int[] {0, Page.MAX_LIMIT + 1}) {
            assertThatThrownBy(() -> store.dropTallies(tenant, 12, limit)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    final void another_tenant_sees_nothing_of_what_is_kept_and_counted() {
        mustCommit(samples.changes().keep(model(1, "one")).tally(new Tally("a", 7, 1)));
        TenantId other = new TenantId(tenant + "-2");

        assertThat(store.kept(other, "Modell «1» 🙂")).isEmpty();
        assertThat(store.keptVersion(other, "Modell «1» 🙂")).isZero();
        assertThat(store.tallies(other, "a", 0, 100)).isEqualTo(Collections.emptyList());
        assertThat(store.busiest(other, 0, 100, 10)).isEmpty();
    }
}
