package dev.svar.examples;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.CategoryTrainer;
import dev.svar.contact.Actor;
import dev.svar.error.SvarException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Draws what a categorizer mixes up, whether its probabilities mean something, and how much it takes to learn. */
public final class DrawCategorizer {
    private static final Actor AGENT = Actor.rule("evaluation");
    private static final long SEED = 1;
    private static final int LEAST = 100;

    private DrawCategorizer() {}

    /**
     * Reads {@code label<TAB>text} from two files, learns from the first, asks about the second and writes {@code confusion.svg},
     * {@code reliability.svg} and {@code learning-curve.svg} into a folder.
     *
     * @param arguments {@code TRAIN.tsv TEST.tsv FOLDER}
     */
    public static void main(String... arguments) {
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            if (arguments.length != 3) {
                throw new UsageException("the arguments are TRAIN.tsv TEST.tsv FOLDER");
            }
            List<LabeledText> train = new ArrayList<>(LabeledText.read(Path.of(arguments[0])));
            List<LabeledText> test = LabeledText.read(Path.of(arguments[1]));
            draw(train, test, Path.of(arguments[2]), out);
            return 0;
        } catch (UsageException | SvarException e) {
            err.println("error: " + e.getMessage());
            return 2;
        }
    }

    private static void draw(List<LabeledText> train, List<LabeledText> test, Path folder, PrintStream out) {
        Collections.shuffle(train, new Random(SEED));
        Map<Integer, Double> curve = new TreeMap<>();
        for (int size = train.size(); size >= Math.min(LEAST, train.size()); size /= 2) {
            Predictions some = predictions(train.subList(0, size), test);
            curve.put(size, some.accuracy());
            if (size == train.size()) {
                CategorizerPictures.confusion(some).write(folder.resolve("confusion.svg"));
                CategorizerPictures.reliability(some).write(folder.resolve("reliability.svg"));
            }
        }
        CategorizerPictures.learningCurve(curve).write(folder.resolve("learning-curve.svg"));
        curve.forEach((size, accuracy) -> out.printf(Locale.ROOT, "%d texts: %.1f %% right%n", size, 100 * accuracy));
    }

    private static Predictions predictions(List<LabeledText> train, List<LabeledText> test) {
        List<CategoryExample> examples = new ArrayList<>();
        for (LabeledText line : train) {
            String id = "line " + (examples.size() + 1);
            examples.add(new CategoryExample(id, CategoryQuestion.of(line.text()), line.label(), AGENT));
        }
        return Predictions.of(
                test, Learned.of(new CategoryTrainer().train(examples)).ranking());
    }
}
