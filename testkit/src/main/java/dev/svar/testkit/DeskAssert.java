package dev.svar.testkit;

import dev.svar.HelpDesk;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a desk. */
public final class DeskAssert extends AbstractAssert<DeskAssert, HelpDesk> {
    private static final int LISTED = 20;

    DeskAssert(HelpDesk desk) {
        super(desk, DeskAssert.class);
    }

    /**
     * There is a ticket of this number.
     *
     * @param number what people call it, such as {@code SUP-1}
     * @return assertions about the ticket as it stands now
     */
    public TicketAssert ticket(String number) {
        return found("the ticket " + number, actual.find(number));
    }

    /**
     * There is a ticket of this id.
     *
     * @param id its id
     * @return assertions about the ticket as it stands now
     */
    public TicketAssert ticket(TicketId id) {
        return found("the ticket with the id " + id, actual.find(id));
    }

    private TicketAssert found(String what, Optional<TicketState> state) {
        if (state.isEmpty()) {
            failWithMessage("%s", "Expected the desk to have " + what + "\nbut " + tickets());
        }
        return new TicketAssert(actual, state.orElseThrow().ticket()).as("%s", descriptionText());
    }

    private String tickets() {
        Page<TicketState> page = actual.tickets(TicketQuery.all(LISTED));
        List<String> lines = page.items().stream()
                .map(state -> Facts.of(state.ticket()) + " \"" + state.ticket().subject() + "\"")
                .toList();
        return Facts.list("its tickets are", "it has no ticket", lines)
                + (page.next().isPresent() ? "\n  …" : "");
    }
}
