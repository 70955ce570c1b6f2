package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import dev.svar.testkit.TransportFixture.Arrived;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Transport} must do: extend it, give the transport and a peer that behaves as it is told, and all of it
 * must pass. Where channels differ the fixture says which way, and both ways are checked.
 */
public abstract class TransportContract {
    private static final int THREADS = 8;
    private static final Address DESK = Address.mail("support@desk.example");
    private static final String SUBJECT = "Svar på «påmelding» [SUP-1] 💳";
    private static final String TEXT = """
            Hei Kari,

            .
            .. to punktum først på linjen
            From en linje som begynner slik
            a < b && c > d; 100 % «sitat» — Привет, 世界 💳
            """ + "lang ".repeat(300) + "linje\n\n--\nLars";

    private TransportFixture fixture;
    private Transport transport;
    private Patience patience;
    private int messages;

    /** For subclasses. */
    protected TransportContract() {}

    /**
     * Opens a peer and what is needed to reach it.
     *
     * @return a fixture of its own for each test; the suite closes it
     */
    protected abstract TransportFixture openFixture();

    @BeforeEach
    final void open() {
        fixture = openFixture();
        transport = fixture.openTransport();
        patience = new Patience(fixture.longestSend());
    }

    @AfterEach
    final void close() {
        patience.close();
        fixture.close();
    }

    @Test
    final void it_serves_the_channel_of_its_recipients_and_no_other() throws Exception {
        assertThat(transport.channel()).isEqualTo(fixture.recipient().channel());
        send(message());
        assertThat(transport.channel()).isEqualTo(fixture.recipient().channel());
    }

    // What the peer does and what is said about it

    @Test
    final void what_the_peer_takes_is_accepted() throws Exception {
        assertThat(send(message())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(fixture.arrived()).hasSize(1);
    }

    @Test
    final void what_the_peer_refuses_for_now_is_deferred() throws Exception {
        fixture.refuseForNow();

        assertThat(send(message())).isInstanceOf(SendOutcome.Deferred.class);
        assertThat(fixture.arrived()).isEmpty();
    }

    @Test
    final void what_the_peer_refuses_for_good_has_failed() throws Exception {
        fixture.refuseForGood();

        assertThat(send(message())).isInstanceOf(SendOutcome.Failed.class);
        assertThat(fixture.arrived()).isEmpty();
    }

    @Test
    final void what_nobody_is_there_to_take_is_deferred_or_the_channel_is_unavailable() throws Exception {
        fixture.vanish();

        assertThat(send(message())).isInstanceOfAny(SendOutcome.Deferred.class, SendOutcome.Unavailable.class);
        assertThat(fixture.arrived()).isEmpty();
    }

    @Test
    final void what_the_peer_takes_before_it_dies_is_uncertain() throws Exception {
        fixture.dieAfterAccepting();

        assertThat(send(message())).isInstanceOf(SendOutcome.Uncertain.class);
        assertThat(fixture.arrived()).hasSize(1);
    }

    @Test
    final void what_the_peer_takes_and_never_answers_is_uncertain_within_bounded_time() throws Exception {
        fixture.fallSilentAfterAccepting();

        assertThat(send(message())).isInstanceOf(SendOutcome.Uncertain.class);
        assertThat(fixture.arrived()).hasSize(1);
    }

    @Test
    final void a_peer_that_changes_its_mind_is_told_of_as_it_is_now() throws Exception {
        assertThat(send(message())).isInstanceOf(SendOutcome.Accepted.class);
        fixture.refuseForGood();
        assertThat(send(message())).isInstanceOf(SendOutcome.Failed.class);
        fixture.vanish();
        assertThat(send(message())).isInstanceOfAny(SendOutcome.Deferred.class, SendOutcome.Unavailable.class);
        assertThat(fixture.arrived()).hasSize(1);
    }

    @Test
    final void nothing_is_offered_twice_within_one_call() throws Exception {
        int sent = 0;
        for (Map.Entry<String, Runnable> behavior : behaviors().entrySet()) {
            int before = fixture.offers();
            behavior.getValue().run();
            send(message());
            sent++;
            assertThat(fixture.offers() - before)
                    .as("offers of one message to a peer that is to %s", behavior.getKey())
                    .isLessThanOrEqualTo(1);
        }
        assertThat(fixture.offers()).isPositive().isLessThanOrEqualTo(sent);
        assertThat(fixture.arrived())
                .as("what arrived at a peer that took three of %s messages", sent)
                .hasSize(3);
    }

    @Test
    final void whatever_became_of_a_message_the_next_one_is_taken() throws Exception {
        for (Map.Entry<String, Runnable> behavior : behaviors().entrySet()) {
            behavior.getValue().run();
            send(message());
            fixture.accept();
            OutboundMessage next = message();

            assertThat(send(next))
                    .as("the message after a peer that was to %s", behavior.getKey())
                    .isInstanceOf(SendOutcome.Accepted.class);
            assertThat(last()).isEqualTo(expected(next));
        }
    }

    @Test
    final void several_send_at_once_and_each_message_arrives_once() throws Exception {
        List<OutboundMessage> all = new ArrayList<>();
        for (int i = 0; i < THREADS * 4; i++) {
            all.add(message("Sak " + i, "Hei nummer " + i));
        }

        List<List<SendOutcome>> outcomes = Race.of(
                THREADS,
                i -> List.of(
                        transport.send(all.get(4 * i)),
                        transport.send(all.get(4 * i + 1)),
                        transport.send(all.get(4 * i + 2)),
                        transport.send(all.get(4 * i + 3))));

        assertThat(outcomes)
                .allSatisfy(own -> assertThat(own)
                        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class)));
        assertThat(arrived())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(this::expected).toList());
    }

    // What arrives

    @Test
    final void what_arrives_is_what_was_given() throws Exception {
        OutboundMessage message = message(SUBJECT, TEXT);
        send(message);

        assertThat(arrived()).containsExactly(expected(message));
    }

    @Test
    final void the_next_attempt_arrives_under_the_same_message_id() throws Exception {
        OutboundMessage message = message();
        fixture.dieAfterAccepting();
        send(message);
        fixture.accept();
        send(message);

        Optional<String> id = fixture.carriesMessageId() ? Optional.of(message.messageId()) : Optional.empty();
        assertThat(fixture.arrived()).extracting(Arrived::messageId).containsExactly(id, id);
    }

    @Test
    final void no_value_becomes_more_than_it_is() throws Exception {
        String more = "Hei\r\nTo: mallory@evil.example\r\nBcc: mallory@evil.example\r\n\r\nKjøp nå\r\n.\r\n";
        OutboundMessage hostile = new OutboundMessage(
                id(),
                DESK,
                more,
                DESK,
                fixture.recipient(),
                more,
                more + "QUIT\r\n",
                Optional.of("<a@kunde.example>" + more),
                List.of("<a@kunde.example>" + more),
                true);
        SendOutcome outcome = send(hostile);

        assertThat(outcome).isInstanceOfAny(SendOutcome.Accepted.class, SendOutcome.Failed.class);
        assertThat(arrived())
                .hasSize(outcome instanceof SendOutcome.Accepted ? 1 : 0)
                .allSatisfy(arrived -> {
                    assertThat(arrived.to()).isEqualTo(fixture.recipient());
                    assertThat(arrived.text()).isEqualTo(lines(hostile.text()));
                });
        OutboundMessage next = message();
        send(next);
        assertThat(last()).isEqualTo(expected(next));
    }

    @Test
    final void no_outcome_repeats_what_the_message_says() throws Exception {
        for (Runnable behavior : behaviors().values()) {
            behavior.run();
            assertThat(send(message("hemmelig-emne", "hemmelig-tekst")).toString())
                    .doesNotContain("hemmelig-emne", "hemmelig-tekst");
        }
    }

    private Map<String, Runnable> behaviors() {
        Map<String, Runnable> behaviors = new LinkedHashMap<>();
        behaviors.put("accept", fixture::accept);
        behaviors.put("refuse for now", fixture::refuseForNow);
        behaviors.put("refuse for good", fixture::refuseForGood);
        behaviors.put("vanish", fixture::vanish);
        behaviors.put("die after accepting", fixture::dieAfterAccepting);
        behaviors.put("fall silent after accepting", fixture::fallSilentAfterAccepting);
        return behaviors;
    }

    private SendOutcome send(OutboundMessage message) throws Exception {
        return patience.call("send", () -> transport.send(message));
    }

    private OutboundMessage message() {
        return message(SUBJECT, TEXT);
    }

    private OutboundMessage message(String subject, String text) {
        return new OutboundMessage(
                id(),
                DESK,
                "Påmelding",
                Address.mail("support+token@desk.example"),
                fixture.recipient(),
                subject,
                text,
                Optional.of("<question@kunde.example>"),
                List.of("<question@kunde.example>"),
                false);
    }

    private String id() {
        messages++;
        return String.format(Locale.ROOT, "<contract.%d@desk.example>", messages);
    }

    private Arrived expected(OutboundMessage message) {
        return new Arrived(
                fixture.carriesMessageId() ? Optional.of(message.messageId()) : Optional.empty(),
                message.to(),
                fixture.carriesSubject() ? Optional.of(message.subject()) : Optional.empty(),
                lines(message.text()));
    }

    private List<Arrived> arrived() {
        return fixture.arrived().stream()
                .map(a -> new Arrived(a.messageId(), a.to(), a.subject(), lines(a.text())))
                .toList();
    }

    private Arrived last() {
        List<Arrived> all = arrived();
        assertThat(all).as("what arrived").isNotEmpty();
        return all.get(all.size() - 1);
    }

    private static String lines(String text) {
        return text.lines().collect(Collectors.joining("\n")).stripTrailing();
    }
}
