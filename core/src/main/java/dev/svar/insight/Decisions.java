package dev.svar.insight;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.TeachingPace;
import dev.svar.contact.Actor;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketEvent.Categorized;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads from the history of tickets what was decided about their categories. A person's decision counts; a rule's counts once
 * the ticket is solved and nobody has said otherwise.
 */
record Decisions(TicketTexts texts, Predicate<Actor> teachers, CategoryNames names) {
    /** So many tickets are looked at for each decision that is wanted. */
    static final int LOOKED_AT = 4;

    /** Visits tickets that were updated since an instant, each at least once, also if they change meanwhile. */
    void updatedSince(Instant since, Consumer<TicketState> visitor) {
        TicketQuery query = TicketQuery.builder()
                .statuses(TicketTexts.ALIVE)
                .updatedSince(since)
                .ascending(TicketSort.UPDATED)
                .limit(TicketTexts.TICKETS)
                .build();
        texts.visit(query, state -> {
            visitor.accept(state);
            return true;
        });
    }

    /** What persons decided about a ticket behind an event and after an instant, in order. */
    List<Decision> taught(TicketState state, long behind, Instant after) {
        List<RecordedEvent> decided = categorized(state, behind).stream()
                .filter(event -> event.at().isAfter(after) && isTaught(event))
                .toList();
        if (decided.isEmpty()) {
            return List.of();
        }
        CategoryQuestion question = texts.question(state);
        return decided.stream()
                .flatMap(event -> decision(event, question).stream())
                .toList();
    }

    /**
     * What the latest tickets stand for at an instant, in the order in which it was decided; nobody taught too much. Where few
     * decide, not more tickets are looked at than {@link #LOOKED_AT} for each decision that is wanted.
     */
    List<Decision> standing(Instant until, int most, TeachingPace pace) {
        TicketQuery query = TicketQuery.builder()
                .statuses(TicketTexts.ALIVE)
                .descending(TicketSort.NUMBER)
                .limit(TicketTexts.TICKETS)
                .build();
        List<Decision> all = new ArrayList<>();
        long[] left = {(long) most * LOOKED_AT};
        texts.visit(query, state -> {
            standing(state, until).ifPresent(all::add);
            return --left[0] > 0 && all.size() < most;
        });
        return all.stream()
                .sorted(Decision.IN_ORDER)
                .filter(decision -> pace.allows(decision.example().by(), decision.at()))
                .toList();
    }

    private Optional<Decision> standing(TicketState state, Instant until) {
        if (state.ticket().category().isEmpty()) {
            return Optional.empty();
        }
        boolean settled = TicketTexts.SETTLED.contains(state.ticket().status().category());
        Optional<RecordedEvent> counts = Optional.empty();
        for (RecordedEvent event : categorized(state, 0)) {
            boolean confirmed = settled && event.by() instanceof Actor.Rule;
            if (!event.at().isAfter(until) && (confirmed || isTaught(event))) {
                counts = Optional.of(event);
            }
        }
        return counts.flatMap(event -> decision(event, texts.question(state)));
    }

    private boolean isTaught(RecordedEvent event) {
        return event.by() instanceof Actor.DeskAgent && teachers.test(event.by());
    }

    private Optional<Decision> decision(RecordedEvent event, CategoryQuestion question) {
        return names.today(((Categorized) event.event()).to())
                .map(category -> new Decision(
                        new CategoryExample(event.ticket().toString(), question, category, event.by()), event.at()));
    }

    private List<RecordedEvent> categorized(TicketState state, long behind) {
        return texts.events(state, behind).stream()
                .filter(event -> event.event() instanceof Categorized)
                .toList();
    }
}
