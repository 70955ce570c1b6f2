package dev.svar.jdbc.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.svar.ContentionException;
import dev.svar.HelpDesk;
import dev.svar.error.InvalidValueException;
import dev.svar.jdbc.JdbcStore;
import dev.svar.store.StoreException;
import dev.svar.ticket.MergeRefusedException;
import dev.svar.ticket.TransitionRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A process that works on the desk until its standard input ends, or it does. */
final class LoadProcess {
    private static final int THREADS = 2;
    private static final int CONNECTIONS = 6;
    private static final Duration FOR_A_CONNECTION = Duration.ofMillis(500);
    private static final int PAUSE_MILLIS = 10;
    private static final int DUE = 50;
    private static final CountDownLatch STOPPED = new CountDownLatch(1);
    private static final AtomicReference<String> LAST_TOLD = new AtomicReference<>("");

    private LoadProcess() {}

    /** The database's address, the folder of the journals, the name of the process, its seed and when the desk's time began. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[1]);
        String name = args[2];
        long seed = Long.parseLong(args[3]);
        FastTime time = new FastTime(Instant.parse(args[4]));
        Journal errors = Journal.open(folder, name, Journal.ERRORS);
        Journal acknowledged = Journal.open(folder, name, Journal.ACKNOWLEDGED);
        try (HikariDataSource pool = pool(args[0], CONNECTIONS, FOR_A_CONNECTION)) {
            JdbcStore store =
                    JdbcStore.builder(pool).tablePrefix(CrashDesk.PREFIX).build();
            HelpDesk desk = CrashDesk.of(store, time, folder, name, new Random(seed));
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Load load = new Load(desk, time, new Random(seed + i), name + "." + i, acknowledged);
                threads.add(new Thread(() -> repeat(load::once, errors)));
            }
            threads.add(new Thread(() -> repeat(() -> desk.runDue(DUE), errors)));
            threads.forEach(Thread::start);
            while (System.in.read() >= 0) {
                // Only the end counts.
            }
            STOPPED.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    static HikariDataSource pool(String url, int connections, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(patience.toMillis());
        config.setInitializationFailTimeout(-1);
        // Else HikariCP asks its first connection; if that one dies of the question, no later one is ever taken.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    private static void repeat(Runnable deed, Journal errors) {
        try {
            do {
                attempt(deed);
            } while (!STOPPED.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException | RuntimeException e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            errors.write(text.toString());
        }
    }

    /** What the rules refuse, and a store that is away for a while, is nothing to worry about. */
    static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (TransitionRefusedException
                | MergeRefusedException
                | InvalidValueException
                | ContentionException refused) {
            return;
        } catch (StoreException e) {
            if (!e.retryable()) {
                throw e;
            }
            tell(e);
        }
    }

    /** Into the output of the process, which is read if it does not go on; what goes on failing is told once. */
    private static void tell(StoreException e) {
        String problem = e.toString();
        if (!problem.equals(LAST_TOLD.getAndSet(problem))) {
            System.out.println(problem);
        }
    }

    /** Asks again until the store is there; gives up with the process only. */
    static <T> T untilAnswered(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (StoreException e) {
                if (!e.retryable() || STOPPED.getCount() == 0) {
                    throw e;
                }
                tell(e);
            }
        }
    }
}
