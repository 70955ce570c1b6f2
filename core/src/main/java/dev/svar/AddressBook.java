package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.ContactLifecycle;
import dev.svar.contact.ContactMerges;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.error.InvalidValueException;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.ContactChange;
import dev.svar.store.OrganizationChange;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Page;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who writes to the desk, and the organizations that they belong to. Contacts come into being by themselves when somebody
 * writes for the first time. Where a merged contact is named, the surviving one is meant; only {@link #merge} and
 * {@link #undoMerge} speak of the contacts themselves. Each change is one commit; one that meets another is decided again. Safe
 * for use by any number of threads.
 */
public final class AddressBook {
    private static final Logger LOG = LoggerFactory.getLogger(AddressBook.class);

    private final DeskSetup setup;
    private final Survivors survivors;

    AddressBook(DeskSetup setup) {
        this.setup = setup;
        this.survivors = new Survivors(setup);
    }

    /**
     * Finds a contact.
     *
     * @param contact its id
     * @return the contact; if it was merged, the surviving one
     */
    public Optional<Contact> find(ContactId contact) {
        return survivors.find(contact);
    }

    /**
     * Finds the contact that has an address.
     *
     * @param address the address
     * @return the contact; if it was merged, the surviving one
     */
    public Optional<Contact> at(Address address) {
        return survivors.at(address);
    }

    /**
     * All ids that a person is or was known by: their tickets name any of these.
     *
     * @param contact the id of one of the person's contacts
     * @return the id of the surviving contact and of all that were merged into it
     * @throws UnknownContactException if there is no such contact
     */
    public Set<ContactId> idsOf(ContactId contact) {
        return required(contact).ids();
    }

    /**
     * The contacts that were merged into one, as they are: what a merge brought and what undoing it gives back.
     *
     * @param contact which contact
     * @return the contacts, in order of their ids' text; none is left out
     * @throws UnknownContactException if there is no such contact
     */
    public List<Contact> mergedInto(ContactId contact) {
        return required(contact).merged().stream()
                .sorted(Comparator.comparing(ContactId::toString))
                .flatMap(id -> survivors.unresolved(id).stream())
                .toList();
    }

    /**
     * Gives a contact another name.
     *
     * @param contact who
     * @param name one line of at most {@value Contact#MAX_NAME_LENGTH} characters, or empty
     * @return the contact afterwards
     * @throws UnknownContactException if there is no such contact
     * @throws InvalidValueException if the name cannot be taken
     */
    public Contact rename(ContactId contact, String name) {
        return change(contact, before -> ContactLifecycle.rename(before, name));
    }

    /**
     * Adds an address as the least preferred one. An address that is the person's already, also by a merge, changes
     * nothing.
     *
     * @param contact who
     * @param address where they can be reached as well
     * @return the contact afterwards
     * @throws UnknownContactException if there is no such contact
     * @throws InvalidValueException if the address belongs to somebody else or to the desk itself, or if the contact has
     *     {@value Contact#MAX_ADDRESSES} already
     */
    public Contact addAddress(ContactId contact, Address address) {
        if (setup.isOwn(address)) {
            throw new InvalidValueException("address", "is one of this desk's own, name one of the customer's");
        }
        return change(contact, before -> {
            Optional<ContactId> owner = at(address).map(Contact::id);
            if (owner.isEmpty()) {
                return ContactLifecycle.addAddress(before, address);
            } else if (owner.get().equals(before.id())) {
                return before;
            }
            throw new InvalidValueException(
                    "address",
                    "belongs to contact " + owner.get()
                            + ", remove it there first or merge one contact into the other");
        });
    }

    /**
     * Removes an address. If it was the preferred one, the next one takes its place. Whoever writes from there later is
     * somebody new.
     *
     * @param contact who
     * @param address where they cannot be reached any more
     * @return the contact afterwards
     * @throws UnknownContactException if there is no such contact
     * @throws InvalidValueException if it is the contact's last address, or none of the contact's own
     */
    public Contact removeAddress(ContactId contact, Address address) {
        return change(contact, before -> ContactLifecycle.removeAddress(before, address));
    }

    /**
     * Sets the language that a contact writes in.
     *
     * @param contact who
     * @param locale the language; empty if it is not known
     * @return the contact afterwards
     * @throws UnknownContactException if there is no such contact
     */
    public Contact language(ContactId contact, Optional<Locale> locale) {
        return change(contact, before -> ContactLifecycle.language(before, locale));
    }

    /**
     * Sets where a contact is: nobody is told of a delay when it is night there, and letters tell times as they are there.
     *
     * @param contact who
     * @param zone the time zone; empty if it is not known, then that of the desk counts
     * @return the contact afterwards
     * @throws UnknownContactException if there is no such contact
     */
    public Contact zone(ContactId contact, Optional<ZoneId> zone) {
        return change(contact, before -> ContactLifecycle.zone(before, zone));
    }

    /**
     * Sets the organization that a contact belongs to.
     *
     * @param contact who
     * @param organization the organization; empty for none
     * @return the contact afterwards
     * @throws UnknownContactException if there is no such contact
     * @throws UnknownOrganizationException if there is no such organization
     */
    public Contact organization(ContactId contact, Optional<OrganizationId> organization) {
        organization.ifPresent(this::required);
        return change(contact, before -> ContactLifecycle.organization(before, organization));
    }

    /**
     * Makes two contacts one person: mail from the addresses of either is from the surviving one, who is written to at the
     * own preferred address and belongs to the tickets of both. Nothing is moved, so it can be undone.
     *
     * @param from the contact that is merged
     * @param into the contact that survives
     * @return the surviving contact afterwards
     * @throws UnknownContactException if there is no such contact
     * @throws InvalidValueException if they are the same contact, if one of them is merged already, or if more than
     *     {@value Contact#MAX_MERGED} contacts would be merged into one
     */
    public Contact merge(ContactId from, ContactId into) {
        return Attempts.untilDecided("merging contacts", () -> {
                    List<Contact> before = List.of(unresolved("from", from), unresolved("into", into));
                    return commit(before, ContactMerges.merge(before.get(0), before.get(1)));
                })
                .get(1);
    }

    /**
     * Makes a merged contact a person of its own again, with everything it had and with all that were merged into it before.
     * Tickets that were opened meanwhile stay with the one who was the surviving contact then.
     *
     * @param from the contact that was merged
     * @return this contact afterwards
     * @throws UnknownContactException if there is no such contact
     * @throws InvalidValueException if it is not merged
     */
    public Contact undoMerge(ContactId from) {
        return Attempts.untilDecided("undoing a merge of contacts", () -> {
                    Contact merged = unresolved("from", from);
                    List<Contact> above = ContactMerges.above(merged, survivors::unresolved);
                    List<Contact> before =
                            Stream.concat(Stream.of(merged), above.stream()).toList();
                    return commit(before, ContactMerges.undo(merged, above));
                })
                .get(0);
    }

    /**
     * Adds an organization. Contacts that are known already are not moved to it, whatever their domains.
     *
     * @param name one line of at most {@value Organization#MAX_NAME_LENGTH} characters; need not be the only one of its kind
     * @param domains the domains whose unknown senders belong to it
     * @return the organization
     * @throws InvalidValueException if a domain belongs to another organization, or a part cannot be taken
     */
    public Organization addOrganization(String name, MailDomain... domains) {
        OrganizationId id = new OrganizationId(setup.ids().get());
        Organization added = Organization.builder(id, setup.tenant(), name)
                .domains(Set.copyOf(List.of(domains)))
                .build();
        return Attempts.untilDecided("adding an organization", () -> commit(new OrganizationChange(0, added)));
    }

    /**
     * Changes an organization.
     *
     * @param organization which
     * @param change gives the organization as it is to be, whatever its version; called again when another change came first
     * @return the organization afterwards
     * @throws UnknownOrganizationException if there is no such organization
     * @throws UnknownContactException if its contact person is no contact
     * @throws InvalidValueException if a domain belongs to another organization, or a part cannot be taken
     */
    public Organization changeOrganization(OrganizationId organization, UnaryOperator<Organization> change) {
        return Attempts.untilDecided("changing an organization", () -> {
            Organization before = required(organization);
            Organization wished =
                    change.apply(before).toBuilder().version(before.version()).build();
            if (wished.equals(before)) {
                return Optional.of(before);
            }
            Organization after =
                    wished.toBuilder().version(before.version() + 1).build();
            if (!after.id().equals(before.id()) || !after.tenant().equals(before.tenant())) {
                throw new InvalidValueException("organization", "became another one, build on the one that was given");
            }
            after.contactPerson().ifPresent(person -> unresolved("contactPerson", person));
            return commit(new OrganizationChange(before.version(), after));
        });
    }

    /**
     * Finds an organization.
     *
     * @param organization its id
     * @return the organization
     */
    public Optional<Organization> organization(OrganizationId organization) {
        return setup.store().organization(setup.tenant(), organization);
    }

    /**
     * Finds the organization whose unknown senders have a domain.
     *
     * @param domain the domain, exactly
     * @return the organization
     */
    public Optional<Organization> organizationOf(MailDomain domain) {
        return setup.store().organizationOf(setup.tenant(), domain);
    }

    /**
     * Lists organizations by name.
     *
     * @param query which
     * @return a page
     */
    public Page<Organization> organizations(OrganizationQuery query) {
        return setup.store().organizations(setup.tenant(), query);
    }

    private Contact change(ContactId contact, UnaryOperator<Contact> rule) {
        return Attempts.untilDecided("changing a contact", () -> {
                    Contact before = required(contact);
                    Contact after = rule.apply(before);
                    return after.equals(before)
                            ? Optional.of(List.of(before))
                            : commit(List.of(before), List.of(after));
                })
                .get(0);
    }

    private Optional<List<Contact>> commit(List<Contact> before, List<Contact> after) {
        Changes.Builder changes = Changes.builder(setup.tenant());
        for (int i = 0; i < before.size(); i++) {
            changes.contact(new ContactChange(before.get(i).version(), after.get(i)));
        }
        return commit(changes, after);
    }

    private Optional<Organization> commit(OrganizationChange change) {
        for (MailDomain domain : change.after().domains()) {
            organizationOf(domain)
                    .filter(owner -> !owner.id().equals(change.after().id()))
                    .ifPresent(owner -> {
                        throw new InvalidValueException(
                                "organization.domains",
                                "hold " + domain + ", which belongs to organization " + owner.id()
                                        + ", remove it there first");
                    });
        }
        return commit(Changes.builder(setup.tenant()).organization(change), change.after());
    }

    private <T> Optional<T> commit(Changes.Builder changes, T after) {
        if (setup.store().commit(changes.build()) != CommitResult.COMMITTED) {
            return Optional.empty();
        }
        LOG.debug("changed {}", after);
        return Optional.of(after);
    }

    private Contact required(ContactId contact) {
        return find(contact).orElseThrow(() -> new UnknownContactException("contact", contact));
    }

    private Contact unresolved(String field, ContactId contact) {
        return survivors.unresolved(contact).orElseThrow(() -> new UnknownContactException(field, contact));
    }

    private Organization required(OrganizationId organization) {
        return organization(organization).orElseThrow(() -> new UnknownOrganizationException(organization));
    }
}
