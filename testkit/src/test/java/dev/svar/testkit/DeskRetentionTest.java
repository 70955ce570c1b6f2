package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.Retention;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.store.Changes;
import dev.svar.store.StoreException;
import dev.svar.store.SuggestionChange;
import dev.svar.store.Tally;
import dev.svar.trend.HourlyCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a desk learns from is kept for a time. */
final class DeskRetentionTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TestDesk test = new TestDesk();
    private final Instant now = test.time.instant();

    private void asked(int questions, Instant at) {
        Changes.Builder changes = Changes.builder(TENANT);
        for (int i = 0; i < questions; i++) {
            changes.suggestion(new SuggestionChange(
                    0,
                    Suggestion.begin(new SuggestionId(UUID.randomUUID()), TENANT, Optional.empty(), at)
                            .asked("kortet", Optional.empty(), Optional.empty(), List.of())));
        }
        test.store.commit(changes.build());
    }

    private int questions() {
        return test.store
                .suggestions(TENANT, Instant.EPOCH, now.plus(DAY), Optional.empty(), 1000)
                .size();
    }

    @Test
    void what_is_older_than_400_days_goes_five_hundred_at_a_time_and_the_rest_stays() {
        asked(700, now.minus(Duration.ofDays(401)));
        asked(3, now.minus(Duration.ofDays(399)));
        long hour = HourlyCounts.hourOf(now);
        test.store.commit(Changes.builder(TENANT)
                .tally(new Tally("tickets/all", hour - 401 * 24, 1))
                .tally(new Tally("tickets/all", hour - 399 * 24, 1))
                .build());
        test.desk.runDue(10);
        assertThat(questions()).isEqualTo(203);
        test.desk.runDue(10);
        assertThat(questions()).isEqualTo(3);
        assertThat(test.store.tallies(TENANT, "tickets/all", hour - 402 * 24, hour - 398 * 24))
                .containsExactly(new Tally("tickets/all", hour - 399 * 24, 1));

        test.time.advance(Duration.ofDays(2));
        test.desk.runDue(10);
        assertThat(questions()).isZero();
    }

    @Test
    void a_host_says_how_long_and_no_shorter_than_trends_need() {
        HelpDesk desk = test.builder(test.mail)
                .retention(Retention.STANDARD.questions(DAY.multipliedBy(30)).counts(Retention.LEAST_COUNTS))
                .build();
        asked(1, now.minus(Duration.ofDays(31)));
        asked(1, now.minus(Duration.ofDays(29)));
        desk.runDue(10);
        assertThat(questions()).isEqualTo(1);

        assertThatThrownBy(() -> Retention.STANDARD.counts(Retention.LEAST_COUNTS.minusNanos(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("retention.counts");
        assertThatThrownBy(() -> Retention.STANDARD.questions(Duration.ZERO)).isInstanceOf(InvalidValueException.class);
        assertThat(new Retention(Retention.MOST, Retention.MOST).counts()).isEqualTo(Duration.ofDays(36_525));
        assertThatThrownBy(() -> Retention.STANDARD.questions(Retention.MOST.plusNanos(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("retention.questions")
                .hasMessageContaining("it must be PT876600H at most");
        assertThatThrownBy(() -> Retention.STANDARD.counts(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("retention.counts");
    }

    @Test
    void it_is_looked_once_an_hour_and_a_store_that_cannot_drop_keeps_nothing_else_from_being_done() {
        int[] looked = {0};
        ForwardingStore store = new ForwardingStore() {
            @Override
            public int dropSuggestions(TenantId tenant, Instant before, int limit) {
                looked[0]++;
                throw new StoreException("the disk is full");
            }
        };
        TestDesk broken = new TestDesk(store);
        broken.opened();
        assertThat(broken.desk.runDue(10).done()).isPositive();
        broken.desk.runDue(10);
        assertThat(looked[0]).isEqualTo(1);
        broken.time.advance(Duration.ofHours(1));
        broken.desk.runDue(10);
        assertThat(looked[0]).isEqualTo(2);
    }
}
