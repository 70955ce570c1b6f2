package dev.svar.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What has versions and owns keys, of which each belongs to at most one owner. Guarded by the tenant's lock. */
final class MemoryOwners<I, K, V> {
    private final Map<I, Entry<I, V>> owners = new HashMap<>();
    private final Map<K, I> ownersByKey = new HashMap<>();
    private final Function<V, Collection<K>> keys;

    MemoryOwners(Function<V, Collection<K>> keys) {
        this.keys = keys;
    }

    /** An owner at a version. */
    record Entry<I, V>(I id, long version, V value) {}

    /** An owner's new state and the version that it must have before, 0 if it is new. */
    record Change<I, V>(long expectedVersion, Entry<I, V> after) {}

    /** Whether all owners are at the expected versions and no key would have two owners. */
    boolean areCurrent(List<Change<I, V>> changes) {
        Set<I> changing = new HashSet<>();
        for (Change<I, V> change : changes) {
            long version = Optional.ofNullable(owners.get(change.after().id()))
                    .map(Entry::version)
                    .orElse(0L);
            if (version != change.expectedVersion()
                    || !changing.add(change.after().id())) {
                return false;
            }
        }
        Set<K> taken = new HashSet<>();
        return changes.stream()
                .flatMap(change -> keys.apply(change.after().value()).stream())
                .allMatch(key -> taken.add(key)
                        && Optional.ofNullable(ownersByKey.get(key))
                                .filter(owner -> !changing.contains(owner))
                                .isEmpty());
    }

    void apply(List<Change<I, V>> changes) {
        for (Change<I, V> change : changes) {
            Optional.ofNullable(owners.put(change.after().id(), change.after()))
                    .ifPresent(before -> keys.apply(before.value()).forEach(ownersByKey::remove));
        }
        for (Change<I, V> change : changes) {
            keys.apply(change.after().value())
                    .forEach(key -> ownersByKey.put(key, change.after().id()));
        }
    }

    Optional<V> find(I id) {
        return Optional.ofNullable(owners.get(id)).map(Entry::value);
    }

    Optional<V> at(K key) {
        return Optional.ofNullable(ownersByKey.get(key)).flatMap(this::find);
    }
}
