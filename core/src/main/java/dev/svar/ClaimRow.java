package dev.svar;

import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.WorkResult;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims that are dealt with one after the other, but for those that are put off together with one before them. */
final class ClaimRow {
    private final Deque<Claim> left;
    private int putOff;
    private boolean dueAgain;

    ClaimRow(Collection<Claim> claims) {
        this.left = new ArrayDeque<>(claims);
    }

    Optional<Claim> next() {
        return Optional.ofNullable(left.poll());
    }

    /** Those whose turn has not come. */
    List<Claim> behind() {
        return List.copyOf(left);
    }

    /** What these changes put off is dealt with. */
    void putOff(Changes committed, Instant now) {
        Set<Claim> done =
                committed.workResults().stream().map(WorkResult::claim).collect(Collectors.toSet());
        int before = left.size();
        left.removeAll(done);
        putOff += before - left.size();
        dueAgain |= committed.workResults().stream()
                .anyMatch(result ->
                        result instanceof WorkResult.PutOff later && !later.at().isAfter(now));
    }

    /** How many were put off together with one before them. */
    int putOff() {
        return putOff;
    }

    /** Whether something that was put off is due already. */
    boolean dueAgain() {
        return dueAgain;
    }
}
