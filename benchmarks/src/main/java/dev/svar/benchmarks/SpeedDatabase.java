package dev.svar.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** A server and connections to it. */
record SpeedDatabase(Server server, HikariDataSource source) {
    void execute(String... statements) throws SQLException {
        for (String sql : statements) {
            server.execute(sql);
        }
    }
}
