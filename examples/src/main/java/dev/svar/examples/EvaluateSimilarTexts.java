package dev.svar.examples;

import dev.svar.contact.TenantId;
import dev.svar.error.SvarException;
import dev.svar.knowledge.KnownText;
import dev.svar.knowledge.SimilarText;
import dev.svar.search.LuceneTextIndex;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells how often the texts that are most like another are of its category. */
public final class EvaluateSimilarTexts {
    private static final int ROUNDS = 5;
    private static final int LIMIT = 10;

    private EvaluateSimilarTexts() {}

    /**
     * Reads lines {@code label<TAB>text} of texts that are known and of texts that are looked for.
     *
     * @param arguments {@code KNOWN.tsv ASKED.tsv}
     */
    public static void main(String... arguments) {
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            if (arguments.length != 2) {
                throw new UsageException("the arguments are KNOWN.tsv ASKED.tsv, files with lines label<TAB>text");
            }
            List<LabeledText> known = LabeledText.read(Path.of(arguments[0]));
            evaluate(known, LabeledText.read(Path.of(arguments[1])), new Measures(out));
            return 0;
        } catch (UsageException | SvarException e) {
            err.println("error: " + e.getMessage());
            return 2;
        }
    }

    private static void evaluate(List<LabeledText> known, List<LabeledText> asked, Measures measures) {
        try (LuceneTextIndex index = LuceneTextIndex.inMemory()) {
            List<KnownText> texts = new ArrayList<>();
            for (LabeledText text : known) {
                texts.add(new KnownText(Integer.toString(texts.size()), text.text()));
            }
            index.rebuild(TenantId.DEFAULT, texts, 1);
            double hits = 0;
            for (LabeledText text : asked) {
                List<SimilarText> similar = index.like(TenantId.DEFAULT, text.text(), 1);
                hits += similar.isEmpty() || !label(known, similar.get(0)).equals(text.label()) ? 0 : 1;
            }
            measures.print("texts", "%d known, %d asked about", known.size(), asked.size());
            measures.print("hit@1", "%.4f", hits / asked.size());
            measures.print("question", "%.1f µs a text", microseconds(index, asked));
        }
    }

    private static String label(List<LabeledText> known, SimilarText similar) {
        return known.get(Integer.parseInt(similar.id())).label();
    }

    /** In the fastest of some rounds, since other programs slow down one. */
    private static double microseconds(LuceneTextIndex index, List<LabeledText> asked) {
        double fastest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            asked.forEach(text -> index.like(TenantId.DEFAULT, text.text(), LIMIT));
            fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e3 / asked.size());
        }
        return fastest;
    }
}
