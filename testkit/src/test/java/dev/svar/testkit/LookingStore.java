package dev.svar.testkit;

import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds tickets by looking at every one, as a store should, unless a step of it is replaced. */
class LookingStore extends ForwardingStore {
    boolean matches(TicketQuery query, TicketState state) {
        return query.matches(state, messages(state));
    }

    final List<Message> messages(TicketState state) {
        return store.messages(state.ticket().tenant(), state.ticket().id(), 0, Page.MAX_LIMIT);
    }

    boolean isAhead(TicketQuery query, TicketState state) {
        return query.isAhead(state);
    }

    Comparator<TicketState> order(TicketQuery query) {
        return query.order();
    }

    Page<TicketState> page(TicketQuery query, List<TicketState> found) {
        return query.page(found.subList(0, Math.min(query.limit() + 1, found.size())));
    }

    final Stream<TicketState> all(TenantId tenant) {
        return store.tickets(tenant, TicketQuery.all(Page.MAX_LIMIT)).items().stream();
    }

    @Override
    public Page<TicketState> tickets(TenantId tenant, TicketQuery query) {
        return page(
                query,
                all(tenant)
                        .filter(state -> matches(query, state) && isAhead(query, state))
                        .sorted(order(query))
                        .toList());
    }

    @Override
    public long count(TenantId tenant, TicketQuery query, int atMost) {
        store.count(tenant, query, atMost);
        return all(tenant).filter(state -> matches(query, state)).limit(atMost).count();
    }
}
