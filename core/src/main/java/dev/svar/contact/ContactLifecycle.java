package dev.svar.contact;

import dev.svar.error.InvalidValueException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What can be changed about one contact. Pure: each rule gives the contact at its next version, or the same contact if it
 * is as wished already. That an address belongs to nobody else is for the store to know.
 */
public final class ContactLifecycle {
    private ContactLifecycle() {}

    /**
     * Gives a contact another name.
     *
     * @param contact who
     * @param name one line of at most {@value Contact#MAX_NAME_LENGTH} characters, or empty
     * @return the contact afterwards
     * @throws InvalidValueException if the name cannot be taken
     */
    public static Contact rename(Contact contact, String name) {
        return contact.name().equals(name) ? contact : next(contact, b -> b.name(name));
    }

    /**
     * Adds an address as the least preferred one.
     *
     * @param contact who
     * @param address where they can be reached as well
     * @return the contact afterwards
     * @throws InvalidValueException if the contact has {@value Contact#MAX_ADDRESSES} addresses already
     */
    public static Contact addAddress(Contact contact, Address address) {
        if (contact.addresses().contains(address)) {
            return contact;
        }
        if (contact.addresses().size() == Contact.MAX_ADDRESSES) {
            throw new InvalidValueException(
                    "address",
                    "is one too many, a contact has at most " + Contact.MAX_ADDRESSES + ": remove another one first");
        }
        List<Address> all = new ArrayList<>(contact.addresses());
        all.add(address);
        return next(contact, b -> b.addresses(all));
    }

    /**
     * Removes an address. If it was the preferred one, the next one takes its place.
     *
     * @param contact who
     * @param address where they cannot be reached any more
     * @return the contact afterwards
     * @throws InvalidValueException if it is the contact's last address, or none of the contact's own
     */
    public static Contact removeAddress(Contact contact, Address address) {
        if (!contact.addresses().contains(address)) {
            throw new InvalidValueException(
                    "address",
                    "is none of this contact's own: one that came with a merged contact goes when the merge is undone");
        }
        if (contact.addresses().size() == 1) {
            throw new InvalidValueException("address", "is the contact's last one, add another one first");
        }
        List<Address> rest = new ArrayList<>(contact.addresses());
        rest.remove(address);
        return next(contact, b -> b.addresses(rest));
    }

    /**
     * Sets the language that a contact writes in.
     *
     * @param contact who
     * @param locale the language; empty if it is not known
     * @return the contact afterwards
     */
    public static Contact language(Contact contact, Optional<Locale> locale) {
        return contact.locale().equals(locale) ? contact : next(contact, b -> b.locale(locale));
    }

    /**
     * Sets where a contact is.
     *
     * @param contact the contact as it stands
     * @param zone the time zone; empty if it is not known
     * @return the contact afterwards; the same if nothing changes
     */
    public static Contact zone(Contact contact, Optional<ZoneId> zone) {
        return contact.zone().equals(zone) ? contact : next(contact, b -> b.zone(zone));
    }

    /**
     * Sets the organization that a contact belongs to.
     *
     * @param contact who
     * @param organization the organization; empty for none
     * @return the contact afterwards
     */
    public static Contact organization(Contact contact, Optional<OrganizationId> organization) {
        return contact.organization().equals(organization) ? contact : next(contact, b -> b.organization(organization));
    }

    static Contact next(Contact contact, UnaryOperator<Contact.Builder> change) {
        return change.apply(contact.toBuilder()).version(contact.version() + 1).build();
    }
}
