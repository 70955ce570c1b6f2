package dev.svar.examples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers lines about the business hours of a calendar in a file, each at once, until the input ends. */
public final class BusinessTime {
    private BusinessTime() {}

    /**
     * Reads {@code plus INSTANT DURATION}, {@code between INSTANT INSTANT} and {@code explain INSTANT INSTANT}.
     *
     * @param arguments the calendar's file, JSON
     * @throws IOException if the input or the output fails
     */
    public static void main(String... arguments) throws IOException {
        int status = run(System.in, System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(InputStream in, PrintStream out, PrintStream err, String... arguments) throws IOException {
        CalendarQuestions questions;
        try {
            questions = new CalendarQuestions(CalendarFile.named(arguments));
        } catch (UsageException e) {
            err.println("error: " + e.getMessage());
            return 2;
        }
        Lines lines = new Lines(in);
        Writer answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            for (String answer : questions.answer(line.get())) {
                answers.write(answer + "\n");
            }
            if (lines.nextMustBeWaitedFor()) {
                answers.flush();
            }
        }
        answers.flush();
        return 0;
    }
}
