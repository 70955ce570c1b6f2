package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardSubjectTest {
    private static final String PASSED_ON =
            "Is it from you?\n\nFrom: Bob <bob@x.example>\nSent: Tuesday, March 5, 2024 10:12 AM\nTo: Kim\nSubject: Invoice\n\n"
                    + "Pay now.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Fwd: Invoice]",
                "[EXT] Fwd: Invoice",
                "Fwd : Invoice",
                "转发：Invoice",
                "轉寄：Invoice",
                "[外部] 转发：Invoice",
                "[转发：Invoice]",
                "Προώθ: Invoice",
                "Přeposláno: Invoice",
                "Prosleđeno: Invoice",
                "HT: Invoice",
                "ĐƯ: Invoice",
                "TRANSMIS: Invoice",
                "Lanjutkan: Invoice"
            })
    void what_is_passed_on_is_shown(String subject) {
        assertThat(ReplySplitter.ofText(PASSED_ON, subject).visible()).isEqualTo(PASSED_ON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: [Fwd: Invoice]", "[Re: Invoice]", "[Fwd] Invoice", "Invoice", "[", "[]", ""})
    void what_is_answered_is_not(String subject) {
        assertThat(ReplySplitter.ofText(PASSED_ON, subject).visible()).isEqualTo("Is it from you?");
    }
}
