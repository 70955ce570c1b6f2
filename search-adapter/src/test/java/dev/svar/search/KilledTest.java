package dev.svar.search;

import static dev.svar.search.Library.TENANT;
import static dev.svar.search.Library.everything;
import static dev.svar.search.Library.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledTest {
    private static final int ROUNDS = 4;
    private static final long SEED = 20261126;

    @TempDir
    private Path folder;

    @Test
    void a_killed_process_leaves_all_that_it_said_was_taken() throws Exception {
        Random random = new Random(SEED);
        long before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long said = indexUntilKilled(2 + random.nextInt(25));
            try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
                long position = index.position(TENANT);
                assertThat(position)
                        .as("round %d", round)
                        .isBetween(said, said + 1)
                        .isGreaterThan(before);
                for (long number = 1; number <= position; number++) {
                    assertThat(ids(index.find(everything("number" + number))))
                            .first()
                            .isEqualTo("article " + number);
                }
                before = position;
            }
        }
    }

    private long indexUntilKilled(int articles) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                TestClasses.path(),
                Indexing.class.getName(),
                folder.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            long said = 0;
            for (int i = 0; i < articles; i++) {
                String line = out.readLine();
                assertThat(line).as("the process ended by itself").isNotNull();
                said = Long.parseLong(line);
            }
            process.toHandle().destroyForcibly(); // the process itself would close what it said
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said = line.isEmpty() ? said : Long.parseLong(line);
            }
            return said;
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
