/** Keeps a help desk in the host's relational database. */
module dev.svar.jdbc {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.svar.core;
    requires transitive java.sql;
    requires static org.jspecify;

    exports dev.svar.jdbc;
}
