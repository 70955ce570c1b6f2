package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.Announcements;
import dev.svar.NewTicket;
import dev.svar.UnknownContactException;
import dev.svar.announcement.MailingState;
import dev.svar.contact.Address;
import dev.svar.contact.ContactId;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.OutboundMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** New customers are welcomed, once. */
class DeskWelcomeTest {
    private final TestDesk office = new TestDesk();
    private final Announcements announcements = office.desk.announcements();

    private ContactId known(Address address) {
        return office.desk
                .open(NewTicket.builder(address, "Hei", "Hei.")
                        .name("Kari Nordmann")
                        .build())
                .requester();
    }

    private List<OutboundMessage> welcomes() {
        office.time.runUntil(office.desk, office.time.instant().plus(Duration.ofMinutes(10)));
        return office.mail.offered().stream()
                .filter(m -> m.subject().startsWith("Welcome"))
                .toList();
    }

    @Test
    void a_contact_is_welcomed_once_and_by_name() {
        ContactId kari = known(TestDesk.KARI);

        assertThat(announcements.welcome(kari)).isPresent();
        assertThat(announcements.welcome(kari)).isEmpty();
        assertThat(welcomes()).singleElement().satisfies(m -> {
            assertThat(m.to()).isEqualTo(TestDesk.KARI);
            assertThat(m.subject()).isEqualTo("Welcome to Påmelding");
            assertThat(m.text()).contains("Hello Kari,", TestDesk.MAILBOX.value());
        });
        assertThat(announcements.welcome(kari)).isEmpty();
        assertThat(announcements.counts(announcements.welcomes())).isEqualTo(Map.of(DeliveryState.ACCEPTED, 1L));
    }

    @Test
    void who_only_wrote_is_not_welcomed() {
        known(TestDesk.KARI);

        assertThat(welcomes()).isEmpty();
        assertThat(announcements.mailing(announcements.welcomes())).isEmpty();
    }

    @Test
    void who_was_welcomed_as_another_contact_that_was_merged_is_not_again() {
        ContactId kari = known(TestDesk.KARI);
        ContactId also = known(TestDesk.OLA);
        announcements.welcome(also);
        office.desk.contacts().merge(also, kari);

        assertThat(announcements.welcome(kari)).isEmpty();
        assertThat(announcements.welcome(also)).isEmpty();
    }

    @Test
    void welcome_letters_can_be_paused_and_ended() {
        announcements.welcome(known(TestDesk.KARI));
        announcements.pause(announcements.welcomes());
        ContactId ola = known(TestDesk.OLA);
        assertThat(announcements.welcome(ola)).isPresent();
        assertThat(welcomes()).isEmpty();

        announcements.start(announcements.welcomes());
        assertThat(welcomes()).hasSize(2);
        announcements.cancel(announcements.welcomes());
        assertThat(announcements.welcome(known(TestDesk.STRANGER))).isEmpty();
        assertThat(announcements.mailing(announcements.welcomes()).orElseThrow().state())
                .isEqualTo(MailingState.CANCELLED);
    }

    @Test
    void somebody_whom_the_desk_does_not_know_is_not_welcomed() {
        assertThatThrownBy(() -> announcements.welcome(new ContactId(UUID.randomUUID())))
                .isInstanceOf(UnknownContactException.class);
    }
}
