package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Disposition;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageKey;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.FollowUp;
import dev.svar.ticket.FollowUpPolicy;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import dev.svar.ticket.TicketRules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes of a customer's message to a ticket that is done. */
final class DeskFollowUpTest {
    private final TestDesk office = new TestDesk();
    private final Ticket ticket = office.opened();
    private final OutboundMessage acknowledgement = office.sent().get(0);

    private InboundMessage answer(String id, String text) {
        return TestDesk.mail(id, KARI)
                .text(text)
                .references(List.of(acknowledgement.messageId()))
                .build();
    }

    private void solve() {
        office.desk.solve(ticket.id(), LARS);
    }

    private void close() {
        office.desk.execute(ticket.id(), new TicketCommand.ChangeStatus(AGENT, Status.CLOSED));
    }

    @Test
    void a_solved_ticket_reopens_within_the_window() {
        solve();
        office.time.advance(Duration.ofDays(30).minusSeconds(1));

        Taken taken = office.desk.receive(answer("2", "Det virker fortsatt ikke."));

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.JOINED);
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void after_the_window_a_new_ticket_is_opened_that_is_linked_to_the_old() {
        solve();
        office.time.advance(Duration.ofDays(30));

        Taken taken = office.desk.receive(answer("2", "Det virker ikke lenger."));

        TicketId fresh = taken.receipt().ticket().orElseThrow();
        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.OPENED);
        assertThat(taken.receipt().reason()).contains("SUP-1").contains("solved");
        assertThat(office.state(fresh).ticket().links()).containsExactly(new TicketLink(LinkKind.FOLLOWS, ticket.id()));
        assertThat(office.fresh(ticket).links()).containsExactly(new TicketLink(LinkKind.FOLLOWED_BY, fresh));
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.SOLVED);
        assertThat(office.kinds(fresh)).containsExactly("acknowledged");
    }

    @Test
    void a_closed_ticket_stays_closed_and_the_message_opens_a_linked_one() {
        close();

        TicketId fresh = office.desk
                .receive(answer("2", "Det virker ikke lenger."))
                .receipt()
                .ticket()
                .orElseThrow();

        assertThat(office.fresh(ticket).status()).isEqualTo(Status.CLOSED);
        assertThat(office.state(fresh).ticket().links()).containsExactly(new TicketLink(LinkKind.FOLLOWS, ticket.id()));
    }

    @Test
    void thanks_are_kept_and_reopen_nothing() {
        solve();

        Taken taken = office.desk.receive(answer("2", "Tusen takk for hjelpen!"));

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.JOINED);
        assertThat(taken.receipt().reason()).contains("only says thanks");
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.SOLVED);
        assertThat(office.desk.messages(ticket.id(), 0, 10)).hasSize(2);
        assertThat(office.state(ticket.id()).clocks().next()).isEmpty();
    }

    @Test
    void automatic_mail_reopens_nothing() {
        solve();

        office.desk.receive(TestDesk.mail("2", KARI)
                .references(List.of(acknowledgement.messageId()))
                .nature(new MessageNature.AutomaticReply("out of office"))
                .build());

        assertThat(office.fresh(ticket).status()).isEqualTo(Status.SOLVED);
    }

    @Test
    void a_host_can_have_late_messages_kept_beside_the_ticket() {
        HelpDesk desk = office.builder(office.mail)
                .followUps(FollowUpPolicy.builder()
                        .closed(Duration.ZERO, FollowUp.KEEP)
                        .build())
                .build();
        close();

        Taken taken = desk.receive(answer("2", "Det virker ikke lenger."));

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.JOINED);
        assertThat(office.fresh(ticket).status()).isEqualTo(Status.CLOSED);
        assertThat(office.desk.messages(ticket.id(), 0, 10)).hasSize(2);
    }

    @Test
    void a_refused_message_is_kept_in_its_raw_form_and_the_sender_is_told() {
        HelpDesk desk = office.builder(office.mail)
                .followUps(FollowUpPolicy.builder()
                        .closed(Duration.ZERO, FollowUp.REFUSE)
                        .build())
                .build();
        close();

        Taken taken = desk.receive(answer("2", "Det virker ikke lenger."));

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.REFUSED);
        assertThat(office.desk.content(taken.receipt().raw())).isPresent();
        assertThat(office.desk.messages(ticket.id(), 0, 10)).hasSize(1);
        assertThat(office.events(ticket.id(), TicketEvent.MessageRefused.class)).hasSize(1);
        assertThat(office.sent()).singleElement().satisfies(m -> {
            assertThat(m.to()).isEqualTo(KARI);
            assertThat(m.automatic()).isTrue();
            assertThat(m.subject()).contains("SUP-1");
        });
    }

    @Test
    void who_keeps_writing_to_a_closed_ticket_is_told_once_a_day() {
        HelpDesk desk = office.builder(office.mail)
                .followUps(FollowUpPolicy.builder()
                        .closed(Duration.ZERO, FollowUp.REFUSE)
                        .build())
                .build();
        close();
        for (int hour = 0; hour < 30; hour++) {
            desk.receive(answer("a" + hour, "I am away and answer every mail."));
            desk.runDue(100);
            office.time.advance(Duration.ofHours(1));
        }

        assertThat(office.kinds(ticket.id())).containsExactly("acknowledged", "message_refused", "message_refused");
        assertThat(office.events(ticket.id(), TicketEvent.MessageRefused.class)).hasSize(30);
    }

    @Test
    void a_closed_ticket_reopens_where_the_hosts_rules_allow_it() {
        HelpDesk desk = office.builder(office.mail)
                .rules(TicketRules.builder()
                        .allow(StatusCategory.CLOSED, StatusCategory.OPEN)
                        .build())
                .followUps(FollowUpPolicy.builder()
                        .closed(Duration.ofDays(7), FollowUp.NEW_TICKET)
                        .build())
                .build();
        close();

        desk.receive(answer("2", "Det virker ikke lenger."));

        assertThat(office.fresh(ticket).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void a_policy_that_the_rules_contradict_is_refused_when_the_desk_is_built() {
        HelpDesk.Builder builder = office.builder(office.mail)
                .followUps(FollowUpPolicy.builder()
                        .closed(Duration.ofDays(7), FollowUp.NEW_TICKET)
                        .build());

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("followUp.CLOSED");
    }

    @Test
    void a_message_in_the_hosts_own_screen_joins_the_ticket_that_the_host_names() {
        Address inApp = new Address(Channel.HOST, "user-17");
        InboundMessage message = InboundMessage.builder(
                        new MessageKey(inApp, "form-4711"), TestDesk.raw("form 4711"), KARI)
                .text("Jeg har prøvd med et annet kort.")
                .about(ticket.id())
                .build();

        Taken taken = office.desk.receive(message);

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.JOINED);
        assertThat(taken.receipt().ticket()).contains(ticket.id());
        assertThat(office.desk.receive(message).duplicate()).isTrue();
    }
}
