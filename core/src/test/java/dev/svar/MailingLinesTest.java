package dev.svar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.MailingId;
import dev.svar.message.OutboundMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class MailingLinesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final MailingId MAILING = new MailingId(new UUID(0, 1));
    private static final int PER_MINUTE = 6;

    private final MailingLines lines = new MailingLines();

    @Test
    void a_letter_that_came_in_time_keeps_its_place_however_long_something_else_puts_it_off() {
        assertThat(waits(0, NOW)).isEmpty();
        for (int i = 1; i <= 60; i++) {
            waits(i, NOW);
        }
        assertThat(waits(60, NOW)).isPresent();
        Instant later = NOW.plus(Duration.ofMinutes(5));
        assertThat(waits(0, later)).as("it was through").isEmpty();
        assertThat(waits(20, later))
                .as("it is late and goes to the end")
                .hasValueSatisfying(at -> assertThat(at).isAfter(NOW.plus(Duration.ofMinutes(9))));
    }

    private Optional<Instant> waits(int letter, Instant now) {
        return lines.waitsUntil(letter(letter), MAILING, PER_MINUTE, now);
    }

    private static Delivery letter(int number) {
        DeliveryId id = new DeliveryId(new UUID(1, number));
        OutboundMessage message = new OutboundMessage(
                "<" + number + "@example.com>",
                Address.mail("support@example.com"),
                "Support",
                Address.mail("support@example.com"),
                Address.mail("kunde" + number + "@kunde.example"),
                "Closed tonight",
                "From two to four.",
                Optional.empty(),
                List.of(),
                true);
        return Delivery.planned(id, TenantId.DEFAULT, MAILING, "maintenance", "", message, NOW);
    }
}
