package dev.svar.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reads the columns of a row. */
record Row(ResultSet results, IdForm ids) {
    String text(String column) throws SQLException {
        return StoredText.unescape(results.getString(column));
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(results.getString(column)).map(StoredText::unescape);
    }

    <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        return Constants.named(type, results.getString(column));
    }

    JsonObject json(String column) throws SQLException {
        return JsonObject.parse(results.getString(column));
    }

    UUID id(String column) throws SQLException {
        return optionalId(column).orElseThrow();
    }

    Optional<UUID> optionalId(String column) throws SQLException {
        return ids.read(results, column);
    }

    long number(String column) throws SQLException {
        return results.getLong(column);
    }

    Instant at(String column) throws SQLException {
        return Micros.instant(results.getLong(column));
    }

    Optional<Instant> optionalAt(String column) throws SQLException {
        long micros = results.getLong(column);
        return results.wasNull() ? Optional.empty() : Optional.of(Micros.instant(micros));
    }

    byte[] bytes(String column) throws SQLException {
        return results.getBytes(column);
    }

    Optional<byte[]> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(results.getBytes(column));
    }
}
