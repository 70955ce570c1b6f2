package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateSimilarTextsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return EvaluateSimilarTexts.run(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    @Test
    void the_likest_text_of_each_is_looked_for() throws IOException {
        Path known =
                Files.writeString(folder.resolve("known.tsv"), "card\tmy card was refused\nparcel\twhere is my parcel");
        Path asked = Files.writeString(folder.resolve("asked.tsv"), "card\tcard refused\nparcel\tno parcel\ncard\tzzz");
        assertThat(run(known.toString(), asked.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .containsPattern("texts +2 known, 3 asked about")
                .containsPattern("hit@1 +0.6667");
    }

    @Test
    void what_cannot_be_read_is_named() {
        assertThat(run("one")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("the arguments are KNOWN.tsv ASKED.tsv");
    }
}
