package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.delivery.DeliveryPace;
import dev.svar.delivery.DeliveryPaces;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DeliveriesPageTest {
    @Test
    void letters_leave_at_a_pace() {
        Stage stage = new Stage(System.out);
        HelpDesk.Builder wired = stage.desk();

        HelpDesk desk = wired.paces(DeliveryPaces.none()
                        .channel(Channel.MAIL, DeliveryPace.perMinute(600))
                        .eachDomain(DeliveryPace.perMinute(100))
                        .domain("small.example", DeliveryPace.of(20, Duration.ofHours(1))))
                .build();

        for (int i = 0; i < 30; i++) {
            Address from = Address.mail("kari" + i + "@small.example");
            desk.open(NewTicket.builder(from, "Betaling", "Hjelp").build());
        }
        desk.runDue(1000);
        assertThat(stage.mail().accepted()).hasSize(20);
    }
}
