package dev.svar.testkit;

import static dev.svar.testkit.Broken.assertNoticed;

import dev.svar.contact.TenantId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The contract notices a store whose history or numbers are not what was stored. */
final class StoreContractNoticesTicketsTest {
    @Test
    void history_that_is_not_stored() throws Exception {
        assertNoticed(
                Broken.<List<RecordedEvent>>reading("events", events -> List.of()),
                "a_change_decided_on_an_older_version_is_stale_and_leaves_nothing_behind",
                "history_is_kept_in_order_and_read_in_parts",
                "of_several_changes_to_one_version_at_once_exactly_one_is_committed",
                "every_kind_of_event_is_kept");
    }

    @Test
    void history_that_is_stored_twice() throws Exception {
        assertNoticed(
                Broken.<List<RecordedEvent>>reading("events", events -> {
                    List<RecordedEvent> twice = new ArrayList<>(events);
                    twice.addAll(events);
                    return twice;
                }),
                "a_change_decided_on_an_older_version_is_stale_and_leaves_nothing_behind",
                "history_is_kept_in_order_and_read_in_parts",
                "of_several_changes_to_one_version_at_once_exactly_one_is_committed",
                "every_kind_of_event_is_kept");
    }

    @Test
    void history_backwards() throws Exception {
        assertNoticed(
                Broken.<List<RecordedEvent>>reading("events", Broken::reversed),
                "history_is_kept_in_order_and_read_in_parts",
                "every_kind_of_event_is_kept");
    }

    @Test
    void history_that_is_always_read_from_the_beginning() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<RecordedEvent> events(TenantId tenant, TicketId ticket, long after, int limit) {
                        return store.events(tenant, ticket, 0, limit);
                    }
                },
                "history_is_kept_in_order_and_read_in_parts");
    }

    @Test
    void numbers_that_are_given_twice() throws Exception {
        assertNoticed(
                Broken.<Long>reading("nextNumber", number -> (number + 1) / 2),
                "numbers_rise_and_are_never_given_twice");
    }

    @Test
    void numbers_that_fall() throws Exception {
        assertNoticed(
                Broken.<Long>reading("nextNumber", number -> number == 1 ? 1 : 1_000_000 - number),
                "numbers_rise_and_are_never_given_twice");
    }

    @Test
    void numbers_that_begin_at_nothing() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final AtomicLong next = new AtomicLong();

                    @Override
                    public long nextNumber(TenantId tenant) {
                        return tenant.value().startsWith("other") ? 1 : next.getAndIncrement();
                    }
                },
                "a_delivery_is_found_by_what_its_gateway_calls_it_on_its_channel_only",
                "a_delivery_that_was_sent_again_keeps_what_became_of_it_before",
                "another_tenant_sees_nothing",
                "numbers_rise_and_are_never_given_twice");
    }
}
