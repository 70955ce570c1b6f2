package dev.svar.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a stream; of one that is too long just its beginning, so that none fills the memory. */
final class Lines {
    static final int MAX_LENGTH = 1_000;

    private final Reader reader;

    Lines(InputStream in) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Empty at the end. */
    Optional<String> next() throws IOException {
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() < MAX_LENGTH) {
                line.append((char) c);
            }
        }
        return Optional.of(line.toString());
    }

    boolean nextMustBeWaitedFor() throws IOException {
        return !reader.ready();
    }
}
