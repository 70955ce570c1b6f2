package dev.svar.jdbc.crash;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A row of a table as a person with a database client sees it. */
record Row(Map<String, Object> values) {
    static Row read(ResultSet results) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
            Object value = results.getObject(i);
            if (value instanceof Number number) {
                value = number.longValue();
            } else if (value != null && !(value instanceof UUID) && !(value instanceof Boolean)) {
                value = results.getString(i);
            }
            if (value != null) {
                values.put(results.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return new Row(values);
    }

    private <T> T value(Class<T> type, String column) {
        return optional(type, column)
                .orElseThrow(() -> new IllegalStateException("no " + column + " in " + values.keySet()));
    }

    private <T> Optional<T> optional(Class<T> type, String column) {
        return Optional.ofNullable(values.get(column)).map(type::cast);
    }

    String text(String column) {
        return value(String.class, column);
    }

    Optional<String> optionalText(String column) {
        return optional(String.class, column);
    }

    long number(String column) {
        return value(Long.class, column);
    }

    Optional<Long> optionalNumber(String column) {
        return optional(Long.class, column);
    }

    UUID id(String column) {
        return value(UUID.class, column);
    }

    Optional<UUID> optionalId(String column) {
        return optional(UUID.class, column);
    }

    boolean flag(String column) {
        return value(Boolean.class, column);
    }
}
