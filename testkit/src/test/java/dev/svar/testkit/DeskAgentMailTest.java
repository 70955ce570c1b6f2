package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.AgentMail;
import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.DigestWindow;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.message.Attachment;
import dev.svar.message.Disposition;
import dev.svar.message.ForwardedMessage;
import dev.svar.message.InboundMessage;
import dev.svar.message.Message;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Kari has a ticket, and Lars, an agent, writes mail to the desk. */
final class DeskAgentMailTest {
    private static final Address LARS_AT_WORK = Address.mail("lars@paamelding.example");

    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = office.builder(office.mail)
            .agentMail(AgentMail.REPLIES, AgentMail.FORWARDS)
            .build();
    private final Ticket ticket = office.opened();

    private static InboundMessage.Builder byLars(String subject, String text) {
        return TestDesk.mail("lars", LARS_AT_WORK).subject(subject).text(text).senderConfirmed(true);
    }

    private static InboundMessage.Builder forwarding() {
        return byLars("Fwd: Hvor er pakken?", "FYI\n\nFrom: Ola\nHvor er pakken?")
                .forwarded(new ForwardedMessage(OLA, "Ola Hansen", "Hvor er pakken?"));
    }

    @Test
    void a_confirmed_agents_answer_is_a_reply_to_the_customer() {
        office.sent();
        Taken taken = desk.receive(byLars("Re: Betaling [SUP-1]", "Prøv igjen.")
                .attach("kvittering.pdf", "application/pdf", Optional.empty(), TestDesk.raw("pdf"))
                .build());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.JOINED);
        assertThat(taken.receipt().reason()).isEqualTo("has the number SUP-1 in its subject, by the agent lars");
        Message reply = office.desk.messages(ticket.id(), 0, 10).get(1);
        assertThat(reply.role()).isEqualTo(MessageRole.REPLY);
        assertThat(reply.by()).isEqualTo(Actor.agent(LARS));
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.PENDING);
        assertThat(office.sent())
                .singleElement()
                .satisfies(m -> assertThat(m.to()).isEqualTo(KARI))
                .satisfies(m -> assertThat(m.text()).contains("Prøv igjen.", "Lars Holm"))
                .satisfies(m -> assertThat(m.files())
                        .extracting(Attachment::content)
                        .containsExactly(TestDesk.raw("pdf").ref()));
        assertThat(office.store.content(TestDesk.TENANT, TestDesk.raw("pdf").ref()))
                .isPresent();
    }

    @Test
    void an_answer_that_repeats_a_letter_to_the_agent_never_reaches_the_customer() {
        String letter = noteToLars();
        Taken taken = desk.receive(byLars("Re: Betaling [SUP-1]", "Enig.\n\n" + letter.replace(" ", "\n"))
                .build());

        assertThat(letter).contains("svindler");
        assertThat(taken.receipt().reason()).endsWith("repeats a letter that was for the agent alone");
        assertThat(office.desk.messages(ticket.id(), 0, 10))
                .extracting(Message::role)
                .containsExactly(MessageRole.CUSTOMER, MessageRole.NOTE, MessageRole.NOTE);
        assertThat(office.sent()).noneMatch(m -> m.to().equals(KARI));
    }

    @Test
    void an_agent_is_not_believed_on_his_address_alone() {
        Taken taken = desk.receive(byLars("Re: Betaling [SUP-1]", "Vi betaler tilbake alt.")
                .senderConfirmed(false)
                .build());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(office.desk.messages(ticket.id(), 0, 10)).hasSize(1);
        assertThat(office.fresh(ticket).status()).isEqualTo(ticket.status());
    }

    @Test
    void a_confirmed_customer_is_no_agent() {
        Taken taken = desk.receive(TestDesk.mail("2", OLA)
                .subject("Re: Betaling [SUP-1]")
                .senderConfirmed(true)
                .build());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
    }

    @Test
    void what_was_not_allowed_is_not_done() {
        Taken reply = office.desk.receive(byLars("Re: [SUP-1]", "Prøv igjen.").build());
        HelpDesk replying =
                office.builder(office.mail).agentMail(AgentMail.REPLIES).build();
        Taken forward = replying.receive(TestDesk.mail("f", LARS_AT_WORK)
                .senderConfirmed(true)
                .forwarded(new ForwardedMessage(OLA, "", "Hei"))
                .build());

        assertThat(reply.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(requester(forward)).isNotEqualTo(OLA);
    }

    @Test
    void a_forwarded_mail_opens_the_customers_ticket() {
        office.sent();
        Taken taken = desk.receive(forwarding().build());
        TicketId id = taken.receipt().ticket().orElseThrow();

        assertThat(taken.receipt().reason()).isEqualTo("forwarded by the agent lars");
        assertThat(requester(taken)).isEqualTo(OLA);
        assertThat(office.state(id).ticket().participants()).isEmpty();
        assertThat(office.desk.messages(id, 0, 10))
                .singleElement()
                .satisfies(m -> assertThat(m.visibleText()).contains("Hvor er pakken?"));
        assertThat(office.sent())
                .singleElement()
                .satisfies(m -> assertThat(m.to()).isEqualTo(OLA));
    }

    @Test
    void a_forward_of_the_desks_own_mail_opens_nobodys_ticket() {
        Taken taken = desk.receive(byLars("Fwd: Betaling", "FYI")
                .forwarded(new ForwardedMessage(TestDesk.MAILBOX, "", "Hei"))
                .build());

        assertThat(requester(taken)).isEqualTo(LARS_AT_WORK);
    }

    @Test
    void an_answer_to_a_ticket_that_takes_no_more_is_kept_for_a_person() {
        office.desk.execute(ticket.id(), new TicketCommand.ChangeStatus(TestDesk.AGENT, Status.CLOSED));
        Taken taken = desk.receive(byLars("Re: [SUP-1]", "Prøv igjen.").build());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.QUARANTINED);
        assertThat(taken.receipt().reason()).contains("SUP-1");
    }

    private Address requester(Taken taken) {
        Ticket opened = office.state(taken.receipt().ticket().orElseThrow()).ticket();
        return Optional.of(opened.requester())
                .flatMap(id -> office.store.contact(TestDesk.TENANT, id))
                .orElseThrow()
                .addresses()
                .get(0);
    }

    @Test
    void a_letter_about_a_ticket_that_was_merged_since_is_not_repeated_to_the_customer_either() {
        String letter = noteToLars();
        Ticket other = office.opened();
        desk.merge(ticket.id(), other.id(), LARS);
        Taken taken = desk.receive(
                byLars("Re: Betaling [SUP-1]", "Enig.\n\n" + letter).build());

        assertThat(taken.receipt().ticket()).contains(other.id());
        assertThat(taken.receipt().reason()).endsWith("repeats a letter that was for the agent alone");
    }

    @Test
    void of_all_tickets_that_were_merged_into_one_no_letter_is_repeated_to_the_customer() {
        List<TicketId> merged = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            TicketId each = office.opened().id();
            desk.note(each, TestDesk.BERIT, "@lars Kunden er nok svindler nummer " + i + ", vær forsiktig.");
            merged.add(each);
        }
        merged.forEach(each -> desk.merge(each, ticket.id(), LARS));

        for (int i = 0; i < merged.size(); i++) {
            Taken taken = desk.receive(TestDesk.mail("lars" + i, LARS_AT_WORK)
                    .subject("Re: Betaling [SUP-1]")
                    .text("Enig.\n\n@lars Kunden er nok svindler nummer " + i + ", vær forsiktig.")
                    .senderConfirmed(true)
                    .build());
            assertThat(taken.receipt().reason())
                    .as("ticket %d", i)
                    .endsWith("repeats a letter that was for the agent alone");
        }
    }

    @Test
    void an_answer_to_a_letter_about_several_tickets_is_set_aside_and_reaches_no_customer() {
        desk.setPreferences(desk.preferences(NotifiedPerson.of(LARS))
                .with(Channel.MAIL, ChannelPreferences.EVERYTHING.digest(DigestWindow.HOURLY)));
        for (Ticket each : List.of(ticket, office.opened())) {
            desk.execute(each.id(), new TicketCommand.Assign(Actor.agent(TestDesk.BERIT), Optional.of(LARS)));
        }
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(61)));
        OutboundMessage digest = office.mail.offered().stream()
                .filter(m -> m.to().equals(LARS_AT_WORK))
                .findFirst()
                .orElseThrow();
        int before = office.mail.offered().size();
        Taken taken = desk.receive(byLars("Re: " + digest.subject(), "Jeg tar den første.")
                .references(List.of(digest.messageId()))
                .build());
        desk.runDue(100);

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.QUARANTINED);
        assertThat(taken.receipt().reason()).isEqualTo("the agent lars answers a letter about several tickets");
        assertThat(office.mail.offered()).hasSize(before);
    }

    /** What Lars is sent of a note that the customer must not see. */
    private String noteToLars() {
        desk.note(ticket.id(), TestDesk.BERIT, "@lars Kunden er nok en svindler, vær forsiktig.");
        return office.sent().stream()
                .filter(m -> m.to().equals(LARS_AT_WORK))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
