package dev.svar.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.memory.MemoryStore;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How much faster the store in memory takes new tickets than the one on PostgreSQL, at one thread: the changes that a desk made
 * of openings are kept and committed again to each in turn. So the work of the desk, which both stores have in common, does
 * not count.
 */
public final class StoreSpeed {
    private static final String PREFIX = "svar_";
    private static final int ROUNDS = 7;
    private static final int IN_MEMORY = 20_000;
    private static final int IN_DATABASE = 2_000;

    private StoreSpeed() {}

    /**
     * Measures and prints.
     *
     * @param args none
     * @throws Exception if the database cannot be started or does not answer
     */
    public static void main(String[] args) throws Exception {
        List<Changes> openings = openings((ROUNDS + 1) * IN_DATABASE + IN_MEMORY);
        double[] memory = new double[ROUNDS];
        double[] database = new double[ROUNDS];
        try (Server server = Server.start();
                HikariDataSource source = server.pool(1)) {
            System.out.println(server.settings());
            Schema.of(Dialect.POSTGRESQL, PREFIX).apply(source);
            DeskStore store = JdbcStore.builder(source).tablePrefix(PREFIX).build();
            commit(store, openings.get(0));
            for (int round = -1; round < ROUNDS; round++) {
                DeskStore fresh = new MemoryStore();
                commit(fresh, openings.get(0));
                double inMemory = perSecond(fresh, openings.subList(1, IN_MEMORY));
                int from = 1 + (round + 1) * IN_DATABASE;
                double inDatabase = perSecond(store, openings.subList(from, from + IN_DATABASE));
                if (round >= 0) { // the one before only warms up
                    memory[round] = inMemory;
                    database[round] = inDatabase;
                }
            }
        }
        print("PostgreSQL", database);
        print("in memory", memory);
        System.out.printf(Locale.ROOT, "ratio of the medians %.0f%n", median(memory) / median(database));
    }

    private static List<Changes> openings(int count) {
        List<Changes> kept = new ArrayList<>(count);
        HelpDesk desk = PostedDesk.on(keeping(new MemoryStore(), kept));
        NewTicket request = PostedDesk.request();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (i == count - IN_MEMORY) {
                begin = System.nanoTime();
            }
            desk.open(request);
        }
        System.out.printf(
                Locale.ROOT,
                "a desk in memory opens %,.0f tickets per second%n",
                IN_MEMORY * 1e9 / (System.nanoTime() - begin));
        return kept;
    }

    private static DeskStore keeping(DeskStore store, List<Changes> kept) {
        return (DeskStore) Proxy.newProxyInstance(
                StoreSpeed.class.getClassLoader(), new Class<?>[] {DeskStore.class}, (self, method, args) -> {
                    if (method.getName().equals("commit")) {
                        kept.add((Changes) args[0]);
                    }
                    try {
                        return method.invoke(store, args);
                    } catch (InvocationTargetException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static double perSecond(DeskStore store, List<Changes> all) {
        long begin = System.nanoTime();
        all.forEach(changes -> commit(store, changes));
        return all.size() * 1e9 / (System.nanoTime() - begin);
    }

    private static void commit(DeskStore store, Changes changes) {
        if (store.commit(changes) != CommitResult.COMMITTED) {
            throw new IllegalStateException("an opening was refused");
        }
    }

    private static void print(String name, double... rates) {
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT,
                "%-12s %,10.0f/s (%,.0f to %,.0f)%n",
                name,
                median(rates),
                rates[0],
                rates[rates.length - 1]);
    }

    private static double median(double... sorted) {
        return sorted[sorted.length / 2];
    }
}
