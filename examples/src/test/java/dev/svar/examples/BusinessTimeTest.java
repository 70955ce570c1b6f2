package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BusinessTimeTest {
    private static final String OSLO = """
            {"zone": "Europe/Oslo",
             "hours": {"MONDAY": ["09:00-12:00", "13:00-17:00"], "TUESDAY": ["09:00-17:00"], "SUNDAY": [],
                       "THURSDAY": ["09:00-17:00"], "FRIDAY": ["22:00-06:00"]},
             "holidays": ["2026-12-25", "2027-01-01"],
             "exceptions": {"2026-12-24": ["09:00-12:00"]}}
            """;

    @TempDir
    Path folder;

    @Test
    void each_line_is_answered_by_one_and_a_bad_one_does_not_stop_it() throws IOException {
        assertThat(answers(
                        OSLO,
                        "plus 2026-11-23T10:00:00Z PT2H",
                        "plus 2026-11-23T10:00:00.5Z PT0S",
                        "between 2026-11-23T00:00:00Z 2026-11-24T00:00:00Z",
                        "between 2026-11-24T00:00:00Z 2026-11-23T00:00:00Z",
                        "between 2026-11-23T10:00:00Z 2026-11-23T10:00:01.999Z",
                        "between 2026-11-23T10:00:01.999Z 2026-11-23T10:00:00Z",
                        "plus 2026-12-24T10:00:00Z PT2H\r",
                        "  plus\t2026-12-24T10:00:00Z   P1DT1H  "))
                .containsExactly(
                        "2026-11-23T13:00:00Z",
                        "2026-11-23T10:00:00.500Z",
                        "25200",
                        "-25200",
                        "1",
                        "-1",
                        "2026-12-28T09:00:00Z",
                        "2027-01-04T09:00:00Z");
    }

    @Test
    void an_explanation_has_a_line_for_each_span() throws IOException {
        assertThat(answers(
                        OSLO,
                        "explain 2026-12-24T10:00:00Z 2026-12-26T12:00:00Z",
                        "explain 2026-12-24T10:00:00Z 2026-12-24T10:00:00Z"))
                .containsExactly(
                        "2026-12-24T10:00:00Z 2026-12-24T11:00:00Z counted exception 2026-12-24",
                        "2026-12-24T11:00:00Z 2026-12-24T23:00:00Z skipped exception 2026-12-24",
                        "2026-12-24T23:00:00Z 2026-12-25T23:00:00Z skipped holiday 2026-12-25",
                        "2026-12-25T23:00:00Z 2026-12-26T12:00:00Z skipped outside hours");
    }

    @Test
    void a_bad_line_says_what_is_wrong_and_the_next_is_answered() throws IOException {
        List<String> bad = List.of(
                "",
                "plus",
                "minus 2026-11-23T10:00:00Z PT2H",
                "plus 2026-11-23T10:00:00Z PT2H PT3H",
                "plus 2026-11-23T10:00:00 PT2H",
                "plus 2026-11-23T10:00:00Z 2H",
                "plus 2026-11-23T10:00:00Z -PT2H",
                "plus 2026-11-23T10:00:00Z PT999999999999999H",
                "plus 2026-11-23T10:00:00Z P999999999D",
                "plus 1969-12-31T23:59:59Z PT2H",
                "plus +999999999-01-01T00:00:00Z PT2H",
                "between 2026-11-23T10:00:00Z 2200-01-01T00:00:00Z",
                "explain 2026-11-24T10:00:00Z 2026-11-23T10:00:00Z",
                "explain 1970-01-01T00:00:00Z 2199-01-01T00:00:00Z",
                "\u0000\u001b[2J",
                "plus 2026-11-23T10:00:00Z " + "P".repeat(3_000_000));
        String[] lines = bad.stream()
                .flatMap(line -> List.of(line, "between 2026-11-23T10:00:00Z 2026-11-23T10:00:30Z").stream())
                .toArray(String[]::new);

        List<String> answers = answers(OSLO, lines);

        assertThat(answers).hasSize(2 * bad.size());
        for (int i = 0; i < bad.size(); i++) {
            assertThat(answers.get(2 * i))
                    .as("%.40s", bad.get(i))
                    .startsWith("error: ")
                    .hasSizeLessThan(300);
            assertThat(answers.get(2 * i + 1)).isEqualTo("30");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "                                              | zone must hold text",
                "{                                             | is no JSON",
                "null                                          | the file must be an object",
                "[]                                            | the file must be an object",
                "{}                                            | zone must hold text",
                "{\"zone\":1}                                  | zone must hold text",
                "{\"zone\":\"Europe/Atlantis\"}                | zone is unknown",
                "{\"zone\":\"Europe/Oslo\"}                    | never opens",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[]}} | never opens",
                "{\"zone\":\"Europe/Oslo\",\"hours\":[]}       | hours must be an object",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"monday\":[\"09:00-17:00\"]}} | hours name the weekday monday",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":\"09:00-17:00\"}} | hours of MONDAY must be a list",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[9]}} | hours of MONDAY must hold text",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[\"09:00-09:00\"]}} | ends at the minute it starts",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[\"25:00-26:00\"]}} | no such time of day",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"holiday\":[]} | field holiday is unknown",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"],\"MONDAY\":[\"10:00-17:00\"]}} | Duplicate",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]}} {} | is no JSON",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"holidays\":[\"2026-02-29\"]} | holidays hold 2026-02-29",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"holidays\":[\"12026-02-28\"]} | holidays hold",
                "{\"zone\":\"Europe/Oslo\",\"hours\":{\"MONDAY\":[\"09:00-17:00\"]},\"exceptions\":{\"x\":[]}} | exceptions hold x",
            })
    void a_bad_calendar_is_an_error_of_one_line_and_status_2(String file, String problem) throws IOException {
        Path path = Files.writeString(folder.resolve("calendar.json"), file == null ? "" : file);

        refused(problem, path.toString());
    }

    @Test
    void a_calendar_that_is_not_there_or_too_long_is_an_error() throws IOException {
        refused("cannot be read", folder.resolve("none.json").toString());
        refused("cannot be read", folder.toString());
        refused("cannot be read", "nul\u0000");
        refused("the one argument is the calendar's file");
        refused("the one argument is the calendar's file", "a", "b");
        refused(
                "is longer than",
                Files.write(folder.resolve("long.json"), new byte[(1 << 20) + 1])
                        .toString());
    }

    @Test
    void overlapping_hours_a_whole_day_and_an_exception_on_a_holiday_are_fine() throws IOException {
        assertThat(answers(
                        """
                        {"zone":"Europe/Oslo","hours":{"MONDAY":["09:00-12:00","11:00-17:00"],"TUESDAY":["00:00-24:00"]},
                         "holidays":["2026-11-23","2026-11-23"],"exceptions":{"2026-11-23":["10:00-11:00"]}}""",
                        "between 2026-11-16T00:00:00Z 2026-11-16T23:00:00Z",
                        "between 2026-11-23T23:00:00Z 2026-11-24T23:00:00Z",
                        "between 2026-11-22T23:00:00Z 2026-11-23T23:00:00Z"))
                .containsExactly("28800", "86400", "3600");
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void each_answer_is_there_before_the_next_line_is_written() throws Exception {
        Path calendar = Files.writeString(folder.resolve("calendar.json"), OSLO);
        PipedOutputStream questions = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(questions);
        PipedInputStream answered = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(answered), false, UTF_8);
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> run(in, out, calendar));
        BufferedReader answers = new BufferedReader(new InputStreamReader(answered, UTF_8));
        for (int i = 1; i <= 3; i++) {
            questions.write(("between 2026-11-23T10:00:00Z 2026-11-23T10:00:0" + i + "Z\n").getBytes(UTF_8));
            questions.flush();
            assertThat(answers.readLine()).isEqualTo(String.valueOf(i));
        }
        questions.close();
        assertThat(status.get()).isZero();
    }

    @Test
    @Timeout(30)
    void a_hundred_thousand_lines_are_all_answered() throws IOException {
        String lines = IntStream.range(0, 100_000)
                .mapToObj(i -> "plus 2026-11-23T10:00:00Z PT" + i + "M")
                .collect(Collectors.joining("\n"));

        List<String> answers = answers(OSLO, lines);

        assertThat(answers).hasSize(100_000).noneMatch(answer -> answer.startsWith("error"));
    }

    private static int run(PipedInputStream in, PrintStream out, Path calendar) {
        try {
            return BusinessTime.run(in, out, System.err, calendar.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(String problem, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = BusinessTime.run(
                new ByteArrayInputStream("plus 2026-11-23T10:00:00Z PT1H\n".getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                arguments);

        assertThat(status).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).startsWith("error: ").contains(problem).hasLineCount(1);
    }

    private List<String> answers(String calendar, String... lines) throws IOException {
        Path path = Files.writeString(folder.resolve("calendar.json"), calendar);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = BusinessTime.run(
                new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                System.err,
                path.toString());
        assertThat(status).isZero();
        return out.toString(UTF_8).lines().toList();
    }
}
