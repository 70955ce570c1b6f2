package dev.svar.examples;

import static dev.svar.testkit.SvarAssertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import dev.svar.delivery.DeliveryState;
import dev.svar.memory.MemoryStore;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.testkit.BounceMail;
import dev.svar.testkit.CustomerMail;
import dev.svar.testkit.Failure;
import dev.svar.testkit.ManualTime;
import dev.svar.testkit.RecordingTransport;
import dev.svar.ticket.Status;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How a host tests its desk; the blocks of docs/testing.md come from here. */
final class TestingYourDeskTest {
    private static final Address SUPPORT = Address.mail("support@example.com");
    private static final Address KARI = Address.mail("kari@customer.example");
    private static final AgentId OLA = new AgentId("ola");

    private final ManualTime time = ManualTime.at("2026-12-01T09:00:00Z"); // a Tuesday, ten o'clock in Oslo
    private final RecordingTransport mail = RecordingTransport.mail();
    private final HelpDesk desk = HelpDesk.builder(new MemoryStore())
            .time(time)
            .transport(mail)
            .mailbox(new Mailbox(SUPPORT, "Example support"))
            .sla(SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo"))))
            .agents(AgentDirectory.of(new Agent(OLA, "Ola Vik", Address.mail("ola@example.com"), Locale.ENGLISH)))
            .build();

    private void kariAsks() {
        desk.open(NewTicket.builder(KARI, "Cannot pay", "The page stays blank when I pay.")
                .build());
    }

    @Test
    void a_month_in_which_nobody_answers() {
        desk.receive(CustomerMail.from("kari@customer.example")
                .to(SUPPORT)
                .subject("Cannot pay")
                .text("The page stays blank when I pay.")
                .build());
        time.runUntil(desk, Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(desk)
                .ticket("SUP-1")
                .hasStatus(Status.NEW)
                .isUnassigned()
                .wasNotAnswered()
                .hasEventsInOrder(TicketEvent.SlaWarned.class, TicketEvent.SlaBreached.class);
        assertThat(mail)
                .sentTo("kari@customer.example")
                .withSubjectContaining("We have your message [SUP-1]")
                .once();
    }

    @Test
    void the_customer_answers_and_the_ticket_is_open_again() {
        kariAsks();
        desk.reply(desk.find("SUP-1").orElseThrow().ticket().id(), OLA, "Please try again, it works now.");
        desk.runDue(100);

        OutboundMessage answer = mail.accepted().get(1);
        desk.receive(CustomerMail.from(KARI)
                .to(SUPPORT)
                .text("Still blank.")
                .answering(answer)
                .build());

        assertThat(desk)
                .ticket("SUP-1")
                .wasAnsweredWith("try again")
                .customerWrote("Still blank")
                .hasStatus(Status.OPEN);
    }

    @Test
    void a_mail_server_that_is_busy_is_asked_again() {
        mail.failNext(2, Failure.temporary());
        kariAsks();
        time.runUntil(desk, time.instant().plus(Duration.ofMinutes(10)));

        assertThat(desk).ticket("SUP-1").hasDelivery("acknowledged", DeliveryState.ACCEPTED);
        assertThat(mail).sentTo("kari@customer.example").once().sentNothingElse();
    }

    @Test
    void a_mail_that_may_have_arrived_is_never_sent_again() {
        mail.failTo(KARI, Failure.timeoutAfterAcceptance());
        kariAsks();
        time.runUntil(desk, time.instant().plus(Duration.ofDays(1)));

        assertThat(desk)
                .ticket("SUP-1")
                .hasDelivery("acknowledged", DeliveryState.UNCERTAIN)
                .hasEvent(TicketEvent.DeliveryFailed.class);
        assertThat(mail)
                .sentTo("kari@customer.example")
                .withSubjectContaining("We have your message")
                .once();
    }

    @Test
    void a_mail_that_comes_back_is_told_of() {
        kariAsks();
        desk.runDue(100);
        desk.receive(BounceMail.of(mail.accepted().get(0))
                .because("5.1.1", "no such user")
                .build());

        assertThat(desk)
                .ticket("SUP-1")
                .hasDelivery("acknowledged", DeliveryState.BOUNCED)
                .hasEvent(new TicketEvent.DeliveryFailed(KARI, "5.1.1", "no such user"));
    }
}
