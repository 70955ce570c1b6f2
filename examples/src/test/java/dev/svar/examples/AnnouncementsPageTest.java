package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.RefusedLine;
import dev.svar.announcement.Wording;
import dev.svar.contact.Channel;
import dev.svar.delivery.DeliveryState;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnnouncementsPageTest {
    @Test
    void a_mailing_goes_to_a_list() {
        Stage stage = new Stage(System.out);
        HelpDesk desk = stage.desk().build();
        StringReader file = new StringReader("kari@bücher.example\tnb\tKari\nKARI@xn--bcher-kva.example\nnobody\n");
        Instant from = Instant.parse("2026-12-05T01:00:00Z");
        Instant until = Instant.parse("2026-12-05T03:00:00Z");

        RecipientList list = RecipientList.read(Channel.MAIL, file);
        List<RefusedLine> refused = list.refused();
        List<Wording> wordings = List.of(
                new Wording(Locale.ENGLISH, "Closed on Saturday night", "We move to new servers."),
                new Wording(Locale.forLanguageTag("nb"), "Stengt natt til lørdag", "Vi flytter til nye tjenere."));
        MailingOrder order = MailingOrder.of("maintenance", wordings, list)
                .between(from, Optional.of(until))
                .atMostPerMinute(300);
        Mailing draft = desk.announcements().draft(order, list);
        desk.announcements().start(draft.id());
        // later, while it goes on
        Map<DeliveryState, Long> counts = desk.announcements().counts(draft.id());

        assertThat(refused).extracting(RefusedLine::line).containsExactly(3L);
        assertThat(counts).isEmpty();
        stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofMinutes(5)));
        assertThat(desk.announcements().counts(draft.id())).isEqualTo(Map.of(DeliveryState.ACCEPTED, 1L));
        assertThat(stage.mail().offered().get(0).text()).contains("lørdag 5. desember kl. 02.00");
    }
}
