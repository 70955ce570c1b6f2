package dev.svar.memory;

import dev.svar.announcement.Mailing;
import dev.svar.delivery.MailingId;
import dev.svar.store.MailingChange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** One tenant's mailings, by when they were drafted. Guarded by the tenant's lock. */
final class MemoryMailings {
    private static final Comparator<Mailing> LATEST_FIRST = Comparator.comparing(Mailing::createdAt)
            .thenComparing((Mailing mailing) -> mailing.id().toString())
            .reversed();

    private final Map<MailingId, Mailing> mailings = new HashMap<>();
    private final NavigableSet<Mailing> latestFirst = new TreeSet<>(LATEST_FIRST);

    boolean isCurrent(MailingChange change) {
        long version = find(change.after().id()).map(Mailing::version).orElse(0L);
        return version == change.expectedVersion();
    }

    void put(MailingChange change) {
        Mailing after = change.after();
        find(after.id()).ifPresent(latestFirst::remove);
        mailings.put(after.id(), after);
        latestFirst.add(after);
    }

    Optional<Mailing> find(MailingId id) {
        return Optional.ofNullable(mailings.get(id));
    }

    List<Mailing> list(Optional<Mailing> after, int limit) {
        return after.map(last -> latestFirst.tailSet(last, false)).orElse(latestFirst).stream()
                .limit(limit)
                .toList();
    }
}
