package dev.svar.testkit;

import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.assertNoticedAmongOthers;

import dev.svar.contact.TenantId;
import dev.svar.message.MessageKey;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.WorkKey;
import dev.svar.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract notices a store in which one tenant sees or hinders another. */
final class StoreContractNoticesLeaksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticket",
                "ticketByNumber",
                "tickets",
                "events",
                "messages",
                "latestMessages",
                "ticketsOfMail",
                "contact",
                "contactAt",
                "organization",
                "organizationOf",
                "organizations",
                "receipt",
                "receipts",
                "content",
                "delivery",
                "deliveryOf",
                "deliveries",
                "deliveryByReference",
                "deliveryCounts",
                "suppressions",
                "readers",
                "claim",
                "nextDue",
                "nextNumber"
            })
    void a_look_up_that_ignores_the_tenant(String lookUp) throws Exception {
        assertNoticedAmongOthers(Broken.leaking(lookUp), "another_tenant_sees_nothing");
    }

    @Test
    void messages_that_are_received_once_by_all_tenants_together() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<MessageKey, TenantId> first = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        boolean taken = changes.receipt()
                                .filter(r -> !first.computeIfAbsent(r.key(), k -> changes.tenant())
                                        .equals(changes.tenant()))
                                .isPresent();
                        return taken ? CommitResult.ALREADY_RECEIVED : store.commit(changes);
                    }
                },
                "what_one_tenant_has_does_not_hinder_another");
    }

    @Test
    void numbers_that_are_taken_for_all_tenants_together() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<Long, TenantId> first = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        boolean taken = changes.tickets().stream()
                                .anyMatch(t -> !first.computeIfAbsent(
                                                t.after().ticket().number().value(), n -> changes.tenant())
                                        .equals(changes.tenant()));
                        return taken ? CommitResult.STALE : store.commit(changes);
                    }
                },
                "what_another_tenants_messages_say_is_not_found",
                "what_one_tenant_has_does_not_hinder_another");
    }

    @Test
    void addresses_that_are_taken_for_all_tenants_together() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<Object, TenantId> first = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        boolean taken = changes.newContacts().stream()
                                .anyMatch(c -> !first.computeIfAbsent(
                                                c.addresses().get(0), a -> changes.tenant())
                                        .equals(changes.tenant()));
                        return taken ? CommitResult.STALE : store.commit(changes);
                    }
                },
                "what_one_tenant_has_does_not_hinder_another");
    }

    @Test
    void work_that_is_cancelled_by_another_tenant() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Set<TenantId> tenants = Collections.newSetFromMap(new ConcurrentHashMap<>());

                    @Override
                    public CommitResult commit(Changes changes) {
                        tenants.add(changes.tenant());
                        CommitResult result = store.commit(changes);
                        for (WorkKey key : changes.cancelled()) {
                            tenants.stream()
                                    .filter(t -> !t.equals(changes.tenant()))
                                    .forEach(t -> store.commit(
                                            Changes.builder(t).cancel(key).build()));
                        }
                        return result;
                    }
                },
                "one_tenant_changes_nothing_of_another");
    }

    @Test
    void messages_that_are_added_to_a_ticket_of_another_tenant() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Set<TicketId> tickets = Collections.newSetFromMap(new ConcurrentHashMap<>());

                    @Override
                    public CommitResult commit(Changes changes) {
                        changes.tickets()
                                .forEach(t -> tickets.add(t.after().ticket().id()));
                        List<TicketId> spokenOf = new ArrayList<>();
                        changes.messages().forEach(m -> spokenOf.add(m.ticket()));
                        boolean elsewhere = spokenOf.stream()
                                .anyMatch(id -> tickets.contains(id)
                                        && store.ticket(changes.tenant(), id).isEmpty()
                                        && changes.tickets().isEmpty());
                        return elsewhere ? CommitResult.COMMITTED : store.commit(changes);
                    }
                },
                "one_tenant_changes_nothing_of_another");
    }
}
