package dev.svar.benchmarks;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.memory.MemoryStore;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.ticket.Ticket;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Not a benchmark of time: how much heap a ticket takes in {@link MemoryStore}. Each ticket has its clocks and their timers,
 * a message of its own of 200 characters, and a customer who has three of them; every second one was answered and solved.
 * Letters are not counted: the desk has no transport.
 */
public final class MillionTickets {
    private static final int TICKETS_OF_A_CUSTOMER = 3;
    private static final int TEXT_LENGTH = 200;
    private static final AgentId AGENT = new AgentId("ola");

    private MillionTickets() {}

    /**
     * Fills a store and tells what it took.
     *
     * @param args how many tickets
     */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        HelpDesk desk = desk();
        long before = heapInUse();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Ticket ticket = desk.open(ticket(i));
            if (i % 2 == 0) {
                desk.reply(ticket.id(), AGENT, text("Hello, please try again, it works now.", i));
                desk.solve(ticket.id(), AGENT);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        long used = heapInUse() - before;
        System.out.printf(
                Locale.ROOT,
                "%,d tickets in %d s: %,d bytes each, %,d MB together, of a heap of %,d MB%n",
                desk.find("SUP-" + count).isPresent() ? count : 0,
                took.toSeconds(),
                used / count,
                used >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static HelpDesk desk() {
        return HelpDesk.builder(new MemoryStore())
                .time(InstantSource.fixed(Instant.parse("2026-12-03T10:00:00Z")))
                .mailbox(new Mailbox(Address.mail("support@example.com"), "Example support"))
                .sla(SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo"))))
                .build();
    }

    private static NewTicket ticket(int i) {
        String customer = "customer" + i / TICKETS_OF_A_CUSTOMER + "@customer.example";
        return NewTicket.builder(Address.mail(customer), "Cannot pay order " + i, text("The page stays blank.", i))
                .language(Locale.ENGLISH)
                .build();
    }

    private static String text(String words, int i) {
        String begin = words + " " + i + " ";
        return begin + "x".repeat(TEXT_LENGTH - begin.length());
    }

    private static long heapInUse() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
