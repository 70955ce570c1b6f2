package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LearnFromTicketsTest {
    @Test
    void both_nodes_learn_what_is_decided_on_either() {
        assertThat(Shown.by(LearnFromTickets::run).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("The first training: PROMOTED, from 10 examples"),
                        line -> assertThat(line).isEqualTo("Card declined, on the other node: payment"),
                        line -> assertThat(line).isEqualTo("A parcel: a person decides"),
                        line -> assertThat(line).isEqualTo("What the first node learned: 1 decision"),
                        line -> assertThat(line).isEqualTo("Another parcel, on the first node: delivery"));
    }
}
