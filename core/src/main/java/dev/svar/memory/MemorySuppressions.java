package dev.svar.memory;

import dev.svar.contact.Address;
import dev.svar.delivery.Suppression;
import dev.svar.store.SuppressionChange;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is known against addresses. Guarded by the tenant's lock. */
final class MemorySuppressions {
    private final NavigableMap<Address, Suppression> all =
            new TreeMap<>(Comparator.comparing((Address a) -> a.channel().name(), MemorySuppressions::byCodePoints)
                    .thenComparing(Address::value, MemorySuppressions::byCodePoints));

    /** As UTF-8 is ordered, which is not the order of the units of a string. */
    private static int byCodePoints(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        return Arrays.compare(a, b);
    }

    boolean isCurrent(SuppressionChange change) {
        long version = Optional.ofNullable(all.get(change.address()))
                .map(Suppression::version)
                .orElse(0L);
        return version == change.expectedVersion();
    }

    void apply(SuppressionChange change) {
        if (change.after().isPresent()) {
            all.put(change.address(), change.after().get());
        } else {
            all.remove(change.address());
        }
    }

    Map<Address, Suppression> find(Set<Address> addresses) {
        Map<Address, Suppression> found = new HashMap<>();
        addresses.forEach(
                address -> Optional.ofNullable(all.get(address)).ifPresent(known -> found.put(address, known)));
        return found;
    }

    List<Suppression> page(Optional<Address> after, int limit) {
        return after.map(a -> all.tailMap(a, false)).orElse(all).values().stream()
                .limit(limit)
                .toList();
    }
}
