package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IncidentBroadcastTest {
    private final Shown shown = Shown.by(IncidentBroadcast::run);

    private List<String> of(String subject) {
        return shown.lines().stream()
                .filter(line -> line.startsWith(subject))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList();
    }

    @Test
    void the_list_and_who_asks_meanwhile_are_told_once_each() {
        assertThat(of("To per@neighbor.example"))
                .containsExactly("Payments are down", "Update: Payments are down", "Solved: Payments are down");
        assertThat(of("To kari@customer.example"))
                .contains("Payments are down", "Update: Payments are down", "Solved: Payments are down")
                .doesNotHaveDuplicates();
        assertThat(of("Line 3")).hasSize(1);
    }

    @Test
    void the_ticket_of_who_asked_meanwhile_is_solved_in_the_end() {
        assertThat(of("Kari's ticket")).containsExactly("solved");
    }
}
