package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.SatisfactionPolicy;
import dev.svar.contact.Actor;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.ticket.Rating;
import dev.svar.ticket.RatingRefusedException;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Resolution;
import dev.svar.ticket.Satisfaction;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One question behind a signed link, asked once more at most, and answered by a person only. */
final class DeskSatisfactionTest {
    private static final String PAGE = "https://paamelding.example/r/";
    private static final Pattern LINK = Pattern.compile(Pattern.quote(PAGE) + "(\\w+)\\?rating=(good|bad)");

    private final TestDesk office = new TestDesk();
    private final HelpDesk desk = office.builder(office.mail)
            .satisfaction(SatisfactionPolicy.at(URI.create(PAGE)))
            .build();
    private final Ticket ticket = desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt med kortet mitt.")
            .name("Kari Nordmann")
            .build());

    private List<OutboundMessage> sent() {
        int before = office.mail.offered().size();
        desk.runDue(100);
        return office.mail.offered().subList(before, office.mail.offered().size());
    }

    /** Solves the ticket; the token of the letter about it. */
    private String solved() {
        sent();
        desk.solve(ticket.id(), LARS, Resolution.SOLVED);
        return token(sent().get(0));
    }

    private static String token(OutboundMessage letter) {
        Matcher link = LINK.matcher(letter.text());
        assertThat(link.find()).as(letter.text()).isTrue();
        return link.group(1);
    }

    private Optional<Satisfaction.Answer> answer() {
        return office.fresh(ticket).satisfaction().answer();
    }

    private List<TicketEvent.SatisfactionRated> rated() {
        return office.events(ticket.id(), TicketEvent.SatisfactionRated.class);
    }

    @Test
    void the_letter_about_a_solved_ticket_has_a_link_for_each_answer_and_opening_it_changes_nothing() {
        String token = solved();

        assertThat(office.last().text())
                .contains("Hvordan var hjelpen du fikk?", PAGE + token + "?rating=good", PAGE + token + "?rating=bad");
        assertThat(desk.ratingQuestion(token)).hasValueSatisfying(question -> {
            assertThat(question.ticket()).isEqualTo(ticket.number());
            assertThat(question.open()).isTrue();
            assertThat(question.answer()).isEmpty();
        });
        assertThat(answer()).isEmpty();
        assertThat(rated()).isEmpty();
    }

    @Test
    void an_answer_is_an_event_of_the_customer_and_another_one_takes_its_place() {
        String token = solved();
        desk.rate(token, Rating.BAD, "Det tok for lang tid", Optional.of(Resolution.WORKAROUND));
        desk.rate(token, Rating.BAD, "Det tok for lang tid", Optional.of(Resolution.WORKAROUND));
        desk.rate(token, Rating.GOOD, "", Optional.empty());

        assertThat(rated())
                .containsExactly(
                        new TicketEvent.SatisfactionRated(
                                Rating.BAD, "Det tok for lang tid", Optional.of(Resolution.WORKAROUND)),
                        new TicketEvent.SatisfactionRated(Rating.GOOD, "", Optional.empty()));
        assertThat(answer()).map(Satisfaction.Answer::rating).contains(Rating.GOOD);
        assertThat(desk.history(ticket.id(), 0, 100))
                .filteredOn(e -> e.event() instanceof TicketEvent.SatisfactionRated)
                .extracting(RecordedEvent::by)
                .containsOnly(Actor.customer(ticket.requester()));
        assertThat(desk.ratingQuestion(token).orElseThrow().answer()).isEqualTo(answer());
        assertThat(sent()).as("nobody is thanked by a machine").isEmpty();
    }

    @Test
    void an_answer_together_with_the_solution_asks_in_the_same_letter() {
        sent();
        desk.solve(ticket.id(), LARS, "Prøv igjen nå.", Resolution.SOLVED);

        assertThat(sent()).singleElement().satisfies(letter -> {
            assertThat(letter.text()).contains("Prøv igjen nå.", "Hvordan var hjelpen du fikk?");
            assertThat(desk.rate(token(letter), Rating.GOOD, "", Optional.empty()))
                    .isPresent();
        });
    }

    @Test
    void who_says_nothing_is_asked_once_more_and_who_answered_is_not() {
        String token = solved();
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofDays(20)));
        assertThat(office.kinds(ticket.id())).containsExactly("acknowledged", "satisfaction_reminder", "solved");
        assertThat(office.events(ticket.id(), TicketEvent.SatisfactionReminded.class))
                .hasSize(1);
        assertThat(token(office.last())).isNotBlank();

        TestDesk other = new TestDesk();
        HelpDesk asking = other.builder(other.mail)
                .satisfaction(SatisfactionPolicy.at(URI.create(PAGE)))
                .build();
        Ticket answered = other.opened();
        asking.solve(answered.id(), LARS);
        asking.runDue(100);
        asking.rate(token(other.last()), Rating.GOOD, "", Optional.empty());
        other.time.runUntil(asking, other.time.instant().plus(Duration.ofDays(20)));
        assertThat(other.kinds(answered.id())).containsExactly("acknowledged", "solved");
        assertThat(desk.rate(token, Rating.GOOD, "", Optional.empty())).isPresent();
    }

    @Test
    void a_desk_that_asks_once_reminds_nobody() {
        TestDesk other = new TestDesk();
        HelpDesk once = other.builder(other.mail)
                .satisfaction(SatisfactionPolicy.at(URI.create(PAGE)).withoutReminder())
                .build();
        Ticket answered = other.opened();
        once.solve(answered.id(), LARS);
        other.time.runUntil(once, other.time.instant().plus(Duration.ofDays(20)));

        assertThat(other.kinds(answered.id())).containsExactly("acknowledged", "solved");
    }

    @Test
    void a_ticket_that_is_open_again_is_asked_about_when_it_is_solved_again_only() {
        String token = solved();
        desk.execute(ticket.id(), new TicketCommand.ChangeStatus(TestDesk.AGENT, Status.OPEN));
        assertThat(desk.ratingQuestion(token).orElseThrow().open()).isFalse();
        assertThatThrownBy(() -> desk.rate(token, Rating.GOOD, "", Optional.empty()))
                .isInstanceOfSatisfying(
                        RatingRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(RatingRefusedException.Reason.NOT_DONE));
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofDays(20)));
        assertThat(office.kinds(ticket.id())).doesNotContain("satisfaction_reminder");

        desk.solve(ticket.id(), LARS);
        office.time.runUntil(desk, office.time.instant().plus(Duration.ofDays(20)));
        assertThat(office.kinds(ticket.id())).contains("satisfaction_reminder");
    }

    @Test
    void an_answer_that_comes_too_late_or_under_another_token_is_not_taken() {
        String token = solved();
        assertThat(desk.rate(TestDesk.followToken(office.last()), Rating.GOOD, "", Optional.empty()))
                .as("a token for another right")
                .isEmpty();
        assertThat(desk.follow(token)).as("a rating link shows nothing").isEmpty();
        assertThat(desk.rate("nonsense", Rating.GOOD, "", Optional.empty())).isEmpty();
        assertThatThrownBy(() -> desk.rate(token, Rating.GOOD, "", Optional.of(Resolution.DUPLICATE)))
                .isInstanceOf(InvalidValueException.class);
        office.time.advance(Duration.ofDays(28));
        assertThatThrownBy(() -> desk.rate(token, Rating.GOOD, "", Optional.empty()))
                .isInstanceOfSatisfying(
                        RatingRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(RatingRefusedException.Reason.TOO_LATE));
        assertThat(rated()).isEmpty();
    }

    @Test
    void a_desk_that_signs_nothing_cannot_ask() {
        HelpDesk.Builder unsigned =
                HelpDesk.builder(office.store).satisfaction(SatisfactionPolicy.at(URI.create(PAGE)));

        assertThatThrownBy(unsigned::build).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_desk_that_is_not_told_to_asks_nobody() {
        TestDesk silent = new TestDesk();
        Ticket solved = silent.opened();
        silent.desk.solve(solved.id(), LARS);
        silent.time.runUntil(silent.desk, silent.time.instant().plus(Duration.ofDays(20)));

        assertThat(silent.kinds(solved.id())).containsExactly("acknowledged", "solved");
        assertThat(silent.last().text()).doesNotContain("rating");
    }
}
