package dev.svar.examples;

import static dev.svar.testkit.SvarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MoveToAnotherDatabaseTest {
    private static final Path PAGE = Path.of("..", "docs", "bulk.md");
    private static final Path SOURCE = Path.of("src/main/java/dev/svar/examples/MoveToAnotherDatabase.java");

    private final Shown shown = Shown.by(MoveToAnotherDatabase::run);

    @Test
    void the_desk_goes_on_where_it_was() {
        assertThat(shown.lines())
                .contains("Written and read are the same: true", "The next ticket: SUP-2")
                .anyMatch(line -> line.startsWith("Kari answers: JOINED, "));
        assertThat(shown.desk()).ticket("SUP-1").customerWrote("It works now.");
    }

    @Test
    void the_code_on_the_page_is_code_of_this_example() throws IOException {
        String page = Files.readString(PAGE);
        String code = page.substring(page.indexOf("```java\n") + 8, page.indexOf("\n```\n"));

        assertThat(unindented(Files.readString(SOURCE))).contains(unindented(code));
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
