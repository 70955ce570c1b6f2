package dev.svar.testkit;

import static dev.svar.testkit.Broken.accepting;
import static dev.svar.testkit.Broken.assertNoticed;
import static dev.svar.testkit.Broken.committing;
import static dev.svar.testkit.Broken.leavingBehind;

import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import dev.svar.store.MacroChange;
import dev.svar.store.MacroQuery;
import dev.svar.store.Page;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroScope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The contract notices a store that loses or mixes up macros. */
final class StoreContractNoticesMacrosTest {
    private static final String FOUND = "a_macro_is_found_by_its_id_and_by_its_shortcut_in_its_scope_exactly_as_it_was";
    private static final String CHANGED =
            "a_changed_macro_is_found_by_what_it_has_now_and_one_that_is_removed_not_at_all";
    private static final String STALE =
            "a_macro_at_another_version_or_with_the_shortcut_of_another_is_stale_and_changes_none_of_its_commit";
    private static final String LISTED = "macros_are_listed_by_how_their_shortcuts_or_names_begin_page_by_page";

    private static Supplier<ForwardingStore> listing(UnaryOperator<MacroQuery> twist) {
        return () -> new ForwardingStore() {
            @Override
            public Page<Macro> macros(TenantId tenant, MacroQuery query) {
                return store.macros(tenant, twist.apply(query));
            }
        };
    }

    @Test
    void macros_that_are_lost() throws Exception {
        assertNoticed(committing(parts -> parts.macros.clear()), FOUND, CHANGED, STALE, LISTED);
    }

    @Test
    void a_part_of_a_macro_that_is_lost() throws Exception {
        assertNoticed(
                committing(parts -> parts.macros.replaceAll(
                        change -> new MacroChange(change.expectedVersion(), without(change.after()), change.gone()))),
                FOUND,
                STALE,
                LISTED);
    }

    private static Macro without(Macro macro) {
        return macro.texts().isEmpty()
                ? macro
                : new Macro(
                        macro.id(),
                        macro.version(),
                        macro.scope(),
                        macro.shortcut(),
                        macro.name(),
                        Map.copyOf(macro.texts()),
                        MacroActions.none());
    }

    @Test
    void stale_macros_that_are_left_out_or_half_done() throws Exception {
        assertNoticed(accepting(CommitResult.STALE, parts -> parts.macros.clear()), STALE);
        assertNoticed(
                leavingBehind(CommitResult.STALE, (left, asked) -> asked.newContacts.forEach(left.newContacts::add)),
                "a_change_decided_on_an_older_version_is_stale_and_leaves_nothing_behind",
                STALE,
                "an_organization_at_another_version_is_stale_and_changes_none_of_its_commit",
                "what_is_known_against_an_address_changes_from_the_version_that_was_expected_only");
    }

    @Test
    void macros_that_are_not_removed() throws Exception {
        assertNoticed(committing(parts -> parts.macros.removeIf(MacroChange::gone)), CHANGED, STALE);
    }

    @Test
    void scopes_that_are_mixed_up() throws Exception {
        assertNoticed(
                () -> new ForwardingStore() {
                    @Override
                    public Optional<Macro> macro(TenantId tenant, MacroScope scope, String shortcut) {
                        return store.macro(tenant, scope, shortcut)
                                .or(() -> store.macro(tenant, MacroScope.DESK, shortcut));
                    }
                },
                FOUND);
        assertNoticed(
                listing(query ->
                        new MacroQuery(MacroScope.DESK, query.by(), query.beginning(), query.cursor(), query.limit())),
                LISTED);
    }

    @Test
    void lists_that_begin_or_end_somewhere_else() throws Exception {
        assertNoticed(
                listing(query ->
                        new MacroQuery(query.scope(), query.by(), query.beginning(), Optional.empty(), query.limit())),
                LISTED);
        assertNoticed(
                listing(query -> new MacroQuery(query.scope(), query.by(), "", query.cursor(), query.limit())), LISTED);
        assertNoticed(
                Broken.<Page<Macro>>reading("macros", page -> new Page<>(page.items(), Optional.empty())), LISTED);
        assertNoticed(
                Broken.<Page<Macro>>reading("macros", page -> new Page<>(Broken.reversed(page.items()), page.next())),
                LISTED);
    }
}
