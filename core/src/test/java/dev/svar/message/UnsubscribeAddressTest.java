package dev.svar.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnsubscribeAddressTest {
    @Test
    void an_https_link_is_enough() {
        URI link = URI.create("https://desk.example/u/abc?kind=news");

        assertThat(UnsubscribeAddress.of(link)).isEqualTo(new UnsubscribeAddress(link, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://desk.example/u",
                "mailto:a@desk.example",
                "u/abc",
                "https:///u",
                "https://desk.example/a,b"
            })
    void what_cannot_stand_in_the_header_or_is_not_safe_is_refused(String link) {
        assertThatThrownBy(() -> UnsubscribeAddress.of(URI.create(link)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("unsubscribe.link");
    }

    @Test
    void a_link_in_other_letters_is_refused() {
        assertThatThrownBy(() -> UnsubscribeAddress.of(URI.create("https://desk.example/å")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("ASCII");
    }

    @Test
    void a_link_that_does_not_fit_into_a_line_is_refused() {
        assertThatThrownBy(() -> UnsubscribeAddress.of(URI.create("https://desk.example/" + "a".repeat(900))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("900");
    }

    @Test
    void the_second_way_is_by_mail() {
        URI link = URI.create("https://desk.example/u");
        Address elsewhere = new Address(Channel.HOST, "kari");

        assertThat(new UnsubscribeAddress(link, Optional.of(Address.mail("off@desk.example"))).mail())
                .isPresent();
        assertThatThrownBy(() -> new UnsubscribeAddress(link, Optional.of(elsewhere)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("unsubscribe.mail");
    }
}
