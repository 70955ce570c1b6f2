package dev.svar.jdbc;

import javax.sql.DataSource;

/** What a test runs on. */
enum Database {
    H2(Databases.h2InMemory()),
    MARIADB(Databases.mariaDb()),
    POSTGRESQL(Databases.postgres());

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    DataSource source() {
        return source;
    }
}
