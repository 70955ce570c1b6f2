package dev.svar.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactTest {
    private static final Address MAIL = Address.mail("kari@kunde.example");

    private static Contact named(String name) {
        return at(name, List.of(MAIL));
    }

    private static Contact at(String name, List<Address> addresses) {
        return Contact.builder(new ContactId(new UUID(1, 2)), TenantId.DEFAULT, addresses)
                .name(name)
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Kari; Kari",
                "Kari Nordmann; Kari",
                "  Kari   Nordmann ; Kari",
                "Nordmann, Kari; Kari",
                "Nordmann, Kari Anne; Kari",
                "Åse-Marie Øglænd; Åse-Marie",
                "O'Hara; O'Hara",
                "D’Arcy Smith; D’Arcy",
                "Анна Каренина; Анна",
                "Kari (Løpeklubben); Kari",
                "Géza Szőke; Géza",
            })
    void a_letter_is_opened_with_the_first_name(String name, String first) {
        assertThat(named(name).firstName()).contains(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kari@kunde.example",
                "kari@kunde.example Nordmann",
                "WIN 1000000 NOK",
                "Kari https://evil.example/x",
                "www.evil.example",
                "{{ticket.title}}",
                "<b>Kari</b>",
                "4711",
                "Kari!!!",
                "Kari\u202Enordmann",
                "Kari 💳",
                "Supercalifragilisticexpialidocious Smith",
                "Nordmann,",
                "-",
                "--- Kari",
                "'",
                "’ ’"
            })
    void a_name_that_may_be_an_advertisement_opens_no_letter(String name) {
        assertThat(named(name).firstName()).isEmpty();
    }

    @Test
    void the_first_address_on_a_channel_is_the_preferred_one() {
        Address second = Address.mail("kari@annen.example");
        Address user = new Address(Channel.HOST, "42");
        Contact contact = at("", List.of(MAIL, user, second));

        assertThat(contact.address(Channel.MAIL)).contains(MAIL);
        assertThat(contact.address(Channel.HOST)).contains(user);
        assertThat(contact.address(new Channel("sms"))).isEmpty();
    }

    @Test
    void a_contact_without_an_address_or_with_too_much_of_something_is_refused() {
        assertThatThrownBy(() -> at("Kari", List.of())).hasMessageStartingWith("contact.addresses is empty");
        assertThatThrownBy(() -> at("Kari", Collections.nCopies(Contact.MAX_ADDRESSES + 1, MAIL)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> named("x".repeat(Contact.MAX_NAME_LENGTH + 1)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> named("Kari\nNordmann")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void an_address_that_is_given_twice_is_kept_once() {
        assertThat(at("Kari", List.of(MAIL, MAIL)).addresses()).containsExactly(MAIL);
    }

    @Test
    void a_contact_that_names_itself_as_merged_or_too_many_others_is_refused() {
        Contact kari = named("Kari");
        Set<ContactId> many = IntStream.rangeClosed(0, Contact.MAX_MERGED)
                .mapToObj(i -> new ContactId(new UUID(7, i)))
                .collect(Collectors.toSet());

        assertThatThrownBy(() -> kari.toBuilder().merged(Set.of(kari.id())).build())
                .hasMessageStartingWith("contact.merged names the contact itself");
        assertThatThrownBy(() ->
                        kari.toBuilder().mergedInto(Optional.of(kari.id())).build())
                .hasMessageStartingWith("contact.merged names the contact itself");
        assertThatThrownBy(() -> kari.toBuilder().merged(many).build()).hasMessageContaining("at most 50 are allowed");
        assertThatThrownBy(() -> kari.toBuilder().version(0).build()).hasMessageStartingWith("contact.version is 0");
    }

    @Test
    void two_contacts_are_equal_when_all_of_their_parts_are() {
        Contact kari = named("Kari");

        assertThat(kari.toBuilder().build()).isEqualTo(kari).hasSameHashCodeAs(kari);
        assertThat(List.of(
                        kari.toBuilder().version(2).build(),
                        kari.toBuilder().name("Kåre").build(),
                        kari.toBuilder()
                                .addresses(List.of(Address.phone("+4799887766")))
                                .build(),
                        kari.toBuilder().locale(Optional.of(Locale.ENGLISH)).build(),
                        kari.toBuilder()
                                .organization(Optional.of(new OrganizationId(new UUID(3, 4))))
                                .build(),
                        kari.toBuilder()
                                .mergedInto(Optional.of(new ContactId(new UUID(3, 4))))
                                .build(),
                        kari.toBuilder()
                                .merged(Set.of(new ContactId(new UUID(3, 4))))
                                .build()))
                .doesNotContain(kari)
                .doesNotHaveDuplicates();
        assertThat(kari.toString()).doesNotContain("Kari", "@");
    }

    @Test
    void ids_and_actors_are_checked() {
        assertThatThrownBy(() -> new TenantId(" ")).hasMessageStartingWith("tenant is blank");
        assertThatThrownBy(() -> new TenantId("x".repeat(TenantId.MAX_LENGTH + 1)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new AgentId("a\tb")).hasMessageContaining("U+0009 at index 1");
        assertThatThrownBy(() -> Actor.rule("")).hasMessageStartingWith("rule is blank");
        assertThat(new AgentId("lars")).hasToString("lars");
    }
}
