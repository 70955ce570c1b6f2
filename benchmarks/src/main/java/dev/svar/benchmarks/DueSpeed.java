package dev.svar.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Not a benchmark of JMH: how fast due work is done on PostgreSQL that waits for the disk, by hand-written SQL, by Svar and by
 * a scheduler. In each round every contender has its turn, so that a slow minute of the machine hits all of them.
 */
public final class DueSpeed {
    private static final int CONNECTIONS = 40;
    private static final int STARTS = 5;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private DueSpeed() {}

    private record Measured(int done, long nanos, long client, long server) {
        double perSecond() {
            return done * 1e9 / nanos;
        }

        double clientMicros() {
            return client / 1e3 / done;
        }

        double serverMicros() {
            return server / 1e3 / done;
        }
    }

    /**
     * Measures and prints a table.
     *
     * @param args rounds, how much is due, how much is pending in the future, and which contenders, a regular expression; one
     *     argument, separated by commas
     * @throws Exception if a contender fails
     */
    public static void main(String[] args) throws Exception {
        String[] given = args[0].split(",", 4);
        int rounds = Integer.parseInt(given[0]);
        int due = Integer.parseInt(given[1]);
        int pending = Integer.parseInt(given[2]);
        try (Server server = Server.start();
                HikariDataSource source = server.pool(CONNECTIONS)) {
            System.out.println(server.settings());
            List<DueContender> contenders = all(new SpeedDatabase(server, source)).stream()
                    .filter(c -> c.name().matches(given[3]))
                    .toList();
            Map<String, List<Measured>> results = new LinkedHashMap<>();
            for (int round = 0; round <= rounds; round++) {
                for (DueContender contender : contenders) {
                    Measured measured = measure(server, contender, due, pending);
                    if (round > 0) {
                        results.computeIfAbsent(contender.name(), n -> new ArrayList<>())
                                .add(measured);
                    }
                }
            }
            results.forEach(DueSpeed::print);
            FirstFiring.measure(new SpeedDatabase(server, source), STARTS, due, pending);
        }
    }

    private static List<DueContender> all(SpeedDatabase database) {
        List<DueContender> all = new ArrayList<>(RawDue.all(database));
        all.addAll(SvarDue.all(database));
        all.add(new SchedulerDue(database));
        all.add(new JobRunrDue(database));
        all.add(new QuartzDue(database));
        return all;
    }

    private static Measured measure(Server server, DueContender contender, int wanted, int pending) throws Exception {
        int due = Math.min(wanted, contender.most());
        contender.prepare(due, pending);
        server.execute("VACUUM ANALYZE");
        server.execute("CHECKPOINT");
        long client = SYSTEM.getProcessCpuTime();
        long ofServer = server.cpuNanos();
        long begun = System.nanoTime();
        int done = contender.run();
        Measured measured = new Measured(
                done, System.nanoTime() - begun, SYSTEM.getProcessCpuTime() - client, server.cpuNanos() - ofServer);
        contender.end();
        if (done != due) {
            throw new IllegalStateException(contender.name() + " did " + done + " of " + due);
        }
        System.out.printf(
                Locale.ROOT,
                "%-44s %,9.0f/s  cpu µs: client %,7.1f server %,7.1f%n",
                contender.name(),
                measured.perSecond(),
                measured.clientMicros(),
                measured.serverMicros());
        return measured;
    }

    private static void print(String name, List<Measured> measured) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f – %,.0f | %.1f | %.1f |%n",
                name,
                median(measured, Measured::perSecond),
                sorted(measured, Measured::perSecond)[0],
                sorted(measured, Measured::perSecond)[measured.size() - 1],
                median(measured, Measured::clientMicros),
                median(measured, Measured::serverMicros));
    }

    private static double median(List<Measured> measured, ToDoubleFunction<Measured> of) {
        double[] values = sorted(measured, of);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static double[] sorted(List<Measured> measured, ToDoubleFunction<Measured> of) {
        double[] values = measured.stream().mapToDouble(of).toArray();
        Arrays.sort(values);
        return values;
    }
}
