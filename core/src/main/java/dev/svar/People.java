package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.ContactMerges;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The contacts that one command speaks of: those the store knows and those it will know with the commit. */
final class People {
    private final DeskSetup setup;
    private final Map<Address, Contact> fresh = new LinkedHashMap<>();
    private final Map<ContactId, Optional<Contact>> looked = new HashMap<>();
    private final Map<OrganizationId, Optional<Organization>> organizations = new HashMap<>();

    People(DeskSetup setup) {
        this.setup = setup;
    }

    /** Who is reached at an address: of merged contacts the surviving one. */
    Contact at(Address address, String name, Optional<Locale> locale) {
        Optional<Contact> known = setup.store().contactAt(setup.tenant(), address);
        known.ifPresent(contact -> looked.put(contact.id(), known));
        return known.map(this::survivor)
                .orElseGet(() -> fresh.computeIfAbsent(address, a -> stranger(a, name, locale)));
    }

    private Contact stranger(Address address, String name, Optional<Locale> locale) {
        ContactId id = new ContactId(setup.ids().get());
        return Contact.builder(id, setup.tenant(), List.of(address))
                .name(oneLine(name))
                .locale(locale)
                .organization(MailDomain.of(address)
                        .flatMap(domain -> setup.store().organizationOf(setup.tenant(), domain))
                        .map(Organization::id))
                .build();
    }

    private static String oneLine(String name) {
        StringBuilder line = new StringBuilder();
        name.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(line::appendCodePoint);
        String stripped = line.toString().strip();
        return stripped.length() > Contact.MAX_NAME_LENGTH ? stripped.substring(0, Contact.MAX_NAME_LENGTH) : stripped;
    }

    Optional<Contact> find(ContactId id) {
        return looked.computeIfAbsent(
                id,
                i -> fresh.values().stream()
                        .filter(c -> c.id().equals(i))
                        .findFirst()
                        .or(() -> setup.store().contact(setup.tenant(), i)));
    }

    Optional<Organization> organization(OrganizationId id) {
        return organizations.computeIfAbsent(id, i -> setup.store().organization(setup.tenant(), i));
    }

    /** Who somebody is now: of merged contacts the surviving one. */
    Optional<Contact> survivor(ContactId id) {
        return find(id).map(this::survivor);
    }

    private Contact survivor(Contact contact) {
        return ContactMerges.survivor(contact, this::find);
    }

    /** Whether nobody of that address has written before. */
    boolean isFresh(Contact contact) {
        return fresh.containsValue(contact);
    }

    List<Contact> fresh() {
        return List.copyOf(fresh.values());
    }
}
