package dev.svar.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source whose n-th execution, savepoint or commit fails, before or after the database did it. */
final class Faults {
    private static final Set<String> POINTS = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "setSavepoint", "releaseSavepoint");

    private final DataSource source;
    private final AtomicInteger point = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<Boolean> autoCommitsGivenBack = new HashSet<>();
    private int failing;
    private boolean afterwards;
    private String state = "";

    Faults(DataSource source) {
        this.source = source;
    }

    /** Counts from 1 again and fails once. */
    void failAt(int n, boolean afterTheDatabaseDidIt, String sqlState) {
        point.set(0);
        failing = n;
        afterwards = afterTheDatabaseDidIt;
        state = sqlState;
    }

    void failNever() {
        failAt(0, false, "");
    }

    boolean reached() {
        return failing > 0 && point.get() >= failing;
    }

    int openConnections() {
        return open.get();
    }

    Set<Boolean> autoCommitsGivenBack() {
        return autoCommitsGivenBack;
    }

    DataSource source() {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, Object target) {
        InvocationHandler handler = (self, method, args) -> {
            boolean fails = POINTS.contains(method.getName()) && point.incrementAndGet() == failing;
            if (fails && !afterwards) {
                throw failure();
            }
            if (target instanceof Connection connection && method.getName().equals("close")) {
                open.decrementAndGet();
                autoCommitsGivenBack.add(connection.getAutoCommit());
            }
            Object result = invoked(() -> method.invoke(target, args));
            if (fails) {
                throw failure();
            }
            if (result instanceof Connection connection && target instanceof DataSource) {
                open.incrementAndGet();
                return proxy(Connection.class, connection);
            } else if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement);
            } else if (result instanceof Statement statement && target instanceof Connection) {
                return proxy(Statement.class, statement);
            }
            return result;
        };
        return type.cast(Proxy.newProxyInstance(Faults.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static Object invoked(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private SQLException failure() {
        return new SQLException("kari@kunde.example password=secret", state);
    }
}
