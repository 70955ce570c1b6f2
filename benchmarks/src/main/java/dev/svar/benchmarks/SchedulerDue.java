package dev.svar.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** db-scheduler with the settings that are best for many small tasks: 32 threads, lock and fetch between 4 and 20 times that. */
final class SchedulerDue implements DueContender {
    private static final int THREADS = 32;

    private final SpeedDatabase database;
    private int due;
    private Optional<Scheduler> running = Optional.empty();

    SchedulerDue(SpeedDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "e: db-scheduler 16.12.0, 32 threads";
    }

    @Override
    public void prepare(int wanted, int pending) throws SQLException {
        due = wanted;
        database.execute(
                "DROP TABLE IF EXISTS scheduled_tasks",
                "CREATE TABLE scheduled_tasks (task_name TEXT NOT NULL, task_instance TEXT NOT NULL, task_data BYTEA,"
                        + " execution_time TIMESTAMPTZ NOT NULL, picked BOOLEAN NOT NULL, picked_by TEXT,"
                        + " last_success TIMESTAMPTZ, last_failure TIMESTAMPTZ, consecutive_failures INT,"
                        + " last_heartbeat TIMESTAMPTZ, version BIGINT NOT NULL, priority SMALLINT,"
                        + " PRIMARY KEY (task_name, task_instance))",
                insert(due, "now() - interval '1 hour'"),
                insert(pending, "now() + interval '1 day'"),
                "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
                "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)",
                "CREATE INDEX priority_execution_time_idx ON scheduled_tasks (priority DESC, execution_time ASC)");
    }

    private static String insert(int count, String from) {
        return "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " SELECT 'timer', gen_random_uuid()::text, " + from + " + i * interval '1 ms', false, 1"
                + " FROM generate_series(1, " + count + ") i";
    }

    @Override
    public int run() throws Exception {
        CountDownLatch done = new CountDownLatch(due);
        OneTimeTask<Void> timer = Tasks.oneTime("timer").execute((instance, context) -> done.countDown());
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

    @Override
    public void end() {
        running.orElseThrow().stop();
    }
}
