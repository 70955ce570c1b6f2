package dev.svar.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class ContactLifecycleTest {
    private static final Address WORK = Address.mail("kari@kunde.example");
    private static final Address HOME = Address.mail("kari@hjemme.example");
    private static final Address PHONE = Address.phone("+47 99 88 77 66");
    private static final OrganizationId CLUB = new OrganizationId(new UUID(3, 4));

    private final Contact kari = Contact.builder(new ContactId(new UUID(1, 2)), TenantId.DEFAULT, List.of(WORK, PHONE))
            .name("Kari")
            .build();

    private static void refused(ThrowingCallable call, String field, String problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(problem);
    }

    @Test
    void each_change_makes_the_next_version_and_keeps_everything_else() {
        Contact renamed = ContactLifecycle.rename(kari, "Kari Nordmann");
        Contact spoken = ContactLifecycle.language(renamed, Optional.of(Locale.FRENCH));
        Contact joined = ContactLifecycle.organization(spoken, Optional.of(CLUB));

        assertThat(renamed)
                .isEqualTo(kari.toBuilder().name("Kari Nordmann").version(2).build());
        assertThat(joined)
                .isEqualTo(kari.toBuilder()
                        .name("Kari Nordmann")
                        .locale(Optional.of(Locale.FRENCH))
                        .organization(Optional.of(CLUB))
                        .version(4)
                        .build());
        assertThat(ContactLifecycle.organization(joined, Optional.empty()).organization())
                .isEmpty();
        assertThat(ContactLifecycle.language(joined, Optional.empty()).locale()).isEmpty();
        assertThat(ContactLifecycle.rename(joined, "").name()).isEmpty();
    }

    @Test
    void what_is_as_wished_already_stays_at_its_version() {
        assertThat(ContactLifecycle.rename(kari, "Kari")).isSameAs(kari);
        assertThat(ContactLifecycle.language(kari, Optional.empty())).isSameAs(kari);
        assertThat(ContactLifecycle.organization(kari, Optional.empty())).isSameAs(kari);
        assertThat(ContactLifecycle.addAddress(kari, Address.phone("+4799887766")))
                .isSameAs(kari);
    }

    @Test
    void an_address_is_added_as_the_least_preferred_one() {
        Contact more = ContactLifecycle.addAddress(kari, HOME);

        assertThat(more.addresses()).containsExactly(WORK, PHONE, HOME);
        assertThat(more.version()).isEqualTo(2);
    }

    @Test
    void when_the_preferred_address_goes_the_next_one_takes_its_place() {
        Contact less = ContactLifecycle.removeAddress(ContactLifecycle.addAddress(kari, HOME), WORK);

        assertThat(less.addresses()).containsExactly(PHONE, HOME);
        assertThat(less.address(Channel.MAIL)).contains(HOME);
    }

    @Test
    void the_last_address_stays() {
        Contact reachable = ContactLifecycle.removeAddress(kari, PHONE);

        refused(() -> ContactLifecycle.removeAddress(reachable, WORK), "address", "add another one first");
    }

    @Test
    void an_address_of_somebody_else_cannot_be_removed() {
        refused(() -> ContactLifecycle.removeAddress(kari, HOME), "address", "is none of this contact's own");
    }

    @Test
    void one_address_too_many_is_refused_with_the_limit() {
        Contact full = kari.toBuilder()
                .addresses(IntStream.range(0, Contact.MAX_ADDRESSES)
                        .mapToObj(i -> Address.mail("kari" + i + "@kunde.example"))
                        .toList())
                .build();

        refused(() -> ContactLifecycle.addAddress(full, HOME), "address", "at most 50: remove another one first");
        assertThat(ContactLifecycle.addAddress(full, full.addresses().get(7))).isSameAs(full);
    }

    @Test
    void a_name_that_is_no_line_is_refused() {
        refused(() -> ContactLifecycle.rename(kari, "Kari\nNordmann"), "contact.name", "U+000A");
        refused(() -> ContactLifecycle.rename(kari, " "), "contact.name", "is blank");
        refused(() -> ContactLifecycle.rename(kari, "x".repeat(201)), "contact.name", "at most 200 are allowed");
    }
}
