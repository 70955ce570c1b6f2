package dev.svar.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A data source that notes each prepared statement once, with the values that were bound to it first. */
final class BoundStatements {
    private static final Pattern MARK = Pattern.compile("\\?");

    private final Map<String, List<String>> literals = new LinkedHashMap<>();

    /** The literals of each statement, in the order of its marks. */
    Map<String, List<String>> all() {
        return literals;
    }

    DataSource source(DataSource source) {
        return proxy(DataSource.class, (m, a) -> noting((Connection) invoked(m, source, a)));
    }

    private Connection noting(Connection connection) {
        return proxy(Connection.class, (m, a) -> {
            Object result = invoked(m, connection, a);
            return m.getName().equals("prepareStatement") ? noting((PreparedStatement) result, (String) a[0]) : result;
        });
    }

    private PreparedStatement noting(PreparedStatement statement, String sql) {
        SortedMap<Integer, String> bound = new TreeMap<>();
        return proxy(PreparedStatement.class, (m, a) -> {
            if (m.getName().startsWith("set") && a.length > 1 && a[0] instanceof Integer at) {
                bound.put(at, literal(m.getName().equals("setNull") ? Optional.empty() : Optional.ofNullable(a[1])));
            } else if (m.getName().startsWith("execute")) {
                note(sql, new ArrayList<>(bound.values()));
            }
            return invoked(m, statement, a);
        });
    }

    private static String literal(Optional<Object> value) {
        return value.map(v -> "'" + v.toString().replace("'", "''") + "'").orElse("NULL");
    }

    /** Those that are sent together each for itself. */
    private void note(String sql, List<String> values) {
        int from = 0;
        for (String one : sql.split(";\n", -1)) {
            int to = from + (int) MARK.matcher(one).results().count();
            literals.putIfAbsent(one, List.copyOf(values.subList(from, to)));
            from = to;
        }
    }

    private interface Call {
        Object run(Method method, Object[] args) throws Throwable;
    }

    private static Object invoked(Method method, Object target, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                BoundStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> call.run(method, args)));
    }
}
