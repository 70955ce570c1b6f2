package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.Effect;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.TicketHints;
import dev.svar.category.Mood;
import dev.svar.category.MoodDetector;
import dev.svar.category.MoodHint;
import dev.svar.category.PriorityDetector;
import dev.svar.category.PriorityHint;
import dev.svar.category.RuleCategorizer;
import dev.svar.contact.Actor;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words of customers say of urgency and mood: agents see it; nothing else follows unless the host wants it. */
final class DeskHintsTest {
    private static final PriorityDetector RULES = PriorityDetector.by(RuleCategorizer.builder()
            .rule("urgent", "outage", "nede")
            .rule("LOW", "newsletter")
            .rule("somewhat", "soon")
            .build());
    private static final SlaPolicy POLICY = SlaPolicy.builder(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")))
            .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(8))
            .promise(SlaTarget.FIRST_RESPONSE, Priority.URGENT, Duration.ofMinutes(30))
            .build();

    private final TestDesk office = new TestDesk();

    private HelpDesk.Builder asking() {
        return office.builder(office.mail).sla(POLICY).priorities(RULES).moods(MoodDetector.byCommonWords());
    }

    private static NewTicket.Builder outage() {
        return NewTicket.builder(KARI, "Outage", "Everything is down since nine.");
    }

    private Ticket stored(TicketId id) {
        return office.state(id).ticket();
    }

    @Test
    void agents_see_how_urgent_it_seems_and_why_and_nothing_changes_by_it() {
        HelpDesk desk = asking().build();
        Ticket ticket = desk.open(outage().build());

        PriorityHint hint = desk.hints(ticket.id()).priority().orElseThrow();
        assertThat(hint.priority()).isEqualTo(Priority.URGENT);
        assertThat(hint.probability()).isEqualTo(1);
        assertThat(hint.reasons()).containsExactly("subject: outage");
        assertThat(desk.view(ticket.id(), Locale.ENGLISH).hints()).isEqualTo(desk.hints(ticket.id()));
        assertThat(stored(ticket.id()).priority()).isEqualTo(Priority.NORMAL);
        assertThat(office.events(ticket.id(), PriorityChanged.class)).isEmpty();
    }

    @Test
    void a_desk_that_asks_nobody_says_nothing_of_urgency() {
        Ticket ticket = office.desk.open(outage().build());
        assertThat(office.desk.hints(ticket.id()).priority()).isEmpty();
    }

    @Test
    void where_the_host_wants_it_a_new_ticket_is_raised_and_the_history_says_by_what_and_how_sure() {
        HelpDesk desk = asking().raisingPriorities(0.9).build();
        Ticket ticket = desk.open(outage().build());

        assertThat(ticket.priority()).isEqualTo(Priority.URGENT);
        RecordedEvent event = desk.history(ticket.id(), 0, 10).stream()
                .filter(e -> e.event() instanceof PriorityChanged)
                .findFirst()
                .orElseThrow();
        assertThat(event.by()).isEqualTo(Actor.rule("priority hint"));
        assertThat(event.event())
                .isEqualTo(new PriorityChanged(Priority.NORMAL, Priority.URGENT, List.of("probability 100 %")));
        assertThat(office.state(ticket.id())
                        .clocks()
                        .clock(SlaTarget.FIRST_RESPONSE)
                        .orElseThrow()
                        .due())
                .isEqualTo("2026-12-01T09:30:00Z");
    }

    @Test
    void the_acknowledgement_tells_the_time_of_the_raised_priority() {
        HelpDesk desk = asking().raisingPriorities(0.9).build();
        desk.open(outage().priority(Priority.NORMAL).build());
        desk.open(outage().priority(Priority.URGENT).build());
        desk.open(outage().build());
        List<String> letters = office.sent().stream()
                .map(letter -> letter.text().replaceAll("SUP-\\d|/t/\\S+", ""))
                .toList();
        assertThat(letters).hasSize(3);
        assertThat(letters.get(2)).isEqualTo(letters.get(1)).isNotEqualTo(letters.get(0));
    }

    @Test
    void mail_says_no_priority_and_is_raised() {
        HelpDesk desk = asking().raisingPriorities(0.9).build();
        TicketId id = desk.receive(TestDesk.mail("1", KARI)
                        .subject("Alt er nede")
                        .text("Hjelp")
                        .build())
                .receipt()
                .ticket()
                .orElseThrow();
        assertThat(stored(id).priority()).isEqualTo(Priority.URGENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOW", "NORMAL", "HIGH"})
    void who_says_a_priority_is_not_overruled(Priority said) {
        HelpDesk desk = asking().raisingPriorities(0.1).build();
        Ticket ticket = desk.open(outage().priority(said).openedBy(LARS).build());
        assertThat(stored(ticket.id()).priority()).isEqualTo(said);
    }

    @Test
    void a_hint_never_lowers_a_priority_and_a_name_that_no_priority_has_says_nothing() {
        HelpDesk desk = asking().raisingPriorities(0.1).build();
        Ticket low = desk.open(NewTicket.builder(KARI, "Newsletter", "Hi").build());
        Ticket unknown = desk.open(NewTicket.builder(KARI, "Soon", "Hi").build());
        assertThat(stored(low.id()).priority()).isEqualTo(Priority.NORMAL);
        assertThat(desk.hints(low.id()).priority().map(PriorityHint::priority)).contains(Priority.LOW);
        assertThat(desk.hints(unknown.id()).priority()).isEmpty();
    }

    @Test
    void what_is_less_likely_than_the_host_wants_is_only_shown() {
        HelpDesk desk = asking().priorities(q -> Optional.of(new PriorityHint(Priority.HIGH, 0.79, List.of("a guess"))))
                .raisingPriorities(0.8)
                .build();
        Ticket ticket = desk.open(outage().build());
        assertThat(stored(ticket.id()).priority()).isEqualTo(Priority.NORMAL);
        assertThat(desk.hints(ticket.id()).priority()).isPresent();
    }

    @Test
    void what_a_person_changed_is_not_raised_again_whatever_the_customer_writes_then() {
        HelpDesk desk = asking().raisingPriorities(0.9).build();
        Ticket ticket = desk.open(outage().build());
        desk.execute(ticket.id(), new TicketCommand.ChangePriority(AGENT, Priority.NORMAL));
        desk.receive(TestDesk.mail("2", KARI)
                .subject("Re: [" + ticket.number() + "] Outage")
                .text("Still an outage!")
                .build());
        assertThat(desk.messages(ticket.id(), 0, 10)).hasSize(2);
        assertThat(stored(ticket.id()).priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void what_the_hosts_own_reaction_says_of_a_new_ticket_stands() {
        HelpDesk desk = asking().raisingPriorities(0.9)
                .reaction(step -> step.event().event() instanceof TicketEvent.Opened
                        ? List.of(new Effect.Follow(new TicketCommand.ChangePriority(Actor.rule("vip"), Priority.LOW)))
                        : List.of())
                .build();
        Ticket ticket = desk.open(outage().build());
        assertThat(stored(ticket.id()).priority()).isEqualTo(Priority.LOW);
    }

    @Test
    void the_customer_is_told_nothing_of_hints() {
        HelpDesk desk = asking().raisingPriorities(0.9).build();
        Ticket ticket = desk.open(outage().build());
        desk.runDue(100);
        assertThat(office.last().text()).doesNotContain("subject: outage");
        assertThat(desk.customerView(ticket.id(), ticket.requester())
                        .orElseThrow()
                        .toString())
                .doesNotContain("subject: outage");
    }

    @Test
    void the_mood_is_that_of_the_latest_message_of_a_customer() {
        HelpDesk desk = asking().build();
        Ticket ticket = desk.open(
                NewTicket.builder(KARI, "Faktura", "Hei, når kommer fakturaen?").build());
        assertThat(desk.hints(ticket.id()).mood()).isEmpty();

        desk.receive(TestDesk.mail("2", KARI)
                .subject("Re: [" + ticket.number() + "] Faktura")
                .text("Dette er tredje gang jeg skriver til dere.")
                .build());
        desk.reply(ticket.id(), LARS, "Vi er svært skuffet over oss selv.", Status.PENDING);
        desk.note(ticket.id(), LARS, "Elendig service av meg.");
        MoodHint upset = desk.view(ticket.id(), Locale.ENGLISH).hints().mood().orElseThrow();
        assertThat(upset.mood()).isEqualTo(Mood.UPSET);
        assertThat(upset.reasons()).containsExactly("tredje gang jeg skriver");

        desk.receive(TestDesk.mail("3", KARI)
                .subject("Re: [" + ticket.number() + "] Faktura")
                .text("Dere er helt fantastiske, nå ordnet det seg.")
                .build());
        assertThat(desk.hints(ticket.id()).mood().map(MoodHint::mood)).contains(Mood.CONTENT);
    }

    @Test
    void another_detector_of_moods_takes_the_place_of_the_shipped_one() {
        HelpDesk desk = office.builder(office.mail)
                .moods(text -> Optional.of(new MoodHint(Mood.CONTENT, List.of(text))))
                .build();
        Ticket ticket = desk.open(outage().build());
        assertThat(desk.hints(ticket.id()).mood().orElseThrow().reasons())
                .containsExactly("Everything is down since nine.");
    }

    @Test
    void an_empty_and_a_huge_text_open_as_any_other() {
        HelpDesk desk = asking().raisingPriorities(0.9).build();
        Ticket empty = desk.receive(
                        TestDesk.mail("1", KARI).subject("").text("").build())
                .receipt()
                .ticket()
                .map(this::stored)
                .orElseThrow();
        Ticket huge = desk.open(NewTicket.builder(KARI, "Hi", "outage ".repeat(Message.MAX_TEXT_LENGTH / 7))
                .build());
        assertThat(desk.hints(empty.id())).isEqualTo(new TicketHints(Optional.empty(), Optional.empty()));
        assertThat(huge.priority()).isEqualTo(Priority.URGENT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void a_threshold_that_is_no_probability_is_refused(double from) {
        assertThatThrownBy(() -> asking().raisingPriorities(from))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("raisingPriorities");
    }

    @Test
    void nothing_is_raised_without_somebody_who_says_how_urgent_it_is() {
        assertThatThrownBy(
                        () -> office.builder(office.mail).raisingPriorities(0.9).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("priorities");
    }
}
