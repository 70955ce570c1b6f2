package dev.svar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes of text messages, with a gateway in memory. */
final class SmsTransportTest {
    private static final Address KARI = Address.phone("+4799887766");

    private static OutboundMessage message(String text) {
        return new OutboundMessage(
                "<svar.1@desk.example>", KARI, "Svar", KARI, KARI, "Hei", text, Optional.empty(), List.of(), false);
    }

    @Test
    void a_text_that_is_too_long_fails_before_the_gateway_has_it() {
        List<String> given = new ArrayList<>();
        SmsTransport transport = SmsTransport.through((id, to, text) -> {
            given.add(text.text());
            return new SendOutcome.Accepted("");
        });

        assertThat(transport.send(message("a".repeat(1531)))).isInstanceOf(SendOutcome.Failed.class);
        assertThat(given).isEmpty();
    }

    @Test
    void a_failed_receipt_bounces_its_delivery_once() {
        Mailbox mailbox = new Mailbox(Address.phone("+4711111111"), "Svar");
        HelpDesk desk = HelpDesk.builder(new MemoryStore())
                .time(ManualTime.at("2026-12-01T09:00:00Z"))
                .transport(SmsTransport.through((id, to, text) -> new SendOutcome.Accepted("SM1")))
                .mailbox(mailbox)
                .build();
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
        desk.reply(ticket.id(), new AgentId("lars"), "Ja");
        desk.runDue(100);
        Delivery sent = latest(desk, ticket);
        SmsReceipt receipt = new SmsReceipt(sent.message().messageId(), KARI, SmsReceipt.State.FAILED, "30003");

        assertThat(sent.state()).isEqualTo(DeliveryState.ACCEPTED);
        receipt.asBounce(mailbox.address()).ifPresent(desk::receive);
        long version = desk.history(ticket.id(), 0, 100).size();
        receipt.asBounce(mailbox.address()).ifPresent(desk::receive);

        assertThat(latest(desk, ticket).state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(latest(desk, ticket).code()).isEqualTo("30003");
        assertThat(desk.history(ticket.id(), 0, 100))
                .hasSize((int) version)
                .extracting(RecordedEvent::event)
                .hasAtLeastOneElementOfType(TicketEvent.DeliveryFailed.class);
        assertThat(new SmsReceipt(sent.message().messageId(), KARI, SmsReceipt.State.DELIVERED, "")
                        .asBounce(mailbox.address()))
                .isEmpty();
    }

    @Test
    void a_receipt_says_that_the_phone_has_it_and_a_later_one_that_it_has_not() {
        HelpDesk desk = HelpDesk.builder(new MemoryStore())
                .time(ManualTime.at("2026-12-01T09:00:00Z"))
                .transport(SmsTransport.through((id, to, text) -> new SendOutcome.Accepted("SM1")))
                .mailbox(new Mailbox(Address.phone("+4711111111"), "Svar"))
                .build();
        Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
        desk.reply(ticket.id(), new AgentId("lars"), "Ja");
        desk.runDue(100);
        Delivery sent = latest(desk, ticket);
        String id = sent.message().messageId();

        take(desk, new SmsReceipt(id, KARI, SmsReceipt.State.UNDERWAY, ""));
        assertThat(latest(desk, ticket)).isEqualTo(sent);
        take(desk, new SmsReceipt(id, KARI, SmsReceipt.State.DELIVERED, ""));
        assertThat(latest(desk, ticket).state()).isEqualTo(DeliveryState.DELIVERED);
        take(desk, new SmsReceipt(id, KARI, SmsReceipt.State.FAILED, "30003"));
        assertThat(latest(desk, ticket).state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(sent.reference()).contains("SM1");
    }

    private static void take(HelpDesk desk, SmsReceipt receipt) {
        receipt.report().ifPresent(report -> desk.deliveryReported(receipt.key(), report));
    }

    private static Delivery latest(HelpDesk desk, Ticket ticket) {
        List<Delivery> all = desk.deliveries(ticket.id(), 100);
        return all.get(all.size() - 1);
    }

    @Test
    void a_gateway_that_throws_is_not_said_to_have_refused() {
        SmsTransport transport = SmsTransport.through((id, to, text) -> {
            throw new InvalidValueException("answer", "is not readable");
        });

        assertThatThrownBy(() -> transport.send(message("Hei"))).isInstanceOf(InvalidValueException.class);
    }
}
