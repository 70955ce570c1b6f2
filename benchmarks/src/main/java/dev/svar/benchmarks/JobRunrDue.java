package dev.svar.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.scheduling.BackgroundJob;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/** JobRunr with 32 workers and the shortest pause between polls that it allows. */
public final class JobRunrDue implements DueContender {
    private static final int WORKERS = 32;
    private static final int SHORTEST_POLL_SECONDS = 5;

    private static volatile CountDownLatch left = new CountDownLatch(0);

    private final SpeedDatabase database;
    private final StorageProvider storage;

    JobRunrDue(SpeedDatabase database) {
        this.database = database;
        this.storage = new PostgresStorageProvider(database.source());
    }

    /**
     * The job.
     *
     * @param number which one
     */
    public static void done(int number) {
        left.countDown();
    }

    @Override
    public String name() {
        return "e: JobRunr 8.7.0, 32 workers";
    }

    @Override
    public int most() {
        return 5_000;
    }

    @Override
    public void prepare(int due, int pending) throws SQLException {
        database.execute("TRUNCATE jobrunr_jobs");
        left = new CountDownLatch(due);
        JobRunr.configure().useStorageProvider(storage).initialize();
        BackgroundJob.enqueue(IntStream.range(0, due).boxed(), number -> JobRunrDue.done(number));
    }

    @Override
    public int run() throws Exception {
        int due = (int) left.getCount();
        JobRunr.configure()
                .useStorageProvider(storage)
                .useBackgroundJobServer(BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andWorkerCount(WORKERS)
                        .andPollIntervalInSeconds(SHORTEST_POLL_SECONDS))
                .initialize();
        left.await();
        return due;
    }

    @Override
    public void end() {
        JobRunr.destroy();
    }
}
