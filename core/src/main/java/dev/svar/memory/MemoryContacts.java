package dev.svar.memory;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.memory.MemoryOwners.Change;
import dev.svar.memory.MemoryOwners.Entry;
import dev.svar.store.Changes;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One tenant's contacts and organizations. Guarded by the tenant's lock. */
final class MemoryContacts {
    private final MemoryOwners<ContactId, Address, Contact> contacts = new MemoryOwners<>(Contact::addresses);
    private final MemoryOwners<OrganizationId, MailDomain, Organization> organizations =
            new MemoryOwners<>(Organization::domains);
    private final NavigableMap<String, Organization> organizationsByPlace = new TreeMap<>();

    boolean areCurrent(Changes changes) {
        return contacts.areCurrent(contacts(changes)) && organizations.areCurrent(organizations(changes));
    }

    void apply(Changes changes) {
        contacts.apply(contacts(changes));
        changes.organizations().stream()
                .flatMap(change -> organizations.find(change.after().id()).stream())
                .forEach(before -> organizationsByPlace.remove(OrganizationQuery.place(before)));
        organizations.apply(organizations(changes));
        changes.organizations()
                .forEach(change -> organizationsByPlace.put(OrganizationQuery.place(change.after()), change.after()));
    }

    private static List<Change<ContactId, Contact>> contacts(Changes changes) {
        return Stream.concat(
                        changes.newContacts().stream().map(c -> change(0, c)),
                        changes.contacts().stream().map(c -> change(c.expectedVersion(), c.after())))
                .toList();
    }

    private static Change<ContactId, Contact> change(long expectedVersion, Contact after) {
        return new Change<>(expectedVersion, new Entry<>(after.id(), after.version(), after));
    }

    private static List<Change<OrganizationId, Organization>> organizations(Changes changes) {
        return changes.organizations().stream()
                .map(c -> new Change<>(
                        c.expectedVersion(),
                        new Entry<>(c.after().id(), c.after().version(), c.after())))
                .toList();
    }

    Optional<Contact> contact(ContactId id) {
        return contacts.find(id);
    }

    Optional<Contact> contactAt(Address address) {
        return contacts.at(address);
    }

    Optional<Organization> organization(OrganizationId id) {
        return organizations.find(id);
    }

    Optional<Organization> organizationOf(MailDomain domain) {
        return organizations.at(domain);
    }

    /** One organization more than the page holds tells whether there is another page. */
    Page<Organization> organizations(OrganizationQuery query) {
        List<Organization> found = new ArrayList<>(organizationsByPlace.tailMap(query.after(), false).values().stream()
                .limit(query.limit() + 1L)
                .toList());
        if (found.size() <= query.limit()) {
            return new Page<>(found, Optional.empty());
        }
        found.remove(query.limit());
        return new Page<>(found, Optional.of(OrganizationQuery.place(found.get(query.limit() - 1))));
    }
}
