package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.MAILBOX;
import static dev.svar.testkit.TestDesk.OLA;
import static dev.svar.testkit.TestDesk.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.CustomerView;
import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.contact.Actor;
import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.memory.MemoryStore;
import dev.svar.message.BouncedRecipient;
import dev.svar.message.Disposition;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import dev.svar.template.Template;
import dev.svar.template.TemplateCatalog;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What customers and tenants must not see of each other. */
final class DeskWallsTest {
    private final TestDesk office = new TestDesk();

    private OutboundMessage acknowledged() {
        office.desk.receive(TestDesk.mail("1", KARI)
                .fromName("Kari Nordmann")
                .recipients(List.of(MAILBOX, OLA))
                .build());
        return office.sent().get(0);
    }

    private TicketId only() {
        return office.allTickets().get(0).ticket().id();
    }

    @Test
    void a_follow_up_link_shows_what_people_wrote_to_each_other_and_nothing_else() {
        String token = TestDesk.followToken(acknowledged());
        office.desk.note(only(), LARS, "Kunden er vanskelig");
        office.desk.reply(only(), LARS, "Prøv igjen");
        office.desk.receive(TestDesk.mail("2", OLA)
                .text("Det hjalp.")
                .references(List.of("<1@kunde.example>"))
                .build());
        office.desk.receive(TestDesk.mail("3", KARI)
                .nature(new MessageNature.AutomaticReply("vacation"))
                .text("Jeg er på ferie")
                .references(List.of("<1@kunde.example>"))
                .build());
        CustomerView view = office.desk.follow(token).orElseThrow();

        assertThat(view.number()).hasToString("SUP-1");
        assertThat(view.subject()).isEqualTo("Betaling");
        assertThat(view.status()).isEqualTo("open");
        assertThat(view.messages())
                .extracting(CustomerView.Entry::text)
                .containsExactly("Jeg får ikke betalt med kortet mitt.", "Prøv igjen", "Det hjalp.");
        assertThat(view.messages()).extracting(CustomerView.Entry::byDesk).containsExactly(false, true, false);
        assertThat(view.messages())
                .extracting(CustomerView.Entry::from)
                .containsExactly("Kari Nordmann", "Lars Holm", "");
        assertThat(view.toString()).doesNotContain("@", "vanskelig", "ferie");
    }

    @Test
    void an_address_that_somebody_gave_as_a_name_is_not_shown() {
        office.desk.receive(
                TestDesk.mail("1", KARI).fromName("kari@kunde.example").build());
        CustomerView view =
                office.desk.follow(TestDesk.followToken(office.sent().get(0))).orElseThrow();

        assertThat(view.messages()).extracting(CustomerView.Entry::from).containsExactly("");
    }

    @Test
    void a_reply_address_is_no_follow_up_link() {
        OutboundMessage acknowledgement = acknowledged();

        assertThat(office.desk.follow(TestDesk.followToken(acknowledgement))).isPresent();
        assertThat(office.desk.follow(TestDesk.replyToken(acknowledgement))).isEmpty();
        assertThat(office.desk.follow("")).isEmpty();
        assertThat(office.desk.follow("x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void revoked_links_stop_and_new_ones_work() {
        String before = TestDesk.followToken(acknowledged());
        office.desk.execute(only(), new TicketCommand.RevokeLinks(Actor.agent(LARS)));
        office.desk.reply(only(), LARS, "Her er en ny lenke");
        String after = TestDesk.followToken(office.sent().get(0));

        assertThat(office.desk.follow(before)).isEmpty();
        assertThat(office.desk.follow(after)).isPresent();
        assertThat(office.events(only(), TicketEvent.LinksRevoked.class)).hasSize(1);
    }

    @Test
    void a_link_ends_with_its_last_day() {
        String token = TestDesk.followToken(acknowledged());
        office.time.advance(Duration.ofDays(180));
        assertThat(office.desk.follow(token)).isPresent();
        office.time.advance(Duration.ofDays(1));

        assertThat(office.desk.follow(token)).isEmpty();
    }

    @Test
    void tenants_on_one_store_do_not_meet() {
        MemoryStore store = new MemoryStore();
        TestDesk a = new TestDesk(store);
        HelpDesk b = new TestDesk(store)
                .builder(RecordingTransport.mail())
                .time(a.time)
                .tenant(new TenantId("b"))
                .build();
        TicketId inA = a.desk.receive(TestDesk.mail("1", KARI).build())
                .receipt()
                .ticket()
                .orElseThrow();
        OutboundMessage acknowledgement = a.sent().get(0);
        Taken sameKey = b.receive(TestDesk.mail("1", OLA).build());
        TicketId inB = sameKey.receipt().ticket().orElseThrow();

        assertThat(sameKey.duplicate()).isFalse();
        assertThat(b.find("SUP-1").orElseThrow().ticket().id()).isEqualTo(inB).isNotEqualTo(inA);
        assertThat(a.desk.find("SUP-1").orElseThrow().ticket().id()).isEqualTo(inA);
        assertThat(b.find(inA)).isEmpty();
        assertThat(b.history(inA, 0, 10)).isEmpty();
        assertThat(b.messages(inA, 0, 10)).isEmpty();
        assertThat(b.deliveries(inA, 10)).isEmpty();
        assertThat(b.follow(TestDesk.followToken(acknowledgement))).isEmpty();

        Taken strayed = b.receive(TestDesk.mail("2", KARI)
                .subject("[SUP-1]")
                .references(List.of(acknowledgement.messageId()))
                .replyTokens(List.of(TestDesk.replyToken(acknowledgement)))
                .build());
        assertThat(strayed.receipt().disposition()).isEqualTo(Disposition.OPENED);
        b.receive(TestDesk.mail("3", STRANGER)
                .nature(new MessageNature.Bounce(
                        Optional.of(acknowledgement.messageId()),
                        List.of(new BouncedRecipient(KARI, "5.1.1", true, true, "gone"))))
                .build());
        assertThat(a.events(inA, TicketEvent.DeliveryFailed.class)).isEmpty();
        assertThat(a.desk.messages(inA, 0, 10)).hasSize(1);
        assertThat(a.sent()).isEmpty();
        assertThat(a.allTickets()).hasSize(1);
    }

    @Test
    void a_canned_response_is_in_the_customers_language() {
        TemplateCatalog canned = TemplateCatalog.of(
                Locale.ENGLISH,
                List.of(
                        new Template("refund", Locale.ENGLISH, "x", "Hello {{ ticket.requester.first_name }}"),
                        new Template(
                                "refund",
                                Locale.forLanguageTag("nb"),
                                "x",
                                "Hei {{ ticket.requester.first_name }}, hilsen {{ current_user.name }} om {{ ticket.id }}"),
                        new Template("hello", Locale.ENGLISH, "x", "Hello")));
        HelpDesk desk = office.builder(office.mail).cannedResponses(canned).build();
        Ticket ticket = office.opened();

        assertThat(desk.cannedResponse(ticket.id(), LARS, "refund")).isEqualTo("Hei Kari, hilsen Lars Holm om SUP-1");
        assertThat(desk.cannedResponse(ticket.id(), LARS, "hello")).isEqualTo("Hello");
        assertThatThrownBy(() -> desk.cannedResponse(ticket.id(), LARS, "nothing"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("shortcut names no canned response");
        assertThat(office.fresh(ticket)).isEqualTo(ticket);
    }

    @Test
    void a_desk_that_could_not_work_is_not_built() {
        assertThatThrownBy(() -> HelpDesk.builder(new MemoryStore())
                        .transport(RecordingTransport.mail())
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("mailbox is not set");
        assertThatThrownBy(() -> HelpDesk.builder(new MemoryStore())
                        .followUpLinks(URI.create(TestDesk.LINKS))
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("tokens is not set");
        assertThatThrownBy(() -> HelpDesk.builder(new MemoryStore()).numberPrefix("sup"))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> HelpDesk.builder(new MemoryStore()).tokenLifetime(Duration.ZERO))
                .isInstanceOf(InvalidValueException.class);
    }
}
