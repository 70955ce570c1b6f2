package dev.svar.jdbc;

import dev.svar.error.InvalidValueException;
import java.sql.SQLException;
import java.util.UUID;

/** A part of a primary key, as text and back. */
record KeyColumn(String name, Type type) {
    enum Type {
        ID,
        TEXT,
        NUMBER
    }

    static KeyColumn id(String name) {
        return new KeyColumn(name, Type.ID);
    }

    static KeyColumn text(String name) {
        return new KeyColumn(name, Type.TEXT);
    }

    static KeyColumn number(String name) {
        return new KeyColumn(name, Type.NUMBER);
    }

    String read(Row row) throws SQLException {
        return switch (type) {
            case ID -> row.id(name).toString();
            case TEXT -> row.text(name);
            case NUMBER -> Long.toString(row.number(name));
        };
    }

    void bind(Params params, String value) throws SQLException {
        try {
            switch (type) {
                case ID -> params.id(UUID.fromString(value));
                case TEXT -> params.text(value);
                case NUMBER -> params.number(Long.parseLong(value));
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("checkpoint.last", "has a key that the rows of its kind do not have");
        }
    }
}
