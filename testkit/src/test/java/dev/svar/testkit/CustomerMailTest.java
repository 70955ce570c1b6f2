package dev.svar.testkit;

import static dev.svar.testkit.SvarAssertions.assertThat;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CustomerMailTest {
    private final TestDesk office = new TestDesk();

    private static CustomerMail kari() {
        return CustomerMail.from("kari@kunde.example").to(MAILBOX);
    }

    private Disposition received(InboundMessage message) {
        return office.desk.receive(message).receipt().disposition();
    }

    @Test
    void a_mail_needs_nothing_but_who_and_to_whom() {
        InboundMessage mail = CustomerMail.from("kari@kunde.example")
                .to("support@paamelding.example")
                .build();

        assertThat(mail.from()).isEqualTo(TestDesk.KARI);
        assertThat(mail.key().mailbox()).isEqualTo(MAILBOX);
        assertThat(mail.recipients()).containsExactly(MAILBOX);
        assertThat(mail.subject()).isEqualTo("A question");
        assertThat(mail.fullText()).isEqualTo("Hello, I have a question.");
        assertThat(mail.messageId()).contains(mail.key().value());
        assertThat(mail.nature()).isEqualTo(new MessageNature.Human());
        assertThat(mail.mayNotAnswer()).isEmpty();
        assertThat(received(mail)).isEqualTo(Disposition.OPENED);
    }

    @Test
    void everything_that_is_said_is_in_it() {
        byte[] bytes = "a,b".getBytes(StandardCharsets.UTF_8);
        InboundMessage mail = kari().name("Kari Nordmann")
                .subject("Startnummer")
                .text("Hvor?")
                .copyTo(OLA)
                .file("liste.csv", "text/csv", bytes)
                .messageId("<mine@kunde.example>")
                .build();

        assertThat(mail.fromName()).isEqualTo("Kari Nordmann");
        assertThat(mail.subject()).isEqualTo("Startnummer");
        assertThat(mail.visibleText()).isEqualTo("Hvor?").isEqualTo(mail.fullText());
        assertThat(mail.recipients()).containsExactly(MAILBOX, OLA);
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("liste.csv");
            assertThat(file.contentType()).isEqualTo("text/csv");
        });
        assertThat(mail.contents())
                .singleElement()
                .satisfies(content -> assertThat(content.bytes()).isEqualTo(bytes));
        assertThat(mail.messageId()).contains("<mine@kunde.example>");
        assertThat(new String(mail.raw().bytes(), StandardCharsets.UTF_8))
                .contains("From: kari@kunde.example\r\n", "Message-ID: <mine@kunde.example>\r\n", "\r\n\r\nHvor?");
    }

    @Test
    void no_two_mails_are_the_same_and_one_built_twice_is() throws Exception {
        Set<String> ids = new HashSet<>();
        Race.of(8, i -> List.of(kari().build(), kari().build()))
                .forEach(mails -> mails.forEach(mail -> ids.add(mail.key().value())));
        assertThat(ids).hasSize(16);

        CustomerMail mail = kari();
        assertThat(received(mail.build())).isEqualTo(Disposition.OPENED);
        assertThat(office.desk.receive(mail.build()).duplicate()).isTrue();
        assertThat(office.allTickets()).hasSize(1);
    }

    @Test
    void an_answer_joins_the_ticket_as_a_mail_program_would_make_it() {
        Ticket ticket = office.opened();
        OutboundMessage sent = office.sent().get(0);
        InboundMessage answer = kari().text("Takk!").answering(sent).build();

        assertThat(answer.subject()).isEqualTo("Re: " + sent.subject());
        assertThat(answer.recipients()).containsExactly(sent.replyTo());
        assertThat(answer.references()).startsWith(sent.messageId());
        assertThat(answer.replyTokens()).containsExactly(TestDesk.replyToken(sent));
        assertThat(answer.visibleText()).isEqualTo("Takk!");
        assertThat(answer.fullText()).startsWith("Takk!\n\n> ").contains("> Hei");
        assertThat(received(answer)).isEqualTo(Disposition.JOINED);
        assertThat(office.desk).ticket(ticket.id()).customerWrote("Takk!");
    }

    @Test
    void references_come_newest_first() {
        OutboundMessage sent = new OutboundMessage(
                "<3@desk>",
                MAILBOX,
                "",
                MAILBOX,
                OLA,
                "Re: Svar",
                "Hei",
                Optional.of("<2@kunde>"),
                List.of("<1@kunde>", "<2@kunde>"),
                false);
        InboundMessage answer =
                CustomerMail.from(OLA).to(MAILBOX).answering(sent).build();

        assertThat(answer.references()).containsExactly("<3@desk>", "<2@kunde>", "<1@kunde>");
        assertThat(answer.subject()).isEqualTo("Re: Svar");
        assertThat(answer.replyTokens()).isEmpty();
    }

    @Test
    void an_automatic_reply_moves_nothing_and_is_never_answered() {
        Ticket ticket = office.opened();
        office.desk.reply(ticket.id(), TestDesk.LARS, "Prøv igjen.");
        office.sent();
        InboundMessage away = kari().answering(office.last()).automaticReply().build();

        assertThat(away.mayNotAnswer()).isPresent();
        assertThat(received(away)).isEqualTo(Disposition.AUTOMATIC);
        assertThat(office.desk).ticket(ticket.id()).hasStatus(StatusCategory.PENDING_CUSTOMER);
        assertThat(office.sent()).isEmpty();
    }

    @Test
    void a_newsletter_opens_nothing() {
        assertThat(received(kari().bulk().build())).isEqualTo(Disposition.AUTOMATIC);
        assertThat(office.allTickets()).isEmpty();
    }

    @Test
    void a_bounce_tells_of_the_mail_that_did_not_arrive() {
        Ticket ticket = office.opened();
        BounceMail bounce = BounceMail.of(office.sent().get(0)).because("5.2.2", "552 mailbox full");

        assertThat(received(bounce.build())).isEqualTo(Disposition.BOUNCE);
        assertThat(office.desk.receive(bounce.build()).duplicate()).isTrue();
        assertThat(office.desk)
                .ticket(ticket.id())
                .hasDelivery("acknowledged", DeliveryState.BOUNCED)
                .hasEvent(new TicketEvent.DeliveryFailed(TestDesk.KARI, "5.2.2", "552 mailbox full"));
    }

    @Test
    void a_report_that_a_mail_is_late_gives_nothing_up() {
        Ticket ticket = office.opened();
        InboundMessage late = BounceMail.of(office.sent().get(0)).late().build();

        assertThat(late.from()).isEqualTo(Address.mail("mailer-daemon@kunde.example"));
        assertThat(received(late)).isEqualTo(Disposition.BOUNCE);
        assertThat(office.desk).ticket(ticket.id()).hasDelivery("acknowledged", DeliveryState.ACCEPTED);
    }
}
