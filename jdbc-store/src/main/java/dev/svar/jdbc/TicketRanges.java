package dev.svar.jdbc;

import dev.svar.contact.ContactId;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.Wanted;
import dev.svar.ticket.StatusCategory;
import java.util.List;

/**
 * How a query is divided, so that each part is a range of an index: by requester, for a person has few tickets; by status
 * category, for there are few open tickets among a million closed ones; or not at all, for terms, which have an index of their
 * own, and for the order of the numbers.
 */
final class TicketRanges {
    private TicketRanges() {}

    static List<List<Condition>> of(TicketQuery query) {
        boolean everyStatus = query.statuses().size() == StatusCategory.values().length;
        List<Condition> statuses = everyStatus ? List.of() : List.of(TicketConditions.statuses(query.statuses()));
        if (!query.requesters().isEmpty()) {
            return query.requesters().stream()
                    .map(requester -> of(requester, statuses))
                    .toList();
        } else if (asksForTerms(query) || (everyStatus && isByNumberAlone(query))) {
            return List.of(statuses);
        }
        return query.statuses().stream()
                .sorted()
                .map(category -> List.of(new Condition("t.status_category = ?", p -> p.constant(category))))
                .toList();
    }

    private static List<Condition> of(ContactId requester, List<Condition> statuses) {
        Condition mine = new Condition("t.requester = ?", p -> p.id(requester.value()));
        return statuses.isEmpty() ? List.of(mine) : List.of(mine, statuses.get(0));
    }

    private static boolean asksForTerms(TicketQuery query) {
        return !query.tags().isEmpty()
                || !query.fields().isEmpty()
                || !query.words().isEmpty();
    }

    private static boolean isByNumberAlone(TicketQuery query) {
        return query.sort() == TicketSort.NUMBER
                && query.assignee() instanceof Wanted.Anything
                && query.team() instanceof Wanted.Anything
                && query.organization().isEmpty()
                && query.dueBefore().isEmpty()
                && query.updatedSince().isEmpty()
                && query.openedSince().isEmpty();
    }
}
