package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One kind of line in an archive: how rows of a table become lines, and how lines become what is stored. */
abstract class LineKind<T> {
    private final String name;
    private final RowPages pages;

    LineKind(String name, RowPages pages) {
        this.name = name;
        this.pages = pages;
    }

    /** Takes the lines of rows. */
    interface Lines {
        void add(JsonObject line);

        /** The lines of a row with this key are complete. */
        void rowEnds(List<String> key);
    }

    /** Makes things of lines, usually one of each line. */
    @FunctionalInterface
    interface Assembly<T> {
        /** Takes a line; gives what is whole with it. */
        Optional<T> add(JsonObject line);

        /** Whether something has begun that needs more lines. */
        default boolean open() {
            return false;
        }

        /** Lets go of what is kept outside memory, once everything was stored or nothing will be. */
        default void discard() {}
    }

    final String name() {
        return name;
    }

    /** {@return the key of the last row; empty if there is no other page} */
    final Optional<List<String>> page(
            Sql db, Connection connection, TenantId tenant, Optional<List<String>> after, Lines out)
            throws SQLException {
        return pages.page(db, connection, tenant, after, (key, row) -> {
            JsonObject line = JsonObject.empty().put(ArchiveFormat.KIND, name);
            put(row, line);
            lines(connection, tenant, line, out);
            out.rowEnds(key);
        });
    }

    /** {@return whether a tenant has a row} */
    final boolean any(Sql db, Connection connection, TenantId tenant) throws SQLException {
        return pages.any(db, connection, tenant);
    }

    /** Puts what a row says into its line. */
    abstract void put(Row row, JsonObject line) throws SQLException;

    /** Gives the lines of a row, usually the one that was put together. */
    void lines(Connection connection, TenantId tenant, JsonObject line, Lines out) throws SQLException {
        out.add(line);
    }

    /** {@return a reader of lines that follow each other} */
    abstract Assembly<T> assembly(TenantId tenant);

    /** Stores things that are not there; duplicates and missing tickets end the script. */
    abstract void insert(Script script, TenantId tenant, List<T> things) throws SQLException;
}
