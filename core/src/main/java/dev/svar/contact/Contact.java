package dev.svar.contact;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who writes to the desk, with all that they are known by. An address belongs to at most one contact of a tenant.
 * When two contacts turn out to be one person, one is merged into the other ({@link ContactMerges}): each keeps what it
 * has, and whoever meets the merged one goes on to the surviving one. Immutable.
 */
public final class Contact {
    /** The most characters a name may have. */
    public static final int MAX_NAME_LENGTH = 200;

    /** The most addresses a contact may have. */
    public static final int MAX_ADDRESSES = 50;

    /** The most contacts that may be merged into one. */
    public static final int MAX_MERGED = 50;

    private static final int MAX_GREETING_LENGTH = 30;

    private final ContactId id;
    private final TenantId tenant;
    private final long version;
    private final String name;
    private final List<Address> addresses;
    private final Optional<Locale> locale;
    private final Optional<ZoneId> zone;
    private final Optional<OrganizationId> organization;
    private final Optional<ContactId> mergedInto;
    private final Set<ContactId> merged;

    private Contact(Builder b) {
        this.id = b.id;
        this.tenant = b.tenant;
        this.version = Check.range("contact.version", b.version, 1, Long.MAX_VALUE);
        this.name = b.name.isEmpty() ? "" : Check.line("contact.name", b.name, MAX_NAME_LENGTH);
        if (b.addresses.isEmpty()) {
            throw new InvalidValueException("contact.addresses", "is empty, a contact needs at least one address");
        }
        this.addresses = Check.size("contact.addresses", b.addresses, MAX_ADDRESSES).stream()
                .distinct()
                .toList();
        this.locale = b.locale;
        this.zone = b.zone;
        this.organization = b.organization;
        this.mergedInto = b.mergedInto;
        this.merged = Set.copyOf(Check.size("contact.merged", b.merged, MAX_MERGED));
        if (merged.contains(id) || mergedInto.equals(Optional.of(id))) {
            throw new InvalidValueException("contact.merged", "names the contact itself, it must name others only");
        }
    }

    /**
     * Starts a contact.
     *
     * @param id the contact's id
     * @param tenant whose contact it is
     * @param addresses where the contact can be reached, first the preferred one; at least one, at most
     *     {@value #MAX_ADDRESSES}
     * @return a builder of a new contact without a name
     */
    public static Builder builder(ContactId id, TenantId tenant, List<Address> addresses) {
        return new Builder(id, tenant, addresses);
    }

    /** {@return a builder that begins with everything this contact has} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the contact's id} */
    public ContactId id() {
        return id;
    }

    /** {@return whose contact it is} */
    public TenantId tenant() {
        return tenant;
    }

    /** {@return how often it was stored: 1 for a new one, higher with each change} */
    public long version() {
        return version;
    }

    /** {@return the name as the contact gave it, possibly empty; at most {@value #MAX_NAME_LENGTH} characters} */
    public String name() {
        return name;
    }

    /** {@return where the contact can be reached, each once, first the preferred one; at least one} */
    public List<Address> addresses() {
        return addresses;
    }

    /** {@return the language the contact writes in, if known} */
    public Optional<Locale> locale() {
        return locale;
    }

    /** {@return where the contact is, if known: when it is night there, and how times are told} */
    public Optional<ZoneId> zone() {
        return zone;
    }

    /** {@return the organization that the contact belongs to, if any} */
    public Optional<OrganizationId> organization() {
        return organization;
    }

    /** {@return the contact that this one was merged into; empty if it stands for itself} */
    public Optional<ContactId> mergedInto() {
        return mergedInto;
    }

    /**
     * {@return all contacts that were merged into this one, also those that came with another; at most
     * {@value #MAX_MERGED}}
     */
    public Set<ContactId> merged() {
        return merged;
    }

    /** {@return this contact and all that were merged into it: under which ids the person's tickets are} */
    public Set<ContactId> ids() {
        Set<ContactId> ids = new LinkedHashSet<>(merged);
        ids.add(id);
        return Set.copyOf(ids);
    }

    /**
     * Where the contact can be reached on one channel.
     *
     * @param channel the channel
     * @return the preferred address there
     */
    public Optional<Address> address(Channel channel) {
        return addresses.stream().filter(a -> a.channel().equals(channel)).findFirst();
    }

    /**
     * The first word of the name when it can safely open an automatic letter. A sender chooses the own display name, so
     * anything but a short word of letters (an advertisement, a link, a number) is not used.
     *
     * @return the name to greet with
     */
    public Optional<String> firstName() {
        String[] words = name.strip().split("\\s+", -1);
        boolean familyNameFirst = words.length > 1 && words[0].endsWith(",");
        String first = familyNameFirst ? words[1] : words[0];
        boolean plain = first.codePoints().anyMatch(Character::isLetter)
                && first.length() <= MAX_GREETING_LENGTH
                && first.codePoints().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'' || c == '’')
                && name.codePoints().allMatch(Contact::ordinaryInNames);
        return plain ? Optional.of(first) : Optional.empty();
    }

    private static boolean ordinaryInNames(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || " -'’.,()".indexOf(c) >= 0;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Contact c
                && id.equals(c.id)
                && tenant.equals(c.tenant)
                && version == c.version
                && name.equals(c.name)
                && addresses.equals(c.addresses)
                && locale.equals(c.locale)
                && zone.equals(c.zone)
                && organization.equals(c.organization)
                && mergedInto.equals(c.mergedInto)
                && merged.equals(c.merged);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + Long.hashCode(version);
    }

    @Override
    public String toString() {
        return "contact " + id + " v" + version;
    }

    /** Collects the parts of a contact. Not safe for use by several threads. */
    public static final class Builder {
        private final ContactId id;
        private final TenantId tenant;
        private List<Address> addresses;
        private long version = 1;
        private String name = "";
        private Optional<Locale> locale = Optional.empty();
        private Optional<ZoneId> zone = Optional.empty();
        private Optional<OrganizationId> organization = Optional.empty();
        private Optional<ContactId> mergedInto = Optional.empty();
        private Set<ContactId> merged = Set.of();

        private Builder(ContactId id, TenantId tenant, List<Address> addresses) {
            this.id = id;
            this.tenant = tenant;
            this.addresses = addresses;
        }

        private Builder(Contact c) {
            this(c.id, c.tenant, c.addresses);
            this.version = c.version;
            this.name = c.name;
            this.locale = c.locale;
            this.zone = c.zone;
            this.organization = c.organization;
            this.mergedInto = c.mergedInto;
            this.merged = c.merged;
        }

        /**
         * Sets where the contact can be reached.
         *
         * @param addresses the addresses, first the preferred one; at least one
         * @return this
         */
        public Builder addresses(List<Address> addresses) {
            this.addresses = addresses;
            return this;
        }

        /**
         * Sets how often the contact was stored.
         *
         * @param version 1 when not set
         * @return this
         */
        public Builder version(long version) {
            this.version = version;
            return this;
        }

        /**
         * Sets the name.
         *
         * @param name one line of at most {@value Contact#MAX_NAME_LENGTH} characters; empty when not set
         * @return this
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the language the contact writes in.
         *
         * @param locale not known when not set
         * @return this
         */
        public Builder locale(Optional<Locale> locale) {
            this.locale = locale;
            return this;
        }

        /**
         * Sets where the contact is.
         *
         * @param where not known when not set
         * @return this
         */
        public Builder zone(Optional<ZoneId> where) {
            this.zone = where;
            return this;
        }

        /**
         * Sets the organization that the contact belongs to.
         *
         * @param organization none when not set
         * @return this
         */
        public Builder organization(Optional<OrganizationId> organization) {
            this.organization = organization;
            return this;
        }

        /**
         * Sets which contact this one was merged into; for stores, {@link ContactMerges} has the rules.
         *
         * @param survivor none when not set
         * @return this
         */
        public Builder mergedInto(Optional<ContactId> survivor) {
            this.mergedInto = survivor;
            return this;
        }

        /**
         * Sets which contacts were merged into this one; for stores, {@link ContactMerges} has the rules.
         *
         * @param contacts none when not set
         * @return this
         */
        public Builder merged(Set<ContactId> contacts) {
            this.merged = contacts;
            return this;
        }

        /**
         * Finishes the contact.
         *
         * @return the contact
         * @throws InvalidValueException if a part cannot be taken
         */
        public Contact build() {
            return new Contact(this);
        }
    }
}
