package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.memory.MemoryStore;
import dev.svar.store.TicketQuery;
import dev.svar.ticket.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DeskOnAnotherStoreTest {
    private static final NewTicket REQUEST = NewTicket.builder(
                    Address.mail("kari@customer.example"), "Cannot pay", "It says no.")
            .build();

    private final ManualTime time = ManualTime.at("2026-12-01T09:00:00Z");
    private final RecordingTransport mail = RecordingTransport.mail();
    private final AtomicLong ids = new AtomicLong();
    private final List<String> told = new ArrayList<>();
    private final MemoryStore first = new MemoryStore();
    private final MemoryStore second = new MemoryStore();
    private final HelpDesk desk = HelpDesk.builder(first)
            .tenant(new TenantId("shop"))
            .numberPrefix("SHOP")
            .time(time)
            .ids(() -> new UUID(0x7000, ids.incrementAndGet()))
            .transport(mail)
            .mailbox(new Mailbox(Address.mail("support@shop.example"), "The shop"))
            .listener(
                    "report",
                    (ticket, events) -> told.add(ticket.ticket().number().toString()))
            .build();

    @Test
    void a_desk_on_another_store_writes_there_only() {
        HelpDesk other = desk.on(second);
        Ticket ticket = other.open(REQUEST);

        assertThat(other.find("SHOP-1")).map(state -> state.ticket()).contains(ticket);
        assertThat(desk.tickets(TicketQuery.all(10)).items()).isEmpty();
        assertThat(second.ticket(new TenantId("shop"), ticket.id())).isPresent();
    }

    @Test
    void it_shares_everything_else_with_the_desk_that_it_comes_from() {
        HelpDesk other = desk.on(second);
        Set<UUID> tickets = new HashSet<>();
        tickets.add(desk.open(REQUEST).id().value());
        tickets.add(other.open(REQUEST).id().value());
        tickets.add(desk.on(second).open(REQUEST).id().value());
        time.advance(Duration.ofMinutes(1));
        other.runDue(100);

        assertThat(tickets).as("ids come from one source").hasSize(3);
        assertThat(told).containsExactlyInAnyOrder("SHOP-1", "SHOP-2");
        assertThat(mail.accepted()).hasSize(2);
        desk.runDue(100);
        assertThat(mail.accepted()).hasSize(3);
    }
}
