package dev.svar;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.PriorityDetector;
import dev.svar.contact.Actor;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.util.List;

/**
 * Raises the priority of a ticket by what its customer says first. Asked only while a ticket is opened whose opener said no
 * priority, so that it happens once and nobody is overruled.
 */
final class RaiseNewTickets implements Reaction {
    private static final Actor RULE = Actor.rule("priority hint");

    private final PriorityDetector detector;
    private final double from;

    RaiseNewTickets(PriorityDetector detector, double from) {
        this.detector = detector;
        this.from = from;
    }

    @Override
    public List<Effect> to(Step step) {
        Ticket ticket = step.after();
        return step
                .message()
                .filter(m -> m.role() == MessageRole.CUSTOMER)
                .flatMap(said -> detector.detect(CategoryQuestion.about(ticket, said.visibleText())))
                .filter(hint -> hint.probability() >= from && hint.priority().compareTo(ticket.priority()) > 0)
                .map(hint -> new TicketCommand.ChangePriority(
                        RULE,
                        hint.priority(),
                        // Words of the text would outlive their redaction in the history; views show them as long as
                        // they are there.
                        List.of("probability " + Math.round(100 * hint.probability()) + " %")))
                .<Effect>map(Effect.Follow::new)
                .stream()
                .toList();
    }

    /** Another reaction may have said meanwhile how urgent it is. */
    static boolean stillWanted(TicketCommand command, Ticket ticket) {
        return !(command instanceof TicketCommand.ChangePriority)
                || !command.by().equals(RULE)
                || ticket.priority() == Priority.NORMAL;
    }
}
