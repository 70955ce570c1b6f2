package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.OrganizationId;
import dev.svar.store.CommitResult;
import dev.svar.store.ContactChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of stores about contacts and their addresses. */
abstract class ContactContract extends MessageContract {
    /** For subclasses. */
    ContactContract() {}

    @Test
    final void a_contact_is_found_by_its_id_and_its_address() {
        Contact contact = samples.contact("kari@kunde.example");
        mustCommit(samples.changes().newContact(contact));

        assertThat(store.contact(tenant, contact.id())).contains(contact);
        assertThat(store.contactAt(tenant, contact.addresses().get(0))).contains(contact);
        assertThat(store.contact(tenant, new ContactId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    final void a_contact_is_found_at_each_of_its_addresses_and_each_of_them_is_its_own() {
        Address work = Address.mail("kari@kunde.example");
        Address home = Address.mail("kari@hjemme.example");
        Contact kari = Contact.builder(new ContactId(UUID.randomUUID()), tenant, List.of(work, home))
                .build();
        mustCommit(samples.changes().newContact(kari));

        assertThat(store.contactAt(tenant, work)).contains(kari);
        assertThat(store.contactAt(tenant, home)).contains(kari);
        assertThat(store.commit(samples.changes()
                        .newContact(samples.contact(home.value()))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.contactAt(tenant, home)).contains(kari);
    }

    @Test
    final void of_several_contacts_with_one_address_at_once_exactly_one_is_committed() throws Exception {
        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .newContact(samples.contact("kari@kunde.example"))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
    }

    @Test
    final void two_contacts_of_one_commit_cannot_have_one_address() {
        CommitResult result = store.commit(samples.changes()
                .newContact(samples.contact("kari@kunde.example"))
                .newContact(samples.contact("kari@kunde.example"))
                .build());

        assertThat(result).isEqualTo(CommitResult.STALE);
        assertThat(store.contactAt(tenant, Address.mail("kari@kunde.example"))).isEmpty();
    }

    @Test
    final void a_contact_comes_back_with_everything_that_is_known_of_it() {
        Contact contact = Contact.builder(
                        new ContactId(UUID.randomUUID()),
                        tenant,
                        List.of(
                                Address.phone("+47 99 88 77 66"),
                                new Address(Channel.HOST, "Bruker «42» 🙂"),
                                Address.mail("kari@kunde.example")))
                .name("Kari  «Nordmann» 🙂")
                .locale(Optional.of(Locale.forLanguageTag("sr-Latn-RS")))
                .organization(Optional.of(new OrganizationId(UUID.randomUUID())))
                .mergedInto(Optional.of(new ContactId(UUID.randomUUID())))
                .merged(Set.of(new ContactId(UUID.randomUUID()), new ContactId(UUID.randomUUID())))
                .version(7)
                .build();
        mustCommit(samples.changes().newContact(contact));

        assertThat(store.contact(tenant, contact.id())).contains(contact);
        assertThat(contact.addresses())
                .allSatisfy(
                        address -> assertThat(store.contactAt(tenant, address)).contains(contact));
    }

    @Test
    final void a_changed_contact_is_found_at_the_addresses_that_it_has_now_and_the_others_are_free() {
        Address given = Address.mail("kari@kunde.example");
        Address kept = Address.phone("+47 99 88 77 66");
        Address taken = Address.mail("kari@hjemme.example");
        Contact before = addressed(given, kept);
        mustCommit(samples.changes().newContact(before));
        Contact after = before.toBuilder()
                .addresses(List.of(taken, kept))
                .name("Kari")
                .version(2)
                .build();
        mustCommit(samples.changes().contact(new ContactChange(1, after)));

        assertThat(store.contact(tenant, before.id())).contains(after);
        assertThat(store.contactAt(tenant, taken)).contains(after);
        assertThat(store.contactAt(tenant, kept)).contains(after);
        assertThat(store.contactAt(tenant, given)).isEmpty();
        Contact next = addressed(given);
        mustCommit(samples.changes().newContact(next));
        assertThat(store.contactAt(tenant, given)).contains(next);
    }

    @Test
    final void a_change_of_a_contact_at_another_version_is_stale_and_changes_none_of_its_commit() {
        Contact kari = samples.contact("kari@kunde.example");
        Contact ola = samples.contact("ola@kunde.example");
        mustCommit(samples.changes().newContact(kari).newContact(ola));
        Contact changed = kari.toBuilder().name("Kari").version(2).build();
        mustCommit(samples.changes().contact(new ContactChange(1, changed)));
        Contact merged = ola.toBuilder()
                .mergedInto(Optional.of(kari.id()))
                .addresses(List.of(Address.mail("ola@hjemme.example")))
                .version(2)
                .build();
        Contact late = kari.toBuilder().merged(Set.of(ola.id())).version(2).build();

        assertThat(store.commit(samples.changes()
                        .contact(new ContactChange(1, merged))
                        .contact(new ContactChange(1, late))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.contact(tenant, kari.id())).contains(changed);
        assertThat(store.contact(tenant, ola.id())).contains(ola);
        assertThat(store.contactAt(tenant, ola.addresses().get(0))).contains(ola);
        assertThat(store.contactAt(tenant, Address.mail("ola@hjemme.example"))).isEmpty();
    }

    @Test
    final void a_contact_that_is_not_known_cannot_change_and_one_that_is_known_is_not_new() {
        Contact kari = samples.contact("kari@kunde.example");
        Contact again = kari.toBuilder()
                .addresses(List.of(Address.mail("kari@hjemme.example")))
                .build();

        assertThat(store.commit(samples.changes()
                        .contact(
                                new ContactChange(1, kari.toBuilder().version(2).build()))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.contact(tenant, kari.id())).isEmpty();
        mustCommit(samples.changes().newContact(kari));
        assertThat(store.commit(samples.changes().newContact(again).build())).isEqualTo(CommitResult.STALE);
        assertThat(store.contact(tenant, kari.id())).contains(kari);
        assertThat(store.contactAt(tenant, again.addresses().get(0))).isEmpty();
    }

    @Test
    final void a_change_cannot_take_an_address_that_belongs_to_another_contact() {
        Contact kari = samples.contact("kari@kunde.example");
        Contact ola = samples.contact("ola@kunde.example");
        mustCommit(samples.changes().newContact(kari).newContact(ola));

        assertThat(store.commit(samples.changes()
                        .contact(new ContactChange(1, with(ola, kari.addresses().get(0))))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(store.contactAt(tenant, kari.addresses().get(0))).contains(kari);
        assertThat(store.contact(tenant, ola.id())).contains(ola);
    }

    @Test
    final void two_contacts_can_exchange_their_addresses_in_one_commit_but_not_share_them() {
        Contact kari = samples.contact("kari@kunde.example");
        Contact ola = samples.contact("ola@kunde.example");
        Contact shared = with(kari, ola.addresses().get(0));
        Contact unchanged = ola.toBuilder().version(2).build();
        mustCommit(samples.changes().newContact(kari).newContact(ola));
        Contact karis = kari.toBuilder().addresses(ola.addresses()).version(2).build();
        Contact olas = ola.toBuilder().addresses(kari.addresses()).version(2).build();

        assertThat(store.commit(samples.changes()
                        .contact(new ContactChange(1, unchanged))
                        .contact(new ContactChange(1, shared))
                        .build()))
                .isEqualTo(CommitResult.STALE);
        mustCommit(samples.changes().contact(new ContactChange(1, karis)).contact(new ContactChange(1, olas)));
        assertThat(store.contactAt(tenant, ola.addresses().get(0))).contains(karis);
        assertThat(store.contactAt(tenant, kari.addresses().get(0))).contains(olas);
    }

    @Test
    final void of_several_changes_to_one_contact_at_once_exactly_one_is_committed() throws Exception {
        Contact kari = samples.contact("kari@kunde.example");
        mustCommit(samples.changes().newContact(kari));

        List<CommitResult> results = Race.of(
                THREADS,
                i -> store.commit(samples.changes()
                        .contact(new ContactChange(1, with(kari, Address.mail("kari" + i + "@kunde.example"))))
                        .build()));

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        int winner = results.indexOf(CommitResult.COMMITTED);
        assertThat(store.contact(tenant, kari.id()))
                .contains(with(kari, Address.mail("kari" + winner + "@kunde.example")));
    }

    @Test
    final void of_several_contacts_that_take_one_address_at_once_exactly_one_has_it() throws Exception {
        Address wanted = Address.phone("+47 99 88 77 66");
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            contacts.add(samples.contact("kari" + i + "@kunde.example"));
            if (i % 2 == 0) {
                mustCommit(samples.changes().newContact(contacts.get(i)));
            }
        }

        List<CommitResult> results = Race.of(THREADS, i -> {
            Contact after = with(contacts.get(i), wanted);
            return store.commit(
                    i % 2 == 0
                            ? samples.changes()
                                    .contact(new ContactChange(1, after))
                                    .build()
                            : samples.changes().newContact(after).build());
        });

        assertThat(results).containsOnlyOnce(CommitResult.COMMITTED);
        assertThat(results).containsOnly(CommitResult.COMMITTED, CommitResult.STALE);
        assertThat(store.contactAt(tenant, wanted).map(Contact::id))
                .contains(contacts.get(results.indexOf(CommitResult.COMMITTED)).id());
    }

    final Contact addressed(Address... addresses) {
        return Contact.builder(new ContactId(UUID.randomUUID()), tenant, List.of(addresses))
                .build();
    }

    static Contact with(Contact before, Address more) {
        return before.toBuilder()
                .addresses(List.of(before.addresses().get(0), more))
                .version(2)
                .build();
    }
}
