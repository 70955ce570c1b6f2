package dev.svar.benchmarks;

import dev.svar.HelpDesk;
import dev.svar.LetterCaps;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import dev.svar.memory.MemoryStore;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

/** A desk in memory with mail and the standard promises, one agent and one customer. Due work is never run. */
final class SampleDesk {
    private static final AgentId AGENT = new AgentId("ola");
    private static final NewTicket REQUEST = NewTicket.builder(
                    Address.mail("kari@customer.example"), "Cannot pay", "The page stays blank when I pay.")
            .name("Kari Nordmann")
            .build();

    private final HelpDesk desk = HelpDesk.builder(new MemoryStore())
            .time(InstantSource.fixed(Instant.parse("2026-12-03T10:00:00Z")))
            .mailbox(new Mailbox(Address.mail("support@example.com"), "Example support"))
            .transport(new Taking())
            .letterCaps(LetterCaps.STANDARD.ofDesk(LetterCaps.MAX_OF_DESK, Duration.ofMinutes(10)))
            .sla(SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo"))))
            .agents(AgentDirectory.of(new Agent(AGENT, "Ola Vik", Address.mail("ola@example.com"), Locale.ENGLISH)))
            .build();

    TicketId open() {
        return desk.open(REQUEST).id();
    }

    TicketId reply(TicketId ticket) {
        return desk.reply(ticket, AGENT, "Hello Kari, please try again, it works now.")
                .id();
    }

    Ticket solve(TicketId ticket) {
        return desk.solve(ticket, AGENT);
    }
}
