package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.PreferencesChange;
import dev.svar.store.Readers;
import dev.svar.store.SuppressionChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of stores about addresses that are not written to, and readers. */
abstract class SuppressionContract extends DeliveryContract {
    /** For subclasses. */
    SuppressionContract() {}

    @Test
    final void what_readers_want_and_what_is_known_against_them_is_found_at_once() {
        Suppression kari = samples.suppression(Address.mail("kari@kunde.example"), Suppression.Cause.HARD_BOUNCE);
        Suppression phone = samples.suppression(Address.phone("+4799887766"), Suppression.Cause.SOFT_BOUNCES);
        NotifiedPerson agent = NotifiedPerson.of(new AgentId("Åse «1» x"));
        NotificationPreferences said = preferences(agent, "påminnelse «1»");
        NotificationPreferences byLink = preferences(NotifiedPerson.of(kari.address()), "maintenance");
        mustCommit(samples.changes()
                .suppression(SuppressionChange.to(kari))
                .suppression(SuppressionChange.to(phone))
                .preferences(new PreferencesChange(said))
                .preferences(new PreferencesChange(byLink)));
        Address nobody = Address.mail("ola@kunde.example");
        Set<NotifiedPerson> people = Set.of(agent, byLink.person(), NotifiedPerson.of(nobody));

        assertThat(store.readers(tenant, people, Set.of(kari.address(), phone.address(), nobody)))
                .isEqualTo(new Readers(
                        Map.of(agent, said, byLink.person(), byLink),
                        Map.of(kari.address(), kari, phone.address(), phone)));
        assertThat(store.readers(tenant, Set.of(agent), Set.of(nobody)))
                .isEqualTo(new Readers(Map.of(agent, said), Map.of()));
        assertThat(store.readers(tenant, Set.of(NotifiedPerson.of(nobody)), Set.of(phone.address())))
                .isEqualTo(new Readers(Map.of(), Map.of(phone.address(), phone)));
        assertThat(store.readers(tenant, people, Set.of()))
                .isEqualTo(new Readers(Map.of(agent, said, byLink.person(), byLink), Map.of()));
        assertThat(store.readers(tenant, Set.of(), Set.of())).isEqualTo(new Readers(Map.of(), Map.of()));
    }

    @Test
    final void what_is_known_against_addresses_is_found_by_them() {
        Suppression kari = samples.suppression(Address.mail("kari@kunde.example"), Suppression.Cause.HARD_BOUNCE);
        Suppression phone = samples.suppression(Address.phone("+4799887766"), Suppression.Cause.SOFT_BOUNCES);
        Address nobody = Address.mail("ola@kunde.example");
        mustCommit(samples.changes().suppression(SuppressionChange.to(kari)).suppression(SuppressionChange.to(phone)));

        assertThat(store.suppressions(tenant, Set.of(kari.address(), phone.address(), nobody)))
                .isEqualTo(Map.of(kari.address(), kari, phone.address(), phone));
        assertThat(store.suppressions(tenant, Set.of(nobody))).isEmpty();
        assertThat(store.suppressions(tenant, Set.of())).isEmpty();
    }

    @Test
    final void what_is_known_against_an_address_changes_from_the_version_that_was_expected_only() {
        Suppression first = samples.suppression(Address.mail("kari@kunde.example"), Suppression.Cause.SOFT_BOUNCES);
        Suppression second = second(first, Suppression.Cause.COMPLAINT);
        mustCommit(samples.changes().suppression(SuppressionChange.to(first)));
        mustCommit(samples.changes().suppression(SuppressionChange.to(second)));

        List.of(
                        SuppressionChange.to(first),
                        SuppressionChange.to(second(first, Suppression.Cause.MANUAL)),
                        SuppressionChange.removing(first))
                .forEach(change -> assertThat(store.commit(samples.changes()
                                .newContact(samples.contact("per@kunde.example"))
                                .suppression(change)
                                .build()))
                        .isEqualTo(CommitResult.STALE));
        assertThat(store.suppressions(tenant, Set.of(first.address()))).isEqualTo(Map.of(first.address(), second));
        assertThat(store.contactAt(tenant, Address.mail("per@kunde.example"))).isEmpty();
        mustCommit(samples.changes().suppression(SuppressionChange.removing(second)));
        assertThat(store.suppressions(tenant, Set.of(first.address()))).isEmpty();
        mustCommit(samples.changes().suppression(SuppressionChange.to(first)));
    }

    private static Suppression second(Suppression first, Suppression.Cause cause) {
        return new Suppression(
                first.tenant(),
                first.address(),
                cause,
                "",
                List.of(),
                NOW.plusSeconds(2),
                Optional.empty(),
                Optional.empty(),
                first.version() + 1);
    }

    @Test
    final void what_is_known_against_addresses_is_listed_page_by_page_in_their_order() {
        List<Suppression> all = new ArrayList<>();
        for (String name : List.of("b", "ø", "a", "d-1", "d1", "c")) {
            all.add(samples.suppression(Address.mail(name + "@kunde.example"), Suppression.Cause.HARD_BOUNCE));
        }
        all.add(samples.suppression(Address.phone("+4799887766"), Suppression.Cause.MANUAL));
        all.add(samples.suppression(new Address(new Channel("chat"), "z"), Suppression.Cause.MANUAL));
        Changes.Builder changes = samples.changes();
        all.forEach(known -> changes.suppression(SuppressionChange.to(known)));
        mustCommit(changes);
        List<Suppression> found = new ArrayList<>();
        List<Suppression> page = store.suppressions(tenant, Optional.empty(), 3);
        while (!page.isEmpty()) {
            found.addAll(page);
            assertThat(found).hasSizeLessThanOrEqualTo(all.size());
            page = store.suppressions(
                    tenant, Optional.of(page.get(page.size() - 1).address()), 3);
        }

        all.sort(Comparator.comparing((Suppression s) -> s.address().channel().name())
                .thenComparing(s -> s.address().value()));
        assertThat(found).isEqualTo(all);
    }
}
