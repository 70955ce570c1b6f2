package dev.svar.examples;

import dev.svar.error.SvarException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks a folder of templates, so that a misspelt placeholder fails the build of the host and not a letter: a test calls
 * {@code run} and wants a zero, or the build runs {@code main}.
 *
 * <p>The folder has {@code <name>/<language>.liquid} for letters, {@code partials/<name>/<language>.liquid} for their common
 * parts and {@code messages/<language>.properties} for the filter {@code t}. What it lacks is what Svar ships.
 */
public final class CheckTemplates {
    private CheckTemplates() {}

    /**
     * Prints {@code file:line:column: problem} for each problem; exits with 1 if there is any, with 2 if it cannot look.
     *
     * @param arguments the folder, then the keys of the host's custom fields
     * @throws IOException if the folder cannot be read
     */
    public static void main(String... arguments) throws IOException {
        int status = run(System.out, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, String... arguments) throws IOException {
        if (arguments.length == 0 || !Files.isDirectory(Path.of(arguments[0]))) {
            out.println("usage: CheckTemplates FOLDER [CUSTOM_FIELD]...");
            return 2;
        }
        try {
            TemplateFolder folder = TemplateFolder.read(Path.of(arguments[0]));
            List<String> problems = folder.problems(List.of(arguments).subList(1, arguments.length));
            problems.forEach(out::println);
            out.println(folder.size() + " templates, " + problems.size() + " problems");
            return problems.isEmpty() ? 0 : 1;
        } catch (SvarException e) {
            out.println(e.getMessage());
            return 1;
        }
    }
}
