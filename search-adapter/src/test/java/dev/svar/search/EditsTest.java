package dev.svar.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditsTest {
    @ParameterizedTest
    @CsvSource({
        "invoice, invoice, 0",
        "invoice, invoce, 1",
        "invoice, invoicee, 1",
        "invoice, inboice, 1",
        "invoice, invioce, 1",
        "invoice, invuoce, 2",
        "invoice, nvocie, 2",
        "invoice, password, 3",
        "invoice, in, 3",
        "a, b, 1",
    })
    void letters_are_changed_left_out_added_and_swapped(String a, String b, int edits) {
        assertThat(Edits.between(a, b, 2)).isEqualTo(edits);
        assertThat(Edits.between(b, a, 2)).isEqualTo(edits);
    }
}
