package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WhyIsThisDueTest {
    private final Shown shown = Shown.by(WhyIsThisDue::run);

    @Test
    void the_account_names_what_counted_and_what_did_not() {
        assertThat(shown.lines())
                .contains(
                        "en: Resolution: 24 h of business time from 14:30 on 22 December 2026, when the ticket was opened;"
                                + " 10 h 30 min counted; 125 h lay outside business hours (Christmas Eve, Christmas Day);"
                                + " 5 h did not count while we waited for the customer. It is due by 16:30 on 29 December 2026.");
    }

    @Test
    void every_stretch_has_its_reason() {
        assertThat(shown.lines())
                .contains(
                        "Wed 23 Dec 10:00 to Wed 23 Dec 15:00: waiting for customer",
                        "Thu 24 Dec 09:00 to Thu 24 Dec 12:00: counted, exception Christmas Eve",
                        "Fri 25 Dec 00:00 to Sat 26 Dec 00:00: closed, holiday Christmas Day");
    }
}
