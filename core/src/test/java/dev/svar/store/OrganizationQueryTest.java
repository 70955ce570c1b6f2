package dev.svar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrganizationQueryTest {
    private static Organization named(String name, int id) {
        return Organization.builder(new OrganizationId(new UUID(0, id)), TenantId.DEFAULT, name)
                .build();
    }

    @Test
    void places_are_in_the_order_of_names_without_case_by_code_points_then_of_ids() {
        List<Organization> inOrder = List.of(
                named("Alta", 1),
                named("alta", 2),
                named("Alta IL", 1),
                named("Bodø", 1),
                named("Ås", 1),
                named("\uFF21", 1),
                named("\uD83D\uDE42", 1));

        assertThat(inOrder).extracting(OrganizationQuery::place).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void every_place_is_a_cursor() {
        Stream.of("a", "\u0130".repeat(200), "\uFFFF".repeat(200), "\uD83D\uDE42".repeat(100), "\uD83D")
                .map(name -> OrganizationQuery.place(named(name, 1)))
                .forEach(
                        place -> assertThat(OrganizationQuery.all(1).from(place).after())
                                .isEqualTo(place)
                                .matches("[0-9a-f.-]+"));
        assertThat(OrganizationQuery.all(1).after()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "616c", "616c.", "'; drop table organization; --"})
    void what_is_no_cursor_is_refused(String cursor) {
        assertThatThrownBy(() -> OrganizationQuery.all(1).from(cursor))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("query.cursor is not one");
    }

    @Test
    void limits_and_versions_that_cannot_be_are_refused() {
        Contact kari = Contact.builder(
                        new ContactId(new UUID(0, 1)), TenantId.DEFAULT, List.of(Address.mail("kari@kunde.example")))
                .build();

        assertThatThrownBy(() -> OrganizationQuery.all(0)).hasMessageStartingWith("query.limit is 0");
        assertThatThrownBy(() -> OrganizationQuery.all(1001)).hasMessageStartingWith("query.limit is 1001");
        assertThatThrownBy(() -> new ContactChange(1, kari)).hasMessageStartingWith("change.expectedVersion is 1");
        assertThatThrownBy(
                        () -> new ContactChange(0, kari.toBuilder().version(2).build()))
                .hasMessageStartingWith("change.expectedVersion is 0");
        assertThatThrownBy(() -> new OrganizationChange(1, named("a", 1)))
                .hasMessageStartingWith("change.expectedVersion is 1");
    }
}
