package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.util.Optional;

/** A kind of which each row is one line. */
abstract class RowLines<T> extends LineKind<T> {
    RowLines(String name, RowPages pages) {
        super(name, pages);
    }

    @Override
    final Assembly<T> assembly(TenantId tenant) {
        return line -> Optional.of(read(tenant, line));
    }

    abstract T read(TenantId tenant, JsonObject line);
}
