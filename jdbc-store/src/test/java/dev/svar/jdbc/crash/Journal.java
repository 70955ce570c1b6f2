package dev.svar.jdbc.crash;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file of lines, each of which is with the system before the next is begun: the death of the process loses none. */
final class Journal {
    static final String ACKNOWLEDGED = "acknowledged";
    static final String SENT = "sent";
    static final String TOLD = "told";
    static final String ERRORS = "errors";

    private final FileOutputStream out;

    private Journal(FileOutputStream out) {
        this.out = out;
    }

    /** Starts the journal of a process about a subject. */
    static Journal open(Path folder, String process, String subject) {
        try {
            return new Journal(
                    new FileOutputStream(folder.resolve(process + "." + subject).toFile(), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void write(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole lines of a subject in the journals of all processes. */
    static List<String> lines(Path folder, String subject) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith("." + subject))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(lines::add);
            }
        }
        return lines;
    }
}
