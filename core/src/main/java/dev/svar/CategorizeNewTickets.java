package dev.svar;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.contact.Actor;
import dev.svar.message.Message;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.util.List;
import java.util.Optional;

/** Puts a ticket that has no category into one as soon as the customer has said something. */
final class CategorizeNewTickets implements Reaction {
    private static final Actor RULE = Actor.rule("categorizer");

    private final Categorizer categorizer;

    CategorizeNewTickets(Categorizer categorizer) {
        this.categorizer = categorizer;
    }

    @Override
    public List<Effect> to(Step step) {
        Ticket ticket = step.after();
        Optional<Message> said = step.message().filter(m -> m.role() == MessageRole.CUSTOMER);
        if (said.isEmpty() || ticket.category().isPresent()) {
            return List.of();
        }
        CategoryAnswer answer = categorizer.categorize(
                CategoryQuestion.about(ticket, said.get().visibleText()));
        List<String> reasons =
                answer.reasons().stream().limit(TicketCommand.MAX_REASONS).toList();
        return answer.category()
                .map(c -> List.<Effect>of(new Effect.Follow(new TicketCommand.Categorize(RULE, c, reasons))))
                .orElse(List.of());
    }
}
