package dev.svar.testkit;

import static dev.svar.testkit.Broken.accepting;
import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.committing;
import static dev.svar.testkit.Broken.leavingBehind;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentState;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingProgress;
import dev.svar.contact.TenantId;
import dev.svar.delivery.DeliveryId;
import dev.svar.store.CommitResult;
import dev.svar.store.MailingChange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract notices stores that do not keep mailings as they should. */
class StoreContractNoticesMailingsTest {
    private static final String COMES_BACK = "a_mailing_comes_back_as_it_was_stored_to_whomever_it_goes";
    private static final String AT_ITS_VERSION = "a_mailing_changes_only_at_its_expected_version_and_is_new_only_once";
    private static final String LISTED = "mailings_are_listed_the_latest_first_page_by_page";
    private static final String KNOWN = "of_many_deliveries_those_that_are_there_are_known";
    private static final String TENANTS = "another_tenant_sees_no_mailing_and_knows_none_of_its_deliveries";

    @Test
    void a_mailing_without_how_far_it_has_come() throws Exception {
        assertNoticed(
                committing(parts -> parts.mailings.replaceAll(c -> new MailingChange(c.expectedVersion(), reset(c)))),
                COMES_BACK);
    }

    private static Mailing reset(MailingChange change) {
        Mailing m = change.after();
        MailingProgress none = MailingProgress.none(m.progress().nextSlot());
        return new Mailing(m.id(), m.tenant(), m.version(), m.order(), m.state(), none, m.createdAt(), m.updatedAt());
    }

    @Test
    void a_mailing_that_moves_from_any_version() throws Exception {
        assertNoticed(accepting(CommitResult.STALE, parts -> parts.mailings.clear()), AT_ITS_VERSION);
    }

    @Test
    void deliveries_of_a_mailing_that_a_refused_commit_leaves() throws Exception {
        assertNoticed(
                leavingBehind(CommitResult.STALE, (left, asked) -> {
                    if (!asked.mailings.isEmpty()) {
                        left.newDeliveries.addAll(asked.newDeliveries);
                    }
                }),
                AT_ITS_VERSION);
    }

    @Test
    void mailings_in_the_order_of_their_last_change() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Mailing> mailings(TenantId tenant, Optional<Mailing> after, int limit) {
                        return store.mailings(tenant, Optional.empty(), Integer.MAX_VALUE).stream()
                                .sorted(Comparator.comparing(Mailing::updatedAt)
                                        .thenComparing((Mailing m) -> m.id().toString())
                                        .reversed())
                                .dropWhile(m -> after.isPresent() && !m.equals(after.get()))
                                .skip(after.isPresent() ? 1 : 0)
                                .limit(limit)
                                .toList();
                    }
                },
                LISTED);
    }

    @Test
    void a_page_of_mailings_that_begins_with_the_last_of_the_page_before() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Mailing> mailings(TenantId tenant, Optional<Mailing> after, int limit) {
                        return store.mailings(tenant, Optional.empty(), Integer.MAX_VALUE).stream()
                                .dropWhile(m -> after.isPresent()
                                        && !m.id().equals(after.get().id()))
                                .limit(limit)
                                .toList();
                    }
                },
                LISTED);
    }

    @Test
    void deliveries_that_are_known_only_if_there_are_few() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public Set<DeliveryId> knownDeliveries(TenantId tenant, Set<DeliveryId> ids) {
                        return ids.size() > 500 ? Set.of() : store.knownDeliveries(tenant, ids);
                    }
                },
                KNOWN);
    }

    @Test
    void an_incident_that_is_not_kept() throws Exception {
        assertNoticed(
                committing(parts -> parts.incidents.clear()),
                "an_incident_comes_back_as_it_was_stored",
                "an_incident_changes_only_at_its_expected_version_and_is_new_only_once",
                "incidents_of_a_state_are_listed_the_latest_first_page_by_page");
    }

    @Test
    void an_incident_that_moves_from_any_version() throws Exception {
        assertNoticed(
                accepting(CommitResult.STALE, parts -> parts.incidents.clear()),
                "an_incident_changes_only_at_its_expected_version_and_is_new_only_once");
    }

    @Test
    void incidents_in_whatever_state() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public List<Incident> incidents(
                            TenantId tenant, IncidentState state, Optional<Incident> after, int limit) {
                        return Stream.of(IncidentState.values())
                                .flatMap(any -> store.incidents(tenant, any, after, limit).stream())
                                .sorted(Comparator.comparing(Incident::openedAt)
                                        .thenComparing((Incident i) -> i.id().toString())
                                        .reversed())
                                .limit(limit)
                                .toList();
                    }
                },
                "incidents_of_a_state_are_listed_the_latest_first_page_by_page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "incidents"})
    void a_wall_between_tenants_with_a_hole_for_incidents(String lookUp) throws Exception {
        assertNoticed(Broken.leaking(lookUp), "another_tenant_sees_no_incident");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailing", "mailings", "knownDeliveries"})
    void a_wall_between_tenants_with_a_hole(String lookUp) throws Exception {
        assertNoticed(Broken.leaking(lookUp), TENANTS);
    }
}
