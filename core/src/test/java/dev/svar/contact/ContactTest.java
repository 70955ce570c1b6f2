package dev.svar.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        return new Contact(new ContactId(new UUID(1, 2)), TenantId.DEFAULT, name, addresses, Optional.empty());
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
    void ids_and_actors_are_checked() {
        assertThatThrownBy(() -> new TenantId(" ")).hasMessageStartingWith("tenant is blank");
        assertThatThrownBy(() -> new TenantId("x".repeat(TenantId.MAX_LENGTH + 1)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new AgentId("a\tb")).hasMessageContaining("U+0009 at index 1");
        assertThatThrownBy(() -> Actor.rule("")).hasMessageStartingWith("rule is blank");
        assertThat(new AgentId("lars")).hasToString("lars");
    }
}
