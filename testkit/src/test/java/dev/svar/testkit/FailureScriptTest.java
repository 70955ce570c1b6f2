package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a recording transport is told to do wrong. */
final class FailureScriptTest {
    private static final SendOutcome ACCEPTED = new SendOutcome.Accepted("recorded");

    private final RecordingTransport mail = RecordingTransport.mail();

    private static OutboundMessage to(Address recipient) {
        return new OutboundMessage(
                "<1@desk.example>",
                TestDesk.MAILBOX,
                "",
                TestDesk.MAILBOX,
                recipient,
                "Hei",
                "Hei",
                Optional.empty(),
                List.of(),
                false);
    }

    @Test
    void without_a_script_everything_is_accepted() {
        assertThat(mail.send(to(KARI))).isEqualTo(ACCEPTED);
        assertThat(mail.accepted()).containsExactly(to(KARI));
        assertThat(mail.offered()).containsExactly(to(KARI));
    }

    @Test
    void the_next_messages_fail_as_lined_up_and_then_everything_is_accepted() {
        mail.failNext(2, Failure.temporary())
                .failNext(1, Failure.permanent("5.1.1", "unknown"))
                .answer(new SendOutcome.Accepted("17"));

        assertThat(List.of(mail.send(to(KARI)), mail.send(to(OLA)), mail.send(to(KARI)), mail.send(to(OLA))))
                .containsExactly(
                        new SendOutcome.Deferred("451", "try again later"),
                        new SendOutcome.Deferred("451", "try again later"),
                        new SendOutcome.Failed("5.1.1", "unknown"),
                        new SendOutcome.Accepted("17"));
        assertThat(mail.send(to(KARI))).isEqualTo(ACCEPTED);
        assertThat(mail.accepted()).containsExactly(to(OLA), to(KARI));
        assertThat(mail.offered()).hasSize(5);
    }

    @Test
    void messages_to_an_address_fail_until_it_recovers_and_use_up_nothing_of_the_line() {
        mail.failTo(KARI, Failure.permanent()).failNext(1, Failure.temporary());

        assertThat(mail.send(to(KARI))).isInstanceOf(SendOutcome.Failed.class);
        assertThat(mail.send(to(KARI))).isInstanceOf(SendOutcome.Failed.class);
        assertThat(mail.send(to(OLA))).isInstanceOf(SendOutcome.Deferred.class);
        assertThat(mail.send(to(OLA))).isEqualTo(ACCEPTED);
        mail.recover(KARI);
        assertThat(mail.send(to(KARI))).isEqualTo(ACCEPTED);
    }

    @Test
    void recovery_ends_everything_that_was_asked_for() {
        mail.failTo(KARI, Failure.permanent()).failNext(5, Failure.temporary()).recover();

        assertThat(mail.send(to(KARI))).isEqualTo(ACCEPTED);
        assertThat(mail.send(to(OLA))).isEqualTo(ACCEPTED);
    }

    @Test
    void after_a_timeout_the_peer_has_the_message_and_the_desk_does_not_know() {
        mail.failNext(1, Failure.timeoutAfterAcceptance());

        assertThat(mail.send(to(KARI))).isInstanceOf(SendOutcome.Uncertain.class);
        assertThat(mail.accepted()).containsExactly(to(KARI));
    }

    @Test
    void an_uncertain_answer_that_is_lined_up_says_that_the_peer_has_nothing() {
        mail.answer(new SendOutcome.Uncertain("gone"));

        assertThat(mail.send(to(KARI))).isEqualTo(new SendOutcome.Uncertain("gone"));
        assertThat(mail.accepted()).isEmpty();
    }

    @Test
    void a_transport_that_throws_was_offered_the_message_and_passed_nothing_on() {
        IllegalStateException error = new IllegalStateException("no route");
        mail.failNext(1, Failure.throwing(error));

        assertThatThrownBy(() -> mail.send(to(KARI))).isSameAs(error);
        assertThat(mail.offered()).hasSize(1);
        assertThat(mail.accepted()).isEmpty();
    }

    @Test
    void it_can_serve_any_channel() {
        Channel sms = new Channel("sms");

        assertThat(RecordingTransport.on(sms).channel()).isEqualTo(sms);
        assertThat(mail.channel()).isEqualTo(Channel.MAIL);
    }

    @Test
    void a_failure_of_no_message_is_refused() {
        assertThatThrownBy(() -> mail.failNext(0, Failure.temporary()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("messages is 0");
    }

    @Test
    void the_desk_tries_a_temporary_failure_again_and_never_an_uncertain_one() {
        TestDesk office = new TestDesk();
        office.mail.failNext(3, Failure.temporary()).failNext(1, Failure.timeoutAfterAcceptance());
        Ticket ticket = office.opened();
        office.time.runUntil(office.desk, office.time.instant().plus(Duration.ofHours(2)));

        Delivery delivery = office.only(ticket.id());
        assertThat(delivery.state()).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(delivery.attempts()).isEqualTo(4);
        assertThat(office.mail.offered()).hasSize(4);
        assertThat(office.mail.accepted()).hasSize(1);
    }
}
