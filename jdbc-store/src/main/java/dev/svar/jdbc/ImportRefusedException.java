package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import dev.svar.error.SvarException;

/** A desk is not one that this archive can be imported into. Nothing was changed. */
public final class ImportRefusedException extends SvarException {
    private static final long serialVersionUID = 1L;

    private final transient TenantId tenant;

    ImportRefusedException(TenantId tenant, String why) {
        super("the desk of tenant " + tenant + " cannot take the archive: " + why);
        this.tenant = tenant;
    }

    /** {@return whose desk} */
    public TenantId tenant() {
        return tenant;
    }
}
