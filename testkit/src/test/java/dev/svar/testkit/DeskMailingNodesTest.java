package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Recipients;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.message.OutboundMessage;
import dev.svar.message.Pause;
import dev.svar.message.SendOutcome;
import dev.svar.sla.QuietHours;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pace of a mailing holds over all nodes together, whatever made its letters wait. */
final class DeskMailingNodesTest {
    private static final int NODES = 3;
    private static final int PER_MINUTE = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<Wording> WORDINGS =
            List.of(new Wording(Locale.ENGLISH, "Closed tonight", "From two to four."));

    private final TestDesk office = new TestDesk();
    private final List<Instant> sent = new ArrayList<>();
    private final List<String> readers = new ArrayList<>();
    private final List<HelpDesk> nodes = IntStream.range(0, NODES)
            .mapToObj(i -> office.builder(new ScriptedTransport(this::answer)).build())
            .toList();
    private Function<OutboundMessage, Optional<SendOutcome>> refusal = message -> Optional.empty();

    private SendOutcome answer(OutboundMessage message) {
        if (!message.subject().contains("Closed tonight")) {
            return new SendOutcome.Accepted("");
        }
        return refusal.apply(message).orElseGet(() -> {
            sent.add(office.time.instant());
            readers.add(message.to().value());
            return new SendOutcome.Accepted("");
        });
    }

    private Mailing started(int readers) {
        RecipientList list = RecipientList.of(
                Channel.MAIL,
                IntStream.range(0, readers)
                        .mapToObj(i -> "kunde" + i + "@x.example")
                        .toList());
        MailingOrder order = MailingOrder.of("maintenance", WORDINGS, list).atMostPerMinute(PER_MINUTE);
        return desk().announcements()
                .start(desk().announcements().draft(order, list).id());
    }

    private HelpDesk desk() {
        return nodes.get(0);
    }

    /** All nodes work whenever something is due, each a little at a time. */
    private void live(Duration time) {
        Instant end = office.time.instant().plus(time);
        Instant next = office.time.instant();
        while (!next.isAfter(end)) {
            office.time.set(next);
            List<DueRun> runs = nodes.stream().map(node -> node.runDue(25)).toList();
            next = runs.stream()
                    .flatMap(run -> run.next().stream())
                    .min(Instant::compareTo)
                    .map(at -> at.isAfter(office.time.instant()) ? at : office.time.instant())
                    .orElse(end.plusNanos(1000));
        }
        office.time.set(end);
    }

    /** In no minute more than its places, and those of the ten seconds before it. */
    private void assertPace() {
        int most = PER_MINUTE + PER_MINUTE / 6 + 1;
        for (int i = most; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - most), sent.get(i)))
                    .as("letter %d and the one %d before it", i, most)
                    .isGreaterThanOrEqualTo(MINUTE);
        }
        assertThat(readers).doesNotHaveDuplicates();
    }

    @Test
    void after_a_pause() {
        Mailing mailing = started(300);
        live(MINUTE);
        desk().announcements().pause(mailing.id());
        live(Duration.ofMinutes(30));
        assertThat(sent).hasSizeLessThan(40);
        desk().announcements().start(mailing.id());
        live(Duration.ofMinutes(20));

        assertThat(sent).hasSize(300);
        assertPace();
    }

    @Test
    void after_an_outage_of_the_channel() {
        started(300);
        live(MINUTE);
        refusal = message -> Optional.of(new SendOutcome.Unavailable("", "connection refused"));
        live(Duration.ofMinutes(30));
        refusal = message -> Optional.empty();
        live(Duration.ofMinutes(40));

        assertThat(sent).hasSize(300);
        assertPace();
    }

    @Test
    void after_all_nodes_were_down() {
        started(200);
        live(Duration.ofSeconds(10));
        office.time.advance(Duration.ofSeconds(50));
        live(Duration.ofSeconds(20));
        office.time.advance(Duration.ofHours(1));
        live(Duration.ofMinutes(20));

        assertThat(sent).hasSize(200);
        assertPace();
    }

    @Test
    void after_a_server_wanted_to_be_left_alone_until_an_instant() {
        started(200);
        Instant open = office.time.instant().plus(Duration.ofMinutes(12));
        refusal = message -> Optional.of(open)
                .filter(office.time.instant()::isBefore)
                .map(until -> new SendOutcome.Deferred("429", "slow down", Optional.of(new Pause.Until(until)), true));
        live(Duration.ofMinutes(30));

        assertThat(sent).hasSize(200).allMatch(at -> !at.isBefore(open));
        assertPace();
    }

    @Test
    void after_a_night() {
        Tag outage = new Tag("outage");
        for (int i = 0; i < 100; i++) {
            Ticket ticket = desk().open(NewTicket.builder(Address.mail("kunde" + i + "@x.example"), "Ute", "Nede.")
                    .build());
            desk().execute(ticket.id(), new TicketCommand.ChangeTags(TestDesk.AGENT, Set.of(outage), Set.of()));
            NotifiedPerson person = NotifiedPerson.of(ticket.requester());
            // Whoever would come later by the end of the night has an earlier place in the list, so all come at once.
            QuietHours night = i < 50 ? new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 2)) : QuietHours.STANDARD;
            desk().setPreferences(desk().preferences(person)
                    .with(Channel.MAIL, new ChannelPreferences(Set.of(), Optional.of(night))));
        }
        live(MINUTE);
        office.time.set(Instant.parse("2026-12-02T23:00:00Z"));
        MailingOrder order = MailingOrder.of(
                        "incident_resolved",
                        Channel.MAIL,
                        WORDINGS,
                        new Recipients.Requesters(Optional.of(outage), Optional.empty()))
                .atMostPerMinute(PER_MINUTE);
        desk().announcements().start(desk().announcements().draft(order).id());
        live(Duration.ofHours(7));
        assertThat(sent).isEmpty();
        live(Duration.ofHours(2));

        assertThat(sent).hasSize(100);
        assertPace();
    }

    @Test
    void when_a_list_is_sent_to_again() {
        Set<Address> refused = new HashSet<>();
        refusal = message ->
                Optional.of(message.to()).filter(refused::add).map(to -> new SendOutcome.Failed("554", "no"));
        Mailing mailing = started(200);
        live(Duration.ofMinutes(10));
        assertThat(sent).isEmpty();
        desk().resend(mailing.id(), Set.of(DeliveryState.FAILED), Optional.empty(), 1000, "again");
        live(Duration.ofMinutes(20));

        assertThat(sent).hasSize(200);
        assertPace();
        assertThat(desk().announcements().counts(mailing.id())).isEqualTo(Map.of(DeliveryState.ACCEPTED, 200L));
    }

    @Test
    void where_due_work_is_done_once_a_minute_and_without_waiting_for_its_end() {
        started(200);
        for (int i = 0; i < 30; i++) {
            Stream.of(nodes.get(i % NODES)).forEach(node -> node.runDue(1000));
            office.time.advance(MINUTE);
        }

        assertThat(sent).hasSize(200);
        for (int i = 2 * PER_MINUTE + 1; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 2 * PER_MINUTE - 1), sent.get(i)))
                    .isGreaterThanOrEqualTo(MINUTE);
        }
    }
}
