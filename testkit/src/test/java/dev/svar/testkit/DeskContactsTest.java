package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.OLA;
import static dev.svar.testkit.TestDesk.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.AddressBook;
import dev.svar.HelpDesk;
import dev.svar.UnknownContactException;
import dev.svar.UnknownOrganizationException;
import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.store.OrganizationQuery;
import dev.svar.ticket.Ticket;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a desk knows of those who write, and how people change it. */
final class DeskContactsTest {
    private static final Address PHONE = Address.phone("+47 99 88 77 66");
    private static final ContactId NOBODY = new ContactId(new UUID(9, 9));

    private final TestDesk office = new TestDesk();
    private final AddressBook book = office.desk.contacts();

    private Contact writes(Address address) {
        office.desk.receive(TestDesk.mail(address.localPart() + "-" + UUID.randomUUID(), address)
                .build());
        return book.at(address).orElseThrow();
    }

    private static void refused(ThrowingCallable call, String field, String problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(problem);
    }

    @Test
    void whoever_writes_for_the_first_time_is_a_new_contact() {
        Contact kari = writes(KARI);

        assertThat(kari.version()).isEqualTo(1);
        assertThat(kari.addresses()).containsExactly(KARI);
        assertThat(kari.organization()).isEmpty();
        assertThat(writes(KARI)).isEqualTo(kari);
        assertThat(book.find(kari.id())).contains(kari);
        assertThat(book.idsOf(kari.id())).containsExactly(kari.id());
        assertThat(book.find(NOBODY)).isEmpty();
        assertThat(book.at(OLA)).isEmpty();
    }

    @Test
    void everything_about_a_contact_can_be_changed() {
        Contact kari = writes(KARI);
        Organization club = book.addOrganization("Løpeklubben");
        book.rename(kari.id(), "Kari Nordmann");
        book.addAddress(kari.id(), PHONE);
        book.language(kari.id(), Optional.of(Locale.FRENCH));
        book.zone(kari.id(), Optional.of(ZoneId.of("Europe/Paris")));
        Contact after = book.organization(kari.id(), Optional.of(club.id()));

        assertThat(after)
                .isEqualTo(kari.toBuilder()
                        .name("Kari Nordmann")
                        .addresses(List.of(KARI, PHONE))
                        .locale(Optional.of(Locale.FRENCH))
                        .zone(Optional.of(ZoneId.of("Europe/Paris")))
                        .organization(Optional.of(club.id()))
                        .version(6)
                        .build());
        assertThat(book.at(PHONE)).contains(after);
        assertThat(book.removeAddress(kari.id(), KARI).addresses()).containsExactly(PHONE);
        assertThat(book.at(KARI)).isEmpty();
    }

    @Test
    void what_is_as_wished_already_is_not_stored_again() {
        Contact kari = writes(KARI);

        assertThat(book.rename(kari.id(), kari.name())).isEqualTo(kari);
        assertThat(book.addAddress(kari.id(), KARI)).isEqualTo(kari);
        assertThat(book.find(kari.id())).contains(kari);
    }

    @Test
    void letters_go_to_the_preferred_address_of_now() {
        Ticket ticket = office.opened();
        Address home = Address.mail("kari@hjemme.example");
        book.addAddress(ticket.requester(), home);
        book.removeAddress(ticket.requester(), KARI);
        office.desk.reply(ticket.id(), LARS, "Prøv igjen");

        assertThat(office.sent()).last().satisfies(m -> assertThat(m.to()).isEqualTo(home));
    }

    @Test
    void an_address_of_somebody_else_is_refused_with_whose_it_is_and_what_to_do() {
        Contact kari = writes(KARI);
        Contact ola = writes(OLA);

        refused(
                () -> book.addAddress(kari.id(), OLA),
                "address",
                "belongs to contact " + ola.id() + ", remove it there first or merge");
        refused(() -> book.removeAddress(kari.id(), OLA), "address", "none of this contact's own");
        refused(() -> book.removeAddress(kari.id(), KARI), "address", "add another one first");
        refused(() -> book.rename(kari.id(), "a\nb"), "contact.name", "U+000A");
        refused(() -> book.addAddress(kari.id(), MAILBOX), "address", "is one of this desk's own");
        assertThat(book.find(kari.id())).contains(kari);
        assertThat(book.find(ola.id())).contains(ola);
    }

    @Test
    void a_contact_that_is_not_there_is_refused_by_the_name_of_the_argument() {
        Contact kari = writes(KARI);

        assertThatThrownBy(() -> book.rename(NOBODY, "Kari"))
                .isInstanceOf(UnknownContactException.class)
                .hasMessage("contact names no contact, there is none with the id " + NOBODY);
        assertThatThrownBy(() -> book.idsOf(NOBODY)).isInstanceOf(UnknownContactException.class);
        assertThatThrownBy(() -> book.mergedInto(NOBODY)).isInstanceOf(UnknownContactException.class);
        assertThatThrownBy(() -> book.undoMerge(NOBODY)).hasMessageStartingWith("from names no contact");
        assertThatThrownBy(() -> book.merge(NOBODY, kari.id())).hasMessageStartingWith("from names no contact");
        assertThatThrownBy(() -> book.merge(kari.id(), NOBODY))
                .isInstanceOfSatisfying(UnknownContactException.class, e -> {
                    assertThat(e.field()).isEqualTo("into");
                    assertThat(e.wanted()).isEqualTo(NOBODY.toString());
                });
        assertThat(book.find(kari.id())).contains(kari);
    }

    @Test
    void merges_that_cannot_be_are_refused_and_leave_everything_as_it_was() {
        Contact kari = writes(KARI);
        Contact ola = writes(OLA);
        Contact mallory = writes(STRANGER);
        book.merge(kari.id(), ola.id());

        refused(() -> book.merge(ola.id(), ola.id()), "into", "name another one");
        refused(() -> book.merge(kari.id(), mallory.id()), "from", "undo that first");
        refused(() -> book.merge(mallory.id(), kari.id()), "into", "merge into that one");
        refused(() -> book.undoMerge(ola.id()), "from", "nothing to undo");
        assertThat(book.find(mallory.id())).contains(mallory);
        assertThat(book.idsOf(ola.id())).containsExactlyInAnyOrder(kari.id(), ola.id());
    }

    @Test
    void a_merged_contact_is_the_surviving_one_wherever_it_is_named() {
        Contact kari = writes(KARI);
        Contact ola = writes(OLA);
        Contact survivor = book.merge(kari.id(), ola.id());

        assertThat(survivor.id()).isEqualTo(ola.id());
        assertThat(book.find(kari.id())).contains(survivor);
        assertThat(book.at(KARI)).contains(survivor);
        assertThat(book.idsOf(kari.id())).isEqualTo(Set.of(kari.id(), ola.id()));
        assertThat(book.mergedInto(kari.id())).extracting(Contact::addresses).containsExactly(List.of(KARI));
        assertThat(book.rename(kari.id(), "Ola").id()).isEqualTo(ola.id());
        assertThat(book.addAddress(ola.id(), KARI).addresses()).containsExactly(OLA);
        refused(() -> book.removeAddress(ola.id(), KARI), "address", "goes when the merge is undone");
    }

    @Test
    void a_merge_is_undone_exactly() {
        Contact kari = writes(KARI);
        Contact ola = writes(OLA);
        book.merge(kari.id(), ola.id());
        Contact alone = book.undoMerge(kari.id());

        assertThat(alone).isEqualTo(kari.toBuilder().version(3).build());
        assertThat(book.at(KARI)).contains(alone);
        assertThat(book.find(ola.id())).contains(ola.toBuilder().version(3).build());
        assertThat(book.mergedInto(ola.id())).isEmpty();
    }

    @Test
    void the_lower_merge_of_a_chain_is_undone_all_the_way_up() {
        ContactId kari = writes(KARI).id();
        ContactId ola = writes(OLA).id();
        ContactId mallory = writes(STRANGER).id();
        book.merge(kari, ola);
        book.merge(ola, mallory);
        assertThat(book.at(KARI).map(Contact::id)).contains(mallory);
        book.undoMerge(kari);

        assertThat(book.at(KARI).map(Contact::id)).contains(kari);
        assertThat(book.at(OLA).map(Contact::id)).contains(mallory);
        assertThat(book.idsOf(mallory)).isEqualTo(Set.of(ola, mallory));
    }

    @Test
    void changes_that_meet_are_all_done() throws Exception {
        ContactId kari = writes(KARI).id();
        List<Address> addresses = Race.of(8, i -> {
            Address address = Address.mail("kari" + i + "@kunde.example");
            book.addAddress(kari, address);
            return address;
        });

        assertThat(book.find(kari).orElseThrow().addresses())
                .hasSize(9)
                .containsAll(addresses)
                .startsWith(KARI);
    }

    @Test
    void of_merges_that_meet_none_makes_a_ring() throws Exception {
        for (int round = 0; round < 20; round++) {
            ContactId kari =
                    writes(Address.mail("kari" + round + "@kunde.example")).id();
            ContactId ola =
                    writes(Address.mail("ola" + round + "@kunde.example")).id();
            List<Boolean> merged = Race.of(2, i -> {
                try {
                    book.merge(i == 0 ? kari : ola, i == 0 ? ola : kari);
                    return true;
                } catch (InvalidValueException refused) {
                    return false;
                }
            });

            assertThat(merged).containsExactlyInAnyOrder(true, false);
            assertThat(book.find(kari)).isEqualTo(book.find(ola)).isPresent();
        }
    }

    @Test
    void an_unknown_sender_belongs_to_the_organization_of_the_mail_domain() {
        Organization kunde = book.addOrganization("Kunde AS", new MailDomain("kunde.example"));
        Contact kari = writes(KARI);
        Ticket ticket = office.opened();

        assertThat(kari.organization()).contains(kunde.id());
        assertThat(office.desk.requester(ticket).flatMap(Contact::organization)).contains(kunde.id());
        assertThat(writes(Address.mail("per@post.kunde.example")).organization())
                .isEmpty();
        assertThat(writes(STRANGER).organization()).isEmpty();
    }

    @Test
    void those_in_copy_belong_to_the_organization_of_their_domain_too_and_those_known_before_stay() {
        Contact kari = writes(KARI);
        Organization kunde = book.addOrganization("Kunde AS", new MailDomain("kunde.example"));
        office.desk.receive(TestDesk.mail("2", STRANGER)
                .recipients(List.of(MAILBOX, OLA, KARI))
                .build());

        assertThat(book.at(OLA).flatMap(Contact::organization)).contains(kunde.id());
        assertThat(book.find(kari.id())).contains(kari);
    }

    @Test
    void an_organization_can_be_changed_and_found() {
        ContactId kari = writes(KARI).id();
        Organization club = book.addOrganization("Klubben", new MailDomain("klubb.example"));
        Organization after = book.changeOrganization(
                club.id(),
                o -> o.toBuilder()
                        .name("Laget")
                        .contactPerson(Optional.of(kari))
                        .domains(Set.of())
                        .build());

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.contactPerson()).contains(kari);
        assertThat(book.organization(club.id())).contains(after);
        assertThat(book.organizationOf(new MailDomain("klubb.example"))).isEmpty();
        assertThat(book.organizations(OrganizationQuery.all(10)).items()).containsExactly(after);
        assertThat(book.changeOrganization(
                        club.id(), o -> o.toBuilder().name("Laget").build()))
                .isEqualTo(after);
    }

    @Test
    void changes_of_one_organization_that_meet_are_all_done() throws Exception {
        OrganizationId club = book.addOrganization("Klubben").id();
        List<MailDomain> all = Race.of(8, i -> {
            MailDomain domain = new MailDomain("d" + i + ".example");
            book.changeOrganization(club, o -> {
                Set<MailDomain> domains = new HashSet<>(o.domains());
                domains.add(domain);
                return o.toBuilder().domains(domains).build();
            });
            return domain;
        });

        assertThat(book.organization(club).orElseThrow().domains()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void an_organization_that_cannot_be_is_refused_and_leaves_everything_as_it_was() {
        Contact kari = writes(KARI);
        Organization club = book.addOrganization("Klubben", new MailDomain("klubb.example"));
        Organization team = book.addOrganization("Laget", new MailDomain("lag.example"));
        OrganizationId nowhere = new OrganizationId(new UUID(9, 9));

        refused(
                () -> book.addOrganization("Ny", new MailDomain("KLUBB.example")),
                "organization.domains",
                "hold klubb.example, which belongs to organization " + club.id() + ", remove it there first");
        refused(
                () -> book.changeOrganization(
                        team.id(), o -> o.toBuilder().domains(club.domains()).build()),
                "organization.domains",
                "klubb.example");
        refused(
                () -> book.changeOrganization(
                        team.id(), o -> o.toBuilder().name(" ").build()),
                "organization.name",
                "is blank");
        refused(() -> book.changeOrganization(team.id(), o -> club), "organization", "became another one");
        assertThatThrownBy(() -> book.changeOrganization(
                        team.id(),
                        o -> o.toBuilder().contactPerson(Optional.of(NOBODY)).build()))
                .isInstanceOfSatisfying(
                        UnknownContactException.class,
                        e -> assertThat(e.field()).isEqualTo("contactPerson"));
        assertThatThrownBy(() -> book.changeOrganization(nowhere, o -> o))
                .isInstanceOf(UnknownOrganizationException.class);
        assertThatThrownBy(() -> book.organization(kari.id(), Optional.of(nowhere)))
                .isInstanceOfSatisfying(
                        UnknownOrganizationException.class,
                        e -> assertThat(e.wanted()).isEqualTo(nowhere.toString()))
                .hasMessageContaining("add it first");
        assertThat(book.organizations(OrganizationQuery.all(10)).items()).containsExactly(club, team);
        assertThat(book.find(kari.id())).contains(kari);
    }

    @Test
    void contacts_and_organizations_of_one_tenant_are_nothing_to_another() {
        MemoryStore store = new MemoryStore();
        TestDesk a = new TestDesk(store);
        HelpDesk b = new TestDesk(store)
                .builder(RecordingTransport.mail())
                .tenant(new TenantId("b"))
                .build();
        ContactId kari = a.opened().requester();
        OrganizationId kunde = a.desk.contacts()
                .addOrganization("Kunde AS", new MailDomain("kunde.example"))
                .id();
        b.receive(TestDesk.mail("1", OLA).build());
        ContactId ola = b.contacts().at(OLA).orElseThrow().id();

        assertThat(b.contacts().at(KARI)).isEmpty();
        assertThat(b.contacts().organization(kunde)).isEmpty();
        assertThat(b.contacts().at(OLA).flatMap(Contact::organization)).isEmpty();
        assertThatThrownBy(() -> b.contacts().merge(kari, ola)).isInstanceOf(UnknownContactException.class);
        assertThatThrownBy(() -> b.contacts().rename(kari, "x")).isInstanceOf(UnknownContactException.class);
        assertThatThrownBy(() -> b.contacts().organization(ola, Optional.of(kunde)))
                .isInstanceOf(UnknownOrganizationException.class);
        assertThat(b.contacts().addAddress(ola, KARI).addresses()).containsExactly(OLA, KARI);
    }

    @Test
    void an_unknown_sender_whose_messages_arrive_at_the_same_instant_becomes_one_contact() throws Exception {
        for (int round = 0; round < 20; round++) {
            Address sender = Address.mail("kari" + round + "@kunde.example");
            int number = round;
            List<ContactId> requesters = Race.of(
                    8,
                    i -> office.desk
                            .receive(TestDesk.mail(number + "-" + i, sender)
                                    .recipients(List.of(MAILBOX, OLA, Address.mail("per" + number + "@kunde.example")))
                                    .build())
                            .receipt()
                            .ticket()
                            .map(id -> office.state(id).ticket().requester())
                            .orElseThrow());

            assertThat(requesters).containsOnly(book.at(sender).map(Contact::id).orElseThrow());
        }
        assertThat(office.allTickets()).hasSize(160);
    }
}
