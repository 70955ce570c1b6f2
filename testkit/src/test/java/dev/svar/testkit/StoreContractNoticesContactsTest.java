package dev.svar.testkit;

import static dev.svar.testkit.Broken.accepting;
import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.committing;
import static dev.svar.testkit.Broken.leavingBehind;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.TenantId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.ContactChange;
import dev.svar.store.DeskStore;
import dev.svar.store.OrganizationChange;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Page;
import dev.svar.store.PreferencesChange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices a store that loses or mixes up what becomes of contacts and organizations. */
final class StoreContractNoticesContactsTest {
    private static final String STALE_CONTACT =
            "a_change_of_a_contact_at_another_version_is_stale_and_changes_none_of_its_commit";
    private static final String STALE_ORGANIZATION =
            "an_organization_at_another_version_is_stale_and_changes_none_of_its_commit";
    private static final String ADDRESSES_OF_NOW =
            "a_changed_contact_is_found_at_the_addresses_that_it_has_now_and_the_others_are_free";
    private static final String DOMAINS_OF_NOW =
            "a_changed_organization_is_found_by_the_domains_that_it_has_now_and_the_others_are_free";
    private static final String EVERYTHING = "a_contact_comes_back_with_everything_that_is_known_of_it";
    private static final String ONE_DOMAIN = "a_domain_belongs_to_one_organization_only";
    private static final String KNOWN = "a_contact_that_is_not_known_cannot_change_and_one_that_is_known_is_not_new";
    private static final String ONE_ADDRESS = "a_change_cannot_take_an_address_that_belongs_to_another_contact";
    private static final String EXCHANGE = "two_contacts_can_exchange_their_addresses_in_one_commit_but_not_share_them";
    private static final String RACE_OF_CHANGES = "of_several_changes_to_one_contact_at_once_exactly_one_is_committed";
    private static final String RACE_FOR_ADDRESS =
            "of_several_contacts_that_take_one_address_at_once_exactly_one_has_it";
    private static final String RACE_FOR_DOMAIN =
            "of_several_organizations_that_take_one_domain_at_once_exactly_one_has_it";
    private static final String RACE_OF_ORGANIZATIONS =
            "of_several_changes_to_one_organization_at_once_exactly_one_is_committed";
    private static final String TENANTS = "one_tenant_changes_nothing_of_another";
    private static final String PREFERENCES = "preferences_of_several_people_are_found_at_once_exactly_as_they_were";
    private static final String READERS = "what_readers_want_and_what_is_known_against_them_is_found_at_once";
    private static final String STALE_PREFERENCES =
            "preferences_at_another_version_are_stale_and_change_none_of_their_commit";
    private static final String BY_NAME =
            "organizations_are_listed_by_name_whatever_the_letters_and_pages_hold_while_others_come";

    private static Supplier<DeskStore> keeping(UnaryOperator<Contact> twist) {
        return committing(parts -> parts.newContacts.replaceAll(twist));
    }

    @Test
    void a_part_of_a_contact_that_is_lost() throws Exception {
        assertNoticed(keeping(c -> c.toBuilder().version(1).build()), EVERYTHING);
        assertNoticed(keeping(c -> c.toBuilder().organization(Optional.empty()).build()), EVERYTHING);
        assertNoticed(keeping(c -> c.toBuilder().mergedInto(Optional.empty()).build()), EVERYTHING);
        assertNoticed(keeping(c -> c.toBuilder().merged(Set.of()).build()), EVERYTHING);
        assertNoticed(
                keeping(c -> c.toBuilder().name(c.name().replace("  ", " ")).build()), EVERYTHING);
    }

    @Test
    void preferences_that_are_lost_or_mixed_up() throws Exception {
        assertNoticed(committing(parts -> parts.preferences.clear()), PREFERENCES, READERS, STALE_PREFERENCES);
        assertNoticed(
                committing(parts ->
                        parts.preferences.replaceAll(change -> new PreferencesChange(new NotificationPreferences(
                                change.after().person(),
                                Optional.empty(),
                                change.after().channels(),
                                change.after().version())))),
                PREFERENCES,
                READERS,
                STALE_PREFERENCES);
        assertNoticed(
                accepting(CommitResult.STALE, parts -> {
                    if (!parts.preferences.isEmpty()) {
                        parts.preferences.remove(parts.preferences.size() - 1);
                    }
                }),
                STALE_PREFERENCES);
    }

    @Test
    void addresses_in_another_order() throws Exception {
        assertNoticed(
                keeping(c -> c.toBuilder()
                        .addresses(c.addresses().stream()
                                .sorted(Comparator.comparing(Address::value).reversed())
                                .toList())
                        .build()),
                EVERYTHING);
    }

    @Test
    void changes_of_contacts_that_are_lost() throws Exception {
        assertNoticed(
                committing(parts -> parts.contacts.clear()),
                ADDRESSES_OF_NOW,
                STALE_CONTACT,
                KNOWN,
                ONE_ADDRESS,
                EXCHANGE,
                RACE_OF_CHANGES,
                RACE_FOR_ADDRESS,
                TENANTS);
    }

    @Test
    void stale_versions_of_contacts_that_are_left_out() throws Exception {
        assertNoticed(
                accepting(CommitResult.STALE, parts -> parts.contacts.clear()),
                STALE_CONTACT,
                KNOWN,
                ONE_ADDRESS,
                EXCHANGE,
                RACE_OF_CHANGES,
                RACE_FOR_ADDRESS,
                TENANTS);
    }

    @Test
    void a_stale_contact_whose_commit_is_half_done() throws Exception {
        assertNoticed(
                leavingBehind(
                        CommitResult.STALE,
                        (left, asked) -> asked.contacts.stream().limit(1).forEach(left.contacts::add)),
                STALE_CONTACT,
                EXCHANGE);
    }

    @Test
    void an_address_that_was_given_up_and_still_leads_to_its_contact() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<Address, Contact> first = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        CommitResult result = store.commit(changes);
                        if (result == CommitResult.COMMITTED) {
                            changes.newContacts().forEach(c -> c.addresses().forEach(a -> first.putIfAbsent(a, c)));
                        }
                        return result;
                    }

                    @Override
                    public Optional<Contact> contactAt(TenantId tenant, Address address) {
                        return store.contactAt(tenant, address)
                                .or(() -> Optional.ofNullable(first.get(address))
                                        .filter(c -> c.tenant().equals(tenant)));
                    }
                },
                ADDRESSES_OF_NOW);
    }

    @Test
    void an_address_that_was_given_up_and_is_not_free() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<Address, Contact> first = new ConcurrentHashMap<>();

                    @Override
                    public synchronized CommitResult commit(Changes changes) {
                        boolean taken = changes.newContacts().stream()
                                .anyMatch(c -> c.addresses().stream()
                                        .anyMatch(a -> Optional.ofNullable(first.get(a))
                                                .filter(owner -> owner.tenant().equals(c.tenant()))
                                                .isPresent()));
                        CommitResult result = taken ? CommitResult.STALE : store.commit(changes);
                        if (result == CommitResult.COMMITTED) {
                            changes.newContacts().forEach(c -> c.addresses().forEach(a -> first.put(a, c)));
                        }
                        return result;
                    }
                },
                ADDRESSES_OF_NOW);
    }

    @Test
    void addresses_that_cannot_change_hands_within_a_commit() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        boolean taken = changes.contacts().stream()
                                .map(ContactChange::after)
                                .anyMatch(c -> c.addresses().stream()
                                        .flatMap(a -> store.contactAt(c.tenant(), a).stream())
                                        .anyMatch(owner -> !owner.id().equals(c.id())));
                        return taken ? CommitResult.STALE : store.commit(changes);
                    }
                },
                EXCHANGE);
    }

    @Test
    void changes_of_contacts_that_are_not_known() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(Parts.twisted(
                                changes,
                                parts -> parts.contacts.removeIf(change -> {
                                    boolean unknown = store.contact(
                                                    changes.tenant(),
                                                    change.after().id())
                                            .isEmpty();
                                    if (unknown) {
                                        parts.newContacts.add(change.after());
                                    }
                                    return unknown;
                                })));
                    }
                },
                KNOWN,
                TENANTS);
    }

    @Test
    void contacts_that_are_new_twice() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        return store.commit(Parts.twisted(
                                changes,
                                parts -> parts.newContacts.removeIf(fresh -> store.contact(changes.tenant(), fresh.id())
                                        .isPresent())));
                    }
                },
                KNOWN);
    }

    @Test
    void organizations_that_are_lost() throws Exception {
        assertNoticed(
                committing(parts -> parts.organizations.clear()),
                DOMAINS_OF_NOW,
                STALE_ORGANIZATION,
                ONE_DOMAIN,
                RACE_FOR_DOMAIN,
                RACE_OF_ORGANIZATIONS,
                BY_NAME,
                TENANTS,
                "an_organization_is_found_by_its_id_and_each_of_its_domains_exactly_as_it_was",
                "what_one_tenant_has_does_not_hinder_another");
    }

    @Test
    void stale_versions_of_organizations_that_are_left_out() throws Exception {
        assertNoticed(
                accepting(CommitResult.STALE, parts -> parts.organizations.clear()),
                STALE_ORGANIZATION,
                ONE_DOMAIN,
                RACE_FOR_DOMAIN,
                RACE_OF_ORGANIZATIONS,
                TENANTS);
    }

    @Test
    void a_stale_organization_whose_commit_is_half_done() throws Exception {
        assertNoticed(
                leavingBehind(
                        CommitResult.STALE,
                        (left, asked) -> asked.organizations.stream().limit(1).forEach(left.organizations::add)),
                STALE_ORGANIZATION,
                ONE_DOMAIN);
    }

    @Test
    void a_part_of_an_organization_that_is_lost() throws Exception {
        String exactly = "an_organization_is_found_by_its_id_and_each_of_its_domains_exactly_as_it_was";
        assertNoticed(
                committing(parts -> parts.organizations.replaceAll(change -> new OrganizationChange(
                        change.expectedVersion(),
                        change.after().toBuilder()
                                .contactPerson(Optional.empty())
                                .build()))),
                exactly);
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public Optional<Organization> organizationOf(TenantId tenant, MailDomain domain) {
                        return store.organizationOf(
                                tenant, new MailDomain(domain.value().replace("post.", "")));
                    }
                },
                exactly);
    }

    @Test
    void a_domain_that_was_given_up_and_still_leads_to_its_organization() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    private final Map<MailDomain, Organization> first = new ConcurrentHashMap<>();

                    @Override
                    public CommitResult commit(Changes changes) {
                        CommitResult result = store.commit(changes);
                        if (result == CommitResult.COMMITTED) {
                            changes.organizations()
                                    .forEach(c -> c.after().domains().forEach(d -> first.putIfAbsent(d, c.after())));
                        }
                        return result;
                    }

                    @Override
                    public Optional<Organization> organizationOf(TenantId tenant, MailDomain domain) {
                        return store.organizationOf(tenant, domain)
                                .or(() -> Optional.ofNullable(first.get(domain))
                                        .filter(o -> o.tenant().equals(tenant)));
                    }
                },
                DOMAINS_OF_NOW);
    }

    @Test
    void domains_that_are_taken_from_others() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public synchronized CommitResult commit(Changes changes) {
                        for (OrganizationChange change : changes.organizations()) {
                            for (MailDomain domain : change.after().domains()) {
                                store.organizationOf(changes.tenant(), domain)
                                        .filter(owner -> changes.organizations().stream()
                                                .noneMatch(c -> c.after().id().equals(owner.id())))
                                        .ifPresent(owner -> store.commit(Changes.builder(changes.tenant())
                                                .organization(new OrganizationChange(
                                                        owner.version(),
                                                        owner.toBuilder()
                                                                .domains(Set.of())
                                                                .version(owner.version() + 1)
                                                                .build()))
                                                .build()));
                            }
                        }
                        return store.commit(changes);
                    }
                },
                ONE_DOMAIN,
                RACE_FOR_DOMAIN);
    }

    @Test
    void organizations_in_another_order() throws Exception {
        assertNoticed(
                Broken.<Page<Organization>>reading(
                        "organizations", page -> new Page<>(Broken.reversed(page.items()), page.next())),
                BY_NAME);
        assertNoticed(
                Broken.<Page<Organization>>reading(
                        "organizations",
                        page -> new Page<>(
                                page.items().stream()
                                        .sorted(Comparator.comparing(Organization::name))
                                        .toList(),
                                page.next())),
                BY_NAME);
    }

    @Test
    void pages_of_organizations_that_end_too_early_or_never() throws Exception {
        assertNoticed(
                Broken.<Page<Organization>>reading("organizations", page -> new Page<>(page.items(), Optional.empty())),
                BY_NAME);
        assertNoticed(
                Broken.<Page<Organization>>reading(
                        "organizations",
                        page -> new Page<>(
                                page.items(),
                                List.copyOf(page.items()).stream()
                                        .reduce((a, b) -> b)
                                        .map(OrganizationQuery::place))),
                BY_NAME);
    }

    @Test
    void pages_of_organizations_that_always_begin_at_the_first() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public Page<Organization> organizations(TenantId tenant, OrganizationQuery query) {
                        return store.organizations(tenant, OrganizationQuery.all(query.limit()));
                    }
                },
                BY_NAME);
    }
}
