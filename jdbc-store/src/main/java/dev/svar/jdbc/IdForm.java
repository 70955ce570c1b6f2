package dev.svar.jdbc;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** How a database keeps the 128 bits of an id. All compare them from the first bit on, without a sign. */
enum IdForm {
    /** A type of its own. */
    NATIVE {
        @Override
        void bind(PreparedStatement statement, int index, Optional<UUID> id) throws SQLException {
            statement.setObject(index, id.orElse(null));
        }

        @Override
        Optional<UUID> read(ResultSet results, String column) throws SQLException {
            return Optional.ofNullable(results.getObject(column, UUID.class));
        }
    },

    /** Sixteen bytes, the most significant one first. */
    BYTES {
        @Override
        void bind(PreparedStatement statement, int index, Optional<UUID> id) throws SQLException {
            statement.setBytes(index, id.map(IdForm::bytes).orElse(null));
        }

        @Override
        Optional<UUID> read(ResultSet results, String column) throws SQLException {
            return Optional.ofNullable(results.getBytes(column)).map(IdForm::id);
        }
    };

    abstract void bind(PreparedStatement statement, int index, Optional<UUID> id) throws SQLException;

    abstract Optional<UUID> read(ResultSet results, String column) throws SQLException;

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID id(byte[] bytes) {
        ByteBuffer both = ByteBuffer.wrap(bytes);
        return new UUID(both.getLong(), both.getLong());
    }
}
