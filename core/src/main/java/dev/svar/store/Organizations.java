package dev.svar.store;

import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import java.util.Optional;

/** Port: organizations. */
public interface Organizations {
    /**
     * Finds an organization.
     *
     * @param tenant whose
     * @param id its id
     * @return the organization
     */
    Optional<Organization> organization(TenantId tenant, OrganizationId id);

    /**
     * Finds the organization that has a domain.
     *
     * @param tenant whose
     * @param domain the domain, exactly
     * @return the organization; no two have the same domain
     */
    Optional<Organization> organizationOf(TenantId tenant, MailDomain domain);

    /**
     * Lists organizations.
     *
     * @param tenant whose
     * @param query which
     * @return a page, in order of {@link OrganizationQuery#place}
     */
    Page<Organization> organizations(TenantId tenant, OrganizationQuery query);
}
