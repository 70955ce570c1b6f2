package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.store.CommitResult;
import dev.svar.store.Page;
import dev.svar.store.SuggestionChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of stores about questions for which articles were suggested. */
abstract class SuggestionContract extends KeptContract {
    private final ContactId kari = new ContactId(UUID.randomUUID());

    SuggestionContract() {}

    private Suggestion asked(ContactId by, Instant at) {
        Suggestion suggestion = samples.suggestion(by, at);
        mustCommit(samples.changes().suggestion(new SuggestionChange(0, suggestion)));
        return suggestion;
    }

    @Test
    final void a_suggestion_comes_back_as_it_was_stored_and_changes_only_at_its_expected_version() {
        Suggestion full = asked(kari, NOW);
        Suggestion plain = Suggestion.begin(new SuggestionId(UUID.randomUUID()), tenant, Optional.empty(), NOW)
                .asked("", Optional.empty(), Optional.empty(), List.of());
        mustCommit(samples.changes().suggestion(new SuggestionChange(0, plain)));
        assertThat(store.suggestion(tenant, full.id())).contains(full);
        assertThat(store.suggestion(tenant, plain.id())).contains(plain);

        Suggestion forgotten = full.forgotten();
        mustCommit(samples.changes().suggestion(new SuggestionChange(1, forgotten)));
        for (SuggestionChange late :
                List.of(new SuggestionChange(1, full.forgotten()), new SuggestionChange(0, full))) {
            assertThat(store.commit(samples.changes().suggestion(late).build())).isEqualTo(CommitResult.STALE);
        }
        assertThat(store.suggestion(tenant, full.id())).contains(forgotten);
        assertThat(store.suggestion(tenant, new SuggestionId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    final void suggestions_of_a_time_are_listed_as_they_were_asked_page_by_page() {
        List<Suggestion> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(asked(kari, NOW.plusSeconds(i / 4)));
        }
        asked(kari, NOW.minusSeconds(1));
        asked(kari, NOW.plusSeconds(3));
        all.sort(Comparator.comparing(Suggestion::askedAt)
                .thenComparing((Suggestion suggestion) -> suggestion.id().toString()));

        List<Suggestion> listed =
                new ArrayList<>(store.suggestions(tenant, NOW, NOW.plusSeconds(3), Optional.empty(), 5));
        assertThat(listed).hasSize(5);
        for (int i = 0; i < 2; i++) {
            Optional<Suggestion> last = Optional.of(listed.get(listed.size() - 1));
            listed.addAll(store.suggestions(tenant, NOW, NOW.plusSeconds(3), last, 5));
        }
        assertThat(listed).isEqualTo(all);
    }

    @Test
    final void what_somebody_asked_is_found_until_it_is_forgotten() {
        Suggestion first = asked(kari, NOW);
        Suggestion second = asked(kari, NOW);
        asked(new ContactId(UUID.randomUUID()), NOW);
        assertThat(store.suggestionsBy(tenant, kari, 9)).containsExactlyInAnyOrder(first, second);
        assertThat(store.suggestionsBy(tenant, kari, 1)).hasSize(1);

        mustCommit(samples.changes().suggestion(new SuggestionChange(1, first.forgotten())));
        assertThat(store.suggestionsBy(tenant, kari, 9)).containsExactly(second);
    }

    @Test
    final void old_suggestions_are_dropped_the_oldest_first_so_many_at_a_time() {
        Suggestion latest = asked(kari, NOW);
        List<Suggestion> old = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            old.add(asked(kari, NOW.minusSeconds(i)));
        }
        assertThat(store.dropSuggestions(new TenantId(tenant + "-2"), NOW, 9)).isZero();
        assertThat(store.dropSuggestions(tenant, NOW.minusSeconds(3), 9)).isZero();

        assertThat(store.dropSuggestions(tenant, NOW, 2)).isEqualTo(2);
        assertThat(store.suggestionsBy(tenant, kari, 9)).containsExactlyInAnyOrder(latest, old.get(0));
        assertThat(store.dropSuggestions(tenant, NOW, 2)).isEqualTo(1);
        assertThat(store.suggestionsBy(tenant, kari, 9)).containsExactly(latest);
        for (int limit : new int[] {0, Page.MAX_LIMIT + 1}) {
            assertThatThrownBy(() -> store.dropSuggestions(tenant, NOW, limit))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    final void another_tenant_sees_no_suggestion() {
        Suggestion suggestion = asked(kari, NOW);
        TenantId other = new TenantId(tenant + "-2");

        assertThat(store.suggestion(other, suggestion.id())).isEmpty();
        assertThat(store.suggestions(other, NOW, NOW.plusSeconds(1), Optional.empty(), 9))
                .isEmpty();
        assertThat(store.suggestionsBy(other, kari, 9)).isEmpty();
    }
}
