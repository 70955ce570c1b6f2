package dev.svar.examples;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.CategoryTrainer;
import dev.svar.contact.Actor;
import dev.svar.error.SvarException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Learns from past tickets and tells how well it sorts others. */
public final class EvaluateCategorizer {
    private static final Actor AGENT = Actor.rule("evaluation");

    private EvaluateCategorizer() {}

    /**
     * Reads {@code label<TAB>text} from two files, learns from the first and is asked about the second.
     *
     * @param arguments {@code TRAIN.tsv TEST.tsv [--predictions OUT.tsv] [--online] [--correct]}
     */
    public static void main(String... arguments) {
        int status = run(System.out, System.err, arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            evaluate(EvaluationOptions.parse(arguments), new Measures(out));
            return 0;
        } catch (UsageException | SvarException e) {
            err.println("error: " + e.getMessage());
            return 2;
        }
    }

    private static void evaluate(EvaluationOptions options, Measures measures) {
        List<CategoryExample> train = examples(options.train(), "line ");
        List<LabeledText> test = LabeledText.read(options.test());
        Stopwatch watch = Stopwatch.started();
        Learned learned = options.online() ? oneByOne(train, measures) : Learned.of(new CategoryTrainer().train(train));
        double processor = watch.processorSeconds();
        double clock = watch.clockSeconds();
        measures.print("learned", "%d texts in %d categories", train.size(), learned.categories());
        Predictions predictions = Predictions.of(test, learned.ranking());
        measures.print(predictions);
        measures.print("training", "%.2f s of the processor; %.2f s by the clock", processor, clock);
        measures.printPrediction(learned.categorizer(), test);
        measures.print("model", "%d bytes", learned.bytes());
        options.predictions().ifPresent(predictions::write);
        if (options.correct()) {
            new Corrections(train, examples(options.test(), "asked ")).print(measures);
        }
    }

    private static List<CategoryExample> examples(Path file, String name) {
        List<CategoryExample> examples = new ArrayList<>();
        for (LabeledText line : LabeledText.read(file)) {
            String id = name + (examples.size() + 1);
            examples.add(new CategoryExample(id, CategoryQuestion.of(line.text()), line.label(), AGENT));
        }
        return examples;
    }

    private static Learned oneByOne(List<CategoryExample> examples, Measures measures) {
        OneByOne learner = new OneByOne();
        examples.forEach(learner::take);
        learner.print(measures);
        return learner.learned();
    }
}
