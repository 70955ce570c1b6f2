package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class WatchAMailboxTest {
    @Test
    @Timeout(60)
    void a_mail_is_a_ticket_though_two_nodes_watch() {
        assertThat(Shown.by(WatchAMailbox::run).lines())
                .contains("Messages taken: 1")
                .anyMatch(line -> line.endsWith(": Cannot pay"));
    }
}
