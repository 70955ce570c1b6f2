package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.error.SvarException;
import dev.svar.jdbc.Call.Done;
import dev.svar.jdbc.Call.Refused;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketLifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The checker explains what can be explained and names what cannot. */
final class CallHistoryTest {
    private static final TicketLifecycle RULES = TicketLifecycle.standard();

    private final Ticket first = new Story().opened.after().ticket();
    private final TicketCommand urgent = new TicketCommand.ChangePriority(Story.OLA, Priority.URGENT);
    private final TicketCommand low = new TicketCommand.ChangePriority(Story.OLA, Priority.LOW);
    private final TicketCommand toSiv = new TicketCommand.Assign(Story.OLA, Optional.of(new AgentId("siv")));
    private final TicketCommand reply = new TicketCommand.Reply(
            Actor.agent(new AgentId("siv")), new MessageId(UUID.randomUUID()), Status.PENDING, Optional.empty());
    private final TicketCommand neverAllowed = new TicketCommand.ChangeStatus(Story.OLA, Status.MERGED);
    private final TicketCommand close = new TicketCommand.ChangeStatus(Story.OLA, Status.CLOSED);
    private final TicketCommand reopen = new TicketCommand.ChangeStatus(Story.OLA, Status.NEW);

    private static Ticket after(Ticket before, TicketCommand... commands) {
        Ticket ticket = before;
        for (TicketCommand command : commands) {
            for (RecordedEvent event : RULES.decide(ticket, command, Story.NOW)) {
                ticket = TicketLifecycle.apply(ticket, event);
            }
        }
        return ticket;
    }

    private static Refused refusal(Ticket ticket, TicketCommand command) {
        try {
            RULES.decide(ticket, command, Story.NOW);
            throw new AssertionError("it is allowed");
        } catch (SvarException e) {
            return Refused.of(e);
        }
    }

    private List<String> faults(Ticket last, Call... calls) {
        return CallHistory.faults(RULES, Story.NOW, first, List.of(calls), last);
    }

    @Test
    void one_call_after_the_other_is_explained() {
        Ticket one = after(first, urgent);
        Ticket two = after(one, reply);
        Ticket three = after(two, toSiv);

        assertThat(faults(
                        three,
                        new Call(urgent, 1, 2, new Done(one)),
                        new Call(reply, 3, 4, new Done(two)),
                        new Call(neverAllowed, 5, 6, refusal(two, neverAllowed)),
                        new Call(toSiv, 7, 8, new Done(three)),
                        new Call(toSiv, 9, 10, new Done(three)),
                        new Call(low, 11, 12, new Call.GaveUp())))
                .isEmpty();
    }

    @Test
    void calls_that_overlap_may_take_effect_in_either_order() {
        Ticket lowLast = after(first, urgent, low);
        assertThat(faults(
                        lowLast,
                        new Call(low, 1, 10, new Done(lowLast)),
                        new Call(urgent, 2, 9, new Done(after(first, urgent)))))
                .isEmpty();
    }

    @Test
    void of_equal_calls_that_overlap_one_changes_and_the_others_find_it_changed() {
        Ticket one = after(first, toSiv);
        assertThat(faults(
                        one,
                        new Call(toSiv, 1, 10, new Done(one)),
                        new Call(toSiv, 2, 9, new Done(one)),
                        new Call(toSiv, 3, 11, new Done(one))))
                .isEmpty();
    }

    @Test
    void a_refusal_may_be_explained_by_any_state_meanwhile() {
        Ticket closed = after(first, close);
        assertThat(faults(
                        closed,
                        new Call(close, 1, 5, new Done(closed)),
                        new Call(reopen, 2, 3, refusal(closed, reopen))))
                .isEmpty();
    }

    @Test
    void a_version_that_two_calls_made_is_a_fault() {
        Ticket one = after(first, urgent);
        assertThat(faults(
                        one, new Call(urgent, 1, 10, new Done(one)), new Call(low, 2, 9, new Done(after(first, low)))))
                .singleElement()
                .asString()
                .contains("was seen by ChangePriority");
    }

    @Test
    void a_change_that_was_overwritten_is_a_fault() {
        Ticket lost = after(first, urgent);
        Ticket last = after(first, toSiv, reply);
        assertThat(faults(
                        last,
                        new Call(urgent, 1, 10, new Done(lost)),
                        new Call(toSiv, 2, 9, new Done(after(first, toSiv))),
                        new Call(reply, 3, 8, new Done(last))))
                .isNotEmpty();
    }

    @Test
    void an_answer_that_is_not_what_the_rules_give_is_a_fault() {
        assertThat(faults(after(first, urgent), new Call(low, 1, 2, new Done(after(first, urgent)))))
                .singleElement()
                .asString()
                .contains("does not follow from version " + first.version());
    }

    @Test
    void a_version_that_nobody_made_is_a_fault() {
        Ticket one = after(first, urgent);
        Ticket two = after(one, toSiv);
        assertThat(faults(two, new Call(toSiv, 1, 2, new Done(two))))
                .singleElement()
                .asString()
                .contains("does not follow");
    }

    @Test
    void an_effect_before_the_call_was_given_is_a_fault() {
        Ticket one = after(first, low);
        Ticket two = after(one, urgent);
        assertThat(faults(two, new Call(urgent, 1, 2, new Done(two)), new Call(low, 3, 4, new Done(one))))
                .singleElement()
                .asString()
                .contains("was answered before");
    }

    @Test
    void a_look_at_a_state_that_is_over_is_a_fault() {
        TicketCommand already = new TicketCommand.ChangePriority(Story.OLA, first.priority());
        Ticket one = after(first, toSiv);
        assertThat(faults(one, new Call(toSiv, 1, 2, new Done(one)), new Call(already, 3, 4, new Done(first))))
                .singleElement()
                .asString()
                .contains("was answered before");
    }

    @Test
    void a_command_that_changes_something_and_is_said_not_to_have_is_a_fault() {
        assertThat(faults(first, new Call(toSiv, 1, 2, new Done(first))))
                .singleElement()
                .asString()
                .contains("which changes it");
    }

    @Test
    void a_refusal_that_no_state_explains_is_a_fault() {
        Refused refused = refusal(after(first, close), reopen);
        List<Call> calls = new ArrayList<>(List.of(new Call(reopen, 1, 2, refused)));
        assertThat(CallHistory.faults(RULES, Story.NOW, first, calls, first)).hasSize(1);

        calls.add(new Call(close, 3, 4, new Done(after(first, close))));
        assertThat(CallHistory.faults(RULES, Story.NOW, first, calls, after(first, close)))
                .singleElement()
                .asString()
                .contains("no state of the ticket meanwhile explains");
    }

    @Test
    void a_refusal_by_a_state_that_is_over_is_a_fault() {
        Ticket solved = after(first, new TicketCommand.ChangeStatus(Story.OLA, Status.SOLVED));
        TicketCommand open = new TicketCommand.ChangeStatus(Story.OLA, Status.OPEN);
        Ticket opened = after(solved, open);
        assertThat(faults(
                        opened,
                        new Call(new TicketCommand.ChangeStatus(Story.OLA, Status.SOLVED), 1, 2, new Done(solved)),
                        new Call(open, 3, 4, new Done(opened)),
                        new Call(reopen, 5, 6, refusal(solved, reopen))))
                .singleElement()
                .asString()
                .contains("no state of the ticket meanwhile explains");
    }

    @Test
    void an_answer_that_is_not_in_the_ticket_at_last_is_a_fault() {
        assertThat(faults(first, new Call(urgent, 1, 2, new Done(after(first, urgent)))))
                .singleElement()
                .asString()
                .contains("at last");
    }
}
