package dev.svar.store;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a query asks for as text, the same for equal queries on every machine; where its page begins and ends has no part in
 * it. Each value is written with its length, so that no two queries have the same text.
 */
final class QueryText {
    private final StringBuilder text = new StringBuilder();

    private QueryText() {}

    static String of(TicketQuery query) {
        QueryText out = new QueryText();
        out.add("statuses", query.statuses())
                .add("labels", query.labels())
                .add("assignee", query.assignee())
                .add("team", query.team())
                .add("requesters", query.requesters())
                .add("organization", query.organization())
                .add("category", query.category())
                .add("tags", query.tags())
                .add("priorities", query.priorities());
        new TreeMap<>(query.fields())
                .forEach((key, value) ->
                        out.value("field").value(key).value(value.type()).value(value.text()));
        out.add("due", query.dueBefore())
                .add("updated", query.updatedSince())
                .add("opened", query.openedSince())
                .add("words", query.words())
                .value(query.textScope())
                .value(query.spam())
                .value(query.snoozed())
                .value(query.sort())
                .value(query.descending());
        return out.text.toString();
    }

    private QueryText add(String name, Collection<?> values) {
        value(name).value(values.size());
        TreeSet<String> sorted = new TreeSet<>();
        values.forEach(value -> sorted.add(value.toString()));
        sorted.forEach(this::value);
        return this;
    }

    private QueryText add(String name, Optional<?> value) {
        return add(name, value.stream().toList());
    }

    private QueryText add(String name, Wanted<?> wanted) {
        value(name);
        if (wanted instanceof Wanted.Exactly<?> exactly) {
            return value("=").value(exactly.value());
        }
        return value(wanted instanceof Wanted.Nothing ? "none" : "any");
    }

    private QueryText value(Object value) {
        String written = value.toString();
        text.append(written.length()).append(':').append(written);
        return this;
    }
}
