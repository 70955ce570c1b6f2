package dev.svar.store;

import dev.svar.message.Message;
import dev.svar.ticket.Ticket;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;

/** Whether a ticket is one that a query asks for. Pure; what costs most is looked at last. */
final class TicketMatch {
    private TicketMatch() {}

    static boolean test(TicketQuery query, TicketState state, Iterable<Message> messages) {
        Ticket ticket = state.ticket();
        return query.statuses().contains(ticket.status().category())
                && query.spam().admits(ticket.spam())
                && query.snoozed().admits(ticket.snoozedUntil().isPresent())
                && query.assignee().matches(ticket.assignee())
                && query.team().matches(ticket.team())
                && query.category().matches(ticket.category())
                && among(query.labels(), ticket.status().label())
                && among(query.requesters(), ticket.requester())
                && among(query.priorities(), ticket.priority())
                && query.organization()
                        .map(wanted ->
                                ticket.organization().filter(wanted::equals).isPresent())
                        .orElse(true)
                && isInTime(query, state)
                && ticket.tags().containsAll(query.tags())
                && ticket.fields().entrySet().containsAll(query.fields().entrySet())
                && hasWords(query, ticket.subject(), messages);
    }

    /** What is not asked for admits everything. */
    private static <T> boolean among(Collection<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.contains(actual);
    }

    private static boolean isInTime(TicketQuery query, TicketState state) {
        return query.dueBefore()
                        .map(limit ->
                                state.due().filter(due -> due.isBefore(limit)).isPresent())
                        .orElse(true)
                && query.updatedSince()
                        .map(since -> !state.ticket().updatedAt().isBefore(since))
                        .orElse(true)
                && query.openedSince()
                        .map(since -> !state.ticket().openedAt().isBefore(since))
                        .orElse(true);
    }

    private static boolean hasWords(TicketQuery query, String subject, Iterable<Message> messages) {
        Set<String> missing = new HashSet<>(query.words());
        removeFound(missing, subject);
        if (missing.isEmpty() || query.textScope() == TextScope.SUBJECT) {
            return missing.isEmpty();
        }
        for (Message message : messages) {
            if (query.textScope().includes(message.role())) {
                removeFound(missing, message.visibleText());
            }
        }
        return missing.isEmpty();
    }

    private static void removeFound(Set<String> missing, String text) {
        if (!missing.isEmpty()) {
            NavigableSet<String> words = SearchWords.of(text);
            missing.removeIf(word -> SearchWords.beginnings(word).stream().allMatch(part -> begins(words, part)));
        }
    }

    private static boolean begins(NavigableSet<String> words, String beginning) {
        String first = words.ceiling(beginning);
        return first != null && first.startsWith(beginning);
    }
}
