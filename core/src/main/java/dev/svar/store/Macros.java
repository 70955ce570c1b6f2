package dev.svar.store;

import dev.svar.contact.TenantId;
import dev.svar.template.Macro;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import java.util.Optional;

/** Port: macros and canned responses. Changed by {@link DeskStore#commit} only. */
public interface Macros {
    /**
     * Finds a macro.
     *
     * @param tenant whose
     * @param id its id
     * @return the macro
     */
    Optional<Macro> macro(TenantId tenant, MacroId id);

    /**
     * Finds the macro of a scope that has a shortcut.
     *
     * @param tenant whose
     * @param scope which scope, exactly
     * @param shortcut the shortcut, exactly
     * @return the macro; no two of a scope have the same shortcut
     */
    Optional<Macro> macro(TenantId tenant, MacroScope scope, String shortcut);

    /**
     * Lists macros.
     *
     * @param tenant whose
     * @param query which
     * @return a page, in order of {@link MacroQuery#place}
     */
    Page<Macro> macros(TenantId tenant, MacroQuery query);
}
