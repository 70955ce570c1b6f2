package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.LetterCaps;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.NotificationKind;
import dev.svar.NotificationRules;
import dev.svar.RatingQuestion;
import dev.svar.SatisfactionPolicy;
import dev.svar.Subscription;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DigestWindow;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.memory.MemoryStore;
import dev.svar.sla.QuietHours;
import dev.svar.testkit.ManualTime;
import dev.svar.testkit.RecordingTransport;
import dev.svar.ticket.Rating;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.SigningKey;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketTokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code and the table of docs/notifications.md. */
final class NotificationsPageTest {
    private static final AgentId OLA = new AgentId("ola");
    private static final AgentId BERIT = new AgentId("berit");
    private static final String PAGE = "https://shop.example/rate/";

    private final RecordingTransport mail = RecordingTransport.mail();
    private final ManualTime time = ManualTime.at("2026-12-01T09:00:00Z");
    private final HelpDesk.Builder wired = HelpDesk.builder(new MemoryStore())
            .time(time)
            .agents(AgentDirectory.of(
                    new Agent(OLA, "Ola Vik", Address.mail("ola@shop.example"), Locale.ENGLISH),
                    new Agent(BERIT, "Berit Moe", Address.mail("berit@shop.example"), Locale.ENGLISH)))
            .transport(mail)
            .mailbox(new Mailbox(Address.mail("help@shop.example"), "The shop"))
            .tokens(TicketTokens.signedWith(SigningKey.of(1, new byte[SigningKey.MIN_SECRET_BYTES])));

    private static Ticket opened(HelpDesk desk) {
        return desk.open(NewTicket.builder(Address.mail("kari@customer.example"), "Card", "My card is refused.")
                .build());
    }

    /** The table has all kinds and says of each whether it is on, and whether its reader can unsubscribe from it. */
    @Test
    void the_table_says_what_the_code_says() throws IOException {
        List<String> expected = Stream.of(NotificationKind.values())
                .map(kind -> kind.template()
                        + (NotificationRules.standard().tells(kind) ? " on" : " off")
                        + (kind.isOptional() ? " yes" : " no"))
                .toList();
        List<String> table = Files.readAllLines(Path.of("..", "docs", "notifications.md")).stream()
                .filter(line -> line.startsWith("| `") && line.split("\\|").length == 7)
                .map(line -> line.split("\\|"))
                .map(cells -> cells[1].strip().replace("`", "") + " " + cells[4].strip() + " " + cells[6].strip())
                .toList();

        assertThat(table).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void kinds_are_switched_and_mentions_tell_why() {
        HelpDesk desk = wired.notifications(NotificationRules.standard()
                        .with(NotificationKind.WORKING_ON_IT)
                        .without(NotificationKind.WAITING_FOR_YOU))
                .build();

        Ticket ticket = opened(desk);
        desk.note(ticket.id(), OLA, "@Berit Moe, have you seen this before?");

        Delivery told = desk.deliveries(ticket.id(), 1).get(0);
        assertThat(told.kind()).isEqualTo("mentioned");
        assertThat(told.reason()).isEqualTo("You get this because you were mentioned in SUP-1.");
    }

    @Test
    void people_say_what_they_want() {
        HelpDesk desk = wired.build();

        NotificationPreferences before = desk.preferences(NotifiedPerson.of(BERIT));
        Optional<NotificationPreferences> kept = desk.setPreferences(before.in(ZoneId.of("Europe/Oslo"))
                .with(Channel.MAIL, new ChannelPreferences(Set.of("assigned"), Optional.of(QuietHours.STANDARD))));

        assertThat(kept).isPresent();
        assertThat(desk.setPreferences(before)).as("somebody was faster").isEmpty();
    }

    @Test
    void an_agent_has_several_letters_become_one() {
        HelpDesk desk = wired.build();

        ChannelPreferences hourly = ChannelPreferences.EVERYTHING.digest(DigestWindow.HOURLY);
        desk.setPreferences(desk.preferences(NotifiedPerson.of(BERIT)).with(Channel.MAIL, hourly));

        Ticket ticket = opened(desk);
        desk.note(ticket.id(), OLA, "@Berit Moe, have you seen this before?");
        desk.note(ticket.id(), OLA, "@Berit Moe, and this?");
        time.runUntil(desk, time.instant().plus(Duration.ofHours(2)));
        assertThat(mail.offered())
                .filteredOn(letter -> letter.to().localPart().equals("berit"))
                .hasSize(1);
    }

    @Test
    void a_reader_of_a_mailing_wants_no_more_of_them() {
        String page = "https://shop.example/unsubscribe/";
        HelpDesk desk = wired.unsubscribeLinks(URI.create(page)).build();
        RecipientList list = RecipientList.of(Channel.MAIL, List.of("kari@customer.example"));
        List<Wording> news = List.of(new Wording(Locale.ENGLISH, "Closed tonight", "From two to four."));
        desk.announcements()
                .start(desk.announcements()
                        .draft(MailingOrder.of("maintenance", news, list), list)
                        .id());
        desk.runDue(10);
        desk.runDue(10);
        URI link = mail.offered().get(0).unsubscribe().orElseThrow().link();
        String token = link.toString().substring(page.length());

        // GET: shows what it is about, changes nothing
        Optional<Subscription> subscription = desk.subscription(token);

        // POST: by a person or their mail program, as often as it likes
        desk.unsubscribe(token);

        // POST: it was a mistake
        desk.resubscribe(token);

        assertThat(subscription).hasValueSatisfying(s -> assertThat(s.kind()).isEqualTo("maintenance"));
        assertThat(desk.subscription(token)).isEqualTo(subscription);
    }

    @Test
    void too_many_letters_stop() {
        HelpDesk desk = wired.letterCaps(new LetterCaps(5, 20, Duration.ofDays(1), 3, Duration.ofMinutes(10)))
                .build();
        for (int i = 0; i < 4; i++) {
            opened(desk);
        }

        if (desk.automaticLetters().stoppedAt().isPresent()) {
            // somebody looks why there were so many, and then:
            assertThat(desk.resumeAutomaticLetters()).isTrue();
        }
        assertThat(desk.automaticLetters().stoppedAt()).isEmpty();
    }

    @Test
    void the_question_is_asked_and_answered() {
        HelpDesk desk = wired.satisfaction(SatisfactionPolicy.at(URI.create(PAGE))
                        .remindAfter(Duration.ofDays(5))
                        .openFor(Duration.ofDays(30)))
                .build();
        Ticket ticket = opened(desk);
        desk.solve(ticket.id(), OLA, "It works again.", Resolution.SOLVED);
        desk.runDue(10);
        String letter = mail.offered().get(mail.offered().size() - 1).text();
        String token = letter.substring(letter.indexOf(PAGE) + PAGE.length()).split("\\?", 2)[0];

        // GET: shows the question, changes nothing
        Optional<RatingQuestion> question = desk.ratingQuestion(token);

        // POST: a person pressed a button
        Optional<Satisfaction.Answer> answer =
                desk.rate(token, Rating.GOOD, "Quick and friendly", Optional.of(Resolution.SOLVED));

        assertThat(question).hasValueSatisfying(q -> assertThat(q.open()).isTrue());
        assertThat(answer).hasValueSatisfying(a -> assertThat(a.rating()).isEqualTo(Rating.GOOD));
    }

    @Test
    void the_table_has_every_kind_with_its_default() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "notifications.md"));

        assertThat(lines.stream().filter(line -> line.startsWith("| `")).map(line -> line.split(" \\| ")))
                .extracting(cells -> cells[0].substring(2) + " " + cells[3])
                .containsAll(Stream.of(NotificationKind.values())
                        .map(kind -> "`" + kind.template() + "` "
                                + (NotificationRules.standard().tells(kind) ? "on" : "off"))
                        .toList());
    }
}
