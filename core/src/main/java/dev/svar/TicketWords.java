package dev.svar;

import dev.svar.message.Message;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import java.util.Optional;
import java.util.function.Predicate;

/** What a ticket is about, as it was said first: its subject and the first message that its customer sees. */
final class TicketWords {
    /** Among so many messages is the first of them, or the ticket has none. */
    private static final int FIRST_MESSAGES = 20;

    private final DeskSetup setup;

    TicketWords(DeskSetup setup) {
        this.setup = setup;
    }

    /** Whether others are compared with it: it goes on for itself and is no spam. */
    static boolean areCompared(Ticket ticket) {
        return !ticket.spam() && ticket.status().category() != StatusCategory.MERGED;
    }

    Optional<String> compared(Ticket ticket) {
        return areCompared(ticket) ? Optional.of(of(ticket)) : Optional.empty();
    }

    String of(Ticket ticket) {
        return together(
                ticket.subject(), first(ticket, MessageRole::visibleToCustomer).orElse(""));
    }

    Optional<String> first(Ticket ticket, Predicate<MessageRole> of) {
        return setup.store().messages(setup.tenant(), ticket.id(), 0, FIRST_MESSAGES).stream()
                .filter(message -> of.test(message.role()))
                .findFirst()
                .map(Message::visibleText);
    }

    static String together(String subject, String text) {
        return subject + "\n" + text;
    }
}
