package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.ContactMerges;
import java.util.Optional;
import java.util.Set;

/** Who somebody is now: of merged contacts the one that survived. */
final class Survivors {
    private final DeskSetup setup;

    Survivors(DeskSetup setup) {
        this.setup = setup;
    }

    /** The contact itself, merged or not. */
    Optional<Contact> unresolved(ContactId id) {
        return setup.store().contact(setup.tenant(), id);
    }

    Optional<Contact> find(ContactId id) {
        return unresolved(id).map(this::of);
    }

    Optional<Contact> at(Address address) {
        return setup.store().contactAt(setup.tenant(), address).map(this::of);
    }

    /** All ids that somebody is or was known by; of somebody who is not stored yet the one. */
    Set<ContactId> ids(ContactId id) {
        return find(id).map(Contact::ids).orElse(Set.of(id));
    }

    private Contact of(Contact contact) {
        return ContactMerges.survivor(contact, this::unresolved);
    }
}
