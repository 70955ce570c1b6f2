package dev.svar.search;

import java.util.Map;
import java.util.Optional;

/**
 * What an index says about itself, committed together with what is in it.
 *
 * @param position how far it got
 * @param mark what came with the last changes
 */
record Stand(long position, String mark) {
    /** Changes whenever what is indexed does, so that an index of another version of this library is built anew. */
    static final String FORMAT = "3";

    private static final String FORMAT_KEY = "svar.format";
    private static final String POSITION_KEY = "svar.position";
    private static final String MARK_KEY = "svar.mark";

    Map<String, String> written() {
        return Map.of(FORMAT_KEY, FORMAT, POSITION_KEY, Long.toString(position), MARK_KEY, mark);
    }

    /** Reads it; empty if the index is of another version. */
    static Optional<Stand> read(Map<String, String> written) {
        String position = written.get(POSITION_KEY);
        if (!FORMAT.equals(written.get(FORMAT_KEY)) || position == null || !position.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new Stand(Long.parseLong(position), written.getOrDefault(MARK_KEY, "")));
    }
}
