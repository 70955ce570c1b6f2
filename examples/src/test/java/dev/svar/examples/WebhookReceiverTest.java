package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WebhookReceiverTest {
    @Test
    void each_event_is_taken_once_and_what_comes_twice_is_dropped() {
        assertThat(Shown.by(WebhookReceiver::run).lines())
                .containsExactly(
                        "ticket.opened, GENUINE: taken",
                        "ticket.replied, GENUINE: taken",
                        "ticket.replied, GENUINE: dropped");
    }
}
