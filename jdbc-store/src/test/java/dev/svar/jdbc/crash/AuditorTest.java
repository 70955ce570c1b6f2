package dev.svar.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.jdbc.crash.Evidence.Acknowledged;
import dev.svar.jdbc.crash.Evidence.Outage;
import dev.svar.jdbc.crash.Evidence.Sent;
import dev.svar.jdbc.crash.Evidence.Told;
import dev.svar.testkit.ManualTime;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The auditor finds nothing wrong with a desk that lived in peace, and names each damage that is done to it. */
final class AuditorTest {
    private static final long SEED = 20261128;
    private static final int DEEDS = 250;

    @TempDir
    private static Path folder;

    private static Path copy;
    private static Evidence evidence;

    /** Something that is done to the tables, and what the auditor says then. */
    private record Damage(String sql, String finding) {
        @Override
        public String toString() {
            return finding;
        }
    }

    private static final List<Damage> DAMAGES = List.of(
            new Damage(
                    "DELETE FROM crash_event WHERE sequence = 2 AND ticket IN " + some("crash_ticket"),
                    "has the events"),
            new Damage("DELETE FROM crash_event WHERE ticket IN " + some("crash_ticket"), "do not follow each other"),
            new Damage(
                    "INSERT INTO crash_event SELECT tenant, ticket, sequence + 1000, happened_at, type, body"
                            + " FROM crash_event WHERE type = 'time-recorded' LIMIT 1",
                    "has the events"),
            new Damage("UPDATE crash_event SET body = REPLACE(body, 'PT3M', 'PT4M')", "its events make it"),
            new Damage("UPDATE crash_ticket SET state = REPLACE(state, '\"Sak ', '\"Sag ')", "its events make it"),
            new Damage("UPDATE crash_ticket SET state = REPLACE(state, '\"cycle\":1', '\"cycle\":7')", "make them"),
            new Damage(
                    "UPDATE crash_ticket SET version = version + 1 WHERE id IN " + some("crash_ticket"), "has version"),
            new Damage("UPDATE crash_ticket SET status_label = 'x'", "has status_label x beside"),
            new Damage("UPDATE crash_ticket SET next_due = 7 WHERE next_due IS NOT NULL", "has next_due"),
            new Damage("UPDATE crash_ticket SET assignee = 'nobody'", "has assignee"),
            new Damage("UPDATE crash_number SET last_number = 1", "the last one given out is 1"),
            new Damage("DELETE FROM crash_message WHERE id IN " + some("crash_message"), "has no message"),
            new Damage("UPDATE crash_message SET role = 'NOTE' WHERE role = 'REPLY'", "has no event of message"),
            new Damage("UPDATE crash_message SET sequence = sequence + 1000", "has no event of message"),
            new Damage("DELETE FROM crash_event WHERE type = 'took-over'", "only one ticket knows of"),
            new Damage(
                    "UPDATE crash_ticket SET state ="
                            + " REGEXP_REPLACE(state, '\"absorbed\":\\[.*\\],\"clocks\"', '\"absorbed\":[],\"clocks\"')",
                    "which does not know it"),
            new Damage("UPDATE crash_delivery SET state = 'PLANNED' WHERE state = 'ACCEPTED'", "is PLANNED with 0"),
            new Damage("UPDATE crash_delivery SET state = 'ACCEPTED' WHERE state = 'DEFERRED'", "is ACCEPTED with 1"),
            new Damage("UPDATE crash_delivery SET state = 'CLAIMED' WHERE state = 'ACCEPTED'", "is CLAIMED with 0"),
            new Damage("DELETE FROM crash_work WHERE work_key LIKE 'hand-over/%'", "is DEFERRED with 0 pieces of work"),
            new Damage("UPDATE crash_delivery SET attempts = 0 WHERE state = 'ACCEPTED'", "is ACCEPTED after 0"),
            new Damage("UPDATE crash_delivery SET state = 'FAILED' WHERE state = 'ACCEPTED'", "lost deliveries of"),
            new Damage("UPDATE crash_delivery SET state = 'UNCERTAIN' WHERE state = 'ACCEPTED'", "lost deliveries of"),
            new Damage("UPDATE crash_delivery SET state = 'ACCEPTED' WHERE state = 'FAILED'", "its transport saw"),
            new Damage("UPDATE crash_delivery SET state = 'SUPPRESSED' WHERE state = 'ACCEPTED'", "its transport saw"),
            new Damage("UPDATE crash_delivery SET attempts = 1 WHERE state = 'ACCEPTED'", "in 1 attempts"),
            new Damage(
                    work("hand-over/" + UUID.randomUUID() + "/mail", "hand-over/mail"), "a delivery that is not there"),
            new Damage("DELETE FROM crash_work WHERE work_key LIKE 'reach-level/%'", "no work for reach-level"),
            new Damage("DELETE FROM crash_work WHERE work_key LIKE 'end-silence/%'", "no work for end-silence"),
            new Damage("DELETE FROM crash_work WHERE work_key LIKE 'wake/%'", "no work for wake"),
            new Damage("UPDATE crash_work SET due_at = due_at + 1 WHERE lane = 'tickets'", "is due at"),
            new Damage("UPDATE crash_work SET lane = 'elsewhere'", "in the lane elsewhere"),
            new Damage(work("wake/" + UUID.randomUUID(), "tickets"), "work for nothing: wake"),
            new Damage(work("tell/" + UUID.randomUUID() + "/report", "tell/report"), "work for nothing: tell"),
            new Damage(
                    "INSERT INTO crash_dead_work (tenant, work_key, due_at, died_at, attempts, error)"
                            + " SELECT tenant, work_key, due_at, due_at, 1, 'x' FROM crash_work LIMIT 1",
                    "dead work"),
            new Damage("UPDATE crash_cursor SET sequence = sequence - 1", "and nobody goes on"),
            new Damage("UPDATE crash_cursor SET sequence = sequence + 1", "listener told"),
            new Damage("DELETE FROM crash_cursor", "listener told 0 of"),
            new Damage("UPDATE crash_cursor SET ticket = RANDOM_UUID()", "cursor of a ticket that is not there"),
            new Damage("UPDATE crash_mail_thread SET ticket = RANDOM_UUID()", "a row of mail_thread points to"),
            new Damage("DELETE FROM crash_mail_thread", "a row of delivery points to"),
            new Damage("UPDATE crash_term SET ticket = RANDOM_UUID()", "a row of term points to"),
            new Damage("DELETE FROM crash_term WHERE term LIKE 't/%'", "is found by [], not by"),
            new Damage("DELETE FROM crash_contact", "a row of contact_address points to"),
            new Damage("DELETE FROM crash_contact", "who is not there"),
            new Damage("DELETE FROM crash_contact_address", "has no address"),
            new Damage("DELETE FROM crash_content", "a row of receipt points to"),
            new Damage("UPDATE crash_receipt SET ticket = RANDOM_UUID()", "a row of receipt points to"),
            new Damage("UPDATE crash_receipt SET message = RANDOM_UUID()", "a row of receipt points to"),
            new Damage("DELETE FROM crash_ticket WHERE id IN " + some("crash_ticket"), "a row of event points to"),
            new Damage("DELETE FROM crash_ticket WHERE id IN " + some("crash_ticket"), "acknowledged and not stored"),
            new Damage(
                    "DELETE FROM crash_ticket WHERE id IN " + some("crash_ticket"), "messages of a ticket that is not"),
            new Damage("DELETE FROM crash_ticket WHERE id IN " + some("crash_ticket"), "a ticket that is not there"),
            new Damage(
                    "UPDATE crash_message SET visible_text = 'same ' || sequence", "a message was stored twice: same"),
            new Damage(
                    "INSERT INTO crash_event SELECT tenant, ticket, sequence + 1000, happened_at, type, body"
                            + " FROM crash_event WHERE type = 'time-recorded' LIMIT 1",
                    "a command was carried out twice"));

    private static String some(String table) {
        return "(SELECT id FROM " + table + " ORDER BY id LIMIT 1)";
    }

    private static String work(String key, String lane) {
        return "INSERT INTO crash_work (tenant, work_key, lane, due_at, held_until, fence, attempts) VALUES ('crash', '"
                + key + "', '" + lane + "', 0, 0, 0, 0)";
    }

    @BeforeAll
    static void live() throws SQLException, IOException {
        Random random = new Random(SEED);
        ManualTime time = ManualTime.at("2026-12-03T10:00:00Z");
        copy = folder.resolve("copy.sql");
        try (HikariDataSource pool = pool("life")) {
            Schema.of(Dialect.H2, CrashDesk.PREFIX).apply(pool);
            JdbcStore store =
                    JdbcStore.builder(pool).tablePrefix(CrashDesk.PREFIX).build();
            HelpDesk desk = CrashDesk.of(store, time, folder, "desk", random);
            Load load = new Load(desk, time, random, "life", Journal.open(folder, "desk", Journal.ACKNOWLEDGED));
            for (int i = 0; i < DEEDS; i++) {
                LoadProcess.attempt(load::once);
                time.advance(Duration.ofSeconds(random.nextInt(20)));
                if (i % 5 == 0) {
                    desk.runDue(20);
                }
            }
            run(desk, time);
            HelpDesk withBusyPeers = CrashDesk.of(store, time, folder, "busy", alwaysZero());
            open(withBusyPeers, "waiting");
            withBusyPeers.execute(
                    open(withBusyPeers, "aside").id(),
                    new TicketCommand.Snooze(
                            Actor.agent(new AgentId("last1")), time.instant().plusSeconds(600)));
            withBusyPeers.reply(open(withBusyPeers, "asked").id(), new AgentId("last2"), "answer Svar", Status.PENDING);
            run(withBusyPeers, time);
            evidence = Evidence.of(folder, List.of());
            execute(pool, "SCRIPT TO '" + copy + "'");
        }
    }

    /** What has to be there for the damages, whatever the load came to. */
    private static Ticket open(HelpDesk desk, String nonce) {
        return desk.open(NewTicket.builder(Address.mail("kari@kunde.example"), "Sist", nonce + " Hei")
                .build());
    }

    private static void run(HelpDesk desk, ManualTime time) {
        DueRun run;
        do {
            run = desk.runDue(1000);
        } while (run.next().filter(at -> !at.isAfter(time.instant())).isPresent());
    }

    /** A die that always says that the other side is busy. */
    private static Random alwaysZero() {
        return new Random() {
            private static final long serialVersionUID = 1L;

            @Override
            public int nextInt(int bound) {
                return 0;
            }
        };
    }

    private static HikariDataSource pool(String name) {
        return LoadProcess.pool(
                "jdbc:h2:mem:" + name + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", 2, Duration.ofSeconds(30));
    }

    private static void execute(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> findings(Evidence seen, String... damages) throws SQLException {
        try (HikariDataSource pool = pool("copy")) {
            execute(pool, "RUNSCRIPT FROM '" + copy + "'");
            execute(pool, "SET REFERENTIAL_INTEGRITY FALSE");
            for (String damage : damages) {
                execute(pool, damage);
            }
            JdbcStore store =
                    JdbcStore.builder(pool).tablePrefix(CrashDesk.PREFIX).build();
            List<String> findings = Auditor.findings(Books.read(pool, CrashDesk.PREFIX, CrashDesk.TENANT, store), seen);
            execute(pool, "DROP ALL OBJECTS");
            return findings;
        }
    }

    @Test
    void a_desk_that_lived_in_peace_is_in_order() throws SQLException {
        assertThat(findings(evidence)).isEmpty();
        assertThat(evidence.acknowledged())
                .extracting(Acknowledged::kind)
                .contains("open", "mail", "reply", "note", "tag", "time", "snooze", "merge", "undo");
        assertThat(evidence.sent()).extracting(Sent::answer).contains(Sent.Answer.values());
    }

    static List<Damage> damages() {
        return DAMAGES;
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damage_is_named(Damage damage) throws SQLException {
        assertThat(findings(evidence, damage.sql()))
                .as(damage.sql())
                .anySatisfy(finding -> assertThat(finding).contains(damage.finding()));
    }

    @Test
    void a_command_that_was_acknowledged_and_is_not_there_is_named() throws SQLException {
        Acknowledged reply = evidence.acknowledged().stream()
                .filter(command -> command.kind().equals("reply"))
                .findFirst()
                .orElseThrow();
        assertThat(findings(acknowledging(new Acknowledged("reply", "nobody", reply.ticket(), reply.version()))))
                .singleElement()
                .asString()
                .startsWith("acknowledged and not stored");
        assertThat(findings(acknowledging(new Acknowledged("reply", reply.nonce(), reply.ticket(), 10_000))))
                .singleElement()
                .asString()
                .startsWith("acknowledged and not stored");
        assertThat(findings(acknowledging(new Acknowledged("mail", reply.nonce(), UUID.randomUUID(), 0))))
                .singleElement()
                .asString()
                .startsWith("acknowledged and not stored");
    }

    private static Evidence acknowledging(Acknowledged one) {
        return new Evidence(List.of(one), evidence.sent(), evidence.told(), List.of());
    }

    @Test
    void a_message_that_left_twice_or_was_never_planned_is_named() throws SQLException {
        Sent accepted = evidence.sent().stream()
                .filter(each -> each.answer() == Sent.Answer.ACCEPTED)
                .findFirst()
                .orElseThrow();
        Sent again = new Sent(accepted.at() + 1, accepted.messageId(), Sent.Answer.ACCEPTED);
        assertThat(findings(sending(again))).singleElement().asString().contains("its transport saw");
        Sent unplanned = new Sent(1, "<unplanned@paamelding.example>", Sent.Answer.DEFERRED);
        assertThat(findings(sending(unplanned))).singleElement().asString().contains("what was never planned");
    }

    private static Evidence sending(Sent more) {
        List<Sent> sent = new ArrayList<>(evidence.sent());
        sent.add(more);
        return new Evidence(evidence.acknowledged(), sent, evidence.told(), List.of());
    }

    @Test
    void what_a_listener_was_told_twice_or_never_or_in_the_wrong_order_is_named() throws SQLException {
        Told last = evidence.told().get(evidence.told().size() - 1);
        List<Told> told = new ArrayList<>(evidence.told());
        Told again = new Told(last.at() + 5, last.ticket(), last.from(), last.to());
        told.add(again);
        assertThat(findings(telling(told, List.of())))
                .singleElement()
                .asString()
                .contains("told again, though nothing was killed");
        assertThat(findings(telling(told, List.of(new Outage("client", last.at() - 9, last.at() - 1)))))
                .singleElement()
                .asString()
                .contains("told again, though nothing was killed");
        assertThat(findings(telling(told, List.of(new Outage("client", last.at() + 1, last.at() + 2)))))
                .isEmpty();

        told.remove(again);
        told.remove(last);
        assertThat(findings(telling(told, List.of())))
                .singleElement()
                .asString()
                .startsWith("the listener knows");
        told.add(new Told(last.at(), last.ticket(), last.to() + 1, last.to() + 1));
        assertThat(findings(telling(told, List.of())))
                .anySatisfy(finding ->
                        assertThat(finding).startsWith("the listener was told").contains("after event"));
    }

    private static Evidence telling(List<Told> told, List<Outage> outages) {
        return new Evidence(evidence.acknowledged(), evidence.sent(), told, outages);
    }
}
