package dev.svar.jdbc.crash;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.jdbc.JdbcStore;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.DeskStore;
import dev.svar.store.StoreException;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that does what is due on a desk on which every first answer is late, until its standard input ends. */
final class PromisesProcess {
    private static final int CONNECTIONS = 2;
    private static final int PAUSE_MILLIS = 10;
    private static final Duration FOR_A_CONNECTION = Duration.ofMillis(500);
    private static final CountDownLatch STOPPED = new CountDownLatch(1);

    /** Longer than a server takes to start again. */
    private static final int MOST_FAILURES = 6_000;

    private PromisesProcess() {}

    static HelpDesk desk(DeskStore store, InstantSource time) {
        return HelpDesk.builder(store)
                .tenant(CrashDesk.TENANT)
                .time(time)
                .sla(SlaPolicy.builder(BusinessCalendar.roundTheClock(ZoneOffset.UTC))
                        .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(8))
                        .noQuietHours()
                        .build())
                .build();
    }

    /** The database's address, when the desk's time began, and how much is done at once. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int limit = Integer.parseInt(args[2]);
        try (HikariDataSource pool = LoadProcess.pool(args[0], CONNECTIONS, FOR_A_CONNECTION)) {
            JdbcStore store =
                    JdbcStore.builder(pool).tablePrefix(CrashDesk.PREFIX).build();
            HelpDesk desk = desk(store, new FastTime(Instant.parse(args[1])));
            Thread worker = new Thread(() -> work(desk, limit));
            worker.start();
            while (System.in.read() >= 0) {
                // Only the end counts.
            }
            STOPPED.countDown();
            worker.join();
        }
    }

    private static void work(HelpDesk desk, int limit) {
        int failures = 0;
        try {
            while (!STOPPED.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    desk.runDue(limit);
                } catch (StoreException e) {
                    failures++;
                    if (!e.retryable() || failures > MOST_FAILURES) {
                        throw e;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
