package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svar.mail.MailFiles;
import dev.svar.mail.MailInspector;
import dev.svar.mail.MailboxException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what mail says and why it is treated as it is: a line of JSON for each mail, whatever the mail holds. */
public final class InspectMail {
    private static final String USAGE = "usage: InspectMail PATH... | --records FILE.jsonl"
            + " (a path is a mail, a folder of .eml files or an mbox file)";

    private InspectMail() {}

    /**
     * Reads mail in files, or in records {@code {"id":…,"input":"rfc822|text|text/html|tnef","raw_base64":…}}, a line each.
     *
     * @param arguments paths, or {@code --records} and a file
     * @throws IOException if the output fails
     */
    public static void main(String... arguments) throws IOException {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) throws IOException {
        if (arguments.length == 0 || (arguments[0].equals("--records") && arguments.length != 2)) {
            err.println(USAGE);
            return 2;
        }
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        MailLines mails = new MailLines(MailInspector.standard());
        try {
            if (arguments[0].equals("--records")) {
                records(Path.of(arguments[1]), mails, lines);
            } else {
                for (String path : arguments) {
                    MailFiles.open(Path.of(path)).forEach(mail -> print(lines, mails.of(mail.source(), mail)));
                }
            }
            return 0;
        } catch (MailboxException | IOException e) {
            err.println("error: " + e.getMessage());
            return 1;
        } finally {
            lines.flush();
        }
    }

    private static void records(Path file, MailLines mails, Writer lines) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    print(lines, mails.ofRecord(line));
                }
            }
        }
    }

    private static void print(Writer lines, String line) {
        try {
            lines.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
