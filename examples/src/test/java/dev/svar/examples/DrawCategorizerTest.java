package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DrawCategorizerTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return DrawCategorizer.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    @Test
    void it_draws_three_pictures_that_a_reader_of_xml_reads() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append("pay & go\tmy card ").append(i).append(" was declined\n");
            lines.append("login\tmy password ").append(i).append(" is wrong\n");
        }
        String file = Files.writeString(folder.resolve("all.tsv"), lines).toString();

        assertThat(run(file, file, folder.toString())).isZero();

        assertThat(out.toString(UTF_8)).contains("120 texts: 100.0 % right");
        for (String name : new String[] {"confusion.svg", "reliability.svg", "learning-curve.svg"}) {
            var drawing = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve(name).toFile());
            assertThat(drawing.getDocumentElement().getTagName()).isEqualTo("svg");
        }
        assertThat(Files.readString(folder.resolve("confusion.svg"))).contains("pay &amp; go");
    }

    @Test
    void it_says_what_it_needs() throws IOException {
        assertThat(run("one.tsv")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("error: the arguments are TRAIN.tsv TEST.tsv FOLDER");
    }
}
