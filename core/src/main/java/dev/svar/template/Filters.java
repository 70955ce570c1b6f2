package dev.svar.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The filters of the language, put together from their tables. */
final class Filters {
    private static final Map<String, Filter.Entry> ALL = all();

    private Filters() {}

    private static Map<String, Filter.Entry> all() {
        Map<String, Filter.Entry> all = new HashMap<>();
        for (List<Filter.Entry> table : List.of(
                TextFilters.TABLE,
                ReplaceFilters.TABLE,
                EscapeFilters.TABLE,
                UrlFilters.TABLE,
                Base64Filters.TABLE,
                ListFilters.TABLE,
                SelectFilters.TABLE,
                SortFilters.TABLE,
                FindFilters.TABLE,
                NumberFilters.TABLE,
                DefaultFilter.TABLE,
                DateFilter.TABLE,
                MessageFilter.TABLE)) {
            table.forEach(entry -> all.put(entry.name(), entry));
        }
        return Map.copyOf(all);
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    static Optional<Filter.Entry> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
