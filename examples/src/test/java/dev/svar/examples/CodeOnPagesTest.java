package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on a page is code of the tests and examples that it names, which the build runs. */
final class CodeOnPagesTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern BLOCK =
            Pattern.compile("\\[`?\\w+`?]\\((\\S+\\.java)\\):\n\n```java\n(.*?)\n```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "announcements.md",
                "bulk.md",
                "business-calendar.md",
                "categorisation.md",
                "due-work.md",
                "fetching.md",
                "http.md",
                "knowledge.md",
                "notifications.md",
                "sla.md",
                "suggestions.md",
                "templates.md",
                "testing.md",
                "transactions.md"
            })
    void every_block_of_code_stands_in_the_file_that_is_named_above_it(String name) throws IOException {
        String page = Files.readString(DOCS.resolve(name));
        List<MatchResult> blocks = BLOCK.matcher(page).results().toList();

        assertThat(blocks)
                .as("blocks of code below the name of a file")
                .hasSize(page.split("```java", -1).length - 1)
                .isNotEmpty();
        for (MatchResult block : blocks) {
            Path source = DOCS.resolve(block.group(1));
            assertThat(unindented(Files.readString(source))).as("%s", source).contains(unindented(block.group(2)));
        }
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
