package dev.svar.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What somebody wrote and what it is about: a line {@code label<TAB>text}, or invented. */
public record LabeledText(String label, String text) {
    private static final int INVENTED = 10_000;
    private static final int CATEGORIES = 77;
    private static final int WORDS = 2_500;
    private static final int WORDS_OF_A_TEXT = 12;
    private static final int OWN_WORDS = 20;
    private static final long SEED = 42;

    /** Those of the file that the system property {@code texts} names, or invented ones. */
    static List<LabeledText> wanted() {
        String file = System.getProperty("texts", "");
        try {
            return file.isEmpty() ? invented() : read(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<LabeledText> read(Path file) throws IOException {
        List<LabeledText> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IOException("A line without a tab: " + line);
            }
            texts.add(new LabeledText(line.substring(0, tab), line.substring(tab + 1)));
        }
        return texts;
    }

    /** As many categories and words as customers of a bank need. */
    private static List<LabeledText> invented() {
        Random random = new Random(SEED);
        List<LabeledText> texts = new ArrayList<>();
        for (int i = 0; i < INVENTED; i++) {
            int category = random.nextInt(CATEGORIES);
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < WORDS_OF_A_TEXT; w++) {
                int own = category * OWN_WORDS + random.nextInt(OWN_WORDS);
                text.append(word(random.nextInt(4) == 0 ? own : random.nextInt(WORDS)))
                        .append(' ');
            }
            texts.add(new LabeledText(String.valueOf(category), text.toString()));
        }
        return texts;
    }

    private static String word(int number) {
        return Integer.toString(number * 7919 + 100_000, Character.MAX_RADIX);
    }
}
