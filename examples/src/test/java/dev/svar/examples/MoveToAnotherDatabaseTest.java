package dev.svar.examples;

import static dev.svar.testkit.SvarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MoveToAnotherDatabaseTest {
    private final Shown shown = Shown.by(MoveToAnotherDatabase::run);

    @Test
    void the_desk_goes_on_where_it_was() {
        assertThat(shown.lines())
                .contains("Written and read are the same: true", "The next ticket: SUP-2")
                .anyMatch(line -> line.startsWith("Kari answers: JOINED, "));
        assertThat(shown.desk()).ticket("SUP-1").customerWrote("It works now.");
    }
}
