package dev.svar;

import dev.svar.category.CategoryQuestion;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import java.util.Set;

/** Notices what the words of a customer say of urgency and mood. */
final class Hints {
    private static final Set<MessageRole> CUSTOMER = Set.of(MessageRole.CUSTOMER);

    private final DeskSetup setup;
    private final TicketWords words;

    Hints(DeskSetup setup) {
        this.setup = setup;
        this.words = new TicketWords(setup);
    }

    TicketHints of(Ticket ticket) {
        return new TicketHints(
                setup.hints()
                        .priorities()
                        .flatMap(detector -> words.first(ticket, CUSTOMER::contains)
                                .flatMap(said -> detector.detect(CategoryQuestion.about(ticket, said)))),
                setup.store().latestMessages(setup.tenant(), ticket.id(), CUSTOMER, 1).stream()
                        .findFirst()
                        .flatMap(said -> setup.hints().moods().detect(said.visibleText())));
    }
}
