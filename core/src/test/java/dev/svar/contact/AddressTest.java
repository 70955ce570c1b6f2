package dev.svar.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.error.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "kari@kunde.example, kari@kunde.example",
        "Kari.Nordmann@Kunde.EXAMPLE, kari.nordmann@kunde.example",
        "' kari@kunde.example ', kari@kunde.example",
        "kari+lop@kunde.example, kari+lop@kunde.example",
        "kari@blåbær.example, kari@xn--blbr-roah.example",
        "KARI@BLÅBÆR.EXAMPLE, kari@xn--blbr-roah.example",
        "kari@XN--blbr-roah.example, kari@xn--blbr-roah.example",
        "kåre@kunde.example, kåre@kunde.example",
        "KÅRE@kunde.example, kåre@kunde.example",
        "o'hara@kunde.example, o'hara@kunde.example",
        "ka\u030Are@kunde.example, k\u00E5re@kunde.example",
        "J\u030Can@kunde.example, \u01F0an@kunde.example",
        "kari@bla\u030Aba\u0308r.example, kari@xn--blbr-noae.example",
        "kari@bl\u00E5b\u00E6r\u3002example, kari@xn--blbr-roah.example",
        "kari@kunde.example., kari@kunde.example",
        "kari@straße.example\u3002, kari@xn--strae-oqa.example",
        "kari@straße.example, kari@xn--strae-oqa.example",
        "kari@STRASSE.example, kari@strasse.example",
        "kari@Faß.Straße.example, kari@xn--fa-hia.xn--strae-oqa.example",
        "kari@βόλος.example, kari@xn--nxasmm1c.example",
        "kari@straße.blåbær.example, kari@xn--strae-oqa.xn--blbr-roah.example",
    })
    void a_mail_address_has_one_spelling(String written, String canonical) {
        assertThat(Address.mail(written).value()).isEqualTo(canonical);
        assertThat(Address.mail(canonical)).isEqualTo(Address.mail(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "kari",
                "@",
                "@kunde.example",
                "kari@",
                "kari nordmann@kunde.example",
                "kari@kunde example",
                "Kari <kari@kunde.example>",
                "kari@kunde.example,ola@kunde.example",
                "kari@kunde.example;ola@kunde.example",
                "kari@kunde.example\r\nBcc: ola@kunde.example",
                "kari\u0000@kunde.example",
                "kari@kunde..example",
                "kari@straße..example",
                "kari@straße..",
                "kari@kunde.example..",
                "kari@.",
                "kari@straße_\u0000.example",
                "\u00A0kari@kunde.example",
                "ka\u200Bri@kunde.example",
                "\u202Ekari@kunde.example",
                "kari\uFEFF@kunde.example",
                "kari@.example"
            })
    void what_is_no_mail_address_is_refused_by_name(String garbage) {
        assertThatThrownBy(() -> Address.mail(garbage))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kari@evil.example\uFF20kunde.example",
                "kari@kunde.example\uFF1E",
                "kari@kunde.example\uFF0Cola",
                "kari@kunde\u3000ola.example"
            })
    void a_domain_whose_ascii_form_would_hold_what_no_address_may_hold_is_refused(String hidden) {
        assertThatThrownBy(() -> Address.mail(hidden)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void the_limit_of_length_counts_for_the_ascii_form_too() {
        assertThatThrownBy(() -> Address.mail("k@" + "å.".repeat(60) + "example"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most 254");
        assertThatThrownBy(() -> Address.mail("k".repeat(250) + "@a.example"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most 254");
        assertThat(Address.mail("k".repeat(244) + "@a.example").value()).hasSize(254);
    }

    @Test
    void an_error_never_repeats_what_somebody_wrote() {
        assertThatThrownBy(() -> Address.mail("secret words"))
                .isInstanceOf(InvalidValueException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void a_mail_address_has_a_domain_and_a_local_part() {
        Address address = Address.mail("Support+Abc@Paamelding.example");

        assertThat(address.domain()).isEqualTo("paamelding.example");
        assertThat(address.localPart()).isEqualTo("support+abc");
    }

    @Test
    void an_address_on_another_channel_is_kept_as_it_is() {
        Address user = new Address(Channel.HOST, " User-42 ");

        assertThat(user.value()).isEqualTo("User-42");
        assertThat(user.domain()).isEmpty();
        assertThat(user.localPart()).isEqualTo("User-42");
        assertThat(user).isNotEqualTo(new Address(Channel.HOST, "user-42"));
        assertThat(new Address(Channel.HOST, "kari@kunde.example")).isNotEqualTo(Address.mail("kari@kunde.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "+47 99 88 77 66, +4799887766",
        "+4799887766, +4799887766",
        "' +47.99-88/77 66 ', +4799887766",
        "+1 (212) 555-0123, +12125550123",
        "+47\u00A099\u202F88\u00A077\u202F66, +4799887766",
        "+683 4002, +6834002",
        "+123456789012345, +123456789012345",
    })
    void a_telephone_number_has_one_spelling(String written, String canonical) {
        assertThat(Address.phone(written).value()).isEqualTo(canonical);
        assertThat(new Address(Channel.PHONE, canonical)).isEqualTo(Address.phone(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "99 88 77 66",
                "004799887766",
                "+0 99 88 77 66",
                "+47 (0) 99 88 77 66",
                "+123456",
                "+1234567890123456",
                "+47 99 88 77 66 x12",
                "+1 800 FLOWERS",
                "++4799887766",
                "+47 ((99)) 887766",
                "+٤٧٩٩٨٨٧٧٦٦",
                "tel:+4799887766",
                "+4799887766\u0000"
            })
    void what_is_no_telephone_number_is_refused_by_name(String garbage) {
        assertThatThrownBy(() -> Address.phone(garbage))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("address"));
    }

    @Test
    void the_error_about_a_telephone_number_says_what_would_be_one_and_not_what_was_given() {
        assertThatThrownBy(() -> Address.phone("99 88 77 66"))
                .hasMessageContaining("a plus sign, the country code and the rest: 7 to 15 digits")
                .hasMessageNotContaining("99");
    }

    @ParameterizedTest
    @CsvSource({
        "kunde.example, kunde.example",
        "' Kunde.EXAMPLE ', kunde.example",
        "blåbær.example, xn--blbr-roah.example",
        "XN--BLBR-ROAH.example, xn--blbr-roah.example",
    })
    void a_domain_has_one_spelling_and_is_that_of_its_addresses(String written, String canonical) {
        assertThat(new MailDomain(written)).hasToString(canonical);
        assertThat(MailDomain.of(Address.mail("kari@" + written.strip()))).contains(new MailDomain(written));
        assertThat(MailDomain.of(Address.phone("+4799887766"))).isEmpty();
        assertThat(MailDomain.of(new Address(Channel.HOST, "kari@kunde.example")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@kunde.example", "kari@kunde.example", "kunde..example", "a,b", "a\nb"})
    void what_is_no_domain_is_refused_by_name(String garbage) {
        assertThatThrownBy(() -> new MailDomain(garbage))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("domain"));
    }

    @Test
    void channels_are_told_apart_without_letter_case() {
        assertThat(new Channel("SMS")).isEqualTo(new Channel("sms")).hasToString("sms");
        assertThatThrownBy(() -> new Channel(" ")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Channel("x".repeat(Channel.MAX_LENGTH + 1)))
                .isInstanceOf(InvalidValueException.class);
    }
}
