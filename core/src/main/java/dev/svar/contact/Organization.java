package dev.svar.contact;

import dev.svar.error.Check;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A company, a club or a school that contacts belong to. A domain belongs to at most one of a tenant. Immutable. */
public final class Organization {
    /** The most characters a name may have. */
    public static final int MAX_NAME_LENGTH = 200;

    /** The most domains an organization may have. */
    public static final int MAX_DOMAINS = 50;

    private final OrganizationId id;
    private final TenantId tenant;
    private final long version;
    private final String name;
    private final Optional<ContactId> contactPerson;
    private final Set<MailDomain> domains;
    private final Optional<Locale> locale;

    private Organization(Builder b) {
        this.id = b.id;
        this.tenant = b.tenant;
        this.version = Check.range("organization.version", b.version, 1, Long.MAX_VALUE);
        this.name = Check.line("organization.name", b.name, MAX_NAME_LENGTH);
        this.contactPerson = b.contactPerson;
        this.domains = Set.copyOf(Check.size("organization.domains", b.domains, MAX_DOMAINS));
        this.locale = b.locale;
    }

    /**
     * Starts an organization.
     *
     * @param id its id
     * @param tenant whose organization it is
     * @param name one line of at most {@value #MAX_NAME_LENGTH} characters
     * @return a builder of a new organization without domains
     */
    public static Builder builder(OrganizationId id, TenantId tenant, String name) {
        return new Builder(id, tenant, name);
    }

    /** {@return a builder that begins with everything this organization has} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return its id} */
    public OrganizationId id() {
        return id;
    }

    /** {@return whose organization it is} */
    public TenantId tenant() {
        return tenant;
    }

    /** {@return how often it was stored: 1 for a new one, higher with each change} */
    public long version() {
        return version;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return whom to ask there, if somebody is designated} */
    public Optional<ContactId> contactPerson() {
        return contactPerson;
    }

    /**
     * {@return the domains whose unknown senders belong to it: exactly these, not the domains below them; at most
     * {@value #MAX_DOMAINS}}
     */
    public Set<MailDomain> domains() {
        return domains;
    }

    /** {@return the language that its people are written to in who have none of their own} */
    public Optional<Locale> locale() {
        return locale;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Organization other
                && id.equals(other.id)
                && tenant.equals(other.tenant)
                && version == other.version
                && name.equals(other.name)
                && contactPerson.equals(other.contactPerson)
                && domains.equals(other.domains)
                && locale.equals(other.locale);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + Long.hashCode(version);
    }

    @Override
    public String toString() {
        return "organization " + id + " v" + version;
    }

    /** Collects the parts of an organization. Not safe for use by several threads. */
    public static final class Builder {
        private final OrganizationId id;
        private final TenantId tenant;
        private String name;
        private long version = 1;
        private Optional<ContactId> contactPerson = Optional.empty();
        private Set<MailDomain> domains = Set.of();
        private Optional<Locale> locale = Optional.empty();

        private Builder(OrganizationId id, TenantId tenant, String name) {
            this.id = id;
            this.tenant = tenant;
            this.name = name;
        }

        private Builder(Organization o) {
            this(o.id, o.tenant, o.name);
            this.version = o.version;
            this.contactPerson = o.contactPerson;
            this.domains = o.domains;
            this.locale = o.locale;
        }

        /**
         * Sets the name.
         *
         * @param name one line of at most {@value Organization#MAX_NAME_LENGTH} characters
         * @return this
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets how often the organization was stored.
         *
         * @param version 1 when not set
         * @return this
         */
        public Builder version(long version) {
            this.version = version;
            return this;
        }

        /**
         * Sets whom to ask there.
         *
         * @param contact nobody when not set
         * @return this
         */
        public Builder contactPerson(Optional<ContactId> contact) {
            this.contactPerson = contact;
            return this;
        }

        /**
         * Sets the domains whose unknown senders belong to it.
         *
         * @param domains at most {@value Organization#MAX_DOMAINS}; none when not set
         * @return this
         */
        public Builder domains(Set<MailDomain> domains) {
            this.domains = domains;
            return this;
        }

        /**
         * Sets the language that its people are written to in who have none of their own.
         *
         * @param locale not known when not set
         * @return this
         */
        public Builder locale(Optional<Locale> locale) {
            this.locale = locale;
            return this;
        }

        /**
         * Finishes the organization.
         *
         * @return the organization
         * @throws dev.svar.error.InvalidValueException if a part cannot be taken
         */
        public Organization build() {
            return new Organization(this);
        }
    }
}
