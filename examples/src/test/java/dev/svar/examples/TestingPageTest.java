package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The code on the page about testing is code of the tests that it names, which the build runs. */
final class TestingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "testing.md");
    private static final Pattern BLOCK =
            Pattern.compile("\\[`?\\w+`?]\\((\\S+\\.java)\\):\n\n```java\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void every_block_of_code_stands_in_the_test_that_is_named_above_it() throws IOException {
        String page = Files.readString(PAGE);
        List<MatchResult> blocks = BLOCK.matcher(page).results().toList();

        assertThat(blocks)
                .as("blocks of code below the name of a test")
                .hasSize(page.split("```java", -1).length - 1)
                .hasSizeGreaterThan(5);
        for (MatchResult block : blocks) {
            Path source = PAGE.resolveSibling(block.group(1));
            assertThat(unindented(Files.readString(source))).as("%s", source).contains(unindented(block.group(2)));
        }
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
