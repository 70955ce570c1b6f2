package dev.svar.jdbc;

/**
 * A part of a WHERE clause.
 *
 * @param sql the condition
 * @param binder binds its parameters
 */
record Condition(String sql, Sql.Binder binder) {
    static Condition of(String sql) {
        return new Condition(sql, p -> {});
    }
}
