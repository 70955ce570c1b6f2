package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.OLA;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.NewTicket;
import dev.svar.Taken;
import dev.svar.UnknownTicketException;
import dev.svar.contact.Address;
import dev.svar.message.Disposition;
import dev.svar.message.Message;
import dev.svar.message.OutboundMessage;
import dev.svar.store.TicketState;
import dev.svar.ticket.MergeRefusedException;
import dev.svar.ticket.MergeRefusedException.Reason;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Kari wrote twice about the same, so Lars merges the second ticket into the first. */
final class DeskMergeTest {
    private final TestDesk office = new TestDesk();
    private final Ticket first = office.opened();
    private final OutboundMessage toFirst = office.sent().get(0);
    private final Ticket second =
            office.desk.open(NewTicket.builder(KARI, "Betaling igjen", "Det gikk heller ikke i dag.")
                    .build());
    private final OutboundMessage toSecond = office.sent().get(0);

    private Ticket merged() {
        return office.desk.merge(second.id(), first.id(), LARS);
    }

    private List<String> texts(TicketId ticket) {
        return office.desk.messages(ticket, 0, 100).stream()
                .map(Message::visibleText)
                .toList();
    }

    private Taken write(String id, Address from, String token) {
        return office.desk.receive(
                TestDesk.mail(id, from).replyTokens(List.of(token)).build());
    }

    @Test
    void one_goes_on_for_both_and_no_message_moves() {
        Ticket after = merged();

        assertThat(after.id()).isEqualTo(first.id());
        assertThat(after.merged()).containsExactly(second.id());
        assertThat(office.fresh(second).status().category()).isEqualTo(StatusCategory.MERGED);
        assertThat(texts(first.id())).containsExactly("Jeg får ikke betalt med kortet mitt.");
        assertThat(texts(second.id())).containsExactly("Det gikk heller ikke i dag.");
        assertThat(office.events(second.id(), TicketEvent.MergedInto.class))
                .containsExactly(new TicketEvent.MergedInto(first.id(), first.number()));
        assertThat(office.sent())
                .singleElement()
                .satisfies(letter -> assertThat(letter.text())
                        .as("its customer is told where it goes on, and nobody else is bothered")
                        .contains("SUP-2", "SUP-1"));
    }

    @Test
    void number_reply_address_answer_and_follow_up_link_of_the_merged_lead_to_the_one_that_goes_on() {
        merged();

        assertThat(office.desk.find("SUP-2"))
                .map(TicketState::ticket)
                .map(Ticket::id)
                .contains(first.id());
        assertThat(office.desk
                        .follow(TestDesk.followToken(toSecond))
                        .orElseThrow()
                        .number())
                .isEqualTo(first.number());
        Taken byAddress = write("a", KARI, TestDesk.replyToken(toSecond));
        Taken byReference = office.desk.receive(TestDesk.mail("b", KARI)
                .references(List.of(toSecond.messageId()))
                .build());
        Taken byNumber = office.desk.receive(
                TestDesk.mail("c", KARI).subject("Re: [SUP-2]").build());

        assertThat(Stream.of(byAddress, byReference, byNumber)).allSatisfy(taken -> {
            assertThat(taken.receipt().disposition()).isEqualTo(Disposition.JOINED);
            assertThat(taken.receipt().ticket()).contains(first.id());
        });
        assertThat(texts(first.id())).hasSize(4);
    }

    @Test
    void an_undone_merge_leaves_the_ticket_as_it_was_and_what_was_written_meanwhile_where_it_is() {
        Ticket before = office.fresh(second);
        merged();
        write("a", KARI, TestDesk.replyToken(toSecond));

        Ticket after = office.desk.undoMerge(second.id(), LARS);

        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.merge()).isEmpty();
        assertThat(after.participants()).isEqualTo(before.participants());
        assertThat(office.fresh(first).merged()).isEmpty();
        assertThat(texts(first.id())).hasSize(2);
        assertThat(office.desk.find("SUP-2"))
                .map(TicketState::ticket)
                .map(Ticket::id)
                .contains(second.id());
        assertThat(write("b", KARI, TestDesk.replyToken(toSecond)).receipt().ticket())
                .contains(second.id());
        assertThat(write("c", KARI, TestDesk.replyToken(toFirst)).receipt().ticket())
                .contains(first.id());
    }

    @Test
    void clocks_of_the_merged_stand_still_and_go_on_when_the_merge_is_undone() {
        office.time.advance(Duration.ofHours(2));
        merged();
        assertThat(office.state(second.id()).clocks().next()).isEmpty();
        office.time.runUntil(office.desk, office.time.instant().plus(Duration.ofDays(7)));
        assertThat(office.events(second.id(), TicketEvent.SlaBreached.class)).isEmpty();

        office.desk.undoMerge(second.id(), LARS);

        // Two of eight hours were spent before; 8 December is a Tuesday, and it is noon in Oslo.
        assertThat(office.state(second.id())
                        .clocks()
                        .clock(SlaTarget.FIRST_RESPONSE)
                        .orElseThrow()
                        .due())
                .isEqualTo("2026-12-09T09:00:00Z");
    }

    @Test
    void a_question_that_waits_reopens_the_ticket_that_takes_it_up() {
        office.desk.reply(first.id(), LARS, "Prøv et annet kort.");

        Ticket after = merged();

        assertThat(after.status()).isEqualTo(Status.OPEN);
        assertThat(office.state(first.id())
                        .clocks()
                        .clock(SlaTarget.NEXT_RESPONSE)
                        .orElseThrow()
                        .open())
                .isTrue();
    }

    @Test
    void people_of_the_merged_ticket_only_see_the_other_if_somebody_says_so() {
        Ticket ofOla = office.desk.open(
                NewTicket.builder(OLA, "Det samme", "Heller ikke hos meg.").build());

        refused(ofOla, first, Reason.OTHER_PEOPLE);
        Ticket shared = office.desk.mergeSharing(ofOla.id(), first.id(), LARS);
        office.sent();
        office.desk.reply(first.id(), LARS, "Nå virker det.");

        assertThat(shared.participants()).containsExactly(ofOla.requester());
        assertThat(office.sent()).extracting(OutboundMessage::to).containsExactlyInAnyOrder(KARI, OLA);
        office.desk.undoMerge(ofOla.id(), LARS);
        office.desk.reply(first.id(), LARS, "Fint.");
        assertThat(office.sent()).extracting(OutboundMessage::to).containsExactly(KARI);
    }

    @Test
    void who_is_sent_away_from_the_ticket_that_goes_on_sees_and_writes_nothing_there() {
        Ticket ofOla = office.desk.open(
                NewTicket.builder(OLA, "Det samme", "Heller ikke hos meg.").build());
        OutboundMessage toOla = office.sent().get(0);
        office.desk.mergeSharing(ofOla.id(), first.id(), LARS);
        office.desk.execute(
                first.id(), new TicketCommand.ChangeParticipants(TestDesk.AGENT, Set.of(), Set.of(ofOla.requester())));

        assertThat(office.desk.follow(TestDesk.followToken(toOla))).isEmpty();
        for (Taken taken : List.of(
                write("a", OLA, TestDesk.replyToken(toOla)),
                office.desk.receive(TestDesk.mail("b", OLA)
                        .references(List.of(toOla.messageId()))
                        .build()),
                office.desk.receive(TestDesk.mail("c", OLA)
                        .subject("[" + ofOla.number() + "]")
                        .build()))) {
            assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        }
        assertThat(texts(first.id())).hasSize(1);
    }

    @Test
    void merges_of_merges_lead_to_the_last_and_are_undone_from_the_outside_in() {
        Ticket third =
                office.desk.open(NewTicket.builder(KARI, "Tredje", "Hallo?").build());
        merged();
        office.desk.merge(first.id(), third.id(), LARS);

        assertThat(office.desk.find("SUP-2"))
                .map(TicketState::ticket)
                .map(Ticket::id)
                .contains(third.id());
        assertThat(office.fresh(third).merged()).containsExactlyInAnyOrder(first.id(), second.id());
        assertThatThrownBy(() -> office.desk.undoMerge(second.id(), LARS))
                .isInstanceOfSatisfying(
                        MergeRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MERGED_ON));
        office.desk.undoMerge(first.id(), LARS);
        office.desk.undoMerge(second.id(), LARS);
        assertThat(List.of(first, second, third))
                .allSatisfy(t -> assertThat(office.fresh(t).status()).isEqualTo(Status.NEW));
    }

    @Test
    void what_cannot_be_merged_is_refused_with_the_reason_and_nothing_changes() {
        Ticket closed = office.opened();
        office.desk.execute(closed.id(), new TicketCommand.ChangeStatus(TestDesk.AGENT, Status.CLOSED));
        refused(first, first, Reason.ITSELF);
        refused(first, closed, Reason.OTHER_IS_CLOSED);
        assertThatThrownBy(() -> office.desk.undoMerge(first.id(), LARS))
                .isInstanceOf(MergeRefusedException.class)
                .hasMessageContaining("SUP-1");
        assertThatThrownBy(() -> office.desk.merge(first.id(), new TicketId(UUID.randomUUID()), LARS))
                .isInstanceOf(UnknownTicketException.class);
        merged();
        refused(second, closed, Reason.MERGED_ALREADY);
        refused(closed, second, Reason.OTHER_IS_MERGED);
        refused(first, second, Reason.OTHER_IS_MERGED);
    }

    private void refused(Ticket ticket, Ticket into, Reason reason) {
        Ticket before = office.fresh(into);
        assertThatThrownBy(() -> office.desk.merge(ticket.id(), into.id(), LARS))
                .isInstanceOfSatisfying(MergeRefusedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.ticket()).isEqualTo(ticket.number());
                    assertThat(e.other()).isEqualTo(into.number());
                });
        assertThat(office.fresh(into)).isEqualTo(before);
    }

    @Test
    void of_two_opposite_merges_at_once_one_is_refused() throws Exception {
        List<Boolean> done = Race.of(2, i -> {
            try {
                if (i == 0) {
                    office.desk.merge(first.id(), second.id(), LARS);
                } else {
                    office.desk.merge(second.id(), first.id(), LARS);
                }
                return true;
            } catch (MergeRefusedException e) {
                return false;
            }
        });

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(office.store
                        .ticket(TENANT, first.id())
                        .orElseThrow()
                        .ticket()
                        .merge()
                        .isPresent())
                .isNotEqualTo(office.store
                        .ticket(TENANT, second.id())
                        .orElseThrow()
                        .ticket()
                        .merge()
                        .isPresent());
    }

    @Test
    void mail_to_the_mailbox_alone_still_opens_a_ticket() {
        merged();

        Taken taken = office.desk.receive(
                TestDesk.mail("new", KARI).recipients(List.of(MAILBOX)).build());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
    }

    @Test
    void links_of_the_merged_are_revoked_with_those_of_the_one_that_goes_on() {
        merged();

        office.desk.execute(first.id(), new TicketCommand.RevokeLinks(TestDesk.AGENT));

        assertThat(office.desk.follow(TestDesk.followToken(toFirst))).isEmpty();
        assertThat(office.desk.follow(TestDesk.followToken(toSecond))).isEmpty();
        assertThat(write("a", TestDesk.STRANGER, TestDesk.replyToken(toSecond))
                        .receipt()
                        .disposition())
                .isEqualTo(Disposition.OPENED);
    }
}
