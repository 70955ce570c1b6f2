package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.NOW;
import static dev.svar.ticket.Tickets.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.error.InvalidValueException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers get wrong is answered with the field and its limit. */
final class TicketBadInputTest {
    private static Stream<Arguments> subjects() {
        return Stream.of(
                Arguments.of(" ", "is blank, it must hold some text"),
                Arguments.of("x".repeat(501), "is 501 characters long, at most 500 are allowed"),
                Arguments.of(
                        "a\r\nBcc: b",
                        "holds the control character U+000D at index 1, it must be a single line" + " of text"),
                Arguments.of(
                        "bell\u0007",
                        "holds the control character U+0007 at index 4, it must be a single line of" + " text"));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void a_subject_is_one_bounded_line_wherever_it_is_given(String subject, String problem) {
        assertThatThrownBy(() -> OpenCommands.withSubject(subject)).hasMessage("subject " + problem);
        assertThatThrownBy(() -> new TicketCommand.EditSubject(AGENT, subject)).hasMessage("subject " + problem);
    }

    @Test
    void ten_thousand_tags_are_refused() {
        Set<Tag> many =
                IntStream.range(0, 10_000).mapToObj(i -> new Tag("t" + i)).collect(Collectors.toSet());

        assertThatThrownBy(() -> new TicketCommand.ChangeTags(AGENT, many, Set.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("tags.add holds 10000 elements, at most 100 are allowed");
        assertThatThrownBy(() -> new TicketCommand.ChangeTags(AGENT, Set.of(), many))
                .hasMessageStartingWith("tags.remove ");
    }

    @Test
    void a_tag_that_grows_in_lower_case_is_measured_as_it_is_kept() {
        assertThat(new Tag("İ".repeat(25)).value()).hasSize(50);
        assertThatThrownBy(() -> new Tag("İ".repeat(26)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("tag is 52 characters long, at most 50 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines"})
    void a_category_is_one_line(String category) {
        assertThatThrownBy(() -> new TicketCommand.Categorize(AGENT, category, List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("category ");
    }

    @Test
    void reasons_for_a_category_are_few_and_short() {
        assertThatThrownBy(() -> new TicketCommand.Categorize(AGENT, "payment", Collections.nCopies(21, "word")))
                .hasMessage("category.reasons holds 21 elements, at most 20 are allowed");
        assertThat(new TicketCommand.Categorize(AGENT, "payment", List.of("x".repeat(100_000))).reasons())
                .containsExactly("x".repeat(500));
    }

    @Test
    void too_many_participants_are_refused_at_once_or_together() {
        Set<ContactId> hundred = Set.of(People.many(0, TicketCommand.MAX_PARTICIPANTS));
        Drawer drawer = new Drawer(TicketRules.standard());
        TicketId id = drawer.opened(KARI);
        drawer.does(id, new TicketCommand.ChangeParticipants(AGENT, hundred, Set.of()));

        assertThatThrownBy(() -> drawer.does(id, new TicketCommand.ChangeParticipants(AGENT, Set.of(OLA), Set.of())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("ticket.participants holds 101 elements, at most 100 are allowed");
        assertThatThrownBy(() -> drawer.opened(OLA, People.many(0, TicketCommand.MAX_PARTICIPANTS + 1)))
                .hasMessage("participants holds 101 elements, at most 100 are allowed");
    }

    @Test
    void the_requester_is_no_participant_even_if_the_host_says_so() {
        Drawer drawer = new Drawer(TicketRules.standard());

        assertThat(drawer.ticket(drawer.opened(KARI, KARI, OLA)).participants()).containsExactly(OLA);
    }

    @Test
    void the_error_about_a_misplaced_event_tells_nothing_of_what_a_customer_wrote() {
        TicketEvent event = new TicketEvent.SubjectEdited("before", "my password is hunter2");
        Ticket ticket = Tickets.opened();
        RecordedEvent misplaced = new RecordedEvent(ticket.id(), 9, NOW, AGENT, Channel.HOST, event);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketLifecycle.apply(ticket, misplaced))
                .withMessage("event 9 of " + ticket.id() + " does not follow " + ticket);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketLifecycle.first(Tickets.TENANT, misplaced))
                .withMessage("a ticket begins with Opened, not with SubjectEdited");
    }
}
