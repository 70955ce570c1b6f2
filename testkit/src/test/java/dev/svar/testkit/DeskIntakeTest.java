package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.OLA;
import static dev.svar.testkit.TestDesk.STRANGER;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.BouncedRecipient;
import dev.svar.message.Content;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.Message;
import dev.svar.message.MessageKey;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.message.Receipt;
import dev.svar.message.UnreadableMessage;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeskIntakeTest {
    private static final MessageNature OUT_OF_OFFICE = new MessageNature.AutomaticReply("Auto-Submitted: auto-replied");

    private final TestDesk office = new TestDesk();

    private List<Receipt> receipts(Disposition disposition) {
        return office.store.receipts(TENANT, disposition, Optional.empty(), 100);
    }

    @Test
    void a_mail_opens_a_ticket_and_is_acknowledged_in_its_thread_without_the_name_it_gave() {
        Taken taken = office.desk.receive(
                TestDesk.mail("1", KARI).fromName("Kari Nordmann").build());
        TicketId id = taken.receipt().ticket().orElseThrow();
        OutboundMessage acknowledgement = office.sent().get(0);

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(office.state(id).ticket().category()).contains("payment");
        assertThat(acknowledgement.to()).isEqualTo(KARI);
        assertThat(acknowledgement.text()).startsWith("Hei,");
        assertThat(acknowledgement.inReplyTo()).contains("<1@kunde.example>");
        assertThat(acknowledgement.automatic()).isTrue();
    }

    @Test
    void a_mail_that_must_not_be_answered_opens_a_ticket_without_an_acknowledgement() {
        Taken taken = office.desk.receive(
                TestDesk.mail("1", KARI).mayNotAnswer("sent to a list").build());
        TicketId id = taken.receipt().ticket().orElseThrow();

        assertThat(office.state(id).ticket().answerable()).isFalse();
        assertThat(office.sent()).isEmpty();
        office.desk.reply(id, LARS, "Hei");
        assertThat(office.sent()).hasSize(1);
    }

    @Test
    void a_mail_without_a_subject_opens_a_ticket() {
        Taken taken = office.desk.receive(TestDesk.mail("1", KARI).subject(" ").build());

        assertThat(office.state(taken.receipt().ticket().orElseThrow()).ticket().subject())
                .isEqualTo("(no subject)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kari\r\nBcc: x", "\u0000", " ", "Kari\u001b[31m"})
    void a_display_name_of_any_kind_is_taken(String name) {
        Taken taken =
                office.desk.receive(TestDesk.mail("1", KARI).fromName(name).build());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(office.store.contactAt(TENANT, KARI).orElseThrow().name()).doesNotContain("\r", "\n", "\u0000");
    }

    @Test
    void the_same_message_again_changes_nothing() {
        Taken first = office.desk.receive(TestDesk.mail("1", KARI).build());
        Taken again = office.desk.receive(
                TestDesk.mail("1", STRANGER).subject("another text").build());

        assertThat(first.duplicate()).isFalse();
        assertThat(again.duplicate()).isTrue();
        assertThat(again.receipt()).isEqualTo(first.receipt());
        assertThat(office.allTickets()).hasSize(1);
        assertThat(office.store.contactAt(TENANT, STRANGER)).isEmpty();
        assertThat(office.sent()).hasSize(1);
    }

    @Test
    void the_same_message_from_eight_threads_at_once_is_taken_once() throws Exception {
        HelpDesk second = office.builder(office.mail).build();
        for (int round = 0; round < 20; round++) {
            TestDesk fresh = round == 0 ? office : new TestDesk();
            HelpDesk other = round == 0 ? second : fresh.builder(fresh.mail).build();
            List<Taken> taken = Race.of(
                    8,
                    i -> (i % 2 == 0 ? fresh.desk : other)
                            .receive(TestDesk.mail("1", KARI)
                                    .recipients(List.of(MAILBOX, OLA))
                                    .build()));

            assertThat(taken).filteredOn(t -> !t.duplicate()).hasSize(1);
            assertThat(taken)
                    .extracting(Taken::receipt)
                    .containsOnly(taken.get(0).receipt());
            assertThat(fresh.allTickets()).hasSize(1);
            Ticket ticket = fresh.allTickets().get(0).ticket();
            assertThat(fresh.store.contactAt(TENANT, KARI).orElseThrow().id()).isEqualTo(ticket.requester());
            assertThat(fresh.desk.messages(ticket.id(), 0, 10)).hasSize(1);
            assertThat(fresh.kinds(ticket.id())).containsExactly("acknowledged");
            assertThat(fresh.sent()).hasSize(1);
        }
    }

    @Test
    void different_messages_of_one_new_sender_at_once_make_one_contact() throws Exception {
        List<Taken> taken =
                Race.of(8, i -> office.desk.receive(TestDesk.mail("m" + i, KARI).build()));

        assertThat(taken).allSatisfy(t -> assertThat(t.duplicate()).isFalse());
        assertThat(office.allTickets()).hasSize(8);
        assertThat(office.allTickets())
                .extracting(s -> s.ticket().requester())
                .containsOnly(office.store.contactAt(TENANT, KARI).orElseThrow().id());
        assertThat(office.allTickets()).extracting(s -> s.ticket().number()).doesNotHaveDuplicates();
    }

    @Test
    void an_automatic_reply_joins_its_ticket_and_moves_nothing() {
        Ticket opened = office.opened();
        OutboundMessage acknowledgement = office.sent().get(0);
        office.desk.reply(opened.id(), LARS, "Prøv igjen");
        office.sent();
        TicketState before = office.state(opened.id());
        Taken taken = office.desk.receive(TestDesk.mail("2", KARI)
                .nature(OUT_OF_OFFICE)
                .replyTokens(List.of(TestDesk.replyToken(acknowledgement)))
                .build());
        TicketState after = office.state(opened.id());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.AUTOMATIC);
        assertThat(taken.receipt().ticket()).contains(opened.id());
        assertThat(office.desk.messages(opened.id(), 0, 10))
                .extracting(Message::role)
                .containsExactly(MessageRole.CUSTOMER, MessageRole.REPLY, MessageRole.AUTOMATIC);
        assertThat(after.ticket().status()).isEqualTo(Status.PENDING);
        assertThat(after.clocks()).isEqualTo(before.clocks());
        assertThat(after.ticket().version()).isEqualTo(before.ticket().version() + 1);
        assertThat(office.sent()).isEmpty();
        assertThat(office.kinds(opened.id())).containsExactly("acknowledged", "replied");
    }

    @Test
    void what_machines_write_to_nobody_in_particular_is_set_aside() {
        Taken newsletter = office.desk.receive(TestDesk.mail("1", STRANGER)
                .nature(new MessageNature.Bulk("List-Unsubscribe"))
                .build());
        Taken reply = office.desk.receive(
                TestDesk.mail("2", STRANGER).nature(OUT_OF_OFFICE).build());

        assertThat(List.of(newsletter, reply)).allSatisfy(t -> {
            assertThat(t.receipt().disposition()).isEqualTo(Disposition.AUTOMATIC);
            assertThat(t.receipt().ticket()).isEmpty();
        });
        assertThat(newsletter.receipt().reason()).isEqualTo("List-Unsubscribe");
        assertThat(office.allTickets()).isEmpty();
        assertThat(office.store.contactAt(TENANT, STRANGER)).isEmpty();
        assertThat(office.desk.runDue(10).done()).isZero();
        assertThat(office.store.content(TENANT, newsletter.receipt().raw())).contains(TestDesk.raw("raw form of 1"));
    }

    private InboundMessage bounce(String id, String of, BouncedRecipient... recipients) {
        return TestDesk.mail(id, Address.mail("mailer-daemon@kunde.example"))
                .nature(new MessageNature.Bounce(Optional.of(of), List.of(recipients)))
                .build();
    }

    private static BouncedRecipient failed(Address address) {
        return new BouncedRecipient(address, "5.1.1", true, true, "550 no such user");
    }

    @Test
    void a_bounce_marks_the_delivery_that_it_is_about_and_tells_the_ticket() {
        TicketId id = office.desk
                .receive(TestDesk.mail("1", KARI)
                        .recipients(List.of(MAILBOX, OLA))
                        .build())
                .receipt()
                .ticket()
                .orElseThrow();
        office.desk.reply(id, LARS, "Prøv igjen");
        office.sent();
        Delivery lost = office.desk.deliveries(id, 10).stream()
                .filter(d -> d.message().to().equals(OLA))
                .findFirst()
                .orElseThrow();
        Status status = office.state(id).ticket().status();
        Taken taken = office.desk.receive(bounce("2", lost.message().messageId(), failed(OLA)));

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.BOUNCE);
        assertThat(taken.receipt().ticket()).contains(id);
        assertThat(office.desk.deliveries(id, 10))
                .allSatisfy(d -> assertThat(d.state())
                        .isEqualTo(d.id().equals(lost.id()) ? DeliveryState.BOUNCED : DeliveryState.ACCEPTED));
        assertThat(office.store.delivery(TENANT, lost.id()).orElseThrow().code())
                .isEqualTo("5.1.1");
        assertThat(office.events(id, TicketEvent.DeliveryFailed.class))
                .containsExactly(new TicketEvent.DeliveryFailed(OLA, "5.1.1", "550 no such user"));
        assertThat(office.state(id).ticket().status()).isEqualTo(status);

        office.desk.receive(bounce("3", lost.message().messageId(), failed(OLA)));
        assertThat(office.events(id, TicketEvent.DeliveryFailed.class)).hasSize(1);
        assertThat(office.sent()).isEmpty();
    }

    @Test
    void a_report_that_names_no_failed_recipient_of_ours_marks_nothing() {
        Ticket ticket = office.opened();
        String messageId = office.sent().get(0).messageId();
        BouncedRecipient late = new BouncedRecipient(KARI, "4.4.1", false, false, "still trying");

        office.desk.receive(bounce("2", messageId, failed(STRANGER)));
        office.desk.receive(bounce("3", messageId, late));
        office.desk.receive(bounce("4", messageId));
        office.desk.receive(bounce("5", "<svar.unknown@paamelding.example>", failed(KARI)));
        office.desk.receive(TestDesk.mail("6", KARI)
                .nature(new MessageNature.Bounce(Optional.empty(), List.of(failed(KARI))))
                .build());
        assertThat(receipts(Disposition.BOUNCE)).hasSize(5);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(office.fresh(ticket)).isEqualTo(ticket);
        assertThat(office.allTickets()).hasSize(1);
    }

    @Test
    void an_unreadable_message_is_kept_for_a_person() {
        Content raw = TestDesk.raw("\u0000\u0001 garbage");
        Taken taken =
                office.desk.receive(new UnreadableMessage(new MessageKey(MAILBOX, "digest"), raw, "no header ends"));

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.QUARANTINED);
        assertThat(taken.receipt().reason()).isEqualTo("no header ends");
        assertThat(office.store.content(TENANT, taken.receipt().raw())).contains(raw);
        assertThat(receipts(Disposition.QUARANTINED)).containsExactly(taken.receipt());
        assertThat(office.desk
                        .receive(new UnreadableMessage(new MessageKey(MAILBOX, "digest"), raw, "again"))
                        .duplicate())
                .isTrue();
    }

    @Test
    void a_stranger_cannot_put_a_name_into_automatic_mail_by_writing_twice() {
        office.desk.receive(TestDesk.mail("1", KARI).fromName("Dummkopf Idiot").build());
        office.time.advance(Duration.ofHours(2));
        office.desk.receive(TestDesk.mail("2", KARI).subject("Noe annet").build());

        assertThat(office.sent())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.text()).doesNotContain("Dummkopf"));
    }

    @Test
    void a_bounce_counts_also_from_an_own_address_and_when_a_reaction_to_it_fails() {
        Address postmaster = Address.mail("postmaster@paamelding.example");
        HelpDesk desk = office.builder(office.mail)
                .ownAddresses(postmaster)
                .reaction(step -> {
                    if (step.event().event() instanceof TicketEvent.DeliveryFailed) {
                        throw new IllegalStateException("a bug of the host");
                    }
                    return List.of();
                })
                .build();
        TicketId ticket = desk.receive(TestDesk.mail("1", KARI).build())
                .receipt()
                .ticket()
                .orElseThrow();
        String sent = office.sent().get(0).messageId();
        Taken bounce = desk.receive(TestDesk.mail("2", postmaster)
                .nature(new MessageNature.Bounce(
                        Optional.of(sent), List.of(new BouncedRecipient(KARI, "5.1.1", true, true, "nobody there"))))
                .build());

        assertThat(bounce.receipt().disposition()).isEqualTo(Disposition.BOUNCE);
        assertThat(office.only(ticket).state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(office.events(ticket, TicketEvent.DeliveryFailed.class)).hasSize(1);
    }

    @Test
    void the_desk_does_not_talk_to_itself_nor_to_machines() {
        Address billing = Address.mail("billing@kontor.example");
        HelpDesk desk = office.builder(office.mail).ownAddresses(billing).build();

        Taken own = desk.receive(TestDesk.mail("1", billing).build());
        Taken copied = desk.receive(TestDesk.mail("2", KARI)
                .recipients(List.of(
                        MAILBOX, billing, Address.mail("no-reply@bank.example"), Address.mail("per@kunde.example")))
                .build());
        TicketId ticket = copied.receipt().ticket().orElseThrow();

        assertThat(own.receipt().disposition()).isEqualTo(Disposition.AUTOMATIC);
        assertThat(desk.find(ticket).orElseThrow().ticket().participants()).hasSize(1);
    }

    @Test
    void a_refused_message_is_kept_for_a_person_and_blocks_nothing() {
        HelpDesk strict = office.builder(office.mail)
                .reaction(step -> {
                    throw new IllegalStateException("a bug of the host\nwith a body in it");
                })
                .build();
        Taken refused = strict.receive(TestDesk.mail("1", KARI).build());
        Taken next = office.desk.receive(TestDesk.mail("3", KARI).build());

        assertThat(refused.receipt().disposition()).isEqualTo(Disposition.QUARANTINED);
        assertThat(refused.receipt().reason()).isEqualTo("refused: java.lang.IllegalStateException");
        assertThat(office.desk.receipts(Disposition.QUARANTINED, Optional.empty(), 10))
                .containsExactly(refused.receipt());
        assertThat(office.desk.content(refused.receipt().raw())).contains(TestDesk.raw("raw form of 1"));
        assertThat(next.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(office.allTickets()).hasSize(1);
    }

    @Test
    void a_machine_that_says_too_much_about_itself_is_kept_too() {
        Taken taken = office.desk.receive(TestDesk.mail("1", STRANGER)
                .nature(new MessageNature.Bulk("x".repeat(10_000)))
                .build());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.AUTOMATIC);
        assertThat(taken.receipt().reason()).hasSizeLessThanOrEqualTo(500);
    }
}
