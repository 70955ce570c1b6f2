package dev.svar.testkit;

import static dev.svar.testkit.Broken.assertNoticedAmongOthers;

import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.Page;
import dev.svar.store.TicketPlace;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract notices a store that finds other tickets than those that were asked for, or in another order. */
final class StoreContractNoticesQueriesTest {
    private static final String RANDOM = "random_queries_of_random_tickets_find_what_looking_at_every_ticket_finds";
    private static final String PAGES = "the_pages_of_every_order_put_together_are_the_whole_list";
    private static final String STABLE =
            "a_ticket_that_stays_as_it_is_comes_once_while_others_change_between_the_pages";
    private static final String COUNTS = "tickets_are_counted_no_further_than_asked_and_whatever_the_page";

    @Test
    void nothing_of_a_store_that_looks_at_every_ticket() throws Exception {
        Broken.assertNoticed(LookingStore::new);
    }

    @ParameterizedTest
    @CsvSource({
        "STATUSES, tickets_are_found_by_their_status_category",
        "LABELS, tickets_are_found_by_the_label_of_their_status_as_it_is_written",
        "ASSIGNEE, tickets_are_found_by_who_works_on_them_or_that_nobody_does",
        "NOBODY, tickets_are_found_by_who_works_on_them_or_that_nobody_does",
        "TEAM, tickets_are_found_by_their_team_or_that_they_have_none",
        "REQUESTERS, tickets_are_found_by_a_person_who_has_several_contact_ids",
        "ORGANIZATION, tickets_are_found_by_their_organization",
        "CATEGORY, tickets_are_found_by_their_category_or_that_they_have_none",
        "TAGS, tickets_are_found_by_all_of_several_tags",
        "PRIORITIES, tickets_are_found_by_their_priority",
        "FIELDS, tickets_are_found_by_the_values_of_custom_fields_and_their_types",
        "DUE, tickets_are_found_by_the_earliest_deadline_that_runs_also_a_missed_one",
        "UPDATED, tickets_are_found_by_since_when_they_were_updated_or_opened",
        "OPENED, tickets_are_found_by_since_when_they_were_updated_or_opened",
        "TEXT, tickets_are_found_by_the_beginnings_of_words_of_their_subject",
        "TEXT, words_are_one_condition_among_others_and_change_neither_order_nor_pages",
        "SCOPE, internal_notes_are_found_unless_only_what_is_public_is_searched",
        "SPAM, spam_is_found_only_if_it_is_asked_for",
        "SNOOZED, tickets_that_are_put_aside_are_found_unless_they_are_not_wanted",
    })
    void a_part_of_the_question_that_is_not_looked_at(Asked part, String test) throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    boolean matches(TicketQuery query, TicketState state) {
                        return super.matches(part.removedFrom(query), state);
                    }
                },
                test,
                RANDOM);
    }

    @Test
    void tickets_that_are_found_by_what_they_were_when_they_were_opened() throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    private final Map<TicketId, TicketState> first = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        changes.tickets().stream()
                                .filter(t -> t.expectedVersion() == 0)
                                .forEach(t ->
                                        first.putIfAbsent(t.after().ticket().id(), t.after()));
                        return store.commit(changes);
                    }

                    @Override
                    boolean matches(TicketQuery query, TicketState state) {
                        return super.matches(
                                query, first.getOrDefault(state.ticket().id(), state));
                    }
                },
                "tickets_are_found_by_all_of_several_tags",
                "tickets_are_found_by_the_beginnings_of_words_of_their_subject",
                "tickets_are_found_by_the_values_of_custom_fields_and_their_types",
                RANDOM);
    }

    /** Finds by other texts than those that the ticket's messages show. */
    private static Supplier<LookingStore> hearing(UnaryOperator<Message> otherwise) {
        return () -> new LookingStore() {
            @Override
            boolean matches(TicketQuery query, TicketState state) {
                return query.matches(
                        state, messages(state).stream().map(otherwise).toList());
            }
        };
    }

    private static Message saying(Message m, MessageRole role, String visible) {
        return new Message(
                m.id(),
                m.tenant(),
                m.ticket(),
                m.sequence(),
                role,
                m.by(),
                m.at(),
                m.messageId(),
                visible,
                m.fullText(),
                m.html(),
                m.attachments());
    }

    @Test
    void messages_that_are_not_looked_at() throws Exception {
        assertNoticedAmongOthers(
                hearing(m -> saying(m, m.role(), "")),
                "accents_and_scripts_are_told_apart_and_letter_case_is_not",
                "a_long_message_is_found_by_its_first_words",
                "internal_notes_are_found_unless_only_what_is_public_is_searched",
                "short_and_frequent_words_are_found_like_others",
                "the_longest_words_are_found",
                "what_another_tenants_messages_say_is_not_found",
                "what_is_blotted_out_is_found_no_more_and_the_rest_still_is",
                "what_stands_without_spaces_is_found_by_any_part_of_it",
                "whatever_is_typed_is_looked_for_as_words",
                "words_are_found_in_the_subject_and_in_all_messages_together",
                "words_are_one_condition_among_others_and_change_neither_order_nor_pages",
                RANDOM);
    }

    @Test
    void quoted_text_that_is_found() throws Exception {
        Broken.assertNoticed(
                hearing(m -> saying(m, m.role(), m.fullText())),
                "what_is_blotted_out_is_found_no_more_and_the_rest_still_is",
                "words_are_found_in_the_subject_and_in_all_messages_together");
    }

    @Test
    void notes_that_are_taken_for_what_the_customer_sees() throws Exception {
        Broken.assertNoticed(
                hearing(m -> saying(m, MessageRole.REPLY, m.visibleText())),
                "internal_notes_are_found_unless_only_what_is_public_is_searched",
                RANDOM);
    }

    @Test
    void words_of_messages_as_they_were_when_they_were_written() throws Exception {
        Broken.assertNoticed(
                () -> {
                    Map<MessageId, Message> first = new ConcurrentHashMap<>();
                    return hearing(m -> first.computeIfAbsent(m.id(), id -> m)).get();
                },
                "what_is_blotted_out_is_found_no_more_and_the_rest_still_is");
    }

    @Test
    void words_that_must_all_be_in_the_subject_and_one_message() throws Exception {
        Broken.assertNoticed(
                () -> new LookingStore() {
                    @Override
                    boolean matches(TicketQuery query, TicketState state) {
                        return query.matches(state, List.of())
                                || messages(state).stream().anyMatch(m -> query.matches(state, List.of(m)));
                    }
                },
                "internal_notes_are_found_unless_only_what_is_public_is_searched",
                "what_is_blotted_out_is_found_no_more_and_the_rest_still_is",
                "words_are_found_in_the_subject_and_in_all_messages_together");
    }

    @Test
    void the_wrong_direction() throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    Comparator<TicketState> order(TicketQuery query) {
                        return query.order().reversed();
                    }
                },
                "pages_follow_the_numbers_and_leave_out_other_categories",
                "tickets_are_sorted_by_their_numbers",
                RANDOM);
    }

    @ParameterizedTest
    @CsvSource({
        "DUE, tickets_are_sorted_by_their_deadlines_and_those_without_come_last",
        "UPDATED, tickets_are_sorted_by_when_they_were_updated",
        "OPENED, tickets_are_sorted_by_when_they_were_opened",
        "PRIORITY, tickets_are_sorted_by_their_priority_the_most_urgent_first",
    })
    void an_order_that_is_not_known(TicketSort sort, String test) throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    Comparator<TicketState> order(TicketQuery query) {
                        return query.sort() == sort
                                ? Comparator.comparing(s -> s.ticket().number().value())
                                : query.order();
                    }
                },
                test,
                RANDOM);
    }

    @Test
    void tickets_of_one_sort_key_in_any_order() throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    Comparator<TicketState> order(TicketQuery query) {
                        Comparator<TicketState> order = Comparator.comparing(
                                s -> query.sort().place(s).key().orElse(Long.MAX_VALUE));
                        return query.descending() ? order.reversed() : order;
                    }
                },
                "tickets_are_sorted_by_their_deadlines_and_those_without_come_last",
                RANDOM);
    }

    @Test
    void pages_that_skip_a_ticket_at_the_border() throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    Page<TicketState> page(TicketQuery query, List<TicketState> found) {
                        Page<TicketState> page = super.page(query, found);
                        int limit = query.limit();
                        return found.size() < limit + 2
                                ? page
                                : new Page<>(
                                        page.items(),
                                        query.page(found.subList(1, limit + 2)).next());
                    }
                },
                "pages_follow_the_numbers_and_leave_out_other_categories",
                PAGES,
                STABLE,
                RANDOM);
    }

    @Test
    void pages_that_repeat_a_ticket_at_the_border() throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    boolean isAhead(TicketQuery query, TicketState state) {
                        return query.isAhead(state)
                                || query.after().equals(Optional.of(query.sort().place(state)));
                    }
                },
                "pages_follow_the_numbers_and_leave_out_other_categories",
                PAGES,
                STABLE,
                RANDOM);
    }

    @Test
    void pages_that_are_counted_from_the_beginning() throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    private final Map<TicketPlace, Integer> offsets = new HashMap<>();

                    @Override
                    boolean isAhead(TicketQuery query, TicketState state) {
                        return true;
                    }

                    @Override
                    synchronized Page<TicketState> page(TicketQuery query, List<TicketState> found) {
                        int offset = query.after().map(offsets::get).orElse(0);
                        Page<TicketState> page =
                                super.page(query, found.subList(Math.min(offset, found.size()), found.size()));
                        if (!page.items().isEmpty()) {
                            TicketState last = page.items().get(page.items().size() - 1);
                            offsets.put(
                                    query.sort().place(last),
                                    offset + page.items().size());
                        }
                        return page;
                    }
                },
                "a_page_begins_after_its_place_also_when_the_ticket_there_is_gone",
                STABLE);
    }

    @Test
    void pages_backwards() throws Exception {
        assertNoticedAmongOthers(
                Broken.<Page<TicketState>>reading(
                        "tickets", page -> new Page<>(Broken.reversed(page.items()), page.next())),
                "pages_follow_the_numbers_and_leave_out_other_categories",
                "tickets_are_sorted_by_their_numbers",
                RANDOM);
    }

    @Test
    void pages_that_never_end() throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    Page<TicketState> page(TicketQuery query, List<TicketState> found) {
                        List<TicketState> padded = new ArrayList<>(found);
                        if (!found.isEmpty()) {
                            padded.addAll(Collections.nCopies(query.limit() + 1, found.get(found.size() - 1)));
                        }
                        Page<TicketState> page = super.page(query, found);
                        return new Page<>(
                                page.items(), super.page(query, padded).next());
                    }
                },
                "a_page_that_ends_with_the_last_ticket_has_no_next",
                PAGES);
    }

    @Test
    void pages_that_end_too_early() throws Exception {
        assertNoticedAmongOthers(
                Broken.<Page<TicketState>>reading("tickets", page -> new Page<>(page.items(), Optional.empty())),
                "pages_follow_the_numbers_and_leave_out_other_categories",
                PAGES,
                RANDOM);
    }

    @Test
    void pages_that_are_filtered_after_they_were_cut() throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    public Page<TicketState> tickets(TenantId tenant, TicketQuery query) {
                        List<TicketState> all = all(tenant)
                                .filter(query::isAhead)
                                .sorted(query.order())
                                .limit(query.limit() + 1L)
                                .toList();
                        Page<TicketState> page = query.page(all);
                        return new Page<>(
                                page.items().stream()
                                        .filter(state -> matches(query, state))
                                        .toList(),
                                page.next());
                    }
                },
                "pages_follow_the_numbers_and_leave_out_other_categories",
                RANDOM);
    }

    @Test
    void counts_that_go_on_for_ever() throws Exception {
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    public long count(TenantId tenant, TicketQuery query, int atMost) {
                        super.count(tenant, query, atMost);
                        return all(tenant).filter(s -> matches(query, s)).count();
                    }
                },
                COUNTS);
    }

    @Test
    void counts_of_what_is_on_the_page_or_ahead() throws Exception {
        assertNoticedAmongOthers(
                () -> new ForwardingStore() {
                    @Override
                    public long count(TenantId tenant, TicketQuery query, int atMost) {
                        store.count(tenant, query, atMost);
                        return Math.min(
                                atMost, store.tickets(tenant, query).items().size());
                    }
                },
                COUNTS,
                RANDOM);
        assertNoticedAmongOthers(
                () -> new LookingStore() {
                    @Override
                    public long count(TenantId tenant, TicketQuery query, int atMost) {
                        super.count(tenant, query, atMost);
                        return all(tenant)
                                .filter(s -> matches(query, s) && query.isAhead(s))
                                .limit(atMost)
                                .count();
                    }
                },
                COUNTS);
    }

    @Test
    void counts_whose_end_is_not_looked_at() throws Exception {
        Broken.assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public long count(TenantId tenant, TicketQuery query, int atMost) {
                        return store.count(tenant, query, Math.max(1, Math.min(atMost, MAX_COUNT)));
                    }
                },
                "how_far_to_count_is_bounded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets", "count"})
    void a_look_up_that_ignores_the_tenant(String lookUp) throws Exception {
        assertNoticedAmongOthers(Broken.leaking(lookUp), "another_tenants_tickets_are_neither_found_nor_counted");
    }
}
