package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.ResendAnswer;
import dev.svar.ResendPage;
import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryKey;
import dev.svar.delivery.DeliveryReport;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.Resend;
import dev.svar.delivery.Suppression;
import dev.svar.delivery.SuppressionPolicy;
import dev.svar.delivery.UncertainPolicy;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of deliveries after their hand-over: reports, suppressions, and what is sent again. */
final class DeskLedgerTest {
    private static final DeliveryReport HARD = DeliveryReport.bounced("5.1.1", "nobody there");
    private static final DeliveryReport SOFT = DeliveryReport.bounced("4.2.2", "mailbox full");

    private final TestDesk office = new TestDesk(new MemoryStore());
    private final List<OutboundMessage> offered = new ArrayList<>();

    private HelpDesk.Builder answering(Function<OutboundMessage, SendOutcome> answer) {
        return office.builder(new ScriptedTransport(message -> {
                    offered.add(message);
                    return answer.apply(message);
                }))
                .sla(DeskDeliveryTest.NO_PROMISES);
    }

    private HelpDesk refusing() {
        return answering(m -> new SendOutcome.Failed("550", "not today")).build();
    }

    private static Ticket opened(HelpDesk desk) {
        return desk.open(NewTicket.builder(KARI, "Betaling", "Hjelp").build());
    }

    private Delivery sent() {
        Ticket ticket = office.opened();
        office.desk.runDue(100);
        return office.only(ticket.id());
    }

    private Delivery now(Delivery delivery) {
        return office.desk.delivery(delivery.id()).orElseThrow();
    }

    private static DeliveryKey key(Delivery delivery) {
        return new DeliveryKey.ById(delivery.id());
    }

    private void liveThroughAWeek(HelpDesk desk) {
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofDays(7)));
    }

    // Reports

    @Test
    void a_delivery_that_arrived_says_so_and_may_still_come_back() {
        Delivery sent = sent();

        assertThat(office.desk.deliveryReported(key(sent), DeliveryReport.delivered()))
                .map(Delivery::state)
                .contains(DeliveryState.DELIVERED);
        assertThat(office.desk.deliveryReported(
                        new DeliveryKey.ByMessageId(sent.message().messageId()), SOFT))
                .map(Delivery::state)
                .contains(DeliveryState.BOUNCED);
        office.desk.deliveryReported(key(sent), DeliveryReport.delivered());
        office.desk.deliveryReported(key(sent), SOFT);
        assertThat(now(sent).state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(office.events(sent.ticket().orElseThrow(), TicketEvent.DeliveryFailed.class))
                .containsExactly(new TicketEvent.DeliveryFailed(KARI, "4.2.2", "mailbox full"));
    }

    @Test
    void a_report_of_what_nobody_knows_or_was_never_tried_changes_nothing() {
        Ticket ticket = office.opened();
        Delivery planned = office.only(ticket.id());

        assertThat(office.desk.deliveryReported(new DeliveryKey.ById(new DeliveryId(UUID.randomUUID())), HARD))
                .isEmpty();
        assertThat(office.desk.deliveryReported(new DeliveryKey.ByReference(KARI.channel(), "x'; --"), HARD))
                .isEmpty();
        assertThat(office.desk.deliveryReported(key(planned), HARD)).contains(planned);
        assertThat(office.desk.suppressions(Optional.empty(), 10)).isEmpty();
    }

    // Suppressions

    @Test
    void after_a_hard_bounce_nothing_is_sent_there_until_it_ends() {
        office.desk.deliveryReported(key(sent()), HARD);
        int before = office.mail.offered().size();
        Ticket ticket = opened(office.desk);
        office.desk.runDue(100);

        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(office.only(ticket.id()).detail()).isEqualTo("hard bounce: 5.1.1 nobody there");
        assertThat(office.mail.offered()).hasSize(before);
        office.time.advance(Duration.ofDays(91));
        Ticket later = opened(office.desk);
        assertThat(office.only(later.id()).state()).isEqualTo(DeliveryState.PLANNED);
    }

    @Test
    void a_few_soft_bounces_within_a_week_suppress_for_a_while_and_those_of_last_month_do_not_count() {
        List<Delivery> all = List.of(sent(), sent(), sent(), sent());
        office.desk.deliveryReported(key(all.get(0)), SOFT);
        office.time.advance(Duration.ofDays(8));
        office.desk.deliveryReported(key(all.get(1)), SOFT);
        office.desk.deliveryReported(key(all.get(2)), SOFT);
        assertThat(known().holds(office.time.instant())).isFalse();
        office.desk.deliveryReported(key(all.get(3)), SOFT);

        assertThat(known().cause()).isEqualTo(Suppression.Cause.SOFT_BOUNCES);
        assertThat(known().holds(office.time.instant())).isTrue();
        assertThat(known().holds(office.time.instant().plus(Duration.ofDays(14))))
                .isFalse();
    }

    @Test
    void how_long_an_address_is_not_written_to_is_for_the_host_to_say() {
        SuppressionPolicy week =
                SuppressionPolicy.standard().lasting(Suppression.Cause.HARD_BOUNCE, Optional.of(Duration.ofDays(7)));
        HelpDesk desk = office.builder(office.mail).suppression(week).build();
        desk.deliveryReported(key(sent()), HARD);

        assertThat(known().until()).contains(office.time.instant().plus(Duration.ofDays(7)));
    }

    private Suppression known() {
        List<Suppression> all = office.desk.suppressions(Optional.empty(), 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void a_complaint_leaves_the_delivery_as_it_is_and_is_never_made_shorter_by_a_bounce() {
        Delivery sent = sent();
        office.desk.deliveryReported(
                key(sent), new DeliveryReport(DeliveryReport.Kind.COMPLAINT, "", "x".repeat(100_000)));
        office.desk.deliveryReported(key(sent), HARD);

        assertThat(known().cause()).isEqualTo(Suppression.Cause.COMPLAINT);
        assertThat(known().until()).isEmpty();
        assertThat(known().said()).hasSize(Delivery.MAX_DETAIL_LENGTH);
    }

    @Test
    void what_was_planned_before_its_recipient_was_suppressed_is_not_handed_over_later() {
        Ticket ticket = office.opened();
        office.desk.suppress(Address.mail("KARI@Kunde.example"), "wants no mail");
        office.time.advance(Duration.ofHours(1));
        office.desk.runDue(100);

        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(office.mail.offered()).isEmpty();
        assertThat(office.desk.runDue(100).done()).isZero();
    }

    @Test
    void a_kind_that_is_exempt_is_sent_all_the_same_and_a_reply_that_is_not_tells_its_ticket() {
        HelpDesk exempting = office.builder(office.mail)
                .suppression(SuppressionPolicy.standard().exempting("acknowledged"))
                .build();
        exempting.suppress(KARI, "");
        Ticket ticket = opened(exempting);
        exempting.runDue(100);
        assertThat(office.mail.offered()).hasSize(1);
        exempting.reply(ticket.id(), LARS, "Ja");

        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class))
                .containsExactly(new TicketEvent.DeliveryFailed(KARI, "", "manual"));
    }

    @Test
    void what_is_suppressed_no_more_is_sent_only_if_somebody_says_so() {
        office.desk.suppress(KARI, "by mistake");
        Ticket ticket = office.opened();
        Delivery suppressed = office.only(ticket.id());

        assertThat(office.desk.resend(suppressed.id(), "mended")).isEqualTo(ResendAnswer.SUPPRESSED);
        assertThat(office.desk.unsuppress(KARI)).isTrue();
        assertThat(office.desk.unsuppress(KARI)).isFalse();
        assertThat(office.sent()).isEmpty();
        assertThat(office.desk.resend(suppressed.id(), "mended")).isEqualTo(ResendAnswer.RESENT);
        assertThat(office.sent()).hasSize(1);
    }

    // Sending again

    @Test
    void a_report_of_what_came_back_before_does_not_end_what_waits_to_be_sent_again() {
        Delivery sent = sent();
        office.desk.deliveryReported(key(sent), SOFT);
        assertThat(office.desk.resend(sent.id(), "the mailbox was emptied")).isEqualTo(ResendAnswer.RESENT);
        office.desk.deliveryReported(key(sent), SOFT);
        office.desk.receive(BounceMail.of(sent.message()).build());

        assertThat(now(sent).state()).isEqualTo(DeliveryState.PLANNED);
        office.desk.runDue(100);
        assertThat(now(sent).state()).isEqualTo(DeliveryState.ACCEPTED);
        office.desk.deliveryReported(key(sent), SOFT);
        assertThat(now(sent).state()).as("it came back again").isEqualTo(DeliveryState.BOUNCED);
    }

    @Test
    void a_letter_whose_template_failed_is_not_sent_as_an_empty_one() {
        HelpDesk desk = office.builder(office.mail)
                .renderer((template, context) -> {
                    throw new IllegalStateException("broken");
                })
                .build();
        Ticket ticket = desk.open(
                NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt.").build());
        Delivery stillborn = desk.deliveries(ticket.id(), 10).get(0);

        assertThat(stillborn.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(desk.resend(stillborn.id(), "again")).isEqualTo(ResendAnswer.NEVER_WRITTEN);
        desk.runDue(10);
        assertThat(office.mail.offered()).isEmpty();
    }

    @Test
    void what_failed_is_sent_again_as_the_same_message_and_remembers_why_it_failed() {
        HelpDesk refusing = refusing();
        Ticket ticket = opened(refusing);
        refusing.runDue(100);
        Delivery failed = office.only(ticket.id());

        assertThat(office.desk.resend(failed.id(), "the server was mended")).isEqualTo(ResendAnswer.RESENT);
        assertThat(office.desk.resend(failed.id(), "again")).isEqualTo(ResendAnswer.UNDERWAY);
        List<OutboundMessage> sent = office.sent();
        assertThat(sent)
                .extracting(OutboundMessage::messageId)
                .containsExactly(failed.message().messageId());
        assertThat(now(failed).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(now(failed).resends())
                .containsExactly(new Resend(
                        "the server was mended", DeliveryState.FAILED, 1, "550", "not today", office.time.instant()));
        assertThat(office.desk.resend(failed.id(), "once more")).isEqualTo(ResendAnswer.TAKEN);
    }

    @Test
    void of_many_who_send_one_again_at_once_one_does() throws InterruptedException, ExecutionException {
        HelpDesk refusing = refusing();
        Ticket ticket = opened(refusing);
        refusing.runDue(100);
        Delivery failed = office.only(ticket.id());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<ResendAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            answers.add(threads.submit(() -> office.desk.resend(failed.id(), "impatient")));
        }
        List<ResendAnswer> got = new ArrayList<>();
        for (Future<ResendAnswer> answer : answers) {
            got.add(answer.get());
        }
        threads.shutdown();

        assertThat(got).filteredOn(a -> a == ResendAnswer.RESENT).hasSize(1);
        assertThat(now(failed).resends()).hasSize(1);
        assertThat(office.sent()).hasSize(1);
    }

    @Test
    void a_report_that_comes_while_it_waits_to_be_sent_again_ends_it() {
        HelpDesk uncertain =
                answering(m -> new SendOutcome.Uncertain("cut off")).build();
        Ticket one = opened(uncertain);
        Ticket other = opened(uncertain);
        uncertain.runDue(100);
        Delivery arrived = office.only(one.id());
        Delivery bounced = office.only(other.id());
        office.desk.resend(arrived.id(), "perhaps lost");
        office.desk.resend(bounced.id(), "perhaps lost");
        office.desk.deliveryReported(key(arrived), DeliveryReport.delivered());
        office.desk.deliveryReported(key(bounced), SOFT);

        assertThat(office.sent()).isEmpty();
        assertThat(now(arrived).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(now(bounced).state()).isEqualTo(DeliveryState.BOUNCED);
    }

    @Test
    void one_that_is_sent_again_too_often_is_sent_no_more() {
        HelpDesk refusing = refusing();
        Ticket ticket = opened(refusing);
        refusing.runDue(100);
        DeliveryId id = office.only(ticket.id()).id();
        for (int i = 0; i < Delivery.MAX_RESENDS; i++) {
            assertThat(refusing.resend(id, "try " + i)).isEqualTo(ResendAnswer.RESENT);
            refusing.runDue(100);
        }

        assertThat(refusing.resend(id, "and again")).isEqualTo(ResendAnswer.TOO_OFTEN);
        assertThat(refusing.resend(new DeliveryId(UUID.randomUUID()), "none")).isEqualTo(ResendAnswer.UNKNOWN);
        assertThat(offered).hasSize(1 + Delivery.MAX_RESENDS);
    }

    @Test
    void a_reason_is_one_short_line() {
        HelpDesk refusing = refusing();
        Ticket ticket = opened(refusing);
        refusing.runDue(100);
        DeliveryId id = office.only(ticket.id()).id();

        assertThatThrownBy(() -> refusing.resend(id, "two\nlines"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("resend.why");
    }

    @Test
    void a_mailing_is_sent_again_to_exactly_those_who_did_not_get_it() {
        MailingId mailing = new MailingId(UUID.randomUUID());
        Set<Integer> refused = Set.of(3, 11, 12, 29);
        HelpDesk desk = answering(m -> refused.contains(number(m)) && !isSecond(m)
                        ? new SendOutcome.Failed("550", "no " + number(m))
                        : new SendOutcome.Accepted("250"))
                .build();
        plan(mailing, 30);
        desk.runDue(1000);

        assertThat(desk.deliveryCounts(mailing)).containsEntry(DeliveryState.FAILED, 4L);
        Set<DeliveryState> failed = Set.of(DeliveryState.FAILED);
        Optional<DeliveryId> after = Optional.empty();
        int resent = 0;
        do {
            ResendPage page = desk.resend(mailing, failed, after, 3, "mended");
            resent += page.answers().getOrDefault(ResendAnswer.RESENT, 0);
            after = page.last();
        } while (after.isPresent());
        desk.runDue(1000);

        assertThat(resent).isEqualTo(4);
        assertThat(offered).hasSize(34);
        assertThat(desk.deliveryCounts(mailing)).containsOnlyKeys(DeliveryState.ACCEPTED);
        assertThat(desk.deliveries(mailing, Set.of(DeliveryState.ACCEPTED), Optional.empty(), 100))
                .filteredOn(d -> !d.resends().isEmpty())
                .extracting(d -> number(d.message()))
                .containsExactlyInAnyOrderElementsOf(refused);
    }

    private boolean isSecond(OutboundMessage message) {
        return offered.stream().filter(m -> m.equals(message)).count() > 1;
    }

    private static int number(OutboundMessage message) {
        return Integer.parseInt(message.to().localPart());
    }

    private void plan(MailingId mailing, int recipients) {
        Changes.Builder changes = Changes.builder(TENANT);
        for (int i = 0; i < recipients; i++) {
            DeliveryId id = new DeliveryId(UUID.randomUUID());
            OutboundMessage message = new OutboundMessage(
                    "<" + id + "@paamelding.example>",
                    MAILBOX,
                    "Påmelding",
                    MAILBOX,
                    Address.mail(i + "@kunde.example"),
                    "Vedlikehold",
                    "I natt.",
                    Optional.empty(),
                    List.of(),
                    true);
            Delivery delivery =
                    Delivery.planned(id, TENANT, mailing, "maintenance", "uses it", message, office.time.instant());
            changes.newDelivery(delivery).schedule(new Work(WorkKey.HandOver.of(delivery), office.time.instant()));
        }
        assertThat(office.store.commit(changes.build())).isEqualTo(CommitResult.COMMITTED);
    }

    // Uncertainty

    @Test
    void what_is_uncertain_is_sent_again_once_where_the_host_says_so_and_the_ledger_says_it() {
        HelpDesk desk = answering(m -> new SendOutcome.Uncertain("cut off"))
                .uncertain("acknowledged", UncertainPolicy.RESEND)
                .build();
        Ticket ticket = opened(desk);
        liveThroughAWeek(desk);
        Delivery delivery = office.only(ticket.id());

        assertThat(offered)
                .hasSize(2)
                .extracting(OutboundMessage::messageId)
                .containsOnly(delivery.message().messageId());
        assertThat(delivery.state()).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(delivery.resends()).extracting(Resend::why).containsExactly("resent by policy");
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class)).hasSize(1);
    }

    @Test
    void a_hand_over_in_which_the_process_died_is_sent_again_only_where_the_host_says_so() {
        HelpDesk dying = answering(m -> {
                    throw new StackOverflowError("the process dies here");
                })
                .build();
        Ticket ticket = opened(dying);
        assertThatThrownBy(() -> dying.runDue(10)).isInstanceOf(StackOverflowError.class);
        HelpDesk restarted = answering(m -> new SendOutcome.Accepted("250"))
                .uncertain(UncertainPolicy.RESEND)
                .build();
        liveThroughAWeek(restarted);

        assertThat(offered).hasSize(2);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(office.only(ticket.id()).resentByPolicy()).isTrue();
    }

    @Test
    void what_is_uncertain_is_held_in_silence_where_the_host_says_so() {
        HelpDesk desk = answering(m -> new SendOutcome.Uncertain("cut off"))
                .uncertain("acknowledged", UncertainPolicy.HOLD)
                .build();
        Ticket ticket = opened(desk);
        liveThroughAWeek(desk);

        assertThat(offered).hasSize(1);
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class)).isEmpty();
    }
}
