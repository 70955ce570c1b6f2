package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCategorizerTest {
    private static final List<String> TRAIN = List.of(
            "payment\tMy card was declined when I tried to pay",
            "payment\tI was charged twice for the same order",
            "payment\tKortet mitt ble avvist da jeg skulle betale",
            "payment\tThe invoice has the wrong amount on it",
            "payment\tCan I pay with another card?",
            "payment\tHvorfor ble jeg belastet to ganger?",
            "login\tI forgot my password and cannot sign in",
            "login\tThe link to reset my password has expired",
            "login\tJeg får ikke logget inn, passordet virker ikke",
            "login\tMy account is locked after three attempts",
            "login\tHow do I change my password?",
            "login\tGlemt passord, kommer ikke inn på kontoen");
    private static final List<String> TEST =
            List.of("payment\tmy card is declined", "login\tpassordet virker ikke", "payment\tcharged twice");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return EvaluateCategorizer.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String file(String name, List<String> lines) throws IOException {
        return file(name, String.join("\n", lines));
    }

    private void assertRefused(String problem, String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("error: ").contains(problem);
    }

    @Test
    void it_learns_from_one_file_and_is_measured_on_the_other() throws IOException {
        Path predictions = folder.resolve("out.tsv");

        assertThat(run(file("train.tsv", TRAIN), file("test.tsv", TEST), "--predictions", predictions.toString()))
                .isZero();

        assertThat(out.toString(UTF_8).lines().map(l -> l.split(" {2,}", -1)[0]))
                .containsSubsequence(
                        "learned",
                        "accuracy",
                        "macro-F1",
                        "top-3",
                        "calibration error",
                        "training",
                        "prediction",
                        "model");
        assertThat(out.toString(UTF_8)).containsPattern("accuracy +100.00 % of 3 texts");
        assertThat(Files.readAllLines(predictions))
                .satisfiesExactly(
                        first -> assertThat(first).matches("payment\tpayment\t[01]\\.\\d{6}"),
                        second -> assertThat(second).matches("login\tlogin\t[01]\\.\\d{6}"),
                        third -> assertThat(third).matches("payment\tpayment\t[01]\\.\\d{6}"));
    }

    @Test
    void one_by_one_it_tells_how_often_it_was_right_before_it_was_told() throws IOException {
        assertThat(run(file("train.tsv", TRAIN), file("test.tsv", TEST), "--online"))
                .isZero();

        assertThat(out.toString(UTF_8))
                .containsPattern("before each update +\\d+\\.\\d\\d % right")
                .containsPattern("of the last tenth +\\d+\\.\\d\\d % right")
                .containsPattern("accuracy +100.00 % of 3 texts");
    }

    @Test
    void every_error_is_corrected_and_it_tells_whether_that_was_remembered() throws IOException {
        String surprising = String.join("\n", TEST) + "\nlogin\tthe amount of letters";

        assertThat(run(file("train.tsv", TRAIN), file("test.tsv", surprising), "--correct"))
                .isZero();

        assertThat(out.toString(UTF_8))
                .containsPattern("accuracy +75.00 % of 4 texts")
                .containsPattern("after a refit +100.00 % of 1 right now; of the others still 100.00 %");
    }

    @Test
    void what_other_programs_add_to_files_changes_nothing() throws IOException {
        String test = file("test.tsv", TEST);
        Path first = folder.resolve("first.tsv");
        Path second = folder.resolve("second.tsv");

        run(file("train.tsv", TRAIN), test, "--predictions", first.toString());
        String marked = "\uFEFF" + String.join("\r\n\r\n", TRAIN) + "\r\n \r\n";
        run(file("windows.tsv", marked), test, "--predictions", second.toString());

        assertThat(second).hasSameTextualContentAs(first);
    }

    @Test
    void odd_labels_long_texts_tabs_and_labels_that_nobody_taught_are_taken() throws IOException {
        String odd = "a/b \"ø\" → 1, 2\tdelivery is late\todd\n100 %\t" + "late parcel ".repeat(90_000) + "\nx\t\n";

        assertThat(run(file("train.tsv", odd), file("test.tsv", "unheard of\tparcel\n")))
                .isZero();

        assertThat(out.toString(UTF_8)).containsPattern("accuracy +0.00 % of 1 texts");
    }

    @Test
    void one_label_alone_is_learned() throws IOException {
        assertThat(run(file("train.tsv", "a\tone text\na\tanother one\n"), file("test.tsv", "a\tone\n")))
                .isZero();

        assertThat(out.toString(UTF_8)).containsPattern("accuracy +100.00 % of 1 texts");
    }

    @Test
    void what_cannot_be_read_is_said_with_its_line() throws IOException {
        String good = file("train.tsv", TRAIN);

        assertRefused("TRAIN.tsv TEST.tsv", good);
        assertRefused("TRAIN.tsv TEST.tsv", good, good, "--offline");
        assertRefused("cannot read", good, folder.resolve("nothing.tsv").toString());
        assertRefused("has no line", good, file("empty.tsv", "\n\n"));
        assertRefused("line 2", good, file("no-tab.tsv", "a\tb\nno tab\n"));
        assertRefused("line 1", good, file("no-label.tsv", " \ttext\n"));
        assertRefused("example.category", file("long.tsv", "x".repeat(101) + "\ttext\n"), good);
        assertRefused("example.category", file("control.tsv", "a\u0001\ttext\n"), good);
        assertRefused("cannot write", good, good, "--predictions", folder.toString());
    }
}
