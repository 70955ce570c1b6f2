package dev.svar.insight;

import dev.svar.category.CategoryQuestion;
import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.store.DeskStore;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.StatusCategory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tickets to learn from, page by page, and what their customers said first. */
record TicketTexts(DeskStore store, TenantId tenant) {
    /** Of what was merged into another ticket, and of spam, nothing is learned. */
    static final Set<StatusCategory> ALIVE = EnumSet.complementOf(EnumSet.of(StatusCategory.MERGED));

    static final Set<StatusCategory> SETTLED = EnumSet.of(StatusCategory.SOLVED, StatusCategory.CLOSED);
    /** How many tickets a page has. */
    static final int TICKETS = 200;
    /** The customer's first word is among the first messages, or a ticket has none. */
    private static final int MESSAGES = 20;

    /** Visits tickets until the visitor has enough, which it says by {@code false}. */
    void visit(TicketQuery query, Predicate<TicketState> visitor) {
        Optional<TicketQuery> next = Optional.of(query);
        while (next.isPresent()) {
            Page<TicketState> page = store.tickets(tenant, next.get());
            for (TicketState state : page.items()) {
                if (!visitor.test(state)) {
                    return;
                }
            }
            next = page.next().map(query::from);
        }
    }

    /** What happened to a ticket behind an event. */
    List<RecordedEvent> events(TicketState state, long behind) {
        List<RecordedEvent> found = new ArrayList<>();
        long last = state.ticket().version();
        for (long from = behind; from < last; from += Page.MAX_LIMIT) {
            int limit = (int) Math.min(Page.MAX_LIMIT, last - from);
            found.addAll(store.events(tenant, state.ticket().id(), from, limit));
        }
        return found;
    }

    CategoryQuestion question(TicketState state) {
        String said = store.messages(tenant, state.ticket().id(), 0, MESSAGES).stream()
                .filter(message -> message.role() == MessageRole.CUSTOMER)
                .findFirst()
                .map(Message::visibleText)
                .orElse("");
        return CategoryQuestion.about(state.ticket(), said);
    }
}
