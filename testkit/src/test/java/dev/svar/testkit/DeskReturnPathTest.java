package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.Taken;
import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryState;
import dev.svar.message.BouncedRecipient;
import dev.svar.message.Disposition;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reports about a letter to Kari that say nothing useful about which letter they mean, but come to its return path. */
final class DeskReturnPathTest {
    private static final Address DAEMON = Address.mail("mailer-daemon@kunde.example");

    private final TestDesk office = new TestDesk();
    private final Ticket ticket = office.opened();
    private final OutboundMessage letter = office.sent().get(0);

    private static String token(OutboundMessage sent) {
        String local = sent.returnPath().orElseThrow().localPart();
        return local.substring(local.indexOf('+') + 1);
    }

    private Taken report(String token, BouncedRecipient... recipients) {
        return office.desk.receive(TestDesk.mail("report", DAEMON)
                .subject("Ikke levert")
                .replyTokens(List.of(token))
                .nature(new MessageNature.Bounce(Optional.empty(), List.of(recipients)))
                .build());
    }

    private static BouncedRecipient failed(Address address) {
        return new BouncedRecipient(address, "5.1.1", true, true, "550 5.1.1 no such user");
    }

    @Test
    void the_return_path_fits_the_mailbox_and_is_another_for_each_letter() {
        assertThat(letter.returnPath().orElseThrow().value())
                .matches("support\\+[0-9a-z]{45,46}@paamelding\\.example")
                .isNotEqualTo(letter.replyTo().value());
        office.opened();
        assertThat(office.sent().get(0).returnPath()).isNotEqualTo(letter.returnPath());
    }

    @Test
    void a_report_without_a_message_id_is_tied_to_the_very_delivery() {
        Taken taken = report(token(letter), failed(KARI));
        Delivery lost = office.only(ticket.id());

        assertThat(taken.receipt().disposition()).isEqualTo(Disposition.BOUNCE);
        assertThat(taken.receipt().ticket()).contains(ticket.id());
        assertThat(lost.state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(office.events(ticket.id(), TicketEvent.DeliveryFailed.class)).hasSize(1);
        assertThat(office.desk.suppressions(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void a_mail_that_was_passed_on_and_failed_there_is_lost_without_a_verdict_on_the_address() {
        report(token(letter), failed(OLA));

        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(office.desk.suppressions(Optional.empty(), 10))
                .allSatisfy(s -> assertThat(s.holds(office.time.instant())).isFalse());
    }

    @Test
    void a_report_that_it_is_only_late_changes_nothing() {
        report(token(letter), new BouncedRecipient(KARI, "4.4.1", false, false, "later"));

        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void a_made_up_return_path_gives_nothing_back() {
        String token = token(letter);
        char other = token.charAt(30) == 'a' ? 'b' : 'a';
        Taken taken = report(token.substring(0, 30) + other + token.substring(31), failed(KARI));

        assertThat(taken.receipt().reason()).isEqualTo("is about no mail of this desk");
        assertThat(office.only(ticket.id()).state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void another_tenants_return_path_gives_nothing_back() {
        TestDesk other = new TestDesk(office.store);
        Taken taken = other.builder(other.mail)
                .tenant(new TenantId("another"))
                .build()
                .receive(TestDesk.mail("report", DAEMON)
                        .replyTokens(List.of(token(letter)))
                        .nature(new MessageNature.Bounce(Optional.empty(), List.of(failed(KARI))))
                        .build());

        assertThat(taken.receipt().reason()).isEqualTo("is about no mail of this desk");
    }
}
