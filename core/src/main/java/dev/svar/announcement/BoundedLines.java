package dev.svar.announcement;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Lines of which each is cut after so many characters, so that one without an end takes no memory. Ends with LF or CRLF. */
final class BoundedLines implements Iterator<String> {
    private final Reader reader;
    private final int most;
    private Optional<String> next;

    BoundedLines(Reader reader, int most) {
        this.reader = reader;
        this.most = most;
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public String next() {
        String line = next.orElseThrow(NoSuchElementException::new);
        next = read();
        return line;
    }

    private Optional<String> read() {
        try {
            StringBuilder line = new StringBuilder();
            int c = reader.read();
            boolean any = c >= 0;
            while (c >= 0 && c != '\n') {
                if (line.length() < most) {
                    line.append((char) c);
                }
                c = reader.read();
            }
            int length = line.length();
            if (length > 0 && line.charAt(length - 1) == '\r') {
                line.setLength(length - 1);
            }
            return any ? Optional.of(line.toString()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a list of recipients cannot be read", e);
        }
    }
}
