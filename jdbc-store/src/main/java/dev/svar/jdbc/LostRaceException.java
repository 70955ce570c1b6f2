package dev.svar.jdbc;

import java.sql.SQLException;

/** Another transaction inserted the same row in between; nothing is stored, and a second try will find the row. */
final class LostRaceException extends SQLException {
    private static final long serialVersionUID = 1L;

    LostRaceException(SQLException duplicate) {
        super("lost a race for a new row", SqlErrors.SERIALIZATION_FAILURE, duplicate.getErrorCode());
    }
}
