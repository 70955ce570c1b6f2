package dev.svar.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Binds a statement's parameters from the first to the last. */
final class Params {
    private final PreparedStatement statement;
    private final IdForm ids;
    private int index;

    Params(PreparedStatement statement, IdForm ids) {
        this.statement = statement;
        this.ids = ids;
    }

    void restart() {
        index = 0;
    }

    Params text(String value) throws SQLException {
        statement.setString(++index, StoredText.escape(value));
        return this;
    }

    Params text(Optional<String> value) throws SQLException {
        statement.setString(++index, value.map(StoredText::escape).orElse(null));
        return this;
    }

    Params texts(Collection<String> values) throws SQLException {
        for (String value : values) {
            text(value);
        }
        return this;
    }

    /** Only for dialects that {@link Dialect#takesArrays}. */
    Params textArray(List<String> values) throws SQLException {
        return array("text", values.stream().map(StoredText::escape).toArray());
    }

    /** Only for dialects that {@link Dialect#takesArrays}. */
    Params idArray(List<UUID> values) throws SQLException {
        return array("uuid", values.toArray());
    }

    private Params array(String type, Object[] values) throws SQLException {
        statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
        return this;
    }

    Params constant(Enum<?> value) throws SQLException {
        return text(value.name());
    }

    Params json(JsonObject value) throws SQLException {
        statement.setString(++index, value.write());
        return this;
    }

    Params id(UUID value) throws SQLException {
        return id(Optional.of(value));
    }

    Params id(Optional<UUID> value) throws SQLException {
        ids.bind(statement, ++index, value);
        return this;
    }

    Params number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    Params flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    Params at(Instant value) throws SQLException {
        return number(Micros.of(value));
    }

    Params at(Optional<Instant> value) throws SQLException {
        statement.setObject(++index, value.map(Micros::of).orElse(null));
        return this;
    }

    Params bytes(Optional<byte[]> value) throws SQLException {
        statement.setBytes(++index, value.orElse(null));
        return this;
    }
}
