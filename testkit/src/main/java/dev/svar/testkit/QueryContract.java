package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.sla.SlaClock;
import dev.svar.sla.SlaLevel;
import dev.svar.store.Changes;
import dev.svar.store.Including;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.store.Tickets;
import dev.svar.ticket.FieldKey;
import dev.svar.ticket.FieldValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of the contract of stores that is about finding tickets. */
abstract class QueryContract extends LifecycleContract {
    private static final long SEED = 20261203;
    private static final int RANDOM_TICKETS = 60;
    private static final int RANDOM_QUERIES = 150;
    private static final int CHANGES_BETWEEN_PAGES = 4;
    private static final FieldKey PLAN = new FieldKey("plan");
    private static final FieldKey SEATS = new FieldKey("seats");

    QueryContract() {}

    /** Commits a ticket with the parts that a test sets. */
    final SketchedTicket with(long number, Consumer<SketchedTicket> parts) {
        SketchedTicket ticket = new SketchedTicket(tenant, number);
        return changed(ticket, parts);
    }

    final SketchedTicket changed(SketchedTicket ticket, Consumer<SketchedTicket> parts) {
        parts.accept(ticket);
        committed(ticket.change());
        return ticket;
    }

    final void assertFound(UnaryOperator<TicketQuery.Builder> asked, long... numbers) {
        TicketQuery query = asked.apply(TicketQuery.builder()).build();

        List<Long> found = awaited(query, List.of(boxed(numbers)), () -> numbers(store.tickets(tenant, query)));
        assertThat(found).containsExactly(boxed(numbers));
        long count = awaited(query, (long) numbers.length, () -> store.count(tenant, query, Tickets.MAX_COUNT));
        assertThat(count).isEqualTo(numbers.length);
    }

    /** What is answered; where words are found a moment later, each answer may be late. */
    private <T> T awaited(TicketQuery query, T expected, Supplier<T> answer) {
        long start = System.nanoTime();
        long patience = query.words().isEmpty() ? 0 : textsAreFoundWithin().toNanos();
        T found;
        do {
            found = answer.get();
        } while (!found.equals(expected) && System.nanoTime() - start < patience);
        return found;
    }

    private static Long[] boxed(long... numbers) {
        return LongStream.of(numbers).boxed().toArray(Long[]::new);
    }

    // What is asked for

    @Test
    final void tickets_are_found_by_their_status_category() {
        with(1, t -> t.status = Status.NEW);
        with(2, t -> t.status = Status.OPEN);
        with(3, t -> t.status = new Status("hos Ola", StatusCategory.OPEN));
        with(4, t -> t.status = Status.CLOSED);

        assertFound(q -> q, 1, 2, 3, 4);
        assertFound(q -> q.statuses(EnumSet.of(StatusCategory.OPEN)), 2, 3);
        assertFound(q -> q.statuses(EnumSet.of(StatusCategory.CLOSED, StatusCategory.NEW)), 1, 4);
        assertFound(q -> q.statuses(EnumSet.of(StatusCategory.MERGED)));
    }

    @Test
    final void tickets_are_found_by_the_label_of_their_status_as_it_is_written() {
        with(1, t -> t.status = Status.OPEN);
        with(2, t -> t.status = new Status("hos Ola", StatusCategory.OPEN));
        with(3, t -> t.status = new Status("hos Ola", StatusCategory.PENDING_INTERNAL));
        with(4, t -> t.status = new Status("HOS OLA", StatusCategory.OPEN));

        assertFound(q -> q.labels(Set.of("hos Ola")), 2, 3);
        assertFound(q -> q.labels(Set.of("hos Ola", "open")), 1, 2, 3);
        assertFound(q -> q.labels(Set.of("hos ola")));
    }

    @Test
    final void tickets_are_found_by_who_works_on_them_or_that_nobody_does() {
        with(1, t -> t.assignee = Optional.of(new AgentId("berit")));
        with(2, t -> t.assignee = Optional.of(new AgentId("lars")));
        with(3, t -> t.assignee = Optional.empty());
        SketchedTicket fourth = with(4, t -> t.assignee = Optional.of(new AgentId("berit")));

        assertFound(q -> q.assignee(new AgentId("berit")), 1, 4);
        assertFound(q -> q.unassigned(), 3);
        assertFound(q -> q.assignee(new AgentId("Berit")));
        changed(fourth, t -> t.assignee = Optional.empty());
        assertFound(q -> q.assignee(new AgentId("berit")), 1);
        assertFound(q -> q.unassigned(), 3, 4);
    }

    @Test
    final void tickets_are_found_by_their_team_or_that_they_have_none() {
        with(1, t -> t.team = Optional.of(new TeamId("billing")));
        with(2, t -> t.team = Optional.of(new TeamId("tech")));
        with(3, t -> t.team = Optional.empty());

        assertFound(q -> q.team(new TeamId("billing")), 1);
        assertFound(q -> q.withoutTeam(), 3);
    }

    @Test
    final void tickets_are_found_by_their_category_or_that_they_have_none() {
        with(1, t -> t.category = Optional.of("betaling"));
        with(2, t -> t.category = Optional.of("Betaling"));
        with(3, t -> t.category = Optional.empty());

        assertFound(q -> q.category("betaling"), 1);
        assertFound(q -> q.uncategorized(), 3);
    }

    @Test
    final void tickets_are_found_by_a_person_who_has_several_contact_ids() {
        ContactId kari = with(1, t -> {}).requester;
        ContactId karis = with(2, t -> {}).requester;
        with(3, t -> t.requester = kari);
        with(4, t -> {});

        assertFound(q -> q.requesters(Set.of(kari)), 1, 3);
        assertFound(q -> q.requesters(Set.of(kari, karis)), 1, 2, 3);
        assertFound(q -> q.requesters(Set.of(kari, karis)).statuses(EnumSet.of(StatusCategory.NEW)), 1, 2, 3);
        assertFound(q -> q.requesters(Set.of(kari)).statuses(EnumSet.of(StatusCategory.OPEN)));
        assertFound(q -> q.requesters(Set.of(new ContactId(UUID.randomUUID()))));
    }

    @Test
    final void tickets_are_found_by_their_organization() {
        OrganizationId club = new OrganizationId(UUID.randomUUID());
        with(1, t -> t.organization = Optional.of(club));
        with(2, t -> t.organization = Optional.of(new OrganizationId(UUID.randomUUID())));
        with(3, t -> t.organization = Optional.empty());

        assertFound(q -> q.organization(club), 1);
    }

    @Test
    final void tickets_are_found_by_all_of_several_tags() {
        with(1, t -> t.tags = Set.of(new Tag("vip"), new Tag("vipps")));
        SketchedTicket second = with(2, t -> t.tags = Set.of(new Tag("vipps")));
        with(3, t -> t.tags = Set.of());

        assertFound(q -> q.tags(Set.of(new Tag("vipps"))), 1, 2);
        assertFound(q -> q.tags(Set.of(new Tag("VIPPS"), new Tag("vip"))), 1);
        assertFound(q -> q.tags(Set.of(new Tag("vi"))));
        changed(second, t -> t.tags = Set.of(new Tag("vip")));
        assertFound(q -> q.tags(Set.of(new Tag("vipps"))), 1);
        assertFound(q -> q.tags(Set.of(new Tag("vip"))), 1, 2);
    }

    @Test
    final void tickets_are_found_by_their_priority() {
        with(1, t -> t.priority = Priority.URGENT);
        with(2, t -> t.priority = Priority.LOW);
        with(3, t -> t.priority = Priority.HIGH);

        assertFound(q -> q.priorities(EnumSet.of(Priority.URGENT)), 1);
        assertFound(q -> q.priorities(EnumSet.of(Priority.URGENT, Priority.LOW)), 1, 2);
    }

    @Test
    final void tickets_are_found_by_the_values_of_custom_fields_and_their_types() {
        with(1, t -> t.fields = Map.of(PLAN, FieldValue.choice("gold"), SEATS, FieldValue.of(new BigDecimal("1.50"))));
        SketchedTicket second = with(2, t -> t.fields = Map.of(PLAN, FieldValue.choice("gold")));
        with(3, t -> t.fields = Map.of(PLAN, FieldValue.of("gold")));
        with(4, t -> t.fields = Map.of(SEATS, FieldValue.choice("gold")));
        String novel = "linje\n".repeat(600);
        with(5, t -> t.fields = Map.of(PLAN, FieldValue.of(novel)));

        assertFound(q -> q.field(PLAN, FieldValue.choice("gold")), 1, 2);
        assertFound(q -> q.field(PLAN, FieldValue.of("gold")), 3);
        assertFound(q -> q.field(SEATS, FieldValue.of(new BigDecimal("1.5"))), 1);
        assertFound(
                q -> q.field(PLAN, FieldValue.choice("gold")).field(SEATS, FieldValue.of(new BigDecimal("1.5"))), 1);
        assertFound(q -> q.field(PLAN, FieldValue.of(novel)), 5);
        assertFound(q -> q.field(PLAN, FieldValue.of(novel + "!")));
        changed(second, t -> t.fields = Map.of(PLAN, FieldValue.choice("silver")));
        assertFound(q -> q.field(PLAN, FieldValue.choice("gold")), 1);
        assertFound(q -> q.field(PLAN, FieldValue.choice("silver")), 2);
    }

    @Test
    final void tickets_are_found_by_the_earliest_deadline_that_runs_also_a_missed_one() {
        with(1, t -> t.due(NOW.plusSeconds(10)));
        with(2, t -> t.due(NOW.plusSeconds(11)));
        with(
                3,
                t -> t.clocks = List.of(
                        SketchedTicket.clock(
                                SlaTarget.FIRST_RESPONSE,
                                SlaClock.State.RUNNING,
                                NOW.minusSeconds(5),
                                Set.of(SlaLevel.BREACH)),
                        SketchedTicket.clock(
                                SlaTarget.RESOLUTION, SlaClock.State.RUNNING, NOW.plusSeconds(99), Set.of())));
        with(
                4,
                t -> t.clocks = List.of(
                        SketchedTicket.clock(SlaTarget.FIRST_RESPONSE, SlaClock.State.FULFILLED, NOW, Set.of()),
                        SketchedTicket.clock(SlaTarget.NEXT_RESPONSE, SlaClock.State.DROPPED, NOW, Set.of()),
                        SketchedTicket.clock(SlaTarget.RESOLUTION, SlaClock.State.PAUSED, NOW, Set.of())));
        with(5, t -> {});

        assertFound(q -> q.dueBefore(NOW.plusSeconds(11)), 1, 3);
        assertFound(q -> q.dueBefore(NOW.plusSeconds(11).plusNanos(1000)), 1, 2, 3);
        assertFound(q -> q.dueBefore(NOW.plusSeconds(11)).ascending(TicketSort.DUE), 3, 1);
    }

    @Test
    final void tickets_are_found_by_since_when_they_were_updated_or_opened() {
        with(1, t -> {
            t.openedAt = NOW;
            t.updatedAt = NOW.plusSeconds(9);
        });
        with(2, t -> {
            t.openedAt = NOW.plusSeconds(2);
            t.updatedAt = NOW.plusSeconds(8);
        });

        assertFound(q -> q.updatedSince(NOW.plusSeconds(8)), 1, 2);
        assertFound(q -> q.updatedSince(NOW.plusSeconds(8).plusNanos(1000)), 1);
        assertFound(q -> q.openedSince(NOW.plusSeconds(2)), 2);
        assertFound(q -> q.openedSince(NOW.plusSeconds(2).plusNanos(1000)));
        assertFound(q -> q.openedSince(NOW), 1, 2);
    }

    @Test
    final void tickets_are_found_by_the_beginnings_of_words_of_their_subject() {
        with(1, t -> t.subject = "Får ikke betalt, kortet avvises!");
        SketchedTicket second = with(2, t -> t.subject = "BETALING med kort");
        with(3, t -> t.subject = "Ubetalt faktura 2026-10042");

        assertFound(q -> q.text("betal"), 1, 2);
        assertFound(q -> q.text("kort, BETAL."), 1, 2);
        assertFound(q -> q.text("FÅR kortet"), 1);
        assertFound(q -> q.text("2026 100"), 3);
        assertFound(q -> q.text("betalingen"));
        assertFound(q -> q.text("betal vipps"));
        changed(second, t -> t.subject = "Refusjon");
        assertFound(q -> q.text("betal"), 1);
        assertFound(q -> q.text("refusjon"), 2);
    }

    @Test
    final void words_of_every_script_are_found_by_their_beginnings() {
        String longest = "a".repeat(200);
        List<String> subjects = List.of(
                "ﬁnanz STRAẞE",
                "日本語テスト",
                "𐌰𐌱𐌲 gotisk",
                "﨎﨏 beside U+FFFF",
                "ΟΔΟΣ",
                longest,
                "half \uD83D pair",
                "100%_ rabatt",
                "हिन्दी में मदद",
                "हाथ नल दाम");
        for (int i = 0; i < subjects.size(); i++) {
            String subject = subjects.get(i);
            with(i + 1, t -> t.subject = subject);
        }

        assertFound(q -> q.text("finan"), 1);
        assertFound(q -> q.text("日本"), 2);
        assertFound(q -> q.text("𐌰𐌱"), 3);
        assertFound(q -> q.text("﨎"), 4);
        assertFound(q -> q.text("οδοσ"), 5);
        assertFound(q -> q.text("a".repeat(300)), 6);
        assertFound(q -> q.text("pair half"), 7);
        assertFound(q -> q.text("%_ rabatt"), 8);
        assertFound(q -> q.text("r"), 8);
        assertFound(q -> q.text("हिन्दी"), 9);
    }

    @Test
    final void spam_is_found_only_if_it_is_asked_for() {
        with(1, t -> {});
        SketchedTicket second = with(2, t -> t.spam = true);

        assertFound(q -> q, 1);
        assertFound(q -> q.spam(Including.WITH), 1, 2);
        assertFound(q -> q.spam(Including.ONLY), 2);
        assertThat(numbers(store.tickets(tenant, TicketQuery.all(10)))).containsExactly(1L, 2L);
        changed(second, t -> t.spam = false);
        assertFound(q -> q, 1, 2);
    }

    @Test
    final void tickets_that_are_put_aside_are_found_unless_they_are_not_wanted() {
        with(1, t -> {});
        with(2, t -> t.snoozedUntil = Optional.of(NOW.minusSeconds(60)));

        assertFound(q -> q, 1, 2);
        assertFound(q -> q.snoozed(Including.WITHOUT), 1);
        assertFound(q -> q.snoozed(Including.ONLY), 2);
    }

    @Test
    final void everything_that_is_asked_for_must_match() {
        AgentId berit = new AgentId("berit");
        with(1, t -> {
            t.assignee = Optional.of(berit);
            t.status = Status.OPEN;
            t.tags = Set.of(new Tag("vip"));
        });
        with(2, t -> {
            t.assignee = Optional.of(berit);
            t.status = Status.SOLVED;
            t.tags = Set.of(new Tag("vip"));
        });
        with(3, t -> {
            t.status = Status.OPEN;
            t.tags = Set.of(new Tag("vip"));
        });
        with(4, t -> {
            t.assignee = Optional.of(berit);
            t.status = Status.OPEN;
        });

        assertFound(
                q -> q.assignee(berit)
                        .statuses(EnumSet.of(StatusCategory.OPEN))
                        .tags(Set.of(new Tag("vip")))
                        .text("betalt"),
                1);
    }

    // The order

    @Test
    final void tickets_are_sorted_by_their_numbers() {
        for (long number : new long[] {10, 2, 9}) {
            with(number, t -> {});
        }

        assertFound(q -> q, 2, 9, 10);
        assertFound(q -> q.ascending(TicketSort.NUMBER), 2, 9, 10);
        assertFound(q -> q.descending(TicketSort.NUMBER), 10, 9, 2);
    }

    @Test
    final void tickets_are_sorted_by_their_deadlines_and_those_without_come_last() {
        with(1, t -> {});
        with(2, t -> t.due(NOW.plusSeconds(20)));
        with(3, t -> t.due(NOW.plusSeconds(10)));
        with(4, t -> t.due(NOW.plusSeconds(10)));
        with(5, t -> t.status = Status.OPEN);

        assertFound(q -> q.ascending(TicketSort.DUE), 3, 4, 2, 1, 5);
        assertFound(q -> q.descending(TicketSort.DUE), 2, 4, 3, 5, 1);
    }

    @Test
    final void tickets_are_sorted_by_when_they_were_updated() {
        with(1, t -> t.updatedAt = NOW.plusSeconds(3));
        with(2, t -> t.updatedAt = NOW.plusSeconds(1));
        with(3, t -> {
            t.updatedAt = NOW.plusSeconds(1);
            t.status = Status.SOLVED;
        });

        assertFound(q -> q.ascending(TicketSort.UPDATED), 2, 3, 1);
        assertFound(q -> q.descending(TicketSort.UPDATED), 1, 3, 2);
    }

    @Test
    final void tickets_are_sorted_by_when_they_were_opened() {
        with(1, t -> t.openedAt = NOW.plusSeconds(3));
        with(2, t -> t.openedAt = NOW.plusNanos(1000));
        with(3, t -> t.openedAt = NOW);
        with(4, t -> t.openedAt = NOW);

        assertFound(q -> q.ascending(TicketSort.OPENED), 3, 4, 2, 1);
        assertFound(q -> q.descending(TicketSort.OPENED), 1, 2, 4, 3);
    }

    @Test
    final void tickets_are_sorted_by_their_priority_the_most_urgent_first() {
        with(1, t -> t.priority = Priority.LOW);
        with(2, t -> t.priority = Priority.HIGH);
        with(3, t -> t.priority = Priority.URGENT);
        with(4, t -> t.priority = Priority.NORMAL);
        with(5, t -> {
            t.priority = Priority.HIGH;
            t.status = Status.OPEN;
        });

        assertFound(q -> q.ascending(TicketSort.PRIORITY), 3, 2, 5, 4, 1);
        assertFound(q -> q.descending(TicketSort.PRIORITY), 1, 4, 5, 2, 3);
    }

    // Pages

    @Test
    final void the_pages_of_every_order_put_together_are_the_whole_list() {
        manyAlike();
        for (TicketSort sort : TicketSort.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                for (int limit : new int[] {1, 2, 3, 7}) {
                    TicketQuery.Builder asked = TicketQuery.builder();
                    TicketQuery.Builder query = descending ? asked.descending(sort) : asked.ascending(sort);
                    Page<TicketState> whole =
                            store.tickets(tenant, query.limit(100).build());
                    assertThat(whole.next()).isEmpty();

                    assertThat(pages(query.limit(limit).build(), () -> {}))
                            .as("%s, descending: %s, %d a page", sort, descending, limit)
                            .isEqualTo(numbers(whole));
                }
            }
        }
    }

    /** Tickets in two categories that share their sort keys, some of them without a deadline. */
    private List<SketchedTicket> manyAlike() {
        List<SketchedTicket> all = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            int number = i;
            all.add(with(number, t -> {
                t.status = number % 2 == 0 ? Status.OPEN : Status.NEW;
                t.priority = number % 3 == 0 ? Priority.URGENT : Priority.NORMAL;
                t.openedAt = NOW.plusSeconds(number % 3);
                t.updatedAt = NOW.plusSeconds(number % 4);
                if (number % 3 != 0) {
                    t.due(NOW.plusSeconds(number % 2));
                }
            }));
        }
        return all;
    }

    final List<Long> pages(TicketQuery query, Runnable between) {
        List<Long> numbers = new ArrayList<>();
        Page<TicketState> page = store.tickets(tenant, query);
        numbers.addAll(numbers(page));
        // The bound lets a store whose pages never end fail instead of hang.
        while (page.next().isPresent() && numbers.size() < 1000) {
            assertThat(page.items()).as("a page before the last").hasSize(query.limit());
            between.run();
            page = store.tickets(tenant, query.from(page.next().get()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
            numbers.addAll(numbers(page));
        }
        return numbers;
    }

    @Test
    final void a_ticket_that_stays_as_it_is_comes_once_while_others_change_between_the_pages() {
        List<SketchedTicket> all = manyAlike();
        List<SketchedTicket> changing = all.subList(0, 6);
        AtomicInteger next = new AtomicInteger(100);
        for (TicketSort sort : TicketSort.values()) {
            int last = next.get() + CHANGES_BETWEEN_PAGES;
            Runnable between = () -> {
                if (next.get() == last) {
                    return;
                }
                for (SketchedTicket ticket : changing) {
                    changed(ticket, t -> {
                        t.updatedAt = t.updatedAt.plusSeconds(1);
                        t.priority = t.priority == Priority.LOW ? Priority.URGENT : Priority.LOW;
                        t.status = t.status.equals(Status.OPEN) ? Status.NEW : Status.OPEN;
                        t.clocks = t.clocks.isEmpty() ? t.due(NOW).clocks : List.of();
                    });
                }
                with(next.getAndIncrement(), t -> t.priority = Priority.HIGH);
            };

            assertThat(pages(TicketQuery.builder().ascending(sort).limit(2).build(), between))
                    .as("%s", sort)
                    .filteredOn(number -> number >= 7 && number <= 12)
                    .containsExactlyInAnyOrder(7L, 8L, 9L, 10L, 11L, 12L);
        }
    }

    @Test
    final void a_page_begins_after_its_place_also_when_the_ticket_there_is_gone() {
        List<SketchedTicket> all = manyAlike();
        TicketQuery query = TicketQuery.builder()
                .statuses(EnumSet.of(StatusCategory.NEW))
                .descending(TicketSort.UPDATED)
                .limit(2)
                .build();
        Page<TicketState> first = store.tickets(tenant, query);
        List<Long> expected =
                numbers(store.tickets(tenant, query.from(first.next().orElseThrow())));
        long last = numbers(first).get(1);
        changed(all.get((int) last - 1), t -> t.status = Status.CLOSED);

        assertThat(numbers(store.tickets(tenant, query.from(first.next().orElseThrow()))))
                .isEqualTo(expected);
    }

    // Counts

    @Test
    final void tickets_are_counted_no_further_than_asked_and_whatever_the_page() {
        manyAlike();
        TicketQuery query = TicketQuery.builder()
                .statuses(EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN))
                .descending(TicketSort.DUE)
                .limit(1)
                .build();
        TicketQuery second = query.from(store.tickets(tenant, query).next().orElseThrow());

        assertThat(store.count(tenant, query, 100)).isEqualTo(12);
        assertThat(store.count(tenant, second, 100)).isEqualTo(12);
        assertThat(store.count(tenant, query, 12)).isEqualTo(12);
        assertThat(store.count(tenant, query, 7)).isEqualTo(7);
        assertThat(store.count(tenant, query, 1)).isEqualTo(1);
    }

    @Test
    final void how_far_to_count_is_bounded() {
        for (int atMost : new int[] {0, -1, Tickets.MAX_COUNT + 1}) {
            assertThatThrownBy(() -> store.count(tenant, TicketQuery.all(1), atMost))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageStartingWith("count.atMost is " + atMost);
        }
        assertThat(store.count(tenant, TicketQuery.all(1), Tickets.MAX_COUNT)).isZero();
    }

    @Test
    final void another_tenants_tickets_are_neither_found_nor_counted() {
        SketchedTicket ticket = with(1, t -> {
            t.assignee = Optional.of(new AgentId("berit"));
            t.organization = Optional.of(new OrganizationId(UUID.randomUUID()));
            t.tags = Set.of(new Tag("vip"));
        });
        TenantId other = new TenantId("other-" + UUID.randomUUID());
        for (TicketQuery query : Stream.<UnaryOperator<TicketQuery.Builder>>of(
                        q -> q,
                        q -> q.statuses(EnumSet.of(StatusCategory.NEW)).ascending(TicketSort.DUE),
                        q -> q.assignee(new AgentId("berit")),
                        q -> q.organization(ticket.organization.orElseThrow()),
                        q -> q.requesters(Set.of(ticket.requester)),
                        q -> q.tags(Set.of(new Tag("vip"))),
                        q -> q.text("betalt"))
                .map(asked -> asked.apply(TicketQuery.builder()).build())
                .toList()) {
            assertThat(store.tickets(other, query).items()).isEmpty();
            assertThat(store.count(other, query, 10)).isZero();
            assertThat(store.count(tenant, query, 10)).isEqualTo(1);
        }
    }

    // All of it together

    @Test
    final void random_queries_of_random_tickets_find_what_looking_at_every_ticket_finds() {
        RandomTickets random = new RandomTickets(SEED);
        List<SketchedTicket> all = new ArrayList<>();
        Map<SketchedTicket, List<Message>> messages = new HashMap<>();
        for (int number = 1; number <= RANDOM_TICKETS; number++) {
            SketchedTicket ticket = random.open(new SketchedTicket(tenant, number));
            committed(ticket.change());
            all.add(ticket);
        }
        for (int i = 0; i < RANDOM_QUERIES; i++) {
            SketchedTicket ticket = all.get(i % RANDOM_TICKETS);
            random.change(ticket);
            Changes.Builder changes = samples.changes().ticket(ticket.change());
            random.message(ticket, samples).ifPresent(message -> {
                changes.message(message);
                messages.computeIfAbsent(ticket, t -> new ArrayList<>()).add(message);
            });
            mustCommit(changes);
            TicketQuery query = random.query();
            List<Long> expected = all.stream()
                    .filter(t -> query.matches(t.state(), messages.getOrDefault(t, List.of())))
                    .map(SketchedTicket::state)
                    .sorted(query.order())
                    .map(state -> state.ticket().number().value())
                    .toList();

            assertThat(pages(query, () -> {})).as("seed %d, query %d", SEED, i).isEqualTo(expected);
            assertThat(store.count(tenant, query, Tickets.MAX_COUNT))
                    .as("seed %d, query %d", SEED, i)
                    .isEqualTo(expected.size());
        }
    }
}
