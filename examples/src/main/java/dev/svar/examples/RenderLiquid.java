package dev.svar.examples;

import dev.svar.template.RenderMode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders templates, a line each, at once, until the input ends. Text is written as it is, so that what comes out can be
 * compared with other engines.
 */
public final class RenderLiquid {
    private static final Map<List<String>, RenderMode> MODES = Map.of(
            List.of(), RenderMode.SOUND, List.of("--lax"), RenderMode.LAX, List.of("--strict"), RenderMode.STRICT);

    private RenderLiquid() {}

    /**
     * Reads {@code {"id":…,"template":…,"data":{…},"templates":{name:source}}} and answers {@code {"id":…,"result":…}} or
     * {@code {"id":…,"error":…,"line":…,"column":…}}.
     *
     * @param arguments nothing: what is absent is nothing, what cannot be computed is an error; {@code --strict}: what is
     *     absent is an error too; {@code --lax}: neither is
     * @throws IOException if the input or the output fails
     */
    public static void main(String... arguments) throws IOException {
        int status = run(System.in, System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(InputStream in, PrintStream out, PrintStream err, String... arguments) throws IOException {
        RenderMode mode = MODES.get(List.of(arguments));
        if (mode == null) {
            err.println("error: the one argument may be --strict or --lax, the templates are read from standard input");
            return 2;
        }
        LiquidLines lines = new LiquidLines(mode, InstantSource.system());
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Writer answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (Optional<String> line = line(reader); line.isPresent(); line = line(reader)) {
            if (!line.get().isBlank()) {
                answers.write(lines.answer(line.get()) + "\n");
            }
            if (!reader.ready()) {
                answers.flush();
            }
        }
        answers.flush();
        return 0;
    }

    /** A line of JSON ends with a line feed alone: between its tokens a carriage return is white space. */
    private static Optional<String> line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            line.append((char) c);
        }
        return Optional.of(line.toString());
    }
}
