package dev.svar.examples;

import dev.svar.HelpDesk;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** What an example printed, and the desk that it leaves behind. */
record Shown(HelpDesk desk, String text) {
    @FunctionalInterface
    interface Example {
        HelpDesk run(Stage stage) throws SQLException;
    }

    static Shown by(Example example) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            HelpDesk desk = example.run(new Stage(new PrintStream(printed, true, StandardCharsets.UTF_8)));
            return new Shown(desk, printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** The lines below a heading, until the next empty line. */
    List<String> below(String heading) {
        return text.lines()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(String::strip)
                .toList();
    }
}
