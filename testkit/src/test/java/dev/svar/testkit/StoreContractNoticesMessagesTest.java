package dev.svar.testkit;

import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.committing;

import dev.svar.contact.TenantId;
import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices a store that changes texts, mixes up messages or finds the wrong ticket for a mail. */
final class StoreContractNoticesMessagesTest {
    @Test
    void messages_backwards() throws Exception {
        assertNoticed(
                Broken.<List<Message>>reading("messages", Broken::reversed),
                "messages_are_kept_in_order_exactly_as_they_were",
                "text_comes_back_as_it_was_whatever_it_holds",
                "what_is_blotted_out_is_gone_and_the_rest_of_the_message_stays_in_its_place");
    }

    @Test
    void messages_in_the_order_they_came() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final List<Object> came = new ArrayList<>();

                    @Override
                    public synchronized CommitResult commit(Changes changes) {
                        changes.messages().forEach(m -> came.add(m.id()));
                        return store.commit(changes);
                    }

                    @Override
                    public List<Message> messages(TenantId tenant, TicketId ticket, long after, int limit) {
                        return store.messages(tenant, ticket, 0, Integer.MAX_VALUE).stream()
                                .sorted(Comparator.comparing(m -> came.indexOf(m.id())))
                                .filter(m -> m.sequence() > after)
                                .limit(limit)
                                .toList();
                    }
                },
                "messages_are_kept_in_order_exactly_as_they_were");
    }

    @Test
    void messages_that_are_always_read_from_the_beginning() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Message> messages(TenantId tenant, TicketId ticket, long after, int limit) {
                        return store.messages(tenant, ticket, 0, limit);
                    }
                },
                "messages_are_kept_in_order_exactly_as_they_were");
    }

    @Test
    void latest_messages_oldest_first() throws Exception {
        assertNoticed(
                Broken.<List<Message>>reading("latestMessages", Broken::reversed),
                "messages_are_kept_in_order_exactly_as_they_were",
                "what_is_blotted_out_is_gone_and_the_rest_of_the_message_stays_in_its_place");
    }

    @Test
    void latest_messages_of_any_role() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Message> latestMessages(
                            TenantId tenant, TicketId ticket, Set<MessageRole> roles, int limit) {
                        return store.latestMessages(tenant, ticket, EnumSet.allOf(MessageRole.class), limit);
                    }
                },
                "messages_are_kept_in_order_exactly_as_they_were");
    }

    @Test
    void the_first_messages_as_the_latest() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Message> latestMessages(
                            TenantId tenant, TicketId ticket, Set<MessageRole> roles, int limit) {
                        List<Message> all = store.latestMessages(tenant, ticket, roles, Integer.MAX_VALUE);
                        return all.subList(Math.max(0, all.size() - limit), all.size());
                    }
                },
                "messages_are_kept_in_order_exactly_as_they_were");
    }

    @Test
    void text_that_is_trimmed() throws Exception {
        assertNoticed(texts(String::strip), "text_comes_back_as_it_was_whatever_it_holds");
    }

    @Test
    void text_without_its_nuls() throws Exception {
        assertNoticed(texts(text -> text.replace("\u0000", "")), "text_comes_back_as_it_was_whatever_it_holds");
    }

    @Test
    void text_that_is_cut() throws Exception {
        assertNoticed(
                texts(text -> text.substring(0, Math.min(text.length(), 65_535))),
                "a_long_message_is_found_by_its_first_words",
                "the_longest_words_are_found",
                "text_comes_back_as_it_was_whatever_it_holds");
    }

    @Test
    void text_whose_lines_end_otherwise() throws Exception {
        assertNoticed(texts(text -> text.replace("\r\n", "\n")), "text_comes_back_as_it_was_whatever_it_holds");
    }

    @Test
    void text_whose_half_characters_are_replaced() throws Exception {
        assertNoticed(
                texts(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)),
                "text_comes_back_as_it_was_whatever_it_holds");
    }

    @Test
    void text_without_what_lies_beyond_the_basic_plane() throws Exception {
        assertNoticed(
                texts(text -> text.codePoints()
                        .filter(c -> !Character.isSupplementaryCodePoint(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()),
                "accents_and_scripts_are_told_apart_and_letter_case_is_not",
                "messages_are_kept_in_order_exactly_as_they_were",
                "text_comes_back_as_it_was_whatever_it_holds");
    }

    @Test
    void full_text_or_html_without_nuls() throws Exception {
        assertNoticed(
                committing(parts -> parts.messages.replaceAll(m -> new Message(
                        m.id(),
                        m.tenant(),
                        m.ticket(),
                        m.sequence(),
                        m.role(),
                        m.by(),
                        m.at(),
                        m.messageId(),
                        m.visibleText(),
                        m.fullText().replace("\u0000", ""),
                        m.html().map(html -> html.replace("\u0000", "")),
                        m.attachments()))),
                "text_comes_back_as_it_was_whatever_it_holds");
    }

    private static Supplier<DeskStore> texts(UnaryOperator<String> twist) {
        return committing(parts -> parts.messages.replaceAll(m -> new Message(
                m.id(),
                m.tenant(),
                m.ticket(),
                m.sequence(),
                m.role(),
                m.by(),
                m.at(),
                m.messageId(),
                twist.apply(m.visibleText()),
                m.fullText(),
                m.html(),
                m.attachments())));
    }

    @Test
    void attachments_that_are_lost() throws Exception {
        assertNoticed(
                committing(parts -> parts.messages.replaceAll(m -> new Message(
                        m.id(),
                        m.tenant(),
                        m.ticket(),
                        m.sequence(),
                        m.role(),
                        m.by(),
                        m.at(),
                        m.messageId(),
                        m.visibleText(),
                        m.fullText(),
                        m.html(),
                        List.of()))),
                "a_message_at_a_sequence_that_is_taken_is_stale",
                "messages_are_kept_in_order_exactly_as_they_were",
                "text_comes_back_as_it_was_whatever_it_holds",
                "a_commit_that_is_refused_blots_nothing_out",
                "a_message_is_found_by_its_id_in_its_ticket_only",
                "blotting_out_a_message_that_is_not_there_is_an_error_and_leaves_nothing_behind",
                "what_is_blotted_out_is_gone_and_the_rest_of_the_message_stays_in_its_place");
    }

    @Test
    void a_mail_that_belongs_to_the_last_ticket_instead_of_the_first() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<String, TicketId> last = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        CommitResult result = store.commit(changes);
                        if (result == CommitResult.COMMITTED) {
                            changes.messages().forEach(m -> m.messageId().ifPresent(id -> last.put(id, m.ticket())));
                        }
                        return result;
                    }

                    @Override
                    public List<TicketId> ticketsOfMail(TenantId tenant, List<String> messageIds) {
                        List<TicketId> found = store.ticketsOfMail(tenant, messageIds);
                        return found.isEmpty() || messageIds.size() > 1
                                ? found
                                : List.of(last.getOrDefault(messageIds.get(0), found.get(0)));
                    }
                },
                "a_message_id_that_comes_again_stays_with_the_ticket_that_had_it_first");
    }

    @Test
    void a_delivery_that_takes_a_mail_away_from_the_ticket_that_had_it_first() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<String, TicketId> last = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        CommitResult result = store.commit(changes);
                        if (result == CommitResult.COMMITTED) {
                            changes.newDeliveries()
                                    .forEach(d -> d.ticket()
                                            .ifPresent(t -> last.put(d.message().messageId(), t)));
                        }
                        return result;
                    }

                    @Override
                    public List<TicketId> ticketsOfMail(TenantId tenant, List<String> messageIds) {
                        List<TicketId> found = store.ticketsOfMail(tenant, messageIds);
                        return found.isEmpty() || messageIds.size() > 1
                                ? found
                                : List.of(last.getOrDefault(messageIds.get(0), found.get(0)));
                    }
                },
                "a_message_id_that_comes_again_stays_with_the_ticket_that_had_it_first");
    }

    @Test
    void tickets_of_mails_in_another_order() throws Exception {
        assertNoticed(
                Broken.<List<TicketId>>reading("ticketsOfMail", Broken::reversed),
                "a_mail_is_found_by_the_message_ids_that_came_and_went");
    }

    @Test
    void a_ticket_that_is_named_for_each_of_its_mails() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<TicketId> ticketsOfMail(TenantId tenant, List<String> messageIds) {
                        return messageIds.stream()
                                .flatMap(id -> store.ticketsOfMail(tenant, List.of(id)).stream())
                                .toList();
                    }
                },
                "a_mail_is_found_by_the_message_ids_that_came_and_went");
    }

    @Test
    void mails_that_went_and_are_not_found() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<TicketId> ticketsOfMail(TenantId tenant, List<String> messageIds) {
                        return store.ticketsOfMail(
                                tenant,
                                messageIds.stream()
                                        .filter(id ->
                                                store.deliveryOf(tenant, id).isEmpty())
                                        .toList());
                    }
                },
                "a_mail_is_found_by_the_message_ids_that_came_and_went",
                "a_message_id_that_comes_again_stays_with_the_ticket_that_had_it_first");
    }
}
