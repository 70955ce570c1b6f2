package dev.svar.store;

import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Suppression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Port: what is known against addresses. */
public interface Suppressions {
    /**
     * Finds what is known against addresses.
     *
     * @param tenant whose
     * @param addresses which
     * @return what is known, also what has ended, by the addresses; those against which nothing is known are not in it
     */
    Map<Address, Suppression> suppressions(TenantId tenant, Set<Address> addresses);

    /**
     * Lists what is known against addresses, also what has ended.
     *
     * @param tenant whose
     * @param after only those behind this address, as known from the page before
     * @param limit the most of them
     * @return what is known, in order of the channel's name and then of the address, both by the numbers of their characters
     */
    List<Suppression> suppressions(TenantId tenant, Optional<Address> after, int limit);
}
