package dev.svar.store;

import dev.svar.contact.TenantId;
import java.util.Optional;

/** Port: what parts of a desk keep of themselves. Changed by {@link DeskStore#commit} only. */
public interface KeptValues {
    /**
     * The version of a value, without its bytes: for whoever wants to know whether there is a newer one.
     *
     * @param tenant whose
     * @param name its name
     * @return its version, 0 if there is none
     */
    long keptVersion(TenantId tenant, String name);

    /**
     * Finds a value.
     *
     * @param tenant whose
     * @param name its name
     * @return the value, with its bytes in memory
     */
    Optional<KeptValue> kept(TenantId tenant, String name);
}
