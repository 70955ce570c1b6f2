package dev.svar.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** A data source some of whose transactions, with all their statements done, end only after later ones have ended. */
final class HeldCommits {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(30);
    private static final int OVERTAKEN_BY = 3;

    /** The end of a transaction that goes to the database with its last statement is taken away: only one apart is held. */
    private static final String END = ";\nCOMMIT";

    private final DataSource source;
    private final BooleanSupplier held;
    private long ended;
    private long overtaken;

    private HeldCommits(DataSource source, BooleanSupplier held) {
        this.source = source;
        this.held = held;
    }

    static HeldCommits oneOf(int many, DataSource source, long seed) {
        Random random = new Random(seed);
        return new HeldCommits(source, () -> {
            synchronized (random) {
                return random.nextInt(many) == 0;
            }
        });
    }

    DataSource source() {
        return (DataSource) proxy(DataSource.class, source);
    }

    /** How many transactions ended later than others that were to end after them. */
    synchronized long overtaken() {
        return overtaken;
    }

    private Object proxy(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                HeldCommits.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    if (method.getName().equals("commit")) {
                        hold();
                    }
                    if (method.getName().equals("prepareStatement")) {
                        args[0] = ((String) args[0]).replace(END, "");
                    }
                    try {
                        Object result = method.invoke(target, args);
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("commit")) {
                            end();
                        }
                    }
                });
    }

    /** Until enough others have ended, or for a short time: those may be waiting for a row that this one has locked. */
    private synchronized void hold() throws InterruptedException {
        if (!held.getAsBoolean()) {
            return;
        }
        long enough = ended + OVERTAKEN_BY;
        long until = System.nanoTime() + LONGEST_NANOS;
        long left = LONGEST_NANOS;
        while (ended < enough && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
        overtaken += ended < enough ? 0 : 1;
    }

    private synchronized void end() {
        ended++;
        notifyAll();
    }
}
