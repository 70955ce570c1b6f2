package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.AGENT;
import static dev.svar.testkit.TestDesk.KARI;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.PriorityDetector;
import dev.svar.category.PriorityHint;
import dev.svar.category.RuleCategorizer;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.CategoryTrainer;
import dev.svar.category.learn.ModelUnreadableException;
import dev.svar.category.learn.ModelUnreadableException.Reason;
import dev.svar.contact.Actor;
import dev.svar.insight.DeskPriorities;
import dev.svar.message.Content;
import dev.svar.sla.SlaAction;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.KeptValue;
import dev.svar.ticket.Priority;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Solved tickets teach the desk how urgent a new one seems. */
final class DeskPrioritiesTest {
    private static final String OUTAGE = "the shop is down and nobody can order ";
    private static final String OPENING = "when do you open on monday ";

    private final TestDesk office = new TestDesk();
    private final DeskPriorities here = priorities();
    private final DeskPriorities there = priorities();
    private final HelpDesk desk = office.builder(office.mail)
            .priorities(PriorityDetector.by(
                            RuleCategorizer.builder().rule("HIGH", "journalist").build())
                    .orElse(there))
            .raisingPriorities(0.8)
            .build();

    private DeskPriorities priorities() {
        return new DeskPriorities(office.store, TENANT, office.time, new CategoryTrainer());
    }

    private Ticket opened(String text) {
        return desk.open(NewTicket.builder(KARI, "Help", text).build());
    }

    private TicketId changed(String text, Actor by, Priority to) {
        TicketId ticket = opened(text).id();
        desk.execute(ticket, new TicketCommand.ChangePriority(by, to));
        return ticket;
    }

    private void taught(int each) {
        for (int i = 0; i < each; i++) {
            desk.solve(changed(OUTAGE + i, AGENT, Priority.URGENT), LARS);
            desk.solve(opened(OPENING + i).id(), LARS);
        }
    }

    private Optional<Priority> seems(DeskPriorities node, String text) {
        return node.detect(CategoryQuestion.of(text)).map(PriorityHint::priority);
    }

    private void keep(byte[] bytes) {
        long version = office.store.keptVersion(TENANT, DeskPriorities.NAME) + 1;
        KeptValue value = new KeptValue(DeskPriorities.NAME, version, office.time.instant(), Content.of(bytes));
        assertThat(office.store.commit(Changes.builder(TENANT).keep(value).build()))
                .isEqualTo(CommitResult.COMMITTED);
    }

    private byte[] kept() {
        return office.store
                .kept(TENANT, DeskPriorities.NAME)
                .orElseThrow()
                .content()
                .bytes();
    }

    @Test
    void what_agents_decided_and_what_they_left_as_it_was_is_learned_on_every_node() {
        assertThat(here.train()).isZero();
        taught(20);
        assertThat(here.train()).isEqualTo(40);
        assertThat(there.catchUp()).isEqualTo(2);

        Ticket down = opened("the shop is down again");
        assertThat(down.priority()).isEqualTo(Priority.URGENT);
        assertThat(office.events(down.id(), PriorityChanged.class)
                        .get(0)
                        .reasons()
                        .toString())
                .startsWith("[probability ");
        assertThat(desk.hints(down.id()).priority().orElseThrow().reasons()).isNotEmpty();
        assertThat(opened("when do you open").priority()).isEqualTo(Priority.NORMAL);
        assertThat(seems(there, "when do you open")).contains(Priority.NORMAL);
        assertThat(seems(there, "zeppelin over the bay")).isEmpty();
        assertThat(seems(there, "")).isEmpty();
        assertThat(opened("i am a journalist and the shop is down").priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void a_priority_that_a_few_tickets_had_is_not_learned() {
        taught(DeskPriorities.LEAST - 1);
        assertThat(here.train()).isZero();
        assertThat(seems(here, OUTAGE)).isEmpty();
        desk.solve(changed(OUTAGE + "today", AGENT, Priority.URGENT), LARS);
        desk.solve(opened(OPENING + "again").id(), LARS);
        assertThat(here.train()).isEqualTo(2 * DeskPriorities.LEAST);
        assertThat(seems(here, OUTAGE)).contains(Priority.URGENT);
    }

    @Test
    void what_the_desk_raised_and_an_agent_left_so_teaches_that() {
        taught(20);
        here.train();
        there.catchUp();
        for (int i = 0; i < 5; i++) {
            Ticket raised = opened(OUTAGE + "today " + i);
            assertThat(raised.priority()).isEqualTo(Priority.URGENT);
            desk.solve(raised.id(), LARS);
        }
        assertThat(here.train()).isEqualTo(45);
        assertThat(seems(here, "the shop is down")).contains(Priority.URGENT);
    }

    @Test
    void tickets_that_no_agent_touched_teach_nothing() {
        taught(20);
        for (int i = 0; i < 30; i++) {
            TicketId alone = changed(OUTAGE + i, Actor.rule("import"), Priority.LOW);
            desk.execute(alone, new TicketCommand.ChangeStatus(Actor.rule("import"), Status.SOLVED));
        }
        opened(OUTAGE + "and not solved yet");
        assertThat(here.train()).isEqualTo(40);
        assertThat(seems(here, "the shop is down")).contains(Priority.URGENT);
    }

    @Test
    void what_the_ladder_of_a_broken_promise_raised_says_how_late_it_was_and_teaches_nothing() {
        for (int i = 0; i < 20; i++) {
            desk.solve(changed(OUTAGE + i, AGENT, Priority.URGENT), LARS);
            desk.solve(changed(OPENING + i, SlaAction.LADDER, Priority.URGENT), LARS);
        }
        assertThat(here.train()).isEqualTo(40);
        assertThat(seems(here, "when do you open")).contains(Priority.NORMAL);
    }

    @Test
    void where_all_tickets_have_the_same_priority_nothing_is_learned() {
        IntStream.range(0, 20).forEach(i -> desk.solve(changed(OUTAGE + i, AGENT, Priority.URGENT), LARS));
        assertThat(here.train()).isZero();
        assertThat(here.catchUp()).isEqualTo(1);
        assertThat(seems(here, "the shop is down")).isEmpty();
    }

    @Test
    void a_stored_model_with_priorities_that_nobody_knows_here_says_nothing_of_them() {
        List<CategoryExample> examples = IntStream.range(0, 40)
                .mapToObj(i -> new CategoryExample(
                        "t" + i,
                        CategoryQuestion.of(i % 2 == 0 ? OUTAGE + i : OPENING + i),
                        i % 2 == 0 ? "CRITICAL" : "LOW",
                        AGENT))
                .toList();
        keep(new CategoryTrainer().train(examples).toBytes());
        assertThat(there.catchUp()).isEqualTo(1);
        assertThat(seems(there, "the shop is down")).isEmpty();
        assertThat(seems(there, "when do you open")).contains(Priority.LOW);
        assertThat(opened("the shop is down").priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void a_damaged_and_a_newer_model_leave_the_one_before_and_only_the_damaged_one_is_replaced() {
        taught(20);
        here.train();
        there.catchUp();
        byte[] damaged = kept();
        damaged[damaged.length / 2] ^= 1;
        keep(damaged);
        assertThatThrownBy(there::catchUp)
                .isInstanceOfSatisfying(
                        ModelUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
        assertThat(seems(there, "the shop is down")).contains(Priority.URGENT);
        assertThat(there.train()).isEqualTo(40);
        assertThat(there.catchUp()).isEqualTo(3);

        byte[] newer = kept();
        ByteBuffer.wrap(newer).putInt(Integer.BYTES, 99);
        CRC32C checksum = new CRC32C();
        checksum.update(newer, 0, newer.length - Integer.BYTES);
        ByteBuffer.wrap(newer).putInt(newer.length - Integer.BYTES, (int) checksum.getValue());
        keep(newer);
        assertThatThrownBy(there::train)
                .isInstanceOfSatisfying(
                        ModelUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NEWER));
        assertThat(seems(there, "the shop is down")).contains(Priority.URGENT);
    }

    @Test
    void a_desk_whose_tickets_are_all_open_again_forgets_what_they_taught() {
        taught(20);
        here.train();
        office.allTickets()
                .forEach(
                        state -> desk.execute(state.ticket().id(), new TicketCommand.ChangeStatus(AGENT, Status.OPEN)));
        assertThat(here.train()).isZero();
        assertThat(seems(here, "the shop is down")).isEmpty();
    }
}
