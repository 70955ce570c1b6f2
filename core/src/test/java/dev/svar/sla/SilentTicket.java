package dev.svar.sla;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import dev.svar.ticket.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A ticket whose customer does not answer, from Thursday 3 December 2026, 11:00 in Oslo. */
final class SilentTicket {
    private static final ContactId KARI = new ContactId(new UUID(0, 1));
    private static final Actor AGENT = Actor.agent(new AgentId("lars"));
    private static final MessageId MESSAGE = new MessageId(new UUID(0, 2));

    private Instant now = Times.at("2026-12-03T11:00:00+01:00");
    private Ticket ticket = Ticket.builder(
                    new TicketId(new UUID(7, 1)), TenantId.DEFAULT, new TicketNumber("SUP", 1), KARI, Channel.MAIL, now)
            .version(2, now)
            .build();

    Ticket ticket() {
        return ticket;
    }

    Instant now() {
        return now;
    }

    SilentTicket later(Duration time) {
        now = now.plus(time);
        return this;
    }

    void becomes(Status status) {
        does(new TicketCommand.ChangeStatus(AGENT, status));
    }

    void customerWrites() {
        does(new TicketCommand.AddCustomerMessage(Actor.customer(KARI), MESSAGE));
    }

    void spam(boolean marked) {
        does(marked ? new TicketCommand.MarkSpam(AGENT) : new TicketCommand.ClearSpam(AGENT));
    }

    /** Takes the step that the plan names now. */
    void takes(SilencePlan plan) {
        SilencePlan.Next next = plan.next(ticket).orElseThrow();
        does(new TicketCommand.TakeSilenceStep(
                Actor.rule("silence"), ticket.silence().round(), next.step()));
    }

    private void does(TicketCommand command) {
        TicketLifecycle.standard().decide(ticket, command, now).forEach(e -> ticket = TicketLifecycle.apply(ticket, e));
    }
}
