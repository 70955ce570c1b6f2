package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the examples names all of them, and what it says that one prints is what it prints. */
final class ExamplesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "examples.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/svar/examples");
    private static final Pattern COMMAND = Pattern.compile("-Dexec\\.mainClass=dev\\.svar\\.examples\\.(\\w+)`");
    private static final int MAX_LINES = 79;

    @Test
    void every_example_has_its_command_on_the_page() throws IOException {
        Set<String> onPage = COMMAND.matcher(Files.readString(PAGE))
                .results()
                .map(command -> command.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(onPage).isEqualTo(mains());
    }

    @Test
    void the_output_on_the_page_is_what_is_printed() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("```text\n" + Shown.by(CloseAfterSilence::run).text() + "```");
    }

    @Test
    void an_example_of_one_feature_is_short() throws IOException {
        Set<String> ofOneFeature = mains();
        ofOneFeature.remove("SupportDesk"); // a whole desk
        for (String main : ofOneFeature) {
            assertThat(Files.readAllLines(SOURCES.resolve(main + ".java")).size())
                    .as("lines of %s", main)
                    .isLessThanOrEqualTo(MAX_LINES);
        }
    }

    private static Set<String> mains() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Path> sources = files.toList();
            Set<String> mains = new TreeSet<>();
            for (Path source : sources) {
                if (Files.readString(source).contains("public static void main(")) {
                    mains.add(source.getFileName().toString().replace(".java", ""));
                }
            }
            return mains;
        }
    }
}
