package dev.svar.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The columns of a table that whoever inserts a row writes: the database makes the others itself. */
final class WrittenColumns {
    private WrittenColumns() {}

    static List<String> of(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet all = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (all.next()) {
                if (!all.getString("IS_GENERATEDCOLUMN").equals("YES")) {
                    columns.add(all.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }
}
