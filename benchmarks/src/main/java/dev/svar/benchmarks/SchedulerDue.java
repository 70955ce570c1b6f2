package dev.svar.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * db-scheduler with the settings that are best for many small tasks: 32 threads, lock and fetch between 4 and 20 times that. Its
 * tasks do nothing, or each saves a ticket whose promise is broken.
 */
final class SchedulerDue implements DueContender {
    private static final int THREADS = 32;

    private static final String TICKET =
            "SELECT id, version, state FROM svar_ticket WHERE tenant = 'default' AND id = ?";

    private final SpeedDatabase database;
    private final Optional<DueContender> lateTickets;
    private int due;
    private Optional<Scheduler> running = Optional.empty();

    /** With tasks that do nothing. */
    SchedulerDue(SpeedDatabase database) {
        this(database, Optional.empty());
    }

    private SchedulerDue(SpeedDatabase database, Optional<DueContender> lateTickets) {
        this.database = database;
        this.lateTickets = lateTickets;
    }

    /** With a task for each ticket that somebody else prepares. */
    static SchedulerDue ofBreaches(SpeedDatabase database, DueContender lateTickets) {
        return new SchedulerDue(database, Optional.of(lateTickets));
    }

    @Override
    public String name() {
        return "e: db-scheduler 16.12.0, 32 threads" + (lateTickets.isPresent() ? ", breaches" : "");
    }

    @Override
    public void prepare(int wanted, int pending) throws SQLException {
        due = wanted;
        if (lateTickets.isPresent()) {
            lateTickets.get().prepare(wanted, 0);
        }
        database.execute(
                "DROP TABLE IF EXISTS scheduled_tasks",
                "CREATE TABLE scheduled_tasks (task_name TEXT NOT NULL, task_instance TEXT NOT NULL, task_data BYTEA,"
                        + " execution_time TIMESTAMPTZ NOT NULL, picked BOOLEAN NOT NULL, picked_by TEXT,"
                        + " last_success TIMESTAMPTZ, last_failure TIMESTAMPTZ, consecutive_failures INT,"
                        + " last_heartbeat TIMESTAMPTZ, version BIGINT NOT NULL, priority SMALLINT,"
                        + " PRIMARY KEY (task_name, task_instance))",
                insert(1, due, "now() - interval '1 hour'"),
                insert(due + 1, due + pending, "now() + interval '1 day'"),
                "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
                "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)",
                "CREATE INDEX priority_execution_time_idx ON scheduled_tasks (priority DESC, execution_time ASC)");
    }

    private static String insert(int first, int last, String from) {
        return "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " SELECT 'timer', " + SvarRows.ID + "::text, " + from + " + i * interval '1 ms', false, 1"
                + " FROM generate_series(" + first + ", " + last + ") i";
    }

    @Override
    public int run() throws Exception {
        CountDownLatch done = new CountDownLatch(due);
        OneTimeTask<Void> timer = Tasks.oneTime("timer").execute((instance, context) -> {
            if (lateTickets.isPresent()) {
                save(UUID.fromString(instance.getId()));
            }
            done.countDown();
        });
        Scheduler scheduler = Scheduler.create(database.source(), timer)
                .threads(THREADS)
                .pollUsingLockAndFetch(4.0, 20.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        running = Optional.of(scheduler);
        scheduler.start();
        done.await();
        return due;
    }

    private void save(UUID ticket) {
        try (Connection connection = database.source().getConnection();
                PreparedStatement read = connection.prepareStatement(TICKET)) {
            connection.setAutoCommit(false);
            read.setObject(1, ticket);
            LateTicket.save(connection, LateTicket.found(read), SvarDue.NOW.getEpochSecond() * 1_000_000);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void end() {
        running.orElseThrow().stop();
    }
}
