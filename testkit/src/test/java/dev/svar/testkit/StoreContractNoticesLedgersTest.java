package dev.svar.testkit;

import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.assertNoticedAmongOthers;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.Suppression;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.message.Disposition;
import dev.svar.message.Receipt;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.store.Readers;
import dev.svar.ticket.TicketId;
import java.io.ByteArrayInputStream;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract notices a store that mixes up contacts, receipts, kept bytes or deliveries. */
final class StoreContractNoticesLedgersTest {
    @Test
    void a_contact_that_is_found_at_its_first_address_only() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public Optional<Contact> contactAt(TenantId tenant, Address address) {
                        return store.contactAt(tenant, address)
                                .filter(c -> c.addresses().get(0).equals(address));
                    }
                },
                "a_contact_is_found_at_each_of_its_addresses_and_each_of_them_is_its_own",
                "a_contact_comes_back_with_everything_that_is_known_of_it",
                "a_changed_contact_is_found_at_the_addresses_that_it_has_now_and_the_others_are_free",
                "of_several_contacts_that_take_one_address_at_once_exactly_one_has_it");
    }

    @Test
    void receipts_backwards() throws Exception {
        assertNoticed(
                Broken.<List<Receipt>>reading("receipts", Broken::reversed),
                "receipts_are_listed_by_disposition_in_order_of_time",
                "receipts_of_one_instant_and_key_are_listed_for_each_channel");
    }

    @Test
    void receipts_in_the_order_of_their_keys() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Receipt> receipts(
                            TenantId tenant, Disposition disposition, Optional<Receipt> after, int limit) {
                        Comparator<Receipt> byKey =
                                Comparator.comparing(r -> r.key().value());
                        return store.receipts(tenant, disposition, Optional.empty(), 1000).stream()
                                .sorted(byKey)
                                .filter(r -> after.isEmpty() || byKey.compare(r, after.get()) > 0)
                                .limit(limit)
                                .toList();
                    }
                },
                "receipts_are_listed_by_disposition_in_order_of_time",
                "receipts_of_one_instant_and_key_are_listed_for_each_channel");
    }

    @Test
    void receipts_of_the_same_instant_that_are_skipped() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Receipt> receipts(
                            TenantId tenant, Disposition disposition, Optional<Receipt> after, int limit) {
                        return store.receipts(tenant, disposition, after, limit).stream()
                                .filter(r -> after.isEmpty()
                                        || r.at().isAfter(after.get().at()))
                                .toList();
                    }
                },
                "receipts_are_listed_by_disposition_in_order_of_time",
                "receipts_of_one_instant_and_key_are_listed_for_each_channel");
    }

    @Test
    void receipts_of_every_disposition() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Receipt> receipts(
                            TenantId tenant, Disposition disposition, Optional<Receipt> after, int limit) {
                        return Arrays.stream(Disposition.values())
                                .flatMap(d -> store.receipts(tenant, d, after, limit).stream())
                                .sorted(Comparator.comparing(Receipt::at)
                                        .thenComparing(r -> r.key().value()))
                                .limit(limit)
                                .toList();
                    }
                },
                "receipts_are_listed_by_disposition_in_order_of_time");
    }

    @Test
    void receipts_that_are_the_same_in_another_mailbox() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<TenantId, Set<String>> keys = new ConcurrentHashMap<>();

                    @Override
                    public synchronized CommitResult commit(Changes changes) {
                        Set<String> known = keys.computeIfAbsent(changes.tenant(), t -> ConcurrentHashMap.newKeySet());
                        boolean again = changes.workResults().isEmpty()
                                && changes.receipt()
                                        .filter(r -> known.contains(r.key().value()))
                                        .isPresent();
                        if (again) {
                            return CommitResult.ALREADY_RECEIVED;
                        }
                        CommitResult result = store.commit(changes);
                        if (result == CommitResult.COMMITTED) {
                            changes.receipt().ifPresent(r -> known.add(r.key().value()));
                        }
                        return result;
                    }
                },
                "a_message_that_came_to_two_mailboxes_is_received_in_each",
                "receipts_of_one_instant_and_key_are_listed_for_each_channel");
    }

    @Test
    void content_that_is_cut() throws Exception {
        assertNoticed(
                contents(100),
                "bytes_are_kept_once_and_come_back_as_they_were",
                "bytes_from_a_file_are_copied_by_the_commit");
    }

    @Test
    void content_that_is_cut_where_small_columns_end() throws Exception {
        assertNoticed(
                contents(65_535),
                "bytes_are_kept_once_and_come_back_as_they_were",
                "bytes_from_a_file_are_copied_by_the_commit");
    }

    @Test
    void content_that_is_empty_and_not_found() throws Exception {
        assertNoticed(
                Broken.<Optional<Content>>reading("content", content -> content.filter(c -> c.bytes().length > 0)),
                "bytes_are_kept_once_and_come_back_as_they_were");
    }

    @Test
    void content_that_has_other_bytes_than_it_says() throws Exception {
        assertNoticed(
                Broken.<Optional<Content>>reading(
                        "content",
                        found -> found.map(c -> Content.reading(c.ref(), () -> new ByteArrayInputStream(new byte[1])))),
                "bytes_are_kept_once_and_come_back_as_they_were",
                "bytes_from_a_file_are_copied_by_the_commit");
    }

    @Test
    void content_that_is_the_callers_file() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<ContentRef, Content> given = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        CommitResult result = store.commit(changes);
                        changes.contents().forEach(c -> given.putIfAbsent(c.ref(), c));
                        return result;
                    }

                    @Override
                    public Optional<Content> content(TenantId tenant, ContentRef ref) {
                        return store.content(tenant, ref)
                                .map(kept -> Optional.ofNullable(given.get(ref)).orElse(kept));
                    }
                },
                "bytes_from_a_file_are_copied_by_the_commit");
    }

    @Test
    void content_that_is_damaged_and_left_out() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        try {
                            return store.commit(changes);
                        } catch (DamagedContentException e) {
                            store.commit(Parts.twisted(changes, p -> p.contents.clear()));
                            throw e;
                        }
                    }
                },
                "bytes_that_are_not_what_their_digest_says_are_refused_and_nothing_is_stored");
    }

    private static Supplier<DeskStore> contents(int longest) {
        return () -> new ForwardingStore() {
            @Override
            public Optional<Content> content(TenantId tenant, ContentRef ref) {
                return store.content(tenant, ref)
                        .map(c -> c.bytes().length <= longest ? c : Content.of(Arrays.copyOf(c.bytes(), longest)));
            }
        };
    }

    @Test
    void deliveries_backwards() throws Exception {
        assertNoticed(
                Broken.<List<Delivery>>reading("deliveries", Broken::reversed),
                "a_ticket_lists_its_latest_deliveries_in_the_order_they_were_planned",
                "a_mailing_lists_its_deliveries_in_the_states_asked_for_page_by_page_in_the_order_of_their_ids_text",
                "deliveries_of_one_instant_are_listed_in_the_order_of_their_ids_text");
    }

    @Test
    void the_first_deliveries_as_the_latest() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Delivery> deliveries(TenantId tenant, TicketId ticket, int limit) {
                        return store.deliveries(tenant, ticket, Integer.MAX_VALUE).stream()
                                .limit(limit)
                                .toList();
                    }
                },
                "a_ticket_lists_its_latest_deliveries_in_the_order_they_were_planned");
    }

    @Test
    void deliveries_of_one_instant_in_any_order() throws Exception {
        assertNoticed(
                Broken.<List<Delivery>>reading(
                        "deliveries",
                        found -> found.stream()
                                .collect(Collectors.groupingBy(Delivery::plannedAt, TreeMap::new, Collectors.toList()))
                                .values()
                                .stream()
                                .map(Broken::reversed)
                                .flatMap(List::stream)
                                .toList()),
                "a_mailing_lists_its_deliveries_in_the_states_asked_for_page_by_page_in_the_order_of_their_ids_text",
                "deliveries_of_one_instant_are_listed_in_the_order_of_their_ids_text");
    }

    @Test
    void a_mailing_s_deliveries_in_whatever_state() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Delivery> deliveries(
                            TenantId tenant,
                            MailingId mailing,
                            Set<DeliveryState> states,
                            Optional<DeliveryId> after,
                            int limit) {
                        return store.deliveries(tenant, mailing, EnumSet.allOf(DeliveryState.class), after, limit);
                    }
                },
                "a_mailing_lists_its_deliveries_in_the_states_asked_for_page_by_page_in_the_order_of_their_ids_text");
    }

    @Test
    void a_mailing_s_page_that_begins_with_the_last_of_the_page_before() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Delivery> deliveries(
                            TenantId tenant,
                            MailingId mailing,
                            Set<DeliveryState> states,
                            Optional<DeliveryId> after,
                            int limit) {
                        return store.deliveries(tenant, mailing, states, Optional.empty(), Integer.MAX_VALUE).stream()
                                .filter(d -> after.isEmpty()
                                        || d.id().toString()
                                                        .compareTo(after.get().toString())
                                                >= 0)
                                .limit(limit)
                                .toList();
                    }
                },
                "a_mailing_lists_its_deliveries_in_the_states_asked_for_page_by_page_in_the_order_of_their_ids_text");
    }

    @Test
    void a_mailing_that_does_not_count_what_is_over() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public Map<DeliveryState, Long> deliveryCounts(TenantId tenant, MailingId mailing) {
                        Map<DeliveryState, Long> counts = new HashMap<>(store.deliveryCounts(tenant, mailing));
                        counts.remove(DeliveryState.SUPPRESSED);
                        return counts;
                    }
                },
                "a_mailing_counts_its_deliveries_in_each_state");
    }

    @Test
    void an_answer_to_a_mailing_as_one_to_a_ticket() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<TicketId> ticketsOfMail(TenantId tenant, List<String> messageIds) {
                        return messageIds.stream()
                                .flatMap(id -> store.deliveryOf(tenant, id).stream())
                                .flatMap(d -> d.mailing().stream())
                                .findFirst()
                                .map(mailing -> List.of(new TicketId(mailing.value())))
                                .orElseGet(() -> store.ticketsOfMail(tenant, messageIds));
                    }
                },
                "a_delivery_of_a_mailing_needs_no_ticket_and_mail_that_answers_it_belongs_to_none");
    }

    @Test
    void a_reference_on_whatever_channel() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public Optional<Delivery> deliveryByReference(TenantId tenant, Channel channel, String reference) {
                        return List.of(channel, Channel.PHONE).stream()
                                .flatMap(c -> store.deliveryByReference(tenant, c, reference).stream())
                                .findFirst();
                    }
                },
                "a_delivery_is_found_by_what_its_gateway_calls_it_on_its_channel_only");
    }

    @Test
    void what_is_known_against_the_first_address_only() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public Map<Address, Suppression> suppressions(TenantId tenant, Set<Address> addresses) {
                        return store.suppressions(tenant, addresses).entrySet().stream()
                                .limit(1)
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                    }
                },
                "what_is_known_against_addresses_is_found_by_them");
    }

    @Test
    void what_is_known_against_addresses_backwards() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Suppression> suppressions(TenantId tenant, Optional<Address> after, int limit) {
                        return Broken.reversed(store.suppressions(tenant, after, limit));
                    }
                },
                "what_is_known_against_addresses_is_listed_page_by_page_in_their_order");
    }

    @Test
    void what_is_known_against_an_address_that_is_forgotten_without_a_look_at_its_version() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        CommitResult result = store.commit(changes);
                        boolean forgotten = result == CommitResult.STALE
                                && !changes.suppressions().isEmpty();
                        return forgotten
                                ? store.commit(Parts.twisted(changes, parts -> parts.suppressions.clear()))
                                : result;
                    }
                },
                "what_is_known_against_an_address_changes_from_the_version_that_was_expected_only");
    }

    @Test
    void deliveries_whose_channel_s_words_are_lost() throws Exception {
        assertNoticed(
                deliveries(d -> new Delivery(
                        d.id(),
                        d.tenant(),
                        d.ticket(),
                        d.mailing(),
                        d.kind(),
                        d.reason(),
                        d.message(),
                        d.state(),
                        d.attempts(),
                        "",
                        "",
                        d.reference(),
                        d.resends(),
                        d.digest(),
                        d.deferredSince(),
                        d.plannedAt(),
                        d.updatedAt())),
                "a_delivery_keeps_what_the_channel_said");
    }

    @Test
    void held_letters_in_the_wrong_order_or_those_of_others() throws Exception {
        assertNoticed(
                Broken.<List<Delivery>>reading("heldFor", Broken::reversed),
                "what_is_held_for_one_letter_is_listed_in_the_order_in_which_it_was_planned");
    }

    @Test
    void told_letters_in_the_wrong_order_or_those_of_others() throws Exception {
        assertNoticed(
                Broken.<List<Delivery>>reading("joinedIn", Broken::reversed),
                "what_was_told_in_one_letter_is_listed_in_the_order_in_which_it_was_planned");
    }

    @Test
    void readers_of_whom_half_is_found() throws Exception {
        String readers = "what_readers_want_and_what_is_known_against_them_is_found_at_once";
        assertNoticed(Broken.<Readers>reading("readers", found -> new Readers(found.preferences(), Map.of())), readers);
        assertNoticed(
                Broken.<Readers>reading("readers", found -> new Readers(Map.of(), found.suppressions())), readers);
    }

    @Test
    void deliveries_that_forget_since_when_they_wait() throws Exception {
        assertNoticed(
                deliveries(d -> new Delivery(
                        d.id(),
                        d.tenant(),
                        d.ticket(),
                        d.mailing(),
                        d.kind(),
                        d.reason(),
                        d.message(),
                        d.state(),
                        d.attempts(),
                        d.code(),
                        d.detail(),
                        d.reference(),
                        d.resends(),
                        d.digest(),
                        Optional.empty(),
                        d.plannedAt(),
                        d.updatedAt())),
                "a_delivery_keeps_since_when_it_waits_until_it_is_sent_again");
    }

    @Test
    void deliveries_at_a_coarser_time() throws Exception {
        assertNoticedAmongOthers(
                deliveries(d -> new Delivery(
                        d.id(),
                        d.tenant(),
                        d.ticket(),
                        d.mailing(),
                        d.kind(),
                        d.reason(),
                        d.message(),
                        d.state(),
                        d.attempts(),
                        d.code(),
                        d.detail(),
                        d.reference(),
                        d.resends(),
                        d.digest(),
                        d.deferredSince(),
                        d.plannedAt().truncatedTo(ChronoUnit.MILLIS),
                        d.updatedAt())),
                "a_delivery_moves_on_from_the_state_that_was_expected_only",
                "a_delivery_keeps_what_the_channel_said");
    }

    private static Supplier<DeskStore> deliveries(UnaryOperator<Delivery> twist) {
        Function<Optional<Delivery>, Optional<Delivery>> one = found -> found.map(twist);
        return Broken.<Optional<Delivery>>reading("delivery", one::apply);
    }
}
