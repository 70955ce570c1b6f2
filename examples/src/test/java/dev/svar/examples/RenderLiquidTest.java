package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RenderLiquidTest {
    private static List<String> answers(String input, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = RenderLiquid.run(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                arguments);
        assertThat(status).isZero();
        return out.toString(UTF_8).lines().toList();
    }

    @Test
    void every_line_is_answered_by_one_whatever_it_says() throws IOException {
        String lines = """
                {"id":1,"template":"Hei {{ name }} & {% render 'who', who: name %}","data":{"name":"<Åse>"},"templates":{"who":"{{ who | upcase }}"}}
                {"id":"b","template":"{% if %}"}
                {"id":3,"template":"a\\n{{ 1 | divided_by: 0 }}"}
                nonsense
                {"id":5}
                {"id":6,"template":"","data":[1]}

                {"id":7,"template":"{{ a }} {{ b }} {{ c }} {{ d }} {{ e[1] }}","data":{"a":2.0,"b":12345678901234567890,"c":null,"d":true,"e":["x",1.50]}}
                {"id":{"n":8},"template":"{{ missing }}{{ 'x' | unknown }}"}
                {"id":9,"template":"{{ a }}","data":{"a":1e999999999}}
                """;
        List<String> answers = answers(lines);

        assertThat(answers).hasSize(9);
        assertThat(answers.get(0)).isEqualTo("{\"id\":1,\"result\":\"Hei <Åse> & <ÅSE>\"}");
        assertThat(answers.get(1)).startsWith("{\"id\":\"b\",\"error\":").endsWith("\"line\":1,\"column\":7}");
        assertThat(answers.get(2)).contains("divided by 0").endsWith("\"line\":2,\"column\":8}");
        assertThat(answers.get(3)).startsWith("{\"id\":null,\"error\":\"no JSON");
        assertThat(answers.get(4))
                .isEqualTo("{\"id\":5,\"error\":\"template must be a text\",\"line\":1,\"column\":1}");
        assertThat(answers.get(5)).contains("data must be an object");
        assertThat(answers.get(6)).isEqualTo("{\"id\":7,\"result\":\"2.0 12345678901234567890  true 1.5\"}");
        assertThat(answers.get(7)).isEqualTo("{\"id\":{\"n\":8},\"result\":\"x\"}");
        assertThat(answers.get(8)).startsWith("{\"id\":9,\"error\":");
    }

    @Test
    void strict_tells_what_is_absent_and_lax_is_silent() throws IOException {
        String line = "{\"id\":1,\"template\":\"[{{ missing }}{{ 1 | divided_by: 0 }}]\"}\n";

        assertThat(answers(line, "--strict").get(0)).contains("no variable or field missing");
        assertThat(answers(line).get(0)).contains("divided by 0");
        assertThat(answers(line, "--lax")).containsExactly("{\"id\":1,\"result\":\"[]\"}");
    }

    @Test
    void any_other_argument_is_refused() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = RenderLiquid.run(
                new ByteArrayInputStream(new byte[0]), System.out, new PrintStream(err, true, UTF_8), "--fast");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--strict");
    }

    @Test
    void a_carriage_return_between_tokens_ends_no_line() throws IOException {
        assertThat(answers("{\"id\":1,\r\"template\":\"a\"}\r\n{\"id\":2,\"template\":\"b\"}"))
                .containsExactly("{\"id\":1,\"result\":\"a\"}", "{\"id\":2,\"result\":\"b\"}");
    }
}
