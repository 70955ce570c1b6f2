package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import dev.svar.store.DeskStore;
import dev.svar.store.TicketChange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a commit is stored whose answer was lost. Its events, its receipt, or the new states of what it changes cannot come
 * from another commit, and all of a commit is stored or nothing, so one of them is enough. A commit of work alone leaves
 * nothing behind to be known by; doing it again does no harm, for its claim holds once. What is counted is known by the
 * cursor that moved with it: counting again would do harm.
 */
final class Evidence {
    private Evidence() {}

    static boolean isStored(DeskStore store, Changes changes) {
        TenantId tenant = changes.tenant();
        return Stream.<Stream<Boolean>>of(
                        changes.tickets().stream().map(change -> isStored(store, tenant, change)),
                        changes.receipt().stream()
                                .map(receipt ->
                                        store.receipt(tenant, receipt.key()).equals(Optional.of(receipt))),
                        changes.newContacts().stream()
                                .map(contact ->
                                        store.contact(tenant, contact.id()).equals(Optional.of(contact))),
                        changes.contacts().stream()
                                .map(change -> store.contact(
                                                tenant, change.after().id())
                                        .equals(Optional.of(change.after()))),
                        changes.organizations().stream()
                                .map(change -> store.organization(
                                                tenant, change.after().id())
                                        .equals(Optional.of(change.after()))),
                        changes.preferences().stream()
                                .map(change -> store.preferences(
                                                tenant, Set.of(change.after().person()))
                                        .containsValue(change.after())),
                        changes.newDeliveries().stream()
                                .map(delivery ->
                                        store.delivery(tenant, delivery.id()).isPresent()),
                        changes.suppressions().stream()
                                .map(change -> store.suppressions(tenant, Set.of(change.address()))
                                        .equals(change.after()
                                                .map(after -> Map.of(change.address(), after))
                                                .orElse(Map.of()))),
                        changes.macros().stream()
                                .map(change -> store.macro(
                                                tenant, change.after().id())
                                        .equals(Optional.of(change.after()).filter(macro -> !change.gone()))),
                        changes.incidents().stream()
                                .map(change -> store.incident(
                                                tenant, change.after().id())
                                        .equals(Optional.of(change.after()))),
                        changes.articles().stream()
                                .map(change -> store.article(
                                                tenant, change.after().id())
                                        .equals(Optional.of(change.after()).filter(article -> !change.erased()))),
                        changes.phrasings().stream()
                                .map(change -> store.phrasings(
                                                tenant, change.after().article())
                                        .equals(change.after())),
                        changes.suggestions().stream()
                                .map(change -> store.suggestion(
                                                tenant, change.after().id())
                                        .equals(Optional.of(change.after()))),
                        changes.mailings().stream()
                                .map(change -> store.mailing(
                                                tenant, change.after().id())
                                        .equals(Optional.of(change.after()))),
                        changes.kept().stream()
                                .map(value -> store.kept(tenant, value.name()).equals(Optional.of(value))),
                        changes.deliveries().stream()
                                .map(change -> store.delivery(
                                                tenant, change.after().id())
                                        .equals(Optional.of(change.after()))),
                        changes.cursors().stream()
                                .filter(cursor -> !changes.tallies().isEmpty())
                                .map(cursor ->
                                        store.cursor(tenant, cursor.listener(), cursor.ticket()) == cursor.sequence()))
                .flatMap(answers -> answers)
                .findFirst()
                .orElse(false);
    }

    private static boolean isStored(DeskStore store, TenantId tenant, TicketChange change) {
        int count = change.events().size();
        return store.events(tenant, change.after().ticket().id(), change.expectedVersion(), count)
                .equals(change.events());
    }
}
