package dev.svar.benchmarks;

import dev.svar.HelpDesk;
import dev.svar.LetterCaps;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.DeskStore;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import java.time.Duration;
import java.time.ZoneId;

/**
 * A desk that promises a first answer and acknowledges by mail. Opening a ticket with a message of a thousand characters comes
 * to a ticket, two events, a message, three timers and a delivery.
 */
final class PostedDesk {
    private static final int LENGTH = 1_000;

    private PostedDesk() {}

    static HelpDesk on(DeskStore store) {
        return HelpDesk.builder(store)
                .mailbox(new Mailbox(Address.mail("support@example.com"), "Example support"))
                .transport(new Taking())
                .letterCaps(LetterCaps.STANDARD.ofDesk(LetterCaps.MAX_OF_DESK, Duration.ofMinutes(10)))
                .sla(SlaPolicy.builder(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")))
                        .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(8))
                        .build())
                .build();
    }

    static NewTicket request() {
        return NewTicket.builder(Address.mail("kari@customer.example"), "Cannot pay", text())
                .name("Kari Nordmann")
                .build();
    }

    private static String text() {
        String sentence = "The page stays blank when I pay for the concert with my card, whatever I try on Tuesday. ";
        return sentence.repeat(LENGTH / sentence.length() + 1).substring(0, LENGTH);
    }
}
