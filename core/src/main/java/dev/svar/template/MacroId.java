package dev.svar.template;

import java.util.UUID;

/**
 * The id of a macro within a tenant.
 *
 * @param value the id
 */
public record MacroId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
