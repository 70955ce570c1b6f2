package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.TimelineEntry;
import dev.svar.TimelineEntry.MessageEntry;
import dev.svar.TimelineQuery;
import dev.svar.UnknownTicketException;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.BouncedRecipient;
import dev.svar.message.Message;
import dev.svar.message.MessageNature;
import dev.svar.store.Page;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeskTimelineTest {
    private final TestDesk office = new TestDesk();

    private static TimelineQuery english(int limit) {
        return TimelineQuery.first(Locale.ENGLISH, limit);
    }

    private List<TimelineEntry> whole(TicketId ticket, int limit) {
        List<TimelineEntry> all = new ArrayList<>();
        TimelineQuery query = english(limit);
        while (true) {
            Page<TimelineEntry> page = office.desk.timeline(ticket, query);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            assertThat(all).as("a timeline that ends").hasSizeLessThan(1000);
            if (page.next().isEmpty()) {
                return all;
            }
            query = query.from(page.next().get());
        }
    }

    private Ticket another(String subject) {
        office.time.advance(Duration.ofMinutes(1));
        return office.desk.open(
                NewTicket.builder(KARI, subject, "Det gikk heller ikke i dag.").build());
    }

    private void note(Ticket ticket, String text) {
        office.time.advance(Duration.ofMinutes(1));
        office.desk.note(ticket.id(), LARS, text);
    }

    @Test
    void a_ticket_is_told_in_lines_with_its_messages_among_them() {
        Ticket ticket = office.opened();
        office.desk.assign(ticket.id(), BERIT, LARS);
        office.desk.reply(ticket.id(), LARS, "Prøv igjen.");
        List<TimelineEntry> timeline = whole(ticket.id(), 100);

        assertThat(timeline)
                .extracting(TimelineEntry::line)
                .containsExactly(
                        "Kari Nordmann opened the ticket",
                        "Kari Nordmann wrote",
                        "The rule “categorizer” put the ticket into the category payment",
                        "Berit Moe assigned the ticket to Lars Holm",
                        "Lars Holm answered the customer",
                        "Lars Holm changed the status from new to pending");
        assertThat(timeline)
                .extracting(TimelineEntry::who)
                .containsExactly("Kari Nordmann", "Kari Nordmann", "", "Berit Moe", "Lars Holm", "Lars Holm");
        assertThat(timeline)
                .filteredOn(MessageEntry.class::isInstance)
                .extracting(entry -> ((MessageEntry) entry).message().visibleText())
                .containsExactly("Jeg får ikke betalt med kortet mitt.", "Prøv igjen.");
        assertThat(timeline.get(1)).isInstanceOf(MessageEntry.class);
        assertThat(timeline.get(2).rule()).contains("categorizer");
        assertThat(timeline.get(3).rule()).isEmpty();
        assertThat(timeline).allSatisfy(entry -> {
            assertThat(entry.number()).isEqualTo(ticket.number());
            assertThat(entry.channel()).isEqualTo(Channel.HOST);
            assertThat(entry.at()).isEqualTo(office.time.instant());
        });
    }

    @Test
    void lines_are_in_the_wanted_language_and_in_english_where_there_is_none() {
        Ticket ticket = office.opened();

        assertThat(office.desk
                        .timeline(ticket.id(), TimelineQuery.first(Locale.forLanguageTag("no"), 1))
                        .items())
                .extracting(TimelineEntry::line)
                .containsExactly("Kari Nordmann opprettet saken");
        assertThat(office.desk
                        .timeline(ticket.id(), TimelineQuery.first(Locale.JAPANESE, 1))
                        .items())
                .extracting(TimelineEntry::line)
                .containsExactly("Kari Nordmann opened the ticket");
    }

    @Test
    void the_host_may_write_its_own_lines_and_need_not() {
        Ticket ticket = office.opened();
        Template own = new Template("history", Locale.ENGLISH, "x", "{{ event.type }} by {{ actor.name }}");
        HelpDesk worded = office.builder(office.mail)
                .templates(TemplateCatalog.shipped().with(own))
                .build();
        HelpDesk without = HelpDesk.builder(office.store)
                .time(office.time)
                .templates(TemplateCatalog.of(Locale.ENGLISH, List.of()))
                .build();

        assertThat(worded.timeline(ticket.id(), english(1)).items().get(0).line())
                .isEqualTo("opened by Kari Nordmann");
        assertThat(without.timeline(ticket.id(), english(1)).items().get(0).line())
                .isEqualTo("Kari Nordmann opened the ticket");
    }

    @Test
    void merged_tickets_are_told_together_in_order_of_time() {
        Ticket first = office.opened();
        Ticket second = another("Betaling igjen");
        note(first, "a");
        note(second, "b");
        note(first, "c");
        office.desk.merge(second.id(), first.id(), LARS);
        note(first, "d");
        List<TimelineEntry> timeline = whole(first.id(), 100);

        assertThat(timeline)
                .filteredOn(MessageEntry.class::isInstance)
                .extracting(entry -> ((MessageEntry) entry).message().visibleText())
                .containsExactly(
                        "Jeg får ikke betalt med kortet mitt.", "Det gikk heller ikke i dag.", "a", "b", "c", "d");
        assertThat(timeline)
                .extracting(TimelineEntry::line)
                .contains("Lars Holm merged the ticket into SUP-1", "Lars Holm merged SUP-2 into this ticket");
        assertThat(timeline)
                .isSortedAccordingTo(Comparator.comparing(TimelineEntry::at)
                        .thenComparing(entry -> entry.number().value())
                        .thenComparing(entry -> entry.event().sequence()));
        assertThat(whole(second.id(), 100))
                .allSatisfy(entry -> assertThat(entry.number()).isEqualTo(second.number()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 200})
    void pages_of_any_length_make_up_the_whole(int limit) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Ticket> tickets = new ArrayList<>(List.of(office.opened(), another("2"), another("3"), another("4")));
        for (int i = 0; i < 60; i++) {
            Ticket ticket = tickets.get(random.nextInt(tickets.size()));
            if (random.nextBoolean()) {
                office.time.advance(Duration.ofSeconds(random.nextInt(2)));
            }
            office.desk.note(ticket.id(), LARS, "note " + i);
        }
        office.desk.merge(tickets.get(3).id(), tickets.get(2).id(), LARS);
        office.desk.merge(tickets.get(2).id(), tickets.get(0).id(), LARS);
        office.desk.merge(tickets.get(1).id(), tickets.get(0).id(), LARS);
        List<RecordedEvent> events = new ArrayList<>();
        tickets.forEach(ticket -> events.addAll(office.desk.history(ticket.id(), 0, 1000)));
        events.sort(Comparator.comparing(RecordedEvent::at)
                .thenComparing(
                        event -> office.state(event.ticket()).ticket().number().value())
                .thenComparing(RecordedEvent::sequence));

        assertThat(whole(tickets.get(0).id(), limit))
                .as("seed %d", seed)
                .extracting(TimelineEntry::event)
                .isEqualTo(events);
    }

    @Test
    void what_happens_between_two_pages_comes_once_and_at_the_end() {
        Ticket first = office.opened();
        Ticket second = another("Betaling igjen");
        note(first, "a");
        Page<TimelineEntry> page = office.desk.timeline(first.id(), english(2));
        note(first, "b");
        office.desk.merge(second.id(), first.id(), LARS);
        List<TimelineEntry> rest = office.desk
                .timeline(first.id(), english(100).from(page.next().orElseThrow()))
                .items();
        List<RecordedEvent> shown = new ArrayList<>();
        page.items().forEach(entry -> shown.add(entry.event()));
        rest.forEach(entry -> shown.add(entry.event()));
        List<RecordedEvent> all = new ArrayList<>(office.desk.history(first.id(), 0, 100));
        all.addAll(office.desk.history(second.id(), 0, 100));

        assertThat(shown).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
        office.desk.undoMerge(second.id(), LARS);
        assertThat(office.desk
                        .timeline(first.id(), english(100).from(page.next().get()))
                        .items())
                .extracting(TimelineEntry::number)
                .containsOnly(first.number());
    }

    @Test
    void events_of_a_ticket_stay_in_their_order_when_the_clock_of_a_node_goes_back() {
        Ticket ticket = office.opened();
        office.time.advance(Duration.ofMinutes(-5));
        office.desk.note(ticket.id(), LARS, "from a node whose clock is late");

        assertThat(whole(ticket.id(), 1))
                .extracting(TimelineEntry::event)
                .isEqualTo(office.desk.history(ticket.id(), 0, 9));
    }

    @Test
    void a_message_that_was_split_off_stands_where_it_was_copied_and_names_its_author() {
        Ticket ticket = office.opened();
        Message message = office.desk.messages(ticket.id(), 0, 1).get(0);
        office.time.advance(Duration.ofHours(1));
        Ticket fresh = office.desk.split(ticket.id(), List.of(message.id()), "Noe annet", LARS);
        TimelineEntry copy = whole(fresh.id(), 100).get(1);

        assertThat(copy).isInstanceOf(MessageEntry.class);
        assertThat(copy.at()).isEqualTo(office.time.instant());
        assertThat(copy.who()).isEqualTo("Kari Nordmann");
        assertThat(copy.line()).isEqualTo("Lars Holm copied a message from SUP-1 into this ticket");
        assertThat(((MessageEntry) copy).message().at()).isEqualTo(message.at());
        assertThat(whole(fresh.id(), 100).get(0).line()).isEqualTo("Lars Holm opened the ticket, split off from SUP-1");
    }

    @Test
    void a_page_of_an_old_ticket_reads_no_more_than_a_page() {
        AtomicInteger read = new AtomicInteger();
        TestDesk counted = new TestDesk(new ForwardingStore() {
            @Override
            public List<RecordedEvent> events(TenantId tenant, TicketId ticket, long after, int limit) {
                List<RecordedEvent> events = store.events(tenant, ticket, after, limit);
                read.addAndGet(1 + events.size());
                return events;
            }

            @Override
            public List<Message> messages(TenantId tenant, TicketId ticket, long after, int limit) {
                List<Message> messages = store.messages(tenant, ticket, after, limit);
                read.addAndGet(1 + messages.size());
                return messages;
            }
        });
        Ticket ticket = counted.opened();
        for (int i = 0; i < 2000; i++) {
            counted.desk.note(ticket.id(), LARS, "note " + i);
        }
        TimelineQuery middle = english(20)
                .from(counted.desk.timeline(ticket.id(), english(200)).next().orElseThrow());
        read.set(0);
        counted.desk.timeline(ticket.id(), middle);

        assertThat(read.get()).isLessThanOrEqualTo(50);
    }

    @Test
    void no_line_holds_an_address_of_a_customer() {
        office.desk.receive(
                TestDesk.mail("1", KARI).fromName("kari@kunde.example").build());
        Ticket ticket = office.allTickets().get(0).ticket();
        List<TimelineEntry> timeline = whole(ticket.id(), 100);

        assertThat(timeline).allSatisfy(entry -> {
            assertThat(entry.line()).doesNotContain("@");
            assertThat(entry.who()).doesNotContain("@");
        });
        assertThat(timeline.get(0).line()).isEqualTo("A customer opened the ticket");
        assertThat(timeline.get(0).channel()).isEqualTo(Channel.MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", "1.2.3", "1.0", "0.1", "-1.2", "1.2_1.3", "1.2_", "?.1", "zzzzzzzzzzzzzz.1"})
    void a_cursor_that_no_page_gave_is_refused(String cursor) {
        assertThatThrownBy(() -> english(10).from(cursor))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("timeline.cursor is not one");
        assertThatThrownBy(() -> english(10).from("1.1_".repeat(100_000))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void unknown_tickets_and_pages_without_bounds_are_refused() {
        assertThatThrownBy(() -> office.desk.timeline(new TicketId(new UUID(1, 1)), english(1)))
                .isInstanceOf(UnknownTicketException.class);
        assertThatThrownBy(() -> english(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> english(TimelineQuery.MAX_LIMIT + 1)).isInstanceOf(InvalidValueException.class);
        assertThat(new TimelineQuery(Locale.ENGLISH, Optional.empty(), TimelineQuery.MAX_LIMIT).limit())
                .isEqualTo(200);
    }

    @Test
    void deliveries_that_failed_are_told_with_the_name_of_who_missed_them() {
        office.desk.receive(TestDesk.mail("1", KARI).fromName("Kari Nordmann").build());
        Ticket ticket = office.allTickets().get(0).ticket();
        String sent = office.sent().get(0).messageId();
        office.desk.receive(TestDesk.mail("2", TestDesk.STRANGER)
                .nature(new MessageNature.Bounce(
                        Optional.of(sent),
                        List.of(new BouncedRecipient(KARI, "5.1.1", true, true, "<kari@kunde.example>?"))))
                .build());

        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class)).hasSize(1);
        assertThat(whole(ticket.id(), 100))
                .last()
                .extracting(TimelineEntry::line)
                .isEqualTo("A message to Kari Nordmann could not be delivered (5.1.1)");
    }
}
