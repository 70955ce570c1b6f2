package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.Announcements;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.ResendAnswer;
import dev.svar.UnknownMailingException;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.MailingRefusedException;
import dev.svar.announcement.MailingState;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Recipients;
import dev.svar.announcement.RefusedLine;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.sla.QuietHours;
import dev.svar.store.StoreException;
import dev.svar.store.TicketQuery;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A desk tells many. */
class DeskMailingTest {
    private static final int BATCH = 500;

    private static final List<Wording> WORDINGS = List.of(
            new Wording(Locale.ENGLISH, "Closed tonight", "From two to four."),
            new Wording(Locale.forLanguageTag("fi"), "Suljettu yöllä", "Kahdesta neljään."));

    private final TestDesk office = new TestDesk();
    private final Announcements announcements = office.desk.announcements();

    private static RecipientList list(String... lines) {
        return RecipientList.of(Channel.MAIL, List.of(lines));
    }

    private static RecipientList many(int count) {
        return RecipientList.of(
                Channel.MAIL,
                IntStream.range(0, count)
                        .mapToObj(i -> "kunde" + i + "@x.example")
                        .toList());
    }

    private static MailingOrder order(RecipientList list) {
        return MailingOrder.of("maintenance", WORDINGS, list).atMostPerMinute(MailingOrder.MAX_PER_MINUTE);
    }

    private Mailing started(RecipientList list) {
        return started(announcements, list);
    }

    private static Mailing started(Announcements announcements, RecipientList list) {
        return announcements.start(announcements.draft(order(list), list).id());
    }

    private List<String> offered() {
        return office.mail.offered().stream().map(m -> m.to().value()).toList();
    }

    private List<Delivery> ledger(MailingId mailing) {
        return office.store.deliveries(
                TestDesk.TENANT, mailing, EnumSet.allOf(DeliveryState.class), Optional.empty(), 100_000);
    }

    private Mailing fresh(Mailing mailing) {
        return announcements.mailing(mailing.id()).orElseThrow();
    }

    private void run() {
        office.time.runUntil(office.desk, office.time.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void everybody_on_a_list_gets_one_letter_in_whatever_spelling_they_are_named() {
        Mailing mailing = started(list(
                "kari@bücher.example",
                "KARI@xn--bcher-kva.EXAMPLE",
                "ola@kunde.example\tfi\tOla Nordmann",
                " Kari@BÜCHER.example ",
                "ola@kunde.example"));
        run();

        assertThat(offered()).containsExactlyInAnyOrder("kari@xn--bcher-kva.example", "ola@kunde.example");
        Mailing done = fresh(mailing);
        assertThat(done.state()).isEqualTo(MailingState.DONE);
        assertThat(done.progress().planned()).isEqualTo(2);
        assertThat(done.progress().repeated()).isEqualTo(3);
        assertThat(announcements.counts(mailing.id())).isEqualTo(Map.of(DeliveryState.ACCEPTED, 2L));
    }

    @Test
    void a_letter_is_in_the_language_of_its_reader_and_its_frame_too() {
        started(list("aino@kunde.example\tfi-FI\tAino Virtanen", "joe@kunde.example\tde\tJoe Doe"));
        run();

        Map<String, OutboundMessage> letters =
                office.mail.offered().stream().collect(Collectors.toMap(m -> m.to().localPart(), m -> m));
        assertThat(letters.get("aino").subject()).isEqualTo("Suljettu yöllä");
        assertThat(letters.get("aino").text()).contains("Hei Aino,", "Kahdesta neljään.", "Ystävällisin terveisin");
        assertThat(letters.get("joe").text()).contains("Hello Joe,", "From two to four.", "Kind regards");
        assertThat(letters.values()).allMatch(OutboundMessage::automatic);
    }

    @Test
    void lines_that_name_nobody_are_told_with_their_place_and_the_reason() {
        RecipientList list = RecipientList.read(
                Channel.MAIL,
                new StringReader("\uFEFFkari@kunde.example\r\n\r\nnobody\nola@kunde.example\tnot a language\n"
                        + "siv@kunde.example\tnb\tSiv\tx\n" + "x".repeat(5000) + "@kunde.example\n"
                        + "per@kunde.example\t\tPer\u0007\nper@-.example\nanne@kunde.example"));

        assertThat(list.size()).isEqualTo(3);
        assertThat(list.refused()).extracting(RefusedLine::line).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(list.refusedCount()).isEqualTo(5);
        assertThat(list.refused().get(0).problem())
                .isEqualTo("address is not a mail address, it must look like local@domain");
        assertThat(list.refused().get(1).problem()).contains("language is no language tag");
        assertThat(list.refused().get(3).problem()).contains("at most 600 are allowed");
    }

    @Test
    void nothing_is_planned_before_a_mailing_is_started_and_a_template_must_be_there() {
        RecipientList list = list("kari@kunde.example");
        Mailing draft = announcements.draft(order(list), list);
        run();

        assertThat(ledger(draft.id())).isEmpty();
        assertThatThrownBy(() -> announcements.pause(draft.id())).isInstanceOf(MailingRefusedException.class);
        assertThatThrownBy(() -> announcements.start(new MailingId(UUID.randomUUID())))
                .isInstanceOf(UnknownMailingException.class);
        assertThatThrownBy(() -> announcements.draft(MailingOrder.of("mantenance", WORDINGS, list), list))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> announcements.draft(order(list), list("ola@kunde.example")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void letters_leave_at_the_pace_of_their_mailing_and_are_not_planned_long_before() {
        RecipientList list = many(100);
        Mailing mailing = announcements.start(
                announcements.draft(order(list).atMostPerMinute(10), list).id());
        office.time.runUntil(office.desk, office.time.instant().plus(Duration.ofSeconds(180)));

        assertThat(offered()).hasSizeBetween(28, 31);
        assertThat(ledger(mailing.id())).hasSizeBetween(30, 60);
        run();
        assertThat(offered()).hasSize(100).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"60, 100, 15", "20, 100, 15", "75, 100, 15", "60, 1000, 8", "75, 1000, 8", "300, 1000, 12"})
    void however_seldom_and_little_work_is_done_a_mailing_comes_to_its_end(int seconds, int limit, int mostRuns) {
        RecipientList list = many(1_000);
        MailingOrder order = MailingOrder.of("maintenance", WORDINGS, list);
        announcements.start(announcements.draft(order, list).id());

        for (int run = 0; run < mostRuns; run++) {
            office.desk.runDue(limit);
            office.time.advance(Duration.ofSeconds(seconds));
        }

        assertThat(offered()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void a_mailing_that_is_paused_while_it_is_planned_stands_still_and_goes_on_where_it_stood() {
        Mailing mailing = started(many(1200));
        office.desk.runDue(1);
        assertThat(ledger(mailing.id())).hasSize(BATCH);
        announcements.pause(mailing.id());
        office.time.advance(Duration.ofMinutes(1));
        office.desk.runDue(1000);

        assertThat(offered()).isEmpty();
        assertThat(ledger(mailing.id()))
                .hasSize(BATCH)
                .allMatch(d -> d.state() == DeliveryState.PLANNED && d.attempts() == 0);
        announcements.start(mailing.id());
        run();
        assertThat(offered()).hasSize(1200).doesNotHaveDuplicates();
        assertThat(fresh(mailing).state()).isEqualTo(MailingState.DONE);
    }

    @Test
    void a_pause_after_all_is_planned_holds_back_what_waits_and_planning_is_not_done_again() {
        office.mail.failNext(2, Failure.temporary("450", "later"));
        Mailing mailing = started(list("kari@kunde.example", "ola@kunde.example"));
        office.desk.runDue(10);
        office.desk.runDue(10);
        announcements.pause(mailing.id());
        office.time.runUntil(office.desk, office.time.instant().plus(Duration.ofHours(2)));
        assertThat(office.mail.accepted()).isEmpty();

        announcements.start(mailing.id());
        run();
        assertThat(office.mail.accepted()).hasSize(2);
        assertThat(fresh(mailing).state()).isEqualTo(MailingState.DONE);
        assertThat(fresh(mailing).progress().repeated()).isZero();
    }

    @Test
    void what_was_not_handed_over_when_a_mailing_was_cancelled_is_suppressed() {
        Mailing mailing = started(many(700));
        office.desk.runDue(1);
        announcements.cancel(mailing.id());
        run();

        assertThat(offered()).isEmpty();
        assertThat(ledger(mailing.id()))
                .hasSize(BATCH)
                .allMatch(
                        d -> d.state() == DeliveryState.SUPPRESSED && d.detail().equals("the mailing was cancelled"));
        assertThatThrownBy(() -> announcements.start(mailing.id())).isInstanceOf(MailingRefusedException.class);
    }

    @Test
    void a_letter_that_cannot_be_rendered_fails_in_the_ledger_and_the_others_leave() {
        HelpDesk strict = office.builder(office.mail)
                .templates(
                        TemplateCatalog.shipped()
                                .with(
                                        new Template(
                                                "notice",
                                                Locale.ENGLISH,
                                                "Hello",
                                                "{% if recipient.name == 'Per' %}{% for i in (1..100000000) %}x{% endfor %}{% endif %}ok")))
                .build();
        RecipientList list = list("per@kunde.example\t\tPer", "ola@kunde.example\t\tOla");
        MailingOrder order = MailingOrder.of("notice", List.of(), list);
        Mailing mailing = strict.announcements()
                .start(strict.announcements().draft(order, list).id());
        office.time.runUntil(strict, office.time.instant().plus(Duration.ofMinutes(5)));

        assertThat(strict.announcements().counts(mailing.id()))
                .isEqualTo(Map.of(DeliveryState.FAILED, 1L, DeliveryState.ACCEPTED, 1L));
        assertThat(ledger(mailing.id()))
                .filteredOn(d -> d.state() == DeliveryState.FAILED)
                .allMatch(d -> d.message().to().equals(Address.mail("per@kunde.example"))
                        && d.detail().startsWith("template: "));
    }

    @Test
    void those_who_opened_tickets_with_a_tag_get_one_letter_however_many_they_opened() {
        Tag outage = new Tag("outage");
        for (Address address : List.of(TestDesk.KARI, TestDesk.OLA, TestDesk.KARI)) {
            Ticket ticket = office.desk.open(
                    NewTicket.builder(address, "Ute", "Det er nede.").build());
            office.desk.execute(ticket.id(), new TicketCommand.ChangeTags(TestDesk.AGENT, Set.of(outage), Set.of()));
        }
        office.desk.open(
                NewTicket.builder(TestDesk.STRANGER, "Annet", "Noe annet.").build());
        office.desk.runDue(100);
        int before = offered().size();
        Mailing mailing = announcements.start(announcements
                .draft(MailingOrder.of(
                        "incident_resolved",
                        Channel.MAIL,
                        WORDINGS,
                        new Recipients.Requesters(Optional.of(outage), Optional.empty())))
                .id());
        run();

        assertThat(offered().subList(before, offered().size()))
                .containsExactlyInAnyOrder(TestDesk.KARI.value(), TestDesk.OLA.value());
        assertThat(fresh(mailing).progress().repeated()).isEqualTo(1);
    }

    @Test
    void requesters_who_do_not_want_it_get_none_and_nights_are_left_alone() {
        Tag outage = new Tag("strømbrudd");
        for (Address customer : List.of(TestDesk.KARI, TestDesk.OLA)) {
            Ticket ticket = office.desk.open(
                    NewTicket.builder(customer, "Betaling", "Virker ikke.").build());
            office.desk.execute(ticket.id(), new TicketCommand.ChangeTags(TestDesk.AGENT, Set.of(outage), Set.of()));
        }
        run();
        say(TestDesk.KARI, new ChannelPreferences(Set.of("incident_resolved"), Optional.empty()));
        say(TestDesk.OLA, new ChannelPreferences(Set.of(), Optional.of(QuietHours.STANDARD)));
        office.time.set(Instant.parse("2026-12-02T23:00:00Z"));
        Mailing mailing = announcements.start(announcements
                .draft(MailingOrder.of(
                        "incident_resolved",
                        Channel.MAIL,
                        WORDINGS,
                        new Recipients.Requesters(Optional.of(outage), Optional.empty())))
                .id());
        run();

        assertThat(ledger(mailing.id())).singleElement().satisfies(d -> {
            assertThat(d.message().to()).isEqualTo(TestDesk.OLA);
            assertThat(d.state()).as("at midnight").isEqualTo(DeliveryState.PLANNED);
        });
        assertThat(fresh(mailing).progress().unreachable()).isEqualTo(1);
        office.time.runUntil(office.desk, office.time.instant().plus(Duration.ofHours(12)));
        assertThat(ledger(mailing.id())).extracting(Delivery::state).containsExactly(DeliveryState.ACCEPTED);
    }

    @Test
    void what_is_held_over_a_night_leaves_after_it_at_the_pace_of_the_mailing() {
        Tag outage = new Tag("strømbrudd");
        for (int i = 0; i < 30; i++) {
            Address customer = Address.mail("kunde" + i + "@x.example");
            Ticket ticket = office.desk.open(
                    NewTicket.builder(customer, "Betaling", "Virker ikke.").build());
            office.desk.execute(ticket.id(), new TicketCommand.ChangeTags(TestDesk.AGENT, Set.of(outage), Set.of()));
            say(customer, new ChannelPreferences(Set.of(), Optional.of(QuietHours.STANDARD)));
        }
        run();
        office.time.set(Instant.parse("2026-12-02T23:00:00Z"));
        List<Instant> sent = new ArrayList<>();
        HelpDesk desk = office.builder(new ScriptedTransport(message -> {
                    if (message.subject().contains("Closed tonight")) {
                        sent.add(office.time.instant());
                    }
                    return new SendOutcome.Accepted("");
                }))
                .build();
        MailingOrder order = MailingOrder.of(
                        "incident_resolved",
                        Channel.MAIL,
                        WORDINGS,
                        new Recipients.Requesters(Optional.of(outage), Optional.empty()))
                .atMostPerMinute(10);
        desk.announcements().start(desk.announcements().draft(order).id());
        office.time.runUntil(desk, Instant.parse("2026-12-03T06:59:59Z"));
        assertThat(sent).isEmpty();
        office.time.runUntil(desk, Instant.parse("2026-12-03T07:05:00Z"));

        assertThat(sent).hasSize(30);
        for (int i = 10; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 10), sent.get(i)))
                    .as("letter %d beside the tenth before it", i)
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(59));
        }
    }

    @Test
    void what_nobody_sent_while_the_node_was_down_leaves_at_the_pace_of_the_mailing() {
        List<Instant> sent = new ArrayList<>();
        HelpDesk desk = office.builder(new ScriptedTransport(message -> {
                    sent.add(office.time.instant());
                    return new SendOutcome.Accepted("");
                }))
                .build();
        RecipientList all = many(200);
        Mailing mailing = desk.announcements()
                .draft(MailingOrder.of("maintenance", WORDINGS, all).atMostPerMinute(60), all);
        desk.announcements().start(mailing.id());
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofSeconds(10)));
        int before = sent.size();
        assertThat(before).isBetween(1, 30);
        office.time.advance(Duration.ofMinutes(30));
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(10)));

        assertThat(sent).hasSize(200);
        atMost(60 + 10, Duration.ofMinutes(1), sent);
    }

    /** Ten seconds' worth may leave at once. */
    private static void atMost(int most, Duration window, List<Instant> sent) {
        for (int i = most; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - most), sent.get(i)))
                    .as("letter %d and the one %d before it", i, most)
                    .isGreaterThan(window.minusSeconds(1));
        }
    }

    @Test
    void a_pause_at_the_end_of_the_night_does_not_let_all_go_at_once() {
        Tag outage = new Tag("strømbrudd");
        for (int i = 0; i < 120; i++) {
            Address customer = Address.mail("kunde" + i + "@x.example");
            Ticket ticket = office.desk.open(
                    NewTicket.builder(customer, "Betaling", "Virker ikke.").build());
            office.desk.execute(ticket.id(), new TicketCommand.ChangeTags(TestDesk.AGENT, Set.of(outage), Set.of()));
            say(customer, new ChannelPreferences(Set.of(), Optional.of(QuietHours.STANDARD)));
        }
        run();
        office.time.set(Instant.parse("2026-12-02T23:00:00Z"));
        List<Instant> sent = new ArrayList<>();
        HelpDesk desk = office.builder(new ScriptedTransport(message -> {
                    if (message.subject().contains("Closed tonight")) {
                        sent.add(office.time.instant());
                    }
                    return new SendOutcome.Accepted("");
                }))
                .build();
        MailingOrder order = MailingOrder.of(
                        "incident_resolved",
                        Channel.MAIL,
                        WORDINGS,
                        new Recipients.Requesters(Optional.of(outage), Optional.empty()))
                .atMostPerMinute(12);
        Mailing mailing =
                desk.announcements().start(desk.announcements().draft(order).id());
        office.time.runUntil(desk, Instant.parse("2026-12-03T06:59:00Z"));
        desk.announcements().pause(mailing.id());
        office.time.runUntil(desk, Instant.parse("2026-12-03T08:00:00Z"));
        assertThat(sent).isEmpty();
        desk.announcements().start(mailing.id());
        office.time.runUntil(desk, Instant.parse("2026-12-03T08:30:00Z"));

        assertThat(sent).hasSize(120);
        atMost(12 + 2, Duration.ofMinutes(1), sent);
    }

    @Test
    void what_is_sent_again_leaves_at_the_pace_of_the_mailing_too() {
        List<Instant> sent = new ArrayList<>();
        Set<Address> refused = new HashSet<>();
        HelpDesk desk = office.builder(new ScriptedTransport(message -> {
                    if (refused.add(message.to())) {
                        return new SendOutcome.Failed("554", "no");
                    }
                    sent.add(office.time.instant());
                    return new SendOutcome.Accepted("");
                }))
                .build();
        RecipientList all = many(60);
        Mailing mailing = desk.announcements()
                .draft(MailingOrder.of("maintenance", WORDINGS, all).atMostPerMinute(30), all);
        desk.announcements().start(mailing.id());
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(10)));
        assertThat(sent).isEmpty();
        assertThat(desk.resend(mailing.id(), Set.of(DeliveryState.FAILED), Optional.empty(), 100, "again")
                        .answers())
                .containsEntry(ResendAnswer.RESENT, 60);
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(10)));

        assertThat(sent).hasSize(60);
        atMost(30 + 5, Duration.ofMinutes(1), sent);
    }

    @Test
    void a_line_that_stood_while_its_mailing_was_paused_goes_on_at_its_pace() {
        List<Instant> sent = new ArrayList<>();
        Set<Address> refused = new HashSet<>();
        HelpDesk desk = office.builder(new ScriptedTransport(message -> {
                    if (refused.add(message.to())) {
                        return new SendOutcome.Failed("554", "no");
                    }
                    sent.add(office.time.instant());
                    return new SendOutcome.Accepted("");
                }))
                .build();
        RecipientList all = many(300);
        Mailing mailing = desk.announcements()
                .draft(MailingOrder.of("maintenance", WORDINGS, all).atMostPerMinute(30), all);
        desk.announcements().start(mailing.id());
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(15)));
        desk.resend(mailing.id(), Set.of(DeliveryState.FAILED), Optional.empty(), 1000, "again");
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(2)));
        assertThat(sent).hasSizeBetween(60, 70);
        desk.announcements().pause(mailing.id());
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofHours(2)));
        desk.announcements().start(mailing.id());
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofMinutes(30)));

        assertThat(sent).hasSize(300);
        atMost(30 + 5, Duration.ofMinutes(1), sent);
    }

    @Test
    void those_who_asked_lately_about_one_thing_and_are_not_helped_yet_can_be_told() {
        Map<String, TicketId> tickets = new HashMap<>();
        for (String who : List.of("before", "elsewhere", "helped", "waiting")) {
            Address customer = Address.mail(who + "@kunde.example");
            Ticket ticket = office.desk.open(
                    NewTicket.builder(customer, "Noe", "Virker ikke.").build());
            String category = who.equals("elsewhere") ? "sign_up" : "payment";
            office.desk.execute(ticket.id(), new TicketCommand.Categorize(TestDesk.AGENT, category, List.of()));
            tickets.put(who, ticket.id());
            office.time.advance(Duration.ofHours(1));
        }
        office.desk.solve(tickets.get("helped"), TestDesk.LARS);
        run();
        Recipients.Requesters asked = Recipients.Requesters.inCategory("payment")
                .standing(Set.of(StatusCategory.NEW, StatusCategory.OPEN))
                .openedSince(office.state(tickets.get("elsewhere")).ticket().openedAt());
        announcements.start(announcements
                .draft(MailingOrder.of("incident_updated", Channel.MAIL, WORDINGS, asked))
                .id());
        run();

        assertThat(office.mail.offered())
                .filteredOn(letter -> letter.subject().contains("Closed tonight"))
                .extracting(letter -> letter.to().value())
                .containsExactly("waiting@kunde.example");
        assertThatThrownBy(() -> new Recipients.Requesters(Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at least one must be there");
    }

    @Test
    void requesters_are_asked_for_since_an_instant_that_a_query_takes() {
        Recipients.Requesters asked = Recipients.Requesters.inCategory("payment");
        assertThat(List.of(Recipients.Requesters.EARLIEST, Recipients.Requesters.LATEST))
                .containsExactly(TicketQuery.EARLIEST, TicketQuery.LATEST);
        assertThat(asked.openedSince(Instant.parse("2026-12-01T09:00:00.123456789Z"))
                        .openedSince())
                .contains(Instant.parse("2026-12-01T09:00:00.123456Z"));
        assertThat(asked.openedSince(TicketQuery.EARLIEST).openedSince()).contains(TicketQuery.EARLIEST);
        for (Instant never : List.of(
                Instant.MIN, TicketQuery.EARLIEST.minusNanos(1), TicketQuery.LATEST.plusNanos(1), Instant.MAX)) {
            assertThatThrownBy(() -> asked.openedSince(never))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("recipients.openedSince");
        }
    }

    private void say(Address customer, ChannelPreferences wanted) {
        NotifiedPerson person = NotifiedPerson.of(
                office.desk.contacts().at(customer).orElseThrow().id());
        office.desk.setPreferences(office.desk.preferences(person).with(Channel.MAIL, wanted));
    }

    @Test
    void the_desk_does_not_write_to_itself() {
        Mailing mailing = started(list(TestDesk.MAILBOX.value(), "kari@kunde.example"));
        run();

        assertThat(offered()).containsExactly("kari@kunde.example");
        assertThat(fresh(mailing).progress().unreachable()).isEqualTo(1);
    }

    @Test
    void wherever_commits_fail_nobody_is_left_out_and_nobody_gets_two() {
        long seed = 20261126;
        Random random = new Random(seed);
        AtomicInteger failed = new AtomicInteger();
        TestDesk unlucky = new TestDesk(FaultyStore.refusing(changes -> {
            boolean fails = !changes.workResults().isEmpty() && random.nextInt(4) == 0;
            failed.addAndGet(fails ? 1 : 0);
            return fails;
        }));
        List<String> got = new ArrayList<>();
        HelpDesk desk = unlucky.builder(new ScriptedTransport(message -> {
                    got.add(message.to().value());
                    return new SendOutcome.Accepted("");
                }))
                .build();
        Mailing mailing = started(desk.announcements(), many(3000));
        for (int i = 0;
                i < 3000
                        && desk.announcements()
                                        .mailing(mailing.id())
                                        .orElseThrow()
                                        .state()
                                != MailingState.DONE;
                i++) {
            try {
                desk.runDue(50);
            } catch (StoreException e) {
                assertThat(e.retryable()).isTrue();
            }
            unlucky.time.advance(Duration.ofMinutes(1));
        }

        List<Delivery> ledger = unlucky.store.deliveries(
                TestDesk.TENANT, mailing.id(), EnumSet.allOf(DeliveryState.class), Optional.empty(), 10_000);
        assertThat(failed).as("seed %d", seed).hasValueGreaterThan(2);
        assertThat(ledger).as("seed %d", seed).hasSize(3000);
        assertThat(got).as("seed %d", seed).doesNotHaveDuplicates();
        assertThat(ledger).extracting(d -> d.message().to()).doesNotHaveDuplicates();
        assertThat(desk.announcements()
                        .mailing(mailing.id())
                        .orElseThrow()
                        .progress()
                        .planned())
                .isEqualTo(3000);
    }

    @Test
    void two_nodes_plan_one_mailing_together_without_planning_anybody_twice() throws Exception {
        MemoryStore store = new MemoryStore();
        TestDesk one = new TestDesk(store);
        TestDesk two = new TestDesk(store);
        Map<String, Integer> got = new ConcurrentHashMap<>();
        ScriptedTransport counting = new ScriptedTransport(message -> {
            got.merge(message.to().value(), 1, Integer::sum);
            return new SendOutcome.Accepted("");
        });
        HelpDesk first = one.builder(counting).build();
        HelpDesk second = two.builder(counting).build();
        Mailing mailing = started(first.announcements(), many(5000));
        Set<HelpDesk> desks = Set.of(first, second);
        Map<HelpDesk, Throwable> errors = new HashMap<>();
        List<Thread> threads = desks.stream()
                .map(desk -> new Thread(() -> {
                    try {
                        while (got.size() < 5000) {
                            // Time that runs ahead of the work would end every claim before it is finished.
                            boolean idle = desk.runDue(200).done() == 0;
                            synchronized (one.time) {
                                one.time.advance(idle ? Duration.ofMillis(1) : Duration.ofSeconds(1));
                                two.time.set(one.time.instant());
                            }
                        }
                    } catch (RuntimeException e) {
                        errors.put(desk, e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(60_000);
        }

        assertThat(errors).isEmpty();
        assertThat(got)
                .hasSize(5000)
                .allSatisfy((address, times) -> assertThat(times).isEqualTo(1));
        assertThat(first.announcements()
                        .mailing(mailing.id())
                        .orElseThrow()
                        .progress()
                        .repeated())
                .isZero();
    }

    @Test
    void a_hundred_thousand_recipients_half_of_them_spelled_otherwise_are_fifty_thousand() {
        Set<String> got = new HashSet<>();
        HelpDesk desk = office.builder(new ScriptedTransport(message -> {
                    assertThat(got.add(message.to().value())).isTrue();
                    return new SendOutcome.Accepted("");
                }))
                .build();
        List<String> lines = IntStream.range(0, 100_000)
                .mapToObj(i ->
                        i % 2 == 0 ? "kunde" + i / 2 + "@bücher.example" : "KUNDE" + i / 2 + "@XN--BCHER-KVA.example")
                .toList();
        Mailing mailing = started(desk.announcements(), RecipientList.of(Channel.MAIL, lines));
        while (got.size() < 50_000) {
            desk.runDue(10_000);
            office.time.advance(Duration.ofSeconds(10));
        }
        desk.runDue(10_000);

        Mailing done = desk.announcements().mailing(mailing.id()).orElseThrow();
        assertThat(done.progress().planned()).isEqualTo(50_000);
        assertThat(done.progress().repeated()).isEqualTo(50_000);
        assertThat(desk.announcements().counts(mailing.id())).isEqualTo(Map.of(DeliveryState.ACCEPTED, 50_000L));
    }

    /** Each reader is on the list four times, in four spellings, beside a neighbour with another name and lines that are none. */
    @Test
    void a_hostile_list_of_a_hundred_thousand_lines_is_counted_right_and_read_in_little_memory() {
        List<String> spellings = List.of(
                "kåre%d@bücher.example",
                "KÅRE%d@BÜCHER.EXAMPLE",
                "Ka\u030Are%d@XN--BCHER-KVA.example\ten\tKåre",
                "kåre%d@bu\u0308cher\u3002example");
        List<String> others = List.of(
                "kare%d@straße.example",
                "kare%d@strasse.example", "\u202Ekare%d@bücher.example", "kare%d@bücher..example");
        Iterable<String> lines = () -> IntStream.range(0, 100_000)
                .mapToObj(i -> {
                    List<String> forms = i / 4 % 2 == 0 ? spellings : others;
                    return String.format(Locale.ROOT, forms.get(i % 4), i / 8);
                })
                .iterator();
        RecipientList list = RecipientList.of(Channel.MAIL, lines);

        assertThat(list.size()).isEqualTo(75_000);
        assertThat(list.refusedCount()).isEqualTo(25_000);
        assertThat(list.refused())
                .hasSize(RecipientList.MAX_TOLD)
                .allSatisfy(line -> assertThat(line.problem()).startsWith("address has a "));
        assertThat(list.content().ref().size()).as("bytes that are kept").isLessThan(4_000_000);
        Mailing mailing =
                announcements.start(announcements.draft(order(list), list).id());
        while (fresh(mailing).state() != MailingState.DONE) {
            office.desk.runDue(10_000);
            office.time.advance(Duration.ofSeconds(10));
        }
        assertThat(fresh(mailing).progress().planned()).isEqualTo(12_500 + 2 * 12_500);
        assertThat(fresh(mailing).progress().repeated()).isEqualTo(3 * 12_500);
        assertThat(fresh(mailing).progress().unreachable()).isZero();
    }
}
