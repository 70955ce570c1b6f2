package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class SuggestWhileTypingTest {
    @Test
    void what_answers_is_shown_and_what_does_not_is_not() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SuggestWhileTyping.run(new PrintStream(out, true, UTF_8));

        assertThat(out.toString(UTF_8).replace(System.lineSeparator(), "\n")).isEqualTo("""
                        A customer types:
                          How
                            -
                          How do I get a cop
                            -
                          How do I get a copy of an invo
                            Where do I find my invoices?: A copy of each is under Settings, Billing.
                        With a typing error:
                          pasword forgoten
                            I have forgotten my password: We send you a link by mail.
                        Nothing rather than noise:
                          Do you sponsor football clubs?
                            -
                        In words that no article has, before and after it helped somebody who asked so:
                          I am locked out
                            -
                          I am locked out
                            I have forgotten my password: We send you a link by mail.
                        """);
    }
}
