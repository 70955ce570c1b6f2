package dev.svar.insight;

import dev.svar.category.Categorizer;
import dev.svar.category.CategoryAnswer;
import dev.svar.category.CategoryQuestion;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.CategoryModel;
import dev.svar.category.learn.CategoryTrainer;
import dev.svar.category.learn.Drift;
import dev.svar.category.learn.LearningCategorizer;
import dev.svar.category.learn.Lesson;
import dev.svar.category.learn.ModelUnreadableException;
import dev.svar.category.learn.Refit;
import dev.svar.category.learn.TeachingPace;
import dev.svar.contact.Actor;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.store.KeptValue;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A categorizer that learns from a desk's tickets: hand it to {@code HelpDesk.builder(store).categorizer(…)}.
 *
 * <p>Each node has its own, over the same store. {@link #catchUp}, which the host calls every few seconds, takes over a newer
 * stored model and learns, once each, what agents decided since that model was trained; so all nodes come to think the same,
 * also after a restart. {@link #train}, which one node calls now and then in the background, trains from the tickets of the
 * store beside the live model, in the caller's thread, and stores the new model if it is better on the tickets decided since.
 * Nothing here starts a thread. Thread-safe; who asks never waits for a training.
 */
public final class DeskLearning implements Categorizer {
    /**
     * How long after a decision its commit may come, also by another node's clock, without being overlooked until the next
     * training. A stored model was trained from decisions that are older.
     */
    public static final Duration SETTLED = Duration.ofMinutes(10);

    /** Fewer new decisions are not worth a training. */
    private static final int LEAST_NEW = 50;
    /** A training pays when the decisions have become more by that share. */
    private static final double MORE = 0.15;
    /** Of how many tickets is remembered how far they were looked at. */
    private static final int MOST_SEEN = 100_000;

    private final DeskStore store;
    private final TenantId tenant;
    private final InstantSource time;
    private final String name;
    private final CategoryTrainer trainer;
    private final CategoryNames names;
    private final Decisions decisions;
    private final int most;
    private final int mostTaught;
    private final Duration within;
    private final Map<TicketId, Long> seen = new LinkedHashMap<>();
    private Optional<ModelUnreadableException.Reason> unreadable = Optional.empty();
    private long looked;
    private Instant trainedUntil;
    private Instant watermark;
    private int learned;
    private int learnedAtTraining;
    private volatile long version;
    private volatile LearningCategorizer live;

    private DeskLearning(Builder builder) {
        this.store = builder.store;
        this.tenant = builder.tenant;
        this.time = builder.time;
        this.name = builder.name;
        this.trainer = builder.trainer;
        this.names = builder.names;
        this.decisions = new Decisions(new TicketTexts(store, tenant), builder.teachers, names);
        this.most = builder.most;
        this.mostTaught = builder.mostTaught;
        this.within = builder.within;
        this.live = learning().build();
        this.trainedUntil = now();
        this.watermark = trainedUntil;
    }

    /**
     * Begins to build one.
     *
     * @param store where the tickets are and the model is kept
     * @return a builder
     */
    public static Builder builder(DeskStore store) {
        return new Builder(store);
    }

    @Override
    public CategoryAnswer categorize(CategoryQuestion question) {
        return live.categorize(question);
    }

    /** {@return the model that was trained last and is known here; empty before the first {@link #catchUp} or training} */
    public Optional<CategoryModel> model() {
        return live.model();
    }

    /** {@return whether the answers have become less sure than training promised} */
    public Drift drift() {
        return live.drift();
    }

    /**
     * Takes over the newest stored model and learns what agents decided since. Costs two small queries if there is nothing
     * new. If the newest model cannot be read the one before it goes on.
     *
     * @return what came of it
     */
    public synchronized CatchUp catchUp() {
        takeOver();
        int[] outcomes = new int[Lesson.values().length];
        Instant after = trainedUntil;
        LearningCategorizer learner = live;
        Instant[] latest = {watermark};
        decisions.updatedSince(watermark.minus(SETTLED), state -> {
            TicketId id = state.ticket().id();
            long behind = Optional.ofNullable(seen.get(id)).orElse(0L);
            long last = state.ticket().version();
            if (last > behind) {
                for (Decision decision : decisions.taught(state, behind, after)) {
                    outcomes[learner.learn(decision.example(), decision.at()).ordinal()]++;
                }
                see(id, last);
            }
            latest[0] = latest[0].isAfter(state.ticket().updatedAt())
                    ? latest[0]
                    : state.ticket().updatedAt();
        });
        watermark = latest[0];
        int now = outcomes[Lesson.LEARNED.ordinal()];
        learned += now;
        int refused = outcomes[Lesson.TOO_MANY.ordinal()] + outcomes[Lesson.NOT_LEARNABLE.ordinal()];
        return new CatchUp(version, now, refused, unreadable, trainingDue());
    }

    private void see(TicketId id, long version) {
        seen.remove(id);
        seen.put(id, version);
        if (seen.size() > MOST_SEEN) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    private void takeOver() {
        long newest = store.keptVersion(tenant, name);
        if (newest <= looked) {
            return;
        }
        Optional<KeptValue> kept = store.kept(tenant, name);
        if (kept.isEmpty()) {
            return;
        }
        looked = kept.get().version();
        try {
            Optional<CategoryModel> model = read(kept.get());
            unreadable = Optional.empty();
            seen.clear();
            trainedUntil = kept.get().asOf();
            watermark = trainedUntil;
            learned = 0;
            learnedAtTraining = 0;
            LearningCategorizer.Builder next = learning();
            model.ifPresent(next::model);
            live = next.build();
            version = looked;
        } catch (ModelUnreadableException e) {
            unreadable = Optional.of(e.reason());
        }
    }

    /** No bytes are the model of a desk that has no ticket to learn from any more. */
    private Optional<CategoryModel> read(KeptValue kept) {
        return Optional.of(kept.content())
                .filter(content -> content.ref().size() > 0)
                .map(content -> names.applied(CategoryModel.fromBytes(content.bytes())));
    }

    private boolean trainingDue() {
        int texts = live.model().map(CategoryModel::texts).orElse(0);
        return version == 0 || learned - learnedAtTraining >= Math.max(LEAST_NEW, texts * MORE);
    }

    /**
     * Trains from the desk's tickets beside the live model and stores the new one, unless it has fewer right of the tickets that
     * were decided since the live one was trained. If another node stores one meanwhile, that one stays.
     *
     * @return what became of it
     * @throws ModelUnreadableException if the stored model is one of a newer version of the library: a newer node trains
     */
    public Refit train() {
        return train(false);
    }

    /**
     * Trains from the desk's tickets as they are now and stores the new model in any case: after tickets were erased, or
     * somebody whose decisions were wrong is no teacher any more, nothing is left of them.
     *
     * @return what became of it
     */
    public Refit trainAnew() {
        return train(true);
    }

    private Refit train(boolean anew) {
        Optional<KeptValue> before = store.kept(tenant, name);
        Optional<CategoryModel> current = anew ? Optional.empty() : before.flatMap(this::readable);
        Instant until = now().minus(SETTLED);
        Instant known = current.flatMap(model -> before).map(KeptValue::asOf).orElse(until);
        List<CategoryExample> past = new ArrayList<>();
        List<Decision> since = new ArrayList<>();
        for (Decision decision : decisions.standing(until, most, new TeachingPace(mostTaught, within))) {
            if (decision.at().isAfter(known)) {
                since.add(decision);
            } else {
                past.add(decision.example());
            }
        }
        LearningCategorizer.Builder builder = LearningCategorizer.builder()
                .trainer(trainer)
                .kept(most)
                .pace(most, within)
                .examples(past);
        current.ifPresent(builder::model);
        LearningCategorizer beside = builder.build();
        since.forEach(decision -> beside.learn(decision.example(), decision.at()));
        Refit refit = beside.refit();
        if (refit.promoted() || (anew && refit.outcome() == Refit.Outcome.EMPTY)) {
            return stored(refit, beside.model(), before, until);
        }
        synchronized (this) {
            learnedAtTraining = learned;
        }
        return refit;
    }

    private Refit stored(Refit refit, Optional<CategoryModel> model, Optional<KeptValue> before, Instant until) {
        byte[] bytes = model.map(CategoryModel::toBytes).orElse(new byte[0]);
        long next = before.map(KeptValue::version).orElse(0L) + 1;
        KeptValue after = new KeptValue(name, next, until, Content.sharing(bytes));
        CommitResult result = store.commit(Changes.builder(tenant).keep(after).build());
        if (result != CommitResult.COMMITTED) {
            return refit.overtaken();
        }
        catchUp();
        return refit;
    }

    /** A damaged one is replaced; one of a newer version is not. */
    private Optional<CategoryModel> readable(KeptValue kept) {
        try {
            return read(kept);
        } catch (ModelUnreadableException e) {
            if (e.reason() == ModelUnreadableException.Reason.NEWER) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private LearningCategorizer.Builder learning() {
        return LearningCategorizer.builder().trainer(trainer).kept(most).pace(mostTaught, within);
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What it begins with. Not safe for use by several threads. */
    public static final class Builder {
        /** The name of the stored model unless the host says otherwise. */
        public static final String DEFAULT_NAME = "categories";

        /** From how many of the latest tickets is learned unless the host says otherwise. */
        public static final int DEFAULT_MOST = 50_000;

        private final DeskStore store;
        private TenantId tenant = TenantId.DEFAULT;
        private InstantSource time = InstantSource.system();
        private String name = DEFAULT_NAME;
        private CategoryTrainer trainer = new CategoryTrainer();
        private CategoryNames names = CategoryNames.unchanged();
        private Predicate<Actor> teachers = person -> true;
        private int most = DEFAULT_MOST;
        private int mostTaught = LearningCategorizer.Builder.DEFAULT_MOST_TAUGHT;
        private Duration within = LearningCategorizer.Builder.DEFAULT_WITHIN;

        private Builder(DeskStore store) {
            this.store = store;
        }

        /**
         * Whose tickets these are.
         *
         * @param id {@link TenantId#DEFAULT} when not set
         * @return this
         */
        public Builder tenant(TenantId id) {
            this.tenant = id;
            return this;
        }

        /**
         * Where the present comes from.
         *
         * @param source the system's clock when not set
         * @return this
         */
        public Builder time(InstantSource source) {
            this.time = source;
            return this;
        }

        /**
         * The name under which the model is stored, the same on all nodes.
         *
         * @param ofModel {@value #DEFAULT_NAME} when not set
         * @return this
         */
        public Builder name(String ofModel) {
            this.name = Check.line("name", ofModel, KeptValue.MAX_NAME_LENGTH);
            return this;
        }

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
         * What categories are called today.
         *
         * @param today asked for each decision and each category of a model that is taken over; names do not change when not set
         * @return this
         */
        public Builder names(CategoryNames today) {
            this.names = today;
            return this;
        }

        /**
         * Whose decisions count.
         *
         * @param who agents; all when not set
         * @return this
         */
        public Builder teachers(Predicate<Actor> who) {
            this.teachers = who;
            return this;
        }

        /**
         * From how many tickets it learns at most, the latest; they are in memory while it trains.
         *
         * @param tickets 1 to {@value CategoryTrainer#MAX_EXAMPLES}, {@value #DEFAULT_MOST} when not set
         * @return this
         */
        public Builder most(int tickets) {
            this.most = (int) Check.range("most", tickets, 1, CategoryTrainer.MAX_EXAMPLES);
            return this;
        }

        /**
         * How much one person may teach, so that nobody turns the model around alone.
         *
         * @param decisions how many, {@link LearningCategorizer.Builder#DEFAULT_MOST_TAUGHT} when not set
         * @param in in which time, {@link LearningCategorizer.Builder#DEFAULT_WITHIN} when not set
         * @return this
         */
        public Builder pace(int decisions, Duration in) {
            this.mostTaught = (int) Check.range("pace", decisions, 1, CategoryTrainer.MAX_EXAMPLES);
            this.within = Check.positive("pace.time", in);
            return this;
        }

        /** {@return the categorizer, which knows nothing before its first {@link DeskLearning#catchUp}} */
        public DeskLearning build() {
            return new DeskLearning(this);
        }
    }
}
