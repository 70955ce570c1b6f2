package dev.svar.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Quartz, clustered, with 32 threads that take up to a hundred triggers at a time. */
public final class QuartzDue implements DueContender {
    private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    private static volatile CountDownLatch left = new CountDownLatch(0);

    private final SpeedDatabase database;
    private Optional<Scheduler> scheduler = Optional.empty();

    QuartzDue(SpeedDatabase database) {
        this.database = database;
    }

    /** The job. */
    public static final class Done implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            left.countDown();
        }
    }

    @Override
    public String name() {
        return "e: Quartz 2.5.2 clustered, 32 threads";
    }

    @Override
    public int most() {
        return 2_000;
    }

    @Override
    public void prepare(int due, int pending) throws SQLException {
        database.execute(tables());
        left = new CountDownLatch(due);
        try {
            Scheduler fresh = new StdSchedulerFactory(settings()).getScheduler();
            JobDetail job = JobBuilder.newJob(Done.class)
                    .withIdentity("timer")
                    .storeDurably()
                    .build();
            Set<Trigger> triggers = new HashSet<>();
            for (int i = 0; i < due; i++) {
                triggers.add(TriggerBuilder.newTrigger().forJob(job).startNow().build());
            }
            fresh.scheduleJobs(Map.of(job, triggers), true);
            scheduler = Optional.of(fresh);
        } catch (SchedulerException e) {
            throw new SQLException(e);
        }
    }

    private static String tables() {
        try (InputStream script = QuartzDue.class.getResourceAsStream(TABLES)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "org.quartz.scheduler.instanceName", "due",
                "org.quartz.scheduler.instanceId", "AUTO",
                "org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "100",
                "org.quartz.threadPool.threadCount", "32",
                "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX",
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
                "org.quartz.jobStore.isClustered", "true",
                "org.quartz.jobStore.acquireTriggersWithinLock", "true",
                "org.quartz.jobStore.misfireThreshold", "100000000000",
                "org.quartz.jobStore.dataSource", "due"));
        settings.putAll(Map.of(
                "org.quartz.dataSource.due.provider", "hikaricp",
                "org.quartz.dataSource.due.driver", "org.postgresql.Driver",
                "org.quartz.dataSource.due.URL", database.source().getJdbcUrl(),
                "org.quartz.dataSource.due.maxConnections", "34"));
        return settings;
    }

    @Override
    public int run() throws Exception {
        int due = (int) left.getCount();
        scheduler.orElseThrow().start();
        left.await();
        return due;
    }

    @Override
    public void end() throws SchedulerException {
        scheduler.orElseThrow().shutdown(true);
    }
}
