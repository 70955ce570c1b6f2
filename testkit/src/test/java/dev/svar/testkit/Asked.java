package dev.svar.testkit;

import dev.svar.store.Including;
import dev.svar.store.TextScope;
import dev.svar.store.TicketQuery;
import dev.svar.store.Wanted;
import java.util.function.Consumer;

/** What a query can ask for; and a query without one of these. */
enum Asked {
    STATUSES,
    LABELS,
    ASSIGNEE,
    NOBODY,
    TEAM,
    REQUESTERS,
    ORGANIZATION,
    CATEGORY,
    TAGS,
    PRIORITIES,
    FIELDS,
    DUE,
    UPDATED,
    OPENED,
    TEXT,
    SCOPE,
    SPAM,
    SNOOZED;

    TicketQuery removedFrom(TicketQuery query) {
        TicketQuery.Builder rest = TicketQuery.builder().limit(query.limit());
        unless(STATUSES, () -> rest.statuses(query.statuses()));
        if (this != LABELS && !query.labels().isEmpty()) {
            rest.labels(query.labels());
        }
        wanted(
                query.assignee(),
                value -> unless(ASSIGNEE, () -> rest.assignee(value)),
                () -> unless(NOBODY, rest::unassigned));
        wanted(query.team(), value -> unless(TEAM, () -> rest.team(value)), () -> unless(TEAM, rest::withoutTeam));
        if (this != REQUESTERS && !query.requesters().isEmpty()) {
            rest.requesters(query.requesters());
        }
        query.organization().ifPresent(value -> unless(ORGANIZATION, () -> rest.organization(value)));
        wanted(
                query.category(),
                value -> unless(CATEGORY, () -> rest.category(value)),
                () -> unless(CATEGORY, rest::uncategorized));
        if (this != TAGS && !query.tags().isEmpty()) {
            rest.tags(query.tags());
        }
        if (this != PRIORITIES && !query.priorities().isEmpty()) {
            rest.priorities(query.priorities());
        }
        query.fields().forEach((key, value) -> unless(FIELDS, () -> rest.field(key, value)));
        query.dueBefore().ifPresent(at -> unless(DUE, () -> rest.dueBefore(at)));
        query.updatedSince().ifPresent(at -> unless(UPDATED, () -> rest.updatedSince(at)));
        query.openedSince().ifPresent(at -> unless(OPENED, () -> rest.openedSince(at)));
        if (this != TEXT && !query.words().isEmpty()) {
            rest.text(String.join(" ", query.words()), this == SCOPE ? TextScope.ALL : query.textScope());
        }
        rest.spam(this == SPAM ? Including.WITH : query.spam());
        unless(SNOOZED, () -> rest.snoozed(query.snoozed()));
        return (query.descending() ? rest.descending(query.sort()) : rest.ascending(query.sort())).build();
    }

    private void unless(Asked removed, Runnable step) {
        if (this != removed) {
            step.run();
        }
    }

    private static <T> void wanted(Wanted<T> wanted, Consumer<T> exactly, Runnable nothing) {
        if (wanted instanceof Wanted.Exactly<T> one) {
            exactly.accept(one.value());
        } else if (wanted instanceof Wanted.Nothing) {
            nothing.run();
        }
    }
}
