package dev.svar.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * Contenders that take turns, so that a machine whose speed changes treats all alike. The median of the rounds counts; beside
 * it stand the slowest and the fastest round, and the processor time of this process and of the server for each operation.
 */
final class Contest {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Server server;
    private final int rounds;
    private final long nanos;
    private final List<Contender> contenders = new ArrayList<>();

    /** What is measured; it may be called by several threads at once. It tells how many operations it was. */
    interface Operation {
        int run() throws Exception;
    }

    Contest(Server server, int rounds, long milliseconds) {
        this.server = server;
        this.rounds = rounds;
        this.nanos = milliseconds * 1_000_000;
    }

    Contest with(String name, Operation operation) {
        contenders.add(new Contender(name, operation, new ArrayList<>()));
        return this;
    }

    private record Contender(String name, Operation operation, List<Round> done) {}

    private record Round(double perSecond, double clientMicros, double serverMicros) {}

    /** Runs all and prints a line for each; ratios are to the first one, which is the floor. */
    void run(String title, int threads) throws Exception {
        for (int round = -1; round < rounds; round++) {
            for (Contender contender : contenders) {
                Round result = round(contender.operation(), threads);
                if (round >= 0) { // the one before only warms up
                    contender.done().add(result);
                }
            }
        }
        print(title);
    }

    private Round round(Operation operation, int threads) throws Exception {
        LongAdder operations = new LongAdder();
        long client = SYSTEM.getProcessCpuTime();
        long database = server.cpuNanos();
        long begin = System.nanoTime();
        Callable<Void> loop = () -> {
            while (System.nanoTime() - begin < nanos) {
                operations.add(operation.run());
            }
            return null;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> each : pool.invokeAll(Collections.nCopies(threads, loop))) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
        double took = System.nanoTime() - begin;
        double count = operations.sum();
        return new Round(
                count * 1e9 / took,
                (SYSTEM.getProcessCpuTime() - client) / count / 1000,
                (server.cpuNanos() - database) / count / 1000);
    }

    private void print(String title) {
        System.out.println(title);
        double floor = Double.NaN;
        double floorCpu = Double.NaN;
        for (Contender each : contenders) {
            double[] rates =
                    each.done().stream().mapToDouble(Round::perSecond).sorted().toArray();
            double client =
                    median(each.done().stream().mapToDouble(Round::clientMicros).toArray());
            double database =
                    median(each.done().stream().mapToDouble(Round::serverMicros).toArray());
            double rate = median(rates);
            floor = Double.isNaN(floor) ? rate : floor;
            floorCpu = Double.isNaN(floorCpu) ? client + database : floorCpu;
            System.out.printf(
                    Locale.ROOT,
                    "  %-28s %,9.0f/s (%,.0f to %,.0f)  ratio %5.2f  cpu µs: client %,7.1f server %,7.1f  ratio %5.2f%n",
                    each.name(),
                    rate,
                    rates[0],
                    rates[rates.length - 1],
                    rate / floor,
                    client,
                    database,
                    (client + database) / floorCpu);
        }
    }

    private static double median(double... values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
