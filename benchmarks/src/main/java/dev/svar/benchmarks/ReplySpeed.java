package dev.svar.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.svar.mail.ReplySplitter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The contenders of {@link ReplyBenchmark} in turns, by the processor time of their thread, so that other work on the machine
 * disturbs them less: on its texts, or on the plain replies of a file of records such as {@code InspectMail} reads.
 */
public final class ReplySpeed {
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 7;
    private static final long TURN = Duration.ofMillis(500).toNanos();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static long seen;

    private ReplySpeed() {}

    /**
     * Prints the median time of a text for each contender.
     *
     * @param args a file of records, or none for the texts of the benchmark
     * @throws IOException if the file cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<String> texts = args.length == 0 || args[0].isBlank() ? SampleReplies.all() : replies(Path.of(args[0]));
        List<UnaryOperator<String>> contenders = List.of(
                text -> ReplySplitter.ofText(text, "Re: Your order 4711").visible(),
                PatternReplies::visible,
                FragmentReplies::visible);
        double[][] nanos = new double[contenders.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < nanos.length; i++) {
                nanos[i][Math.max(round, 0)] = nanos(contenders.get(i), texts);
            }
        }
        for (double[] rounds : nanos) {
            Arrays.sort(rounds);
        }
        System.out.printf(
                Locale.ROOT,
                "%d texts: Svar %,.0f ns (%,.0f to %,.0f), patterns %.1f times as long, patterns compiled for each"
                        + " text %.1f%n",
                texts.size(),
                nanos[0][ROUNDS / 2],
                nanos[0][0],
                nanos[0][ROUNDS - 1],
                nanos[1][ROUNDS / 2] / nanos[0][ROUNDS / 2],
                nanos[2][ROUNDS / 2] / nanos[0][ROUNDS / 2]);
        System.out.printf(Locale.ROOT, "(%,d characters seen)%n", seen);
    }

    private static double nanos(UnaryOperator<String> contender, List<String> texts) {
        long begun = THREADS.getCurrentThreadCpuTime();
        long took = 0;
        int count = 0;
        while (took < TURN) {
            for (String text : texts) {
                seen += contender.apply(text).length();
            }
            count += texts.size();
            took = THREADS.getCurrentThreadCpuTime() - begun;
        }
        return (double) took / count;
    }

    private static List<String> replies(Path records) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(records)) {
            JsonNode record = json.readTree(line);
            boolean reply = record.path("kind").asText().equals("reply")
                    && record.path("input").asText().equals("text");
            if (reply) {
                texts.add(new String(record.path("raw_base64").binaryValue(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
