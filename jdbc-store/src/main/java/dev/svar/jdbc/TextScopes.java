package dev.svar.jdbc;

import dev.svar.store.TextScope;
import java.util.List;
import java.util.stream.Stream;

/** Texts that are within a scope: those whose narrowest scope is not a wider one. */
final class TextScopes {
    private TextScopes() {}

    static String within(String column, TextScope scope) {
        return scope == TextScope.ALL
                ? ""
                : " AND " + column + " IN (" + Sql.marks(names(scope).size()) + ")";
    }

    /** The parameters of the condition. */
    static List<String> names(TextScope scope) {
        return scope == TextScope.ALL
                ? List.of()
                : Stream.of(TextScope.values())
                        .filter(narrower -> narrower.compareTo(scope) <= 0)
                        .map(Enum::name)
                        .toList();
    }
}
