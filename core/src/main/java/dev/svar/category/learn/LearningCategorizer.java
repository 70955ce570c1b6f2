package dev.svar.category.learn;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.RankedCategory;
import dev.svar.contact.Actor;
import dev.svar.error.Check;
import dev.svar.ticket.TicketCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A categorizer that learns from every decision of a person: at once, in far less than a millisecond, and again from all kept
 * examples whenever the host calls {@link #refit}, which trains beside the live model and changes over to the new one without a
 * pause if it is better. Nothing here starts a thread. Thread-safe; who asks waits for a lesson, never for a training.
 *
 * <p>Examples are kept in memory: the host gives them again when it starts, from its tickets, and a model that was saved
 * ({@link #model}) holds none of their text. What was learned since the last training is not in that model.
 */
public final class LearningCategorizer implements Categorizer {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final RecentAnswers recent = new RecentAnswers();
    private final CategoryTrainer trainer;
    private final TeachingPace pace;
    private final Lessons lessons;
    private final Refits refits;

    private LearningCategorizer(Builder builder) {
        this.trainer = builder.trainer;
        this.pace = new TeachingPace(builder.mostTaught, builder.within);
        this.lessons = new Lessons(builder.kept, new LiveModel(builder.model, trainer.threshold()));
        builder.examples.forEach(lessons::keep);
        this.refits = new Refits(trainer, lessons, lock);
    }

    /** {@return a builder of one that knows nothing yet} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public CategoryAnswer categorize(CategoryQuestion question) {
        CategoryAnswer answer = reading(() -> lessons.live().categorize(question));
        answer.ranked().stream().findFirst().ifPresent(first -> recent.add(first.probability()));
        return answer;
    }

    /**
     * What a text may be about, without abstaining and without reasons.
     *
     * @param question the text and what is known about it
     * @param limit how many categories at most
     * @return categories, first the likeliest; empty as long as none is known
     */
    public List<RankedCategory> rank(CategoryQuestion question, int limit) {
        return reading(() -> lessons.live().rank(question, limit));
    }

    /**
     * Learns from a decision. One about an id that was learned before replaces it.
     *
     * @param example what somebody decided
     * @param now when
     * @return what became of it
     */
    public Lesson learn(CategoryExample example, Instant now) {
        return writing(() -> {
            if (!lessons.isLearnable(example)) {
                return Lesson.NOT_LEARNABLE;
            }
            if (!pace.allows(example.by(), now)) {
                return Lesson.TOO_MANY;
            }
            lessons.learn(example);
            return Lesson.LEARNED;
        });
    }

    /** {@return whether enough was learned since the last training, or something is to be forgotten, that another one pays} */
    public boolean refitDue() {
        return reading(lessons::refitDue);
    }

    /**
     * Trains from all kept examples in the calling thread, which may be one of the host's in the background, and puts the new
     * model in place of the live one, unless it has fewer right of the tickets that neither was trained from. After something
     * was forgotten it takes its place in any case.
     *
     * @return what became of it
     */
    public Refit refit() {
        Refit refit = refits.refit();
        if (refit.promoted()) {
            recent.clear();
        }
        return refit;
    }

    /**
     * Forgets examples, for example of tickets that were erased. The live model answers as before until the next
     * {@link #refit}; after it nothing is left of them.
     *
     * @param ids of the examples
     * @return how many there were
     */
    public int forget(Collection<String> ids) {
        return writing(() -> lessons.forget(ids));
    }

    /**
     * Forgets what one person decided, for example after it turned out to be nonsense: what was decided before about the same
     * tickets counts again. The live model answers as before until the next {@link #refit}.
     *
     * @param person who
     * @return how many decisions there were
     */
    public int forgetTaughtBy(Actor person) {
        return writing(() -> lessons.forgetTaughtBy(person));
    }

    /**
     * Gives a category another name, at once. If there is one of that name already the two are merged.
     *
     * @param category its name
     * @param name the other name
     */
    public void rename(String category, String name) {
        Check.line("name", name, TicketCommand.MAX_CATEGORY_LENGTH);
        writing(() -> lessons.move(category, Optional.of(name)));
    }

    /**
     * Retires a category, at once: no text is of it any more, and its examples are forgotten.
     *
     * @param category its name
     */
    public void retire(String category) {
        writing(() -> lessons.move(category, Optional.empty()));
    }

    /** {@return the names of all categories that it knows, sorted} */
    public List<String> categories() {
        return reading(() -> lessons.live().columns().names());
    }

    /** {@return the model of the last training, to be saved; empty before the first one} */
    public Optional<CategoryModel> model() {
        return reading(() -> lessons.live().base());
    }

    /** {@return whether the answers since the last training are less sure than the training promised} */
    public Drift drift() {
        double expected = model().map(m -> m.quality().confidence()).orElse(0.0);
        return recent.beside(expected);
    }

    private <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T writing(Supplier<T> write) {
        lock.writeLock().lock();
        try {
            return write.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What it begins with. Not safe for use by several threads. */
    public static final class Builder {
        /** The most examples that are kept unless the host says otherwise; of more, the oldest are dropped. */
        public static final int DEFAULT_KEPT = 100_000;

        /** How many decisions a person may teach in {@link #DEFAULT_WITHIN} unless the host says otherwise. */
        public static final int DEFAULT_MOST_TAUGHT = 200;

        /** In which time a person may teach {@value #DEFAULT_MOST_TAUGHT} decisions unless the host says otherwise. */
        public static final Duration DEFAULT_WITHIN = Duration.ofHours(1);

        private CategoryTrainer trainer = new CategoryTrainer();
        private Optional<CategoryModel> model = Optional.empty();
        private List<CategoryExample> examples = List.of();
        private int kept = DEFAULT_KEPT;
        private int mostTaught = DEFAULT_MOST_TAUGHT;
        private Duration within = DEFAULT_WITHIN;

        private Builder() {}

        /**
         * How it trains.
         *
         * @param how the threshold below which it abstains, and the seed
         * @return this
         */
        public Builder trainer(CategoryTrainer how) {
            this.trainer = how;
            return this;
        }

        /**
         * A model to begin with, so that it answers at once.
         *
         * @param trained the model of an earlier training
         * @return this
         */
        public Builder model(CategoryModel trained) {
            this.model = Optional.of(trained);
            return this;
        }

        /**
         * Past decisions to train from at the next {@link LearningCategorizer#refit}; the model to begin with was trained from
         * them, or there is none.
         *
         * @param past the oldest first
         * @return this
         */
        public Builder examples(List<CategoryExample> past) {
            this.examples = List.copyOf(past);
            return this;
        }

        /**
         * How many examples are kept.
         *
         * @param most at most {@value CategoryTrainer#MAX_EXAMPLES}
         * @return this
         */
        public Builder kept(int most) {
            this.kept = (int) Check.range("kept", most, 1, CategoryTrainer.MAX_EXAMPLES);
            return this;
        }

        /**
         * How much one person may teach, so that nobody turns the model around alone. Rules ({@link Actor.Rule}) may teach as
         * much as they want.
         *
         * @param most how many decisions
         * @param time in which time
         * @return this
         */
        public Builder pace(int most, Duration time) {
            this.mostTaught = (int) Check.range("pace", most, 1, CategoryTrainer.MAX_EXAMPLES);
            this.within = Check.positive("pace.time", time);
            return this;
        }

        /** {@return the categorizer} */
        public LearningCategorizer build() {
            return new LearningCategorizer(this);
        }
    }
}
