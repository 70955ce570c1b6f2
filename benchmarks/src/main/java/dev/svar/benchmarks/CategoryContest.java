package dev.svar.benchmarks;

import dev.svar.benchmarks.CategoryContender.Library;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How often Svar and other libraries name the right category, and how long they train, one after the other on the same texts. */
public final class CategoryContest {
    private CategoryContest() {}

    /**
     * Prints a line for each.
     *
     * @param args a file to train from and one to ask about, with lines {@code label<TAB>text}
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<LabeledText> known = LabeledText.read(Path.of(args[0]));
        List<LabeledText> asked = LabeledText.read(Path.of(args[1]));
        for (Library library : Library.values()) {
            long begun = processorNanos();
            CategoryContender contender = library.taught(known);
            double seconds = (processorNanos() - begun) / 1e9;
            long right = asked.stream()
                    .filter(each -> contender.category(each.text()).equals(each.label()))
                    .count();
            System.out.printf(
                    Locale.ROOT,
                    "%-9s %.1f %% right of %,d texts, trained from %,d in %.1f s of the processor%n",
                    library,
                    100.0 * right / asked.size(),
                    asked.size(),
                    known.size(),
                    seconds);
        }
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
