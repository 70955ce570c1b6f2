package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.OLA;
import static dev.svar.testkit.TestDesk.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.Taken;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.Message;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kari wrote with a copy to Ola, and Lars answered both. */
final class DeskThreadingTest {
    private final TestDesk office = new TestDesk();
    private Ticket ticket;
    private OutboundMessage toKari;
    private OutboundMessage toOla;

    @BeforeEach
    void an_answered_ticket() {
        Taken taken = office.desk.receive(TestDesk.mail("1", KARI)
                .fromName("Kari Nordmann")
                .recipients(List.of(MAILBOX, OLA, Address.mail("Support+abc@paamelding.example")))
                .build());
        TicketId id = taken.receipt().ticket().orElseThrow();
        office.sent();
        ticket = office.desk.reply(id, LARS, "Prøv et annet kort.");
        List<OutboundMessage> replies = office.sent();
        assertThat(replies).hasSize(2);
        toKari = replies.stream().filter(m -> m.to().equals(KARI)).findFirst().orElseThrow();
        toOla = replies.stream().filter(m -> m.to().equals(OLA)).findFirst().orElseThrow();
    }

    private Taken receive(InboundMessage.Builder message) {
        return office.desk.receive(message.build());
    }

    private void assertJoined(Taken taken) {
        assertThat(taken.duplicate()).isFalse();
        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.JOINED);
        assertThat(taken.receipt().ticket()).contains(ticket.id());
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.OPEN);
        assertThat(office.allTickets()).hasSize(1);
    }

    private void assertOpened(Taken taken) {
        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(taken.receipt().ticket()).isNotEqualTo(Optional.of(ticket.id()));
        assertThat(office.fresh(ticket)).isEqualTo(ticket);
        assertThat(office.allTickets()).hasSize(2);
    }

    /** A ticket of its own, that tells which one it speaks of, and nothing of the stranger's in that one. */
    private void assertLinked(Taken taken) {
        TicketId own = taken.receipt().ticket().orElseThrow();
        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(taken.receipt().reason()).contains("SUP-1").endsWith("where its sender does not belong");
        assertThat(office.state(own).ticket().links())
                .containsExactly(new TicketLink(LinkKind.RELATES_TO, ticket.id()));
        assertThat(office.fresh(ticket).links()).containsExactly(new TicketLink(LinkKind.RELATES_TO, own));
        assertThat(office.fresh(ticket).status()).isEqualTo(ticket.status());
        assertThat(office.fresh(ticket).participants()).isEqualTo(ticket.participants());
        assertThat(office.desk.messages(ticket.id(), 0, 10))
                .filteredOn(m -> m.role() != MessageRole.AUTOMATIC)
                .hasSize(2);
    }

    @Test
    void a_reply_goes_to_the_requester_and_the_participants_with_a_thread_and_a_way_back() {
        assertThat(List.of(toKari, toOla)).allSatisfy(m -> {
            assertThat(m.from()).isEqualTo(MAILBOX);
            assertThat(m.fromName()).isEqualTo("Påmelding");
            assertThat(m.subject()).isEqualTo("Re: Betaling [SUP-1]");
            assertThat(m.text()).contains("Prøv et annet kort.", "Lars Holm");
            assertThat(m.inReplyTo()).contains("<1@kunde.example>");
            assertThat(m.references()).contains("<1@kunde.example>");
            assertThat(m.automatic()).isFalse();
            assertThat(m.replyTo().localPart()).startsWith("support+").hasSizeLessThanOrEqualTo(64);
            assertThat(m.replyTo().domain()).isEqualTo("paamelding.example");
        });
        assertThat(toKari.replyTo()).isNotEqualTo(toOla.replyTo());
        assertThat(toKari.messageId()).isNotEqualTo(toOla.messageId());
        assertThat(ticket.participants()).hasSize(1);
    }

    @Test
    void the_signed_reply_address_leads_back_whoever_writes_to_it() {
        assertJoined(receive(TestDesk.mail("2", STRANGER)
                .subject("Svar")
                .replyTokens(List.of("nonsense", TestDesk.replyToken(toKari)))));
        assertThat(office.desk.messages(ticket.id(), 0, 10)).hasSize(3);
    }

    @Test
    void a_reply_address_in_capitals_leads_back_too() {
        assertJoined(receive(TestDesk.mail("2", STRANGER)
                .replyTokens(List.of(TestDesk.replyToken(toOla).toUpperCase(Locale.ROOT)))));
    }

    @Test
    void a_tampered_reply_address_leads_nowhere() {
        String token = TestDesk.replyToken(toKari);
        String tampered = token.substring(0, 30) + (token.charAt(30) == 'a' ? 'b' : 'a') + token.substring(31);

        assertOpened(receive(TestDesk.mail("2", STRANGER).replyTokens(List.of(tampered))));
    }

    @Test
    void a_follow_up_token_is_no_reply_address() {
        assertOpened(receive(TestDesk.mail("2", STRANGER).replyTokens(List.of(TestDesk.followToken(toKari)))));
    }

    @Test
    void references_lead_back_for_the_requester() {
        assertJoined(receive(TestDesk.mail("2", KARI)
                .subject("")
                .references(List.of("<unknown@kunde.example>", toOla.messageId()))));
    }

    @Test
    void references_lead_back_for_a_participant() {
        assertJoined(receive(TestDesk.mail("2", OLA).references(List.of("<1@kunde.example>"))));
    }

    @Test
    void references_do_not_let_a_stranger_in() {
        assertLinked(receive(TestDesk.mail("2", STRANGER).references(List.of(toKari.messageId()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sv: Betaling [SUP-1]", "[sup-1]", "[JIRA-77] Re: Betaling [SUP-1]", "[SUP-99999] og [SUP-1]"})
    void the_number_in_the_subject_leads_back_for_somebody_who_belongs(String subject) {
        assertJoined(receive(TestDesk.mail("2", OLA).subject(subject)));
    }

    @Test
    void the_number_in_the_subject_does_not_let_a_stranger_in() {
        assertLinked(receive(TestDesk.mail("2", STRANGER).subject("Re: Betaling [SUP-1]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUP-1", "[ABC-1]", "[SUP-2]", "[SUP-01]", "[]", ""})
    void what_is_no_number_of_a_ticket_leads_nowhere(String subject) {
        assertOpened(receive(TestDesk.mail("2", KARI).subject(subject)));
    }

    @Test
    void an_answer_to_a_solved_ticket_opens_it_again() {
        office.desk.solve(ticket.id(), LARS);

        assertJoined(receive(TestDesk.mail("2", KARI).references(List.of(toKari.messageId()))));
    }

    @Test
    void an_answer_to_a_closed_ticket_opens_a_new_one() {
        ticket = office.desk.execute(ticket.id(), new TicketCommand.ChangeStatus(Actor.agent(LARS), Status.CLOSED));

        Taken taken = receive(TestDesk.mail("2", KARI)
                .subject("[SUP-1]")
                .references(List.of(toKari.messageId()))
                .replyTokens(List.of(TestDesk.replyToken(toKari))));

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.CLOSED);
        assertThat(office.allTickets()).hasSize(2);
    }

    @Test
    void what_is_read_of_an_answer_is_all_kept() {
        Taken taken = receive(TestDesk.mail("2", KARI)
                .text("Det gikk bra!", "Det gikk bra!\n> Prøv et annet kort.")
                .html("<p>Det gikk bra!</p>")
                .attach("kvittering.pdf", "application/pdf", Optional.empty(), TestDesk.raw("pdf"))
                .references(List.of(toKari.messageId())));
        Message message = office.desk.messages(ticket.id(), 0, 10).get(2);

        assertThat(message.visibleText()).isEqualTo("Det gikk bra!");
        assertThat(message.fullText()).isEqualTo("Det gikk bra!\n> Prøv et annet kort.");
        assertThat(message.html()).contains("<p>Det gikk bra!</p>");
        assertThat(office.store.content(
                        TestDesk.TENANT, message.attachments().get(0).content()))
                .contains(TestDesk.raw("pdf"));
        assertThat(office.store.content(TestDesk.TENANT, taken.receipt().raw()))
                .contains(TestDesk.raw("raw form of 2"));
    }

    @Test
    void the_next_reply_answers_the_newest_mail() {
        receive(TestDesk.mail("2", KARI).references(List.of(toKari.messageId())));
        office.desk.reply(ticket.id(), LARS, "Godt å høre.");

        assertThat(office.sent())
                .hasSize(2)
                .allSatisfy(m -> assertThat(m.inReplyTo()).contains("<2@kunde.example>"));
    }

    @Test
    void a_quoted_link_leads_back_for_somebody_who_belongs_and_is_blotted_out_of_what_is_kept() {
        String link = TestDesk.LINKS + TestDesk.followToken(toKari);
        String text = "Det gikk ikke.\n\n> Følg saken: " + link + "\n> svar til " + toKari.replyTo();

        assertJoined(receive(TestDesk.mail("2", OLA)
                .subject("Svar")
                .text("Det gikk ikke.", text)
                .html("<a href=\"" + link + "\">saken</a>")));

        Message message = office.desk.messages(ticket.id(), 0, 10).get(2);
        assertThat(message.fullText())
                .isEqualTo(text.replace(TestDesk.followToken(toKari), "…").replace(TestDesk.replyToken(toKari), "…"));
        assertThat(message.html()).contains("<a href=\"" + TestDesk.LINKS + "…\">saken</a>");
    }

    @Test
    void a_quoted_link_does_not_let_a_stranger_in() {
        assertLinked(receive(TestDesk.mail("2", STRANGER)
                .subject("Svar")
                .text("Hei", "Hei\n> " + TestDesk.LINKS + TestDesk.followToken(toKari))));
    }

    @Test
    void a_message_id_of_our_own_that_was_made_up_leads_nowhere() {
        String id = toKari.messageId();
        char other = id.charAt(20) == 'a' ? 'b' : 'a';

        assertThat(id).matches("<svar\\.[0-9a-z]{45,46}@paamelding\\.example>");
        assertOpened(
                receive(TestDesk.mail("2", KARI).references(List.of(id.substring(0, 20) + other + id.substring(21)))));
    }

    @Test
    void the_newest_of_our_own_message_ids_counts_more_than_an_older_one_and_than_a_strangers() {
        office.time.advance(Duration.ofHours(2));
        Ticket second = office.desk
                .find(receive(TestDesk.mail("9", KARI)).receipt().ticket().orElseThrow())
                .orElseThrow()
                .ticket();
        OutboundMessage newer = office.sent().get(0);

        Taken taken = receive(TestDesk.mail("2", KARI)
                .subject("Re: Betaling [SUP-1]")
                .references(List.of("<1@kunde.example>", newer.messageId(), toKari.messageId())));

        assertThat(taken.receipt().ticket()).contains(second.id());
        assertThat(taken.receipt().reason()).isEqualTo("answers our mail of SUP-2");
    }

    @Test
    void strangers_cannot_fill_a_ticket_with_links() {
        for (int i = 0; i < 25; i++) {
            receive(TestDesk.mail("s" + i, Address.mail("s" + i + "@evil.example"))
                    .subject("[SUP-1]")
                    .text("Nr. " + i));
        }

        assertThat(office.allTickets()).hasSize(26);
        assertThat(office.fresh(ticket).links()).hasSize(20);
    }

    @Test
    void a_machine_that_answers_to_the_return_path_joins_the_ticket_from_whatever_address() {
        Address path = toKari.returnPath().orElseThrow();
        String token = path.localPart().substring(path.localPart().indexOf('+') + 1);

        Taken away = receive(TestDesk.mail("2", Address.mail("robot@kunde.example"))
                .subject("Borte")
                .replyTokens(List.of(token))
                .nature(new MessageNature.AutomaticReply("Auto-Submitted: auto-replied")));
        assertThat(away.receipt().ticket()).contains(ticket.id());
        assertThat(office.fresh(ticket).status()).isEqualTo(ticket.status());

        assertLinked(receive(TestDesk.mail("3", STRANGER).subject("Svar").replyTokens(List.of(token))));
    }

    @Test
    void revoked_reply_addresses_stop_working() {
        ticket = office.desk.execute(ticket.id(), new TicketCommand.RevokeLinks(Actor.agent(LARS)));

        assertOpened(receive(TestDesk.mail("2", STRANGER).replyTokens(List.of(TestDesk.replyToken(toKari)))));
    }
}
