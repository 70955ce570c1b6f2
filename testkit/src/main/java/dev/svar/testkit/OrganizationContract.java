package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.store.CommitResult;
import dev.svar.store.OrganizationChange;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of stores about organizations and their domains. */
abstract class OrganizationContract extends ContactContract {
    /** For subclasses. */
    OrganizationContract() {}

    @Test
    final void an_organization_is_found_by_its_id_and_each_of_its_domains_exactly_as_it_was() {
        Organization club = samples.organization("Løpeklubben «Ås» 🙂", "klubb.example", "blåbær.example").toBuilder()
                .contactPerson(Optional.of(new ContactId(UUID.randomUUID())))
                .locale(Optional.of(Locale.forLanguageTag("nn-NO")))
                .version(3)
                .build();
        mustCommit(samples.changes().organization(new OrganizationChange(0, club)));

        assertThat(store.organization(tenant, club.id())).contains(club);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(club);
        assertThat(store.organizationOf(tenant, new MailDomain("Blåbær.example")))
                .contains(club);
        assertThat(store.organizationOf(tenant, new MailDomain("post.klubb.example")))
                .isEmpty();
        assertThat(store.organization(tenant, new OrganizationId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    final void a_changed_organization_is_found_by_the_domains_that_it_has_now_and_the_others_are_free() {
        Organization before = samples.organization("Klubben", "klubb.example", "lag.example");
        mustCommit(samples.changes().organization(new OrganizationChange(0, before)));
        Organization after = before.toBuilder()
                .name("Laget")
                .domains(Set.of(new MailDomain("lag.example"), new MailDomain("ny.example")))
                .version(2)
                .build();
        mustCommit(samples.changes().organization(new OrganizationChange(1, after)));

        assertThat(store.organization(tenant, before.id())).contains(after);
        assertThat(store.organizationOf(tenant, new MailDomain("lag.example"))).contains(after);
        assertThat(store.organizationOf(tenant, new MailDomain("ny.example"))).contains(after);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .isEmpty();
        Organization next = samples.organization("Klubben", "klubb.example");
        mustCommit(samples.changes().organization(new OrganizationChange(0, next)));
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(next);
    }

    @Test
    final void an_organization_at_another_version_is_stale_and_changes_none_of_its_commit() {
        Organization club = samples.organization("Klubben", "klubb.example");
        Organization other = samples.organization("Laget", "lag.example");
        Contact contact = samples.contact("kari@kunde.example");
        mustCommit(samples.changes()
                .organization(new OrganizationChange(0, club))
                .organization(new OrganizationChange(0, other)));
        Organization later = club.toBuilder().version(2).build();
        for (OrganizationChange stale : List.of(
                new OrganizationChange(0, later),
                new OrganizationChange(2, club.toBuilder().version(3).build()),
                new OrganizationChange(
                        1, samples.organization("Ny").toBuilder().version(2).build()))) {
            assertThat(store.commit(samples.changes()
                            .newContact(contact)
                            .organization(new OrganizationChange(
                                    1, other.toBuilder().version(2).build()))
                            .organization(stale)
                            .build()))
                    .isEqualTo(CommitResult.STALE);
        }

        assertThat(store.organization(tenant, club.id())).contains(club);
        assertThat(store.organization(tenant, other.id())).contains(other);
        assertThat(store.contact(tenant, contact.id())).isEmpty();
    }

    @Test
    final void a_domain_belongs_to_one_organization_only() {
        Organization club = samples.organization("Klubben", "klubb.example");
        Organization other = samples.organization("Laget", "lag.example");
        mustCommit(samples.changes().organization(new OrganizationChange(0, club)));
        mustCommit(samples.changes().organization(new OrganizationChange(0, other)));
        Organization greedy =
                other.toBuilder().domains(club.domains()).version(2).build();

        assertThat(store.commit(samples.changes()
                        .organization(new OrganizationChange(0, samples.organization("Ny", "klubb.example")))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(samples.changes()
                        .organization(new OrganizationChange(1, greedy))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.commit(samples.changes()
                        .organization(new OrganizationChange(0, samples.organization("A", "ny.example")))
                        .organization(new OrganizationChange(0, samples.organization("B", "ny.example")))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(club);
        assertThat(store.organization(tenant, other.id())).contains(other);
        assertThat(store.organizationOf(tenant, new MailDomain("ny.example"))).isEmpty();
        Organization emptied = club.toBuilder().domains(Set.of()).version(2).build();
        mustCommit(samples.changes()
                .organization(new OrganizationChange(1, greedy))
                .organization(new OrganizationChange(1, emptied)));
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(greedy);
    }

    @Test
    final void of_several_organizations_that_take_one_domain_at_once_exactly_one_has_it() throws Exception {
        List<Organization> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(samples.organization("Klubb " + i, "klubb.example"));
        }

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .organization(new OrganizationChange(0, all.get(i)))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        assertThat(store.organizationOf(tenant, new MailDomain("klubb.example")))
                .contains(all.get(results.indexOf(CommitResult.COMMITTED)));
    }

    @Test
    final void of_several_changes_to_one_organization_at_once_exactly_one_is_committed() throws Exception {
        Organization club = samples.organization("Klubben");
        mustCommit(samples.changes().organization(new OrganizationChange(0, club)));

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .organization(new OrganizationChange(
                                1,
                                club.toBuilder().name("Klubb " + i).version(2).build()))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        assertThat(store.organization(tenant, club.id()).map(Organization::name))
                .contains("Klubb " + results.indexOf(CommitResult.COMMITTED));
    }

    @Test
    final void organizations_are_listed_by_name_whatever_the_letters_and_pages_hold_while_others_come() {
        List<Organization> all = new ArrayList<>();
        for (String name : List.of("🙂", "Ås", "alta IL", "bodø", "ALTA", "Ａ", "alta", "Ærø", "Zoo")) {
            all.add(samples.organization(name));
        }
        for (Organization each : all) {
            mustCommit(samples.changes().organization(new OrganizationChange(0, each)));
        }
        all.sort(Comparator.comparing(OrganizationQuery::place));

        Page<Organization> first = store.organizations(tenant, OrganizationQuery.all(3));
        mustCommit(samples.changes().organization(new OrganizationChange(0, samples.organization("Aa"))));
        Organization renamed =
                all.get(8).toBuilder().name("Bodø igjen").version(2).build();
        mustCommit(samples.changes().organization(new OrganizationChange(1, renamed)));
        Page<Organization> second = store.organizations(
                tenant, OrganizationQuery.all(4).from(first.next().orElseThrow()));
        Page<Organization> third = store.organizations(
                tenant, OrganizationQuery.all(2).from(second.next().orElseThrow()));

        assertThat(first.items()).isEqualTo(all.subList(0, 3));
        assertThat(second.items()).containsExactly(all.get(3), renamed, all.get(4), all.get(5));
        assertThat(third.items()).containsExactly(all.get(6), all.get(7));
        assertThat(third.next()).isEmpty();
    }
}
