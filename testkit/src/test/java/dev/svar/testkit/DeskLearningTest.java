package dev.svar.testkit;

import static dev.svar.testkit.TestDesk.BERIT;
import static dev.svar.testkit.TestDesk.LARS;
import static dev.svar.testkit.TestDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.Redaction;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.learn.ModelUnreadableException;
import dev.svar.category.learn.ModelUnreadableException.Reason;
import dev.svar.category.learn.Refit;
import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.TenantId;
import dev.svar.insight.CatchUp;
import dev.svar.insight.DeskLearning;
import dev.svar.message.Content;
import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.KeptValue;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** What agents decide teaches the desk, once each, on every node. */
final class DeskLearningTest {
    private static final String[][] WORDS = {
        {"invoice", "charged", "refund", "payment", "card", "receipt"},
        {"login", "password", "locked", "code", "reset", "account"},
        {"crash", "screen", "freezes", "error", "update", "slow"}
    };
    private static final List<String> CATEGORIES = List.of("billing", "access", "bug");

    private final TestDesk office = new TestDesk();
    private final Random random = new Random(5);
    private final DeskLearning here = learning().build();
    private final DeskLearning there = learning().build();
    private final HelpDesk desk = office.builder(office.mail)
            .categorizer(question -> CategoryAnswer.abstained())
            .build();

    private DeskLearning.Builder learning() {
        return DeskLearning.builder(office.store).time(office.time);
    }

    private String text(int category) {
        StringBuilder text = new StringBuilder("hello");
        for (int i = 0; i < 4; i++) {
            text.append(' ').append(WORDS[category][random.nextInt(6)]);
        }
        return text.toString();
    }

    private TicketId opened(String text) {
        return desk.open(NewTicket.builder(TestDesk.KARI, "Help", text).build()).id();
    }

    private void decide(TicketId ticket, String category, AgentId by) {
        desk.execute(ticket, new TicketCommand.Categorize(Actor.agent(by), category, List.of()));
    }

    /** Tickets whose category an agent decided, one a minute. */
    private List<TicketId> past(int count) {
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            office.time.advance(Duration.ofMinutes(1));
            tickets.add(opened(text(i % 3)));
            decide(tickets.get(i), CATEGORIES.get(i % 3), LARS);
        }
        return tickets;
    }

    private void trained(int count) {
        past(count);
        office.time.advance(Duration.ofHours(1));
        assertThat(here.train().promoted()).isTrue();
    }

    @Test
    void a_training_looks_at_so_many_tickets_only_where_few_decide() {
        past(12);
        for (int i = 0; i < 8; i++) {
            opened(text(i % 3));
        }
        office.time.advance(Duration.ofHours(1));

        assertThat(learning().most(2).build().train().outcome())
                .as("the latest eight, of which nobody decided any")
                .isEqualTo(Refit.Outcome.EMPTY);
        assertThat(learning().most(3).build().train().outcome())
                .as("four that were decided are among the latest twelve")
                .isNotEqualTo(Refit.Outcome.EMPTY);
    }

    private static Optional<String> about(DeskLearning node, String text) {
        return node.categorize(CategoryQuestion.of(text)).category();
    }

    private byte[] bytes() {
        return office.store
                .kept(TENANT, DeskLearning.Builder.DEFAULT_NAME)
                .orElseThrow()
                .content()
                .bytes();
    }

    private void keep(byte[] bytes) {
        long version = office.store.keptVersion(TENANT, DeskLearning.Builder.DEFAULT_NAME) + 1;
        KeptValue value =
                new KeptValue(DeskLearning.Builder.DEFAULT_NAME, version, office.time.instant(), Content.of(bytes));
        assertThat(office.store.commit(Changes.builder(TENANT).keep(value).build()))
                .isEqualTo(CommitResult.COMMITTED);
    }

    @Test
    void a_model_is_trained_from_decided_tickets_and_taken_over_by_every_node() {
        trained(60);
        assertThat(here.model().orElseThrow().texts()).isEqualTo(60);
        assertThat(about(there, "refund of the invoice charged to my card")).isEmpty();

        assertThat(there.catchUp()).isEqualTo(new CatchUp(1, 0, 0, Optional.empty(), false));

        assertThat(there.model().orElseThrow().toBytes()).isEqualTo(bytes());
        assertThat(about(there, "refund of the invoice charged to my card")).contains("billing");
        HelpDesk knowing = office.builder(office.mail).categorizer(there).build();
        Ticket next =
                office.fresh(knowing.open(NewTicket.builder(TestDesk.OLA, "Help", "my password is locked, reset it")
                        .build()));
        assertThat(next.category()).contains("access");
    }

    @Test
    void a_correction_teaches_every_node_once_whoever_made_it_and_however_often_it_looks() {
        trained(60);
        there.catchUp();
        TicketId ticket = opened("the parcel never arrived, where is the courier");
        decide(ticket, "delivery", BERIT);
        office.time.advance(Duration.ofMinutes(5));

        for (DeskLearning node : List.of(here, there)) {
            assertThat(node.catchUp().learned()).isEqualTo(1);
            assertThat(about(node, "the parcel never arrived, where is the courier"))
                    .contains("delivery");
            assertThat(node.catchUp().learned()).isZero();
        }
        office.time.advance(Duration.ofHours(2));
        desk.execute(ticket, new TicketCommand.ChangeStatus(Actor.agent(BERIT), Status.SOLVED));
        assertThat(there.catchUp().learned()).isZero();
        DeskLearning restarted = learning().build();
        assertThat(restarted.catchUp().learned()).isEqualTo(1);
        assertThat(about(restarted, "the parcel never arrived, where is the courier"))
                .contains("delivery");
    }

    @Test
    void a_training_takes_in_what_was_learned_since_and_no_decision_counts_twice() {
        trained(60);
        there.catchUp();
        for (int i = 0; i < 60; i++) {
            office.time.advance(Duration.ofMinutes(1));
            decide(opened("parcel courier delivery late number " + i), "delivery", BERIT);
        }
        assertThat(there.catchUp().trainingDue()).isTrue();
        office.time.advance(Duration.ofMinutes(5));

        Refit refit = there.train();

        assertThat(refit.promoted()).isTrue();
        // The last six minutes are not settled yet.
        CatchUp caught = here.catchUp();
        assertThat(refit.examples() + caught.learned()).isEqualTo(120);
        assertThat(caught.learned()).isBetween(1, 10);
        assertThat(caught.trainingDue()).isFalse();
        assertThat(caught.version()).isEqualTo(2);
        assertThat(about(here, "parcel courier delivery late")).contains("delivery");
    }

    @Test
    void a_model_that_is_worse_on_the_tickets_decided_since_is_not_stored_and_no_longer_due() {
        int[] next = {0};
        HelpDesk careless = office.builder(office.mail)
                .categorizer(
                        question -> new CategoryAnswer(Optional.of(CATEGORIES.get(next[0] % 3)), 1, List.of("all")))
                .build();
        List<TicketId> wrong = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            next[0] = i + 1;
            wrong.add(careless.open(NewTicket.builder(TestDesk.KARI, "Help", text(i % 3))
                            .build())
                    .id());
        }
        trained(60);
        past(60);
        assertThat(here.catchUp().trainingDue()).isTrue();
        byte[] before = bytes();
        wrong.forEach(
                ticket -> careless.execute(ticket, new TicketCommand.ChangeStatus(Actor.agent(BERIT), Status.SOLVED)));
        office.time.advance(Duration.ofHours(1));

        Refit refit = here.train();

        assertThat(refit.outcome()).as("%s", refit).isEqualTo(Refit.Outcome.NOT_BETTER);
        assertThat(bytes()).isEqualTo(before);
        assertThat(here.catchUp().trainingDue()).isFalse();
    }

    @Test
    void a_stored_model_that_is_newer_or_damaged_is_refused_and_the_one_before_goes_on() {
        trained(60);
        there.catchUp();
        byte[] newer = bytes();
        ByteBuffer.wrap(newer).putInt(Integer.BYTES, 99);
        CRC32C checksum = new CRC32C();
        checksum.update(newer, 0, newer.length - Integer.BYTES);
        ByteBuffer.wrap(newer).putInt(newer.length - Integer.BYTES, (int) checksum.getValue());
        byte[] good = bytes();
        keep(newer);

        assertThat(there.catchUp().unreadable()).contains(Reason.NEWER);
        assertThat(about(there, "refund of the invoice charged to my card")).contains("billing");
        assertThatThrownBy(there::train)
                .isInstanceOfSatisfying(
                        ModelUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NEWER));
        byte[] damaged = good.clone();
        damaged[good.length / 2] ^= 1;
        keep(damaged);
        assertThat(there.catchUp().unreadable()).contains(Reason.DAMAGED);
        assertThat(there.train().promoted()).isTrue();
        assertThat(there.catchUp()).isEqualTo(new CatchUp(4, 0, 0, Optional.empty(), false));
    }

    @Test
    void new_topics_make_a_node_report_drift_until_they_were_learned() {
        trained(60);
        for (int i = 0; i < 300; i++) {
            here.categorize(CategoryQuestion.of(text(i % 3)));
        }
        assertThat(here.drift().drifted()).as("%s", here.drift()).isFalse();
        for (int i = 0; i < 700; i++) {
            here.categorize(CategoryQuestion.of("zeppelin over the bay number " + i));
        }
        assertThat(here.drift().drifted()).as("%s", here.drift()).isTrue();

        for (int i = 0; i < 30; i++) {
            office.time.advance(Duration.ofMinutes(1));
            decide(opened("zeppelin over the bay number " + i), "zeppelins", LARS);
        }
        office.time.advance(Duration.ofHours(1));
        assertThat(here.train().promoted()).isTrue();
        for (int i = 0; i < 300; i++) {
            here.categorize(CategoryQuestion.of("zeppelin over the bay number " + i));
        }
        assertThat(here.drift().drifted()).as("%s", here.drift()).isFalse();
    }

    @Test
    void what_one_person_teaches_is_limited_also_in_a_training_and_can_be_taken_back() {
        List<TicketId> tickets = past(60);
        office.time.advance(Duration.ofHours(1));
        here.train();
        byte[] honest = bytes();
        office.time.advance(Duration.ofHours(1));
        tickets.forEach(ticket -> decide(ticket, "spoiled", BERIT));
        office.time.advance(Duration.ofHours(1));

        DeskLearning limited = learning().pace(20, Duration.ofHours(1)).build();
        CatchUp caught = limited.catchUp();
        assertThat(caught.learned()).isEqualTo(20);
        assertThat(caught.refused()).isEqualTo(40);
        assertThat(limited.trainAnew().examples()).isEqualTo(20);
        DeskLearning wary = learning()
                .teachers(person -> !person.equals(Actor.agent(BERIT)))
                .build();
        assertThat(wary.trainAnew().examples()).isEqualTo(60);
        assertThat(bytes()).isEqualTo(honest);
    }

    @Test
    void after_a_text_was_erased_and_a_new_training_nothing_is_left_of_it() {
        TicketId secret = taughtWith("Zanzibar quokka");
        byte[] before = bytes();
        MessageId said = office.store.messages(TENANT, secret, 0, 1).get(0).id();
        desk.redact(secret, said, Redaction.of("Zanzibar quokka"), LARS);
        String left = office.store.message(TENANT, secret, said).orElseThrow().visibleText();
        assertThat(left).doesNotContain("quokka");

        here.trainAnew();

        DeskLearningTest withoutIt = new DeskLearningTest();
        withoutIt.taughtWith(left);
        assertThat(bytes()).isEqualTo(withoutIt.bytes()).isNotEqualTo(before);
    }

    private TicketId taughtWith(String text) {
        past(30);
        TicketId ticket = opened(text);
        decide(ticket, "secret", LARS);
        office.time.advance(Duration.ofHours(1));
        here.train();
        return ticket;
    }

    @Test
    void a_category_that_was_renamed_or_is_no_more_is_known_by_its_name_of_today() {
        trained(60);
        DeskLearning renaming = learning()
                .names(name ->
                        name.equals("bug") ? Optional.empty() : Optional.of(name.equals("billing") ? "money" : name))
                .build();
        renaming.catchUp();
        assertThat(renaming.model().orElseThrow().categories()).containsExactly("access", "money");
        assertThat(about(renaming, "refund of the invoice charged to my card")).contains("money");

        assertThat(renaming.trainAnew().examples()).isEqualTo(40);
        assertThat(renaming.model().orElseThrow().categories()).containsExactly("access", "money");
    }

    @Test
    void of_two_nodes_that_train_at_once_one_is_overtaken() {
        past(40);
        office.time.advance(Duration.ofHours(1));
        DeskLearning slow = DeskLearning.builder(new ForwardingStore() {
                    @Override
                    public CommitResult commit(Changes changes) {
                        here.train();
                        return office.store.commit(changes);
                    }

                    @Override
                    public long keptVersion(TenantId tenant, String name) {
                        return office.store.keptVersion(tenant, name);
                    }

                    @Override
                    public Optional<KeptValue> kept(TenantId tenant, String name) {
                        return office.store.kept(tenant, name);
                    }

                    @Override
                    public Page<TicketState> tickets(TenantId tenant, TicketQuery query) {
                        return office.store.tickets(tenant, query);
                    }

                    @Override
                    public List<RecordedEvent> events(TenantId tenant, TicketId ticket, long after, int limit) {
                        return office.store.events(tenant, ticket, after, limit);
                    }

                    @Override
                    public List<Message> messages(TenantId tenant, TicketId ticket, long after, int limit) {
                        return office.store.messages(tenant, ticket, after, limit);
                    }
                })
                .time(office.time)
                .build();

        assertThat(slow.train().outcome()).isEqualTo(Refit.Outcome.OVERTAKEN);
        assertThat(office.store.keptVersion(TENANT, DeskLearning.Builder.DEFAULT_NAME))
                .isEqualTo(1);
    }

    @Test
    void a_desk_without_tickets_to_learn_from_has_no_model_and_one_that_lost_all_has_none_again() {
        assertThat(here.train().outcome()).isEqualTo(Refit.Outcome.EMPTY);
        assertThat(office.store.keptVersion(TENANT, DeskLearning.Builder.DEFAULT_NAME))
                .isZero();
        trained(30);

        DeskLearning without = learning().teachers(person -> false).build();
        assertThat(without.trainAnew().outcome()).isEqualTo(Refit.Outcome.EMPTY);

        here.catchUp();
        assertThat(here.model()).isEmpty();
        assertThat(about(here, "refund of the invoice")).isEmpty();
    }
}
