package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import dev.svar.store.MacroChange;
import dev.svar.store.MacroQuery;
import dev.svar.store.Page;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroScope;
import dev.svar.ticket.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of stores about macros. */
abstract class MacroContract extends OrganizationContract {
    /** For subclasses. */
    MacroContract() {}

    @Test
    final void a_macro_is_found_by_its_id_and_by_its_shortcut_in_its_scope_exactly_as_it_was() {
        MacroScope person = new MacroScope.Person(new AgentId("lars «d»"));
        MacroScope team = new MacroScope.OfTeam(new TeamId("lars «d»"));
        List<Macro> all = Stream.of(person, team, MacroScope.DESK)
                .map(scope -> samples.macro(scope, "pay-1", "Betaling «Ås» 🙂"))
                .toList();
        all.forEach(macro -> mustCommit(samples.changes().macro(MacroChange.put(0, macro))));

        for (Macro macro : all) {
            assertThat(store.macro(tenant, macro.id())).contains(macro);
            assertThat(store.macro(tenant, macro.scope(), "pay-1")).contains(macro);
        }
        assertThat(store.macro(tenant, new MacroScope.Person(new AgentId("berit")), "pay-1"))
                .isEmpty();
        assertThat(store.macro(tenant, person, "pay")).isEmpty();
        TenantId other = new TenantId("other-" + UUID.randomUUID());
        assertThat(store.macro(other, all.get(0).id())).isEmpty();
        assertThat(store.macro(other, person, "pay-1")).isEmpty();
        assertThat(store.macros(other, MacroQuery.all(person, 10)).items()).isEmpty();
    }

    @Test
    final void a_changed_macro_is_found_by_what_it_has_now_and_one_that_is_removed_not_at_all() {
        Macro before = samples.macro(MacroScope.DESK, "pay", "Payment");
        mustCommit(samples.changes().macro(MacroChange.put(0, before)));
        Macro after = new Macro(
                before.id(),
                2,
                new MacroScope.OfTeam(new TeamId("cash")),
                "card",
                "Card",
                Map.of(),
                MacroActions.none().withPriority(Priority.HIGH));
        mustCommit(samples.changes().macro(MacroChange.put(1, after)));

        assertThat(store.macro(tenant, before.id())).contains(after);
        assertThat(store.macro(tenant, after.scope(), "card")).contains(after);
        assertThat(store.macro(tenant, MacroScope.DESK, "pay")).isEmpty();
        assertThat(store.macros(tenant, MacroQuery.all(MacroScope.DESK, 10)).items())
                .isEmpty();
        mustCommit(samples.changes().macro(MacroChange.remove(after)));
        assertThat(store.macro(tenant, before.id())).isEmpty();
        assertThat(store.macro(tenant, after.scope(), "card")).isEmpty();
        mustCommit(samples.changes().macro(MacroChange.put(0, samples.macro(after.scope(), "card", "Card"))));
    }

    @Test
    final void a_macro_at_another_version_or_with_the_shortcut_of_another_is_stale_and_changes_none_of_its_commit() {
        Macro pay = samples.macro(MacroScope.DESK, "pay", "Payment");
        Macro card = samples.macro(MacroScope.DESK, "card", "Card");
        Contact contact = samples.contact("kari@kunde.example");
        mustCommit(samples.changes().macro(MacroChange.put(0, pay)).macro(MacroChange.put(0, card)));
        Macro taken = new Macro(card.id(), 2, card.scope(), "pay", "Card", card.texts(), card.actions());
        for (MacroChange stale : List.of(
                MacroChange.put(0, pay.at(2)),
                MacroChange.put(2, pay.at(3)),
                MacroChange.put(1, samples.macro(MacroScope.DESK, "new", "New").at(2)),
                MacroChange.put(0, samples.macro(MacroScope.DESK, "pay", "Other")),
                MacroChange.put(1, taken),
                MacroChange.remove(pay.at(3)))) {
            assertThat(store.commit(
                            samples.changes().newContact(contact).macro(stale).build()))
                    .as(stale.toString())
                    .isEqualTo(CommitResult.STALE);
        }

        assertThat(store.macro(tenant, pay.id())).contains(pay);
        assertThat(store.macro(tenant, card.id())).contains(card);
        assertThat(store.contact(tenant, contact.id())).isEmpty();
    }

    @Test
    final void macros_are_listed_by_how_their_shortcuts_or_names_begin_page_by_page() {
        MacroScope scope = new MacroScope.Person(new AgentId("lars"));
        Macro a = samples.macro(scope, "pay", "Zahlung");
        Macro b = samples.macro(scope, "pay-2", "ÆRE");
        Macro c = samples.macro(scope, "pay_3", "ære være");
        Macro d = samples.macro(scope, "pax", "Beta");
        Macro e = samples.macro(scope, "paz", "beta 2");
        List.of(e, c, a, d, b).forEach(macro -> mustCommit(samples.changes().macro(MacroChange.put(0, macro))));
        mustCommit(samples.changes().macro(MacroChange.put(0, samples.macro(MacroScope.DESK, "pay", "Beta"))));

        assertThat(listed(MacroQuery.all(scope, 2))).containsExactly(d, a, b, c, e);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.SHORTCUT, "pay", Optional.empty(), 1)))
                .containsExactly(a, b, c);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.SHORTCUT, "PAY-", Optional.empty(), 5)))
                .containsExactly(b);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.NAME, "Æ", Optional.empty(), 1)))
                .containsExactly(b, c);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.NAME, "BETA", Optional.empty(), 2)))
                .containsExactly(d, e);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.NAME, "", Optional.empty(), 2)))
                .containsExactly(d, e, a, b, c);
        assertThat(listed(new MacroQuery(scope, MacroQuery.By.NAME, "%", Optional.empty(), 2)))
                .isEmpty();
    }

    private List<Macro> listed(MacroQuery query) {
        List<Macro> all = new ArrayList<>();
        Optional<MacroQuery> next = Optional.of(query);
        while (next.isPresent() && all.size() < 20) {
            Page<Macro> page = store.macros(tenant, next.get());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
            all.addAll(page.items());
            next = page.next().map(query::from);
        }
        return all;
    }
}
