package dev.svar.testkit;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices each promise that a transport breaks, by exactly the tests that are about it. */
final class TransportContractNoticesTest {
    private static final Address KARI = Address.mail("kari@kunde.example");

    /** Sends as the real one does, and one thing differently. */
    private interface Twist {
        SendOutcome send(Transport real, OutboundMessage message);
    }

    private static void assertNoticed(UnaryOperator<Transport> twisted, String... by) throws Exception {
        assertNoticed(Duration.ofSeconds(30), twisted, by);
    }

    private static void assertNoticed(Duration longest, UnaryOperator<Transport> twisted, String... by)
            throws Exception {
        SuiteRun.assertNoticed(
                TransportContract.class,
                () -> suite(new RecordingPeer(KARI) {
                    @Override
                    public Transport openTransport() {
                        return twisted.apply(super.openTransport());
                    }

                    @Override
                    public Duration longestSend() {
                        return longest;
                    }
                }),
                by);
    }

    private static void assertNoticedSending(Twist twist, String... by) throws Exception {
        assertNoticed(real -> new ScriptedTransport(message -> twist.send(real, message)), by);
    }

    private static void assertAnswerNoticed(UnaryOperator<SendOutcome> answer, String... by) throws Exception {
        assertNoticedSending((real, message) -> answer.apply(real.send(message)), by);
    }

    private static TransportContract suite(TransportFixture fixture) {
        return new TransportContract() {
            @Override
            protected TransportFixture openFixture() {
                return fixture;
            }
        };
    }

    private static OutboundMessage saying(OutboundMessage m, String id, String subject, String text) {
        return new OutboundMessage(
                id,
                m.from(),
                m.fromName(),
                m.replyTo(),
                m.to(),
                subject,
                text,
                m.inReplyTo(),
                m.references(),
                m.automatic());
    }

    @Test
    void nothing_wrong() throws Exception {
        assertNoticed(real -> real);
    }

    @Test
    void another_channel() throws Exception {
        assertNoticed(
                real -> new Transport() {
                    @Override
                    public Channel channel() {
                        return Channel.HOST;
                    }

                    @Override
                    public SendOutcome send(OutboundMessage message) {
                        return real.send(message);
                    }
                },
                "it_serves_the_channel_of_its_recipients_and_no_other");
    }

    @Test
    void a_refusal_for_now_that_counts_for_good() throws Exception {
        assertAnswerNoticed(
                outcome ->
                        outcome instanceof SendOutcome.Deferred d && !d.code().isEmpty()
                                ? new SendOutcome.Failed(d.code(), d.reason())
                                : outcome,
                "what_the_peer_refuses_for_now_is_deferred");
    }

    @Test
    void a_refusal_for_good_that_counts_for_now() throws Exception {
        assertAnswerNoticed(
                outcome -> outcome instanceof SendOutcome.Failed f
                        ? new SendOutcome.Deferred(f.code(), f.reason())
                        : outcome,
                "a_peer_that_changes_its_mind_is_told_of_as_it_is_now",
                "what_the_peer_refuses_for_good_has_failed");
    }

    @Test
    void a_peer_that_is_gone_counted_as_a_refusal_for_good() throws Exception {
        assertAnswerNoticed(
                outcome -> outcome instanceof SendOutcome.Deferred d && d.code().isEmpty()
                        ? new SendOutcome.Failed("", d.reason())
                        : outcome,
                "a_peer_that_changes_its_mind_is_told_of_as_it_is_now",
                "what_nobody_is_there_to_take_is_deferred_or_the_channel_is_unavailable");
    }

    @Test
    void an_error_in_place_of_an_outcome() throws Exception {
        assertAnswerNoticed(
                outcome -> {
                    if (outcome instanceof SendOutcome.Deferred d && d.code().isEmpty()) {
                        throw new IllegalStateException(d.reason());
                    }
                    return outcome;
                },
                "a_peer_that_changes_its_mind_is_told_of_as_it_is_now",
                "no_outcome_repeats_what_the_message_says",
                "nothing_is_offered_twice_within_one_call",
                "what_nobody_is_there_to_take_is_deferred_or_the_channel_is_unavailable",
                "whatever_became_of_a_message_the_next_one_is_taken");
    }

    @Test
    void doubt_that_is_told_as_later() throws Exception {
        assertAnswerNoticed(
                outcome ->
                        outcome instanceof SendOutcome.Uncertain u ? new SendOutcome.Deferred("", u.reason()) : outcome,
                "what_the_peer_takes_and_never_answers_is_uncertain_within_bounded_time",
                "what_the_peer_takes_before_it_dies_is_uncertain");
    }

    @Test
    void doubt_that_is_told_as_success() throws Exception {
        assertAnswerNoticed(
                outcome -> outcome instanceof SendOutcome.Uncertain ? new SendOutcome.Accepted("") : outcome,
                "what_the_peer_takes_and_never_answers_is_uncertain_within_bounded_time",
                "what_the_peer_takes_before_it_dies_is_uncertain");
    }

    @Test
    void success_that_is_told_as_doubt() throws Exception {
        assertAnswerNoticed(
                outcome -> outcome instanceof SendOutcome.Accepted ? new SendOutcome.Uncertain("") : outcome,
                "a_peer_that_changes_its_mind_is_told_of_as_it_is_now",
                "no_value_becomes_more_than_it_is",
                "several_send_at_once_and_each_message_arrives_once",
                "what_the_peer_takes_is_accepted",
                "whatever_became_of_a_message_the_next_one_is_taken");
    }

    @Test
    void waiting_for_ever() throws Exception {
        assertNoticed(
                Duration.ofSeconds(1),
                real -> new ScriptedTransport(message -> {
                    SendOutcome outcome = real.send(message);
                    return outcome instanceof SendOutcome.Uncertain ? ForEver.waiting() : outcome;
                }),
                "no_outcome_repeats_what_the_message_says",
                "nothing_is_offered_twice_within_one_call",
                "the_next_attempt_arrives_under_the_same_message_id",
                "what_the_peer_takes_and_never_answers_is_uncertain_within_bounded_time",
                "what_the_peer_takes_before_it_dies_is_uncertain",
                "whatever_became_of_a_message_the_next_one_is_taken");
    }

    @Test
    void a_second_try_within_one_call() throws Exception {
        assertNoticedSending(
                (real, message) -> {
                    SendOutcome outcome = real.send(message);
                    return outcome instanceof SendOutcome.Deferred ? real.send(message) : outcome;
                },
                "nothing_is_offered_twice_within_one_call");
    }

    @Test
    void a_second_try_when_in_doubt() throws Exception {
        assertNoticedSending(
                (real, message) -> {
                    SendOutcome outcome = real.send(message);
                    return outcome instanceof SendOutcome.Uncertain ? real.send(message) : outcome;
                },
                "nothing_is_offered_twice_within_one_call",
                "the_next_attempt_arrives_under_the_same_message_id",
                "what_the_peer_takes_and_never_answers_is_uncertain_within_bounded_time",
                "what_the_peer_takes_before_it_dies_is_uncertain");
    }

    @Test
    void giving_up_after_a_failure() throws Exception {
        assertNoticed(
                real -> {
                    AtomicBoolean broken = new AtomicBoolean();
                    return new ScriptedTransport(message -> {
                        if (broken.get()) {
                            return new SendOutcome.Deferred("", "closed");
                        }
                        SendOutcome outcome = real.send(message);
                        broken.set(outcome instanceof SendOutcome.Uncertain);
                        return outcome;
                    });
                },
                "nothing_is_offered_twice_within_one_call",
                "the_next_attempt_arrives_under_the_same_message_id",
                "whatever_became_of_a_message_the_next_one_is_taken");
    }

    @Test
    void an_answer_that_is_remembered() throws Exception {
        assertNoticed(
                real -> {
                    AtomicReference<SendOutcome> first = new AtomicReference<>();
                    return new ScriptedTransport(message -> {
                        SendOutcome outcome = real.send(message);
                        first.compareAndSet(null, outcome);
                        return first.get();
                    });
                },
                "a_peer_that_changes_its_mind_is_told_of_as_it_is_now");
    }

    @Test
    void a_transport_for_one_thread_only() throws Exception {
        assertNoticed(
                real -> {
                    AtomicReference<Thread> owner = new AtomicReference<>();
                    return new ScriptedTransport(message -> {
                        owner.compareAndSet(null, Thread.currentThread());
                        return owner.get() == Thread.currentThread()
                                ? real.send(message)
                                : new SendOutcome.Accepted("");
                    });
                },
                "several_send_at_once_and_each_message_arrives_once");
    }

    @Test
    void a_text_that_is_cut() throws Exception {
        assertNoticedSending(
                (real, m) -> real.send(saying(
                        m,
                        m.messageId(),
                        m.subject(),
                        m.text().substring(0, Math.min(200, m.text().length())))),
                "what_arrives_is_what_was_given",
                "whatever_became_of_a_message_the_next_one_is_taken",
                "no_value_becomes_more_than_it_is");
    }

    @Test
    void characters_that_get_lost() throws Exception {
        assertNoticedSending(
                (real, m) -> real.send(saying(m, m.messageId(), m.subject().replace("💳", "?"), m.text())),
                "no_value_becomes_more_than_it_is",
                "what_arrives_is_what_was_given",
                "whatever_became_of_a_message_the_next_one_is_taken");
    }

    @Test
    void a_message_id_of_its_own_at_every_attempt() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        assertNoticedSending(
                (real, m) ->
                        real.send(saying(m, "<" + attempts.incrementAndGet() + "@transport>", m.subject(), m.text())),
                "no_value_becomes_more_than_it_is",
                "several_send_at_once_and_each_message_arrives_once",
                "the_next_attempt_arrives_under_the_same_message_id",
                "what_arrives_is_what_was_given",
                "whatever_became_of_a_message_the_next_one_is_taken");
    }

    @Test
    void a_subject_that_becomes_text() throws Exception {
        assertNoticedSending(
                (real, m) -> {
                    int empty = m.subject().indexOf("\r\n\r\n");
                    return real.send(
                            empty < 0
                                    ? m
                                    : saying(
                                            m,
                                            m.messageId(),
                                            m.subject().substring(0, empty),
                                            m.subject().substring(empty + 4) + m.text()));
                },
                "no_value_becomes_more_than_it_is");
    }

    @Test
    void an_outcome_that_repeats_the_text() throws Exception {
        assertNoticedSending(
                (real, m) -> {
                    SendOutcome outcome = real.send(m);
                    return outcome instanceof SendOutcome.Failed f
                            ? new SendOutcome.Failed(f.code(), f.reason() + ": " + m.text())
                            : outcome;
                },
                "no_outcome_repeats_what_the_message_says");
    }

    @Test
    void what_arrives_although_the_channel_is_said_not_to_carry_it() throws Exception {
        SuiteRun.assertNoticed(
                TransportContract.class,
                () -> suite(new RecordingPeer(KARI) {
                    @Override
                    public boolean carriesSubject() {
                        return false;
                    }
                }),
                "no_value_becomes_more_than_it_is",
                "several_send_at_once_and_each_message_arrives_once",
                "what_arrives_is_what_was_given",
                "whatever_became_of_a_message_the_next_one_is_taken");
    }

    @Test
    void a_message_id_that_does_not_arrive_although_it_should() throws Exception {
        SuiteRun.assertNoticed(
                TransportContract.class,
                () -> suite(new RecordingPeer(KARI) {
                    @Override
                    Arrived arrived(OutboundMessage m) {
                        return new Arrived(Optional.empty(), m.to(), Optional.of(m.subject()), m.text());
                    }
                }),
                "no_value_becomes_more_than_it_is",
                "several_send_at_once_and_each_message_arrives_once",
                "the_next_attempt_arrives_under_the_same_message_id",
                "what_arrives_is_what_was_given",
                "whatever_became_of_a_message_the_next_one_is_taken");
    }
}
