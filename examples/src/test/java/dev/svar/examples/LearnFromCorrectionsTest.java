package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class LearnFromCorrectionsTest {
    @Test
    void it_knows_what_it_was_told_and_nonsense_is_taken_back() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LearnFromCorrections.run(new PrintStream(out, true, UTF_8));

        assertThat(out.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("Interview for our paper: press, because of text: interview"),
                        line -> assertThat(line).startsWith("My card was refused: payment, because of text: "),
                        line -> assertThat(line).isEqualTo("Where is my parcel?: a person decides"),
                        line -> assertThat(line).startsWith("The same, after Ada said: delivery, because of text: "),
                        line -> assertThat(line).startsWith("The same, renamed: shipping, because of text: "),
                        line -> assertThat(line).startsWith("The same, after Bob said: "),
                        line -> assertThat(line).startsWith("The same, Bob forgotten: shipping, because of text: "));
    }
}
