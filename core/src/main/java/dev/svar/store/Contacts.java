package dev.svar.store;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import java.util.Optional;

/** Port: contacts, as they are: a merged contact is given back itself, not the one that it was merged into. */
public interface Contacts {
    /**
     * Finds a contact.
     *
     * @param tenant whose
     * @param id its id
     * @return the contact
     */
    Optional<Contact> contact(TenantId tenant, ContactId id);

    /**
     * Finds the contact that has an address.
     *
     * @param tenant whose
     * @param address the address
     * @return the contact; no two have the same address
     */
    Optional<Contact> contactAt(TenantId tenant, Address address);
}
