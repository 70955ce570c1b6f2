package dev.svar.memory;

import dev.svar.store.Changes;
import dev.svar.store.MacroChange;
import dev.svar.store.MacroQuery;
import dev.svar.store.Page;
import dev.svar.template.Macro;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One tenant's macros. Guarded by the tenant's lock. */
final class MemoryMacros {
    private final Map<MacroId, Macro> macros = new HashMap<>();

    private record Shortcut(MacroScope scope, String text) {
        static Shortcut of(Macro macro) {
            return new Shortcut(macro.scope(), macro.shortcut());
        }
    }

    /** Whether all macros are at the expected versions, each once, and no shortcut would have two. */
    boolean areCurrent(Changes changes) {
        Set<MacroId> changing = new HashSet<>();
        Set<Shortcut> taken = new HashSet<>();
        return changes.macros().stream().allMatch(change -> {
            Macro after = change.after();
            long version = find(after.id()).map(Macro::version).orElse(0L);
            return version == change.expectedVersion()
                    && changing.add(after.id())
                    && (change.gone() || taken.add(Shortcut.of(after)))
                    && (change.gone()
                            || find(after.scope(), after.shortcut())
                                    .filter(other -> !other.id().equals(after.id()))
                                    .isEmpty());
        });
    }

    void apply(Changes changes) {
        for (MacroChange change : changes.macros()) {
            if (change.gone()) {
                macros.remove(change.after().id());
            } else {
                macros.put(change.after().id(), change.after());
            }
        }
    }

    Optional<Macro> find(MacroId id) {
        return Optional.ofNullable(macros.get(id));
    }

    Optional<Macro> find(MacroScope scope, String shortcut) {
        Shortcut wanted = new Shortcut(scope, shortcut);
        return macros.values().stream()
                .filter(macro -> Shortcut.of(macro).equals(wanted))
                .findFirst();
    }

    /** One macro more than the page holds tells whether there is another page. */
    Page<Macro> page(MacroQuery query) {
        List<Macro> found = new ArrayList<>(macros.values().stream()
                .filter(macro -> macro.scope().equals(query.scope()))
                .filter(macro -> query.place(macro).compareTo(query.first()) >= 0)
                .filter(macro -> query.place(macro).compareTo(query.end()) < 0)
                .filter(macro -> query.cursor()
                        .filter(cursor -> query.place(macro).compareTo(cursor) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(query::place))
                .limit(query.limit() + 1L)
                .toList());
        if (found.size() <= query.limit()) {
            return new Page<>(found, Optional.empty());
        }
        found.remove(query.limit());
        return new Page<>(found, Optional.of(query.place(found.get(query.limit() - 1))));
    }
}
