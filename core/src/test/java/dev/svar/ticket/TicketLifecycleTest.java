package dev.svar.ticket;

import static dev.svar.ticket.Tickets.AGENT;
import static dev.svar.ticket.Tickets.CUSTOMER;
import static dev.svar.ticket.Tickets.KARI;
import static dev.svar.ticket.Tickets.MESSAGE;
import static dev.svar.ticket.Tickets.NOW;
import static dev.svar.ticket.Tickets.OLA;
import static dev.svar.ticket.Tickets.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TicketLifecycleTest {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Actor RULE = Actor.rule("test");
    private static final AgentId LARS = new AgentId("lars");

    private final Ticket ticket = Tickets.opened();

    private static List<TicketEvent> events(Ticket ticket, TicketCommand command) {
        List<RecordedEvent> recorded = TicketLifecycle.standard().decide(ticket, command, LATER);
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(recorded.get(i).sequence()).isEqualTo(ticket.version() + i + 1);
            assertThat(recorded.get(i).ticket()).isEqualTo(ticket.id());
            assertThat(recorded.get(i).at()).isEqualTo(LATER);
            assertThat(recorded.get(i).by()).isEqualTo(command.by());
        }
        return recorded.stream().map(RecordedEvent::event).toList();
    }

    private static Ticket after(Ticket ticket, TicketCommand command) {
        return Tickets.folded(ticket, TicketLifecycle.standard().decide(ticket, command, LATER));
    }

    @Test
    void a_ticket_opens_with_its_first_message() {
        TicketId id = new TicketId(new UUID(3, 4));
        List<RecordedEvent> events = TicketLifecycle.standard().open(id, Tickets.openCommand(), NOW);

        assertThat(events).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
        assertThat(events).allSatisfy(e -> {
            assertThat(e.ticket()).isEqualTo(id);
            assertThat(e.at()).isEqualTo(NOW);
            assertThat(e.by()).isEqualTo(CUSTOMER);
        });
        assertThat(events.get(0).event()).isInstanceOf(TicketEvent.Opened.class);
        assertThat(events.get(1).event()).isEqualTo(new TicketEvent.MessageAdded(MESSAGE, MessageRole.CUSTOMER));
    }

    @Test
    void an_opened_ticket_is_what_was_asked_for() {
        assertThat(ticket.tenant()).isEqualTo(TENANT);
        assertThat(ticket.number()).hasToString("SUP-1042");
        assertThat(ticket.subject()).isEqualTo("Får ikke betalt");
        assertThat(ticket.requester()).isEqualTo(KARI);
        assertThat(ticket.participants()).containsExactly(OLA);
        assertThat(ticket.involves(KARI) && ticket.involves(OLA)).isTrue();
        assertThat(ticket.status()).isEqualTo(Status.NEW);
        assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
        assertThat(ticket.channel()).isEqualTo(Channel.MAIL);
        assertThat(ticket.language()).contains(Locale.forLanguageTag("nb"));
        assertThat(ticket.answerable()).isFalse();
        assertThat(ticket.category()).isEmpty();
        assertThat(ticket.assignee()).isEmpty();
        assertThat(ticket.linkGeneration()).isZero();
        assertThat(ticket.openedAt()).isEqualTo(NOW);
        assertThat(ticket.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = StatusCategory.class,
            names = {"PENDING_CUSTOMER", "PENDING_INTERNAL", "SOLVED"})
    void a_customers_message_makes_it_the_desks_turn(StatusCategory category) {
        Status before = new Status("somewhere", category);

        assertThat(events(Tickets.in(before), new TicketCommand.AddCustomerMessage(CUSTOMER, MESSAGE)))
                .containsExactly(
                        new TicketEvent.MessageAdded(MESSAGE, MessageRole.CUSTOMER),
                        new TicketEvent.StatusChanged(before, Status.OPEN));
    }

    @ParameterizedTest
    @EnumSource(
            value = StatusCategory.class,
            names = {"NEW", "OPEN"})
    void a_customers_message_leaves_the_label_where_it_is_the_desks_turn_already(StatusCategory category) {
        Ticket before = Tickets.in(new Status("own label", category));

        assertThat(events(before, new TicketCommand.AddCustomerMessage(CUSTOMER, MESSAGE)))
                .containsExactly(new TicketEvent.MessageAdded(MESSAGE, MessageRole.CUSTOMER));
    }

    @ParameterizedTest
    @EnumSource(StatusCategory.class)
    void notes_and_automatic_messages_change_no_status(StatusCategory category) {
        Ticket before = Tickets.in(new Status("somewhere", category));

        assertThat(events(before, new TicketCommand.AddNote(AGENT, MESSAGE)))
                .containsExactly(new TicketEvent.MessageAdded(MESSAGE, MessageRole.NOTE));
        assertThat(events(before, new TicketCommand.AddAutomaticMessage(CUSTOMER, MESSAGE)))
                .containsExactly(new TicketEvent.MessageAdded(MESSAGE, MessageRole.AUTOMATIC));
        assertThat(after(before, new TicketCommand.AddNote(AGENT, MESSAGE)).status())
                .isEqualTo(before.status());
    }

    @Test
    void a_reply_is_followed_by_the_status_that_the_agent_wants() {
        TicketCommand reply = new TicketCommand.Reply(AGENT, MESSAGE, Status.PENDING);

        assertThat(events(ticket, reply))
                .containsExactly(
                        new TicketEvent.MessageAdded(MESSAGE, MessageRole.REPLY),
                        new TicketEvent.StatusChanged(Status.NEW, Status.PENDING));
        assertThat(events(Tickets.in(Status.PENDING), reply))
                .containsExactly(new TicketEvent.MessageAdded(MESSAGE, MessageRole.REPLY));
    }

    @Test
    void what_is_already_as_wished_makes_no_history() {
        Ticket assigned = ticket.toBuilder()
                .assignee(Optional.of(LARS))
                .category(Optional.of("payment"))
                .build();

        assertThat(events(assigned, new TicketCommand.Assign(AGENT, Optional.of(LARS))))
                .isEmpty();
        assertThat(events(ticket, new TicketCommand.Assign(AGENT, Optional.empty())))
                .isEmpty();
        assertThat(events(ticket, new TicketCommand.ChangePriority(AGENT, Priority.HIGH)))
                .isEmpty();
        assertThat(events(ticket, new TicketCommand.ChangeStatus(AGENT, Status.NEW)))
                .isEmpty();
        assertThat(events(assigned, new TicketCommand.Categorize(RULE, "payment", List.of("word: kort"))))
                .isEmpty();
    }

    @Test
    void a_ticket_is_assigned_prioritized_and_categorized() {
        Ticket changed = after(
                after(
                        after(ticket, new TicketCommand.Assign(AGENT, Optional.of(LARS))),
                        new TicketCommand.ChangePriority(AGENT, Priority.URGENT)),
                new TicketCommand.Categorize(RULE, "payment", List.of("word: kort")));

        assertThat(changed.assignee()).contains(LARS);
        assertThat(changed.priority()).isEqualTo(Priority.URGENT);
        assertThat(changed.category()).contains("payment");
        assertThat(changed.version()).isEqualTo(5);
        assertThat(changed.updatedAt()).isEqualTo(LATER);
        assertThat(events(changed, new TicketCommand.Assign(AGENT, Optional.empty())))
                .containsExactly(new TicketEvent.Assigned(Optional.of(LARS), Optional.empty()));
        assertThat(events(changed, new TicketCommand.ChangePriority(AGENT, Priority.LOW)))
                .containsExactly(new TicketEvent.PriorityChanged(Priority.URGENT, Priority.LOW));
        assertThat(events(changed, new TicketCommand.Categorize(RULE, "start list", List.of())))
                .containsExactly(new TicketEvent.Categorized(Optional.of("payment"), "start list", List.of()));
    }

    @Test
    void what_the_rules_notice_is_recorded_and_changes_nothing_else() {
        Instant due = NOW.plusSeconds(3600);
        Address kari = Address.mail("kari@kunde.example");

        assertThat(events(ticket, new TicketCommand.WarnOfSla(RULE, SlaTarget.FIRST_RESPONSE, 1, 2, due)))
                .containsExactly(new TicketEvent.SlaWarned(SlaTarget.FIRST_RESPONSE, 1, 2, due));
        assertThat(events(
                        ticket,
                        new TicketCommand.AnnounceDelay(RULE, SlaTarget.RESOLUTION, 2, due, due.plusSeconds(1))))
                .containsExactly(new TicketEvent.DelayAnnounced(SlaTarget.RESOLUTION, 2, due, due.plusSeconds(1)));
        TicketCommand breach = new TicketCommand.BreachSla(RULE, SlaTarget.NEXT_RESPONSE, 3, due, Duration.ofHours(1));
        assertThat(events(ticket, breach))
                .containsExactly(new TicketEvent.SlaBreached(SlaTarget.NEXT_RESPONSE, 3, due, Duration.ofHours(1)));
        assertThat(events(ticket, new TicketCommand.ReportDeliveryFailure(RULE, kari, "5.1.1", "no such user")))
                .containsExactly(new TicketEvent.DeliveryFailed(kari, "5.1.1", "no such user"));
        assertThat(after(ticket, breach))
                .isEqualTo(ticket.toBuilder().version(3, LATER).build());
    }

    @Test
    void every_revocation_raises_the_generation_of_links() {
        Ticket once = after(ticket, new TicketCommand.RevokeLinks(AGENT));
        Ticket twice = after(once, new TicketCommand.RevokeLinks(AGENT));

        assertThat(once.linkGeneration()).isEqualTo(1);
        assertThat(twice.linkGeneration()).isEqualTo(2);
    }

    @Test
    void the_same_arguments_give_the_same_answer() {
        TicketCommand reply = new TicketCommand.Reply(AGENT, MESSAGE, Status.SOLVED);

        assertThat(TicketLifecycle.standard().decide(ticket, reply, LATER))
                .isEqualTo(TicketLifecycle.standard().decide(Tickets.opened(), reply, LATER));
    }

    @Test
    void an_open_ticket_cannot_be_opened() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketLifecycle.standard().decide(ticket, Tickets.openCommand(), LATER))
                .withMessageContaining("SUP-1042 is open already");
    }

    @Test
    void a_ticket_begins_with_being_opened() {
        RecordedEvent other = new RecordedEvent(
                ticket.id(),
                1,
                NOW,
                CUSTOMER,
                Channel.MAIL,
                new TicketEvent.MessageAdded(MESSAGE, MessageRole.CUSTOMER));

        assertThatIllegalArgumentException().isThrownBy(() -> TicketLifecycle.first(TENANT, other));
    }

    @Test
    void an_event_of_another_ticket_or_out_of_order_is_refused() {
        TicketEvent event = new TicketEvent.MessageAdded(MESSAGE, MessageRole.NOTE);
        TicketId foreign = new TicketId(new UUID(8, 8));

        for (long sequence : new long[] {0, 1, 2, 4}) {
            RecordedEvent misplaced = new RecordedEvent(ticket.id(), sequence, LATER, AGENT, Channel.HOST, event);
            assertThatIllegalArgumentException().isThrownBy(() -> TicketLifecycle.apply(ticket, misplaced));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TicketLifecycle.apply(
                        ticket, new RecordedEvent(foreign, 3, LATER, AGENT, Channel.HOST, event)));
    }

    @Test
    void participants_and_reasons_are_copied() {
        Set<ContactId> participants = new HashSet<>(Set.of(OLA));
        TicketCommand.Open source = Tickets.openCommand();
        TicketCommand.Open open = new TicketCommand.Open(
                source.by(),
                source.number(),
                source.subject(),
                source.requester(),
                participants,
                source.priority(),
                source.channel(),
                source.language(),
                source.answerable(),
                source.message());
        participants.clear();

        assertThat(open.participants()).containsExactly(OLA);
    }
}
