package dev.svar.benchmarks;

import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.RankedCategory;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.CategoryModel;
import dev.svar.category.learn.CategoryTrainer;
import dev.svar.category.learn.LearningCategorizer;
import dev.svar.category.learn.Lesson;
import dev.svar.contact.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an answer and a lesson cost. The texts are lines {@code label<TAB>text} of the file that the system property
 * {@code texts} names, or invented: as many categories and words as customers of a bank need.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class CategorizerBenchmark {
    private static final int INVENTED = 10_000;
    private static final int CATEGORIES = 77;
    private static final int WORDS = 2_500;
    private static final int WORDS_OF_A_TEXT = 12;
    private static final int OWN_WORDS = 20;
    private static final long SEED = 42;

    private final List<CategoryExample> examples = new ArrayList<>();
    private CategoryModel model = new CategoryTrainer().train(List.of(example(0, "none", "nothing")));
    private LearningCategorizer learning = LearningCategorizer.builder().build();
    private int next;

    @Setup
    public void train() {
        String file = System.getProperty("texts", "");
        if (file.isEmpty()) {
            invent();
        } else {
            read(Path.of(file));
        }
        model = new CategoryTrainer().train(examples);
        learning = LearningCategorizer.builder().model(model).examples(examples).build();
    }

    @Benchmark
    public List<RankedCategory> rank() {
        return model.rank(next().question(), 3);
    }

    @Benchmark
    public CategoryAnswer categorizeWithReasons() {
        return model.categorize(next().question());
    }

    @Benchmark
    public Lesson learn() {
        return learning.learn(next(), Instant.EPOCH);
    }

    private CategoryExample next() {
        next = (next + 1) % examples.size();
        return examples.get(next);
    }

    private void invent() {
        Random random = new Random(SEED);
        for (int i = 0; i < INVENTED; i++) {
            int category = random.nextInt(CATEGORIES);
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < WORDS_OF_A_TEXT; w++) {
                int own = category * OWN_WORDS + random.nextInt(OWN_WORDS);
                text.append(word(random.nextInt(4) == 0 ? own : random.nextInt(WORDS)))
                        .append(' ');
            }
            add(String.valueOf(category), text.toString());
        }
    }

    private static String word(int number) {
        return Integer.toString(number * 7919 + 100_000, Character.MAX_RADIX);
    }

    private void read(Path file) {
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", 2);
                add(parts[0], parts[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String label, String text) {
        examples.add(example(examples.size(), label, text));
    }

    private static CategoryExample example(int number, String label, String text) {
        return new CategoryExample("text " + number, CategoryQuestion.of(text), label, Actor.rule("benchmark"));
    }
}
