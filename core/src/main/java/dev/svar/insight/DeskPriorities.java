package dev.svar.insight;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.PriorityDetector;
import dev.svar.category.PriorityHint;
import dev.svar.category.learn.CategoryExample;
import dev.svar.category.learn.CategoryModel;
import dev.svar.category.learn.CategoryTrainer;
import dev.svar.category.learn.ModelUnreadableException;
import dev.svar.contact.Actor;
import dev.svar.contact.TenantId;
import dev.svar.sla.SlaAction;
import dev.svar.store.DeskStore;
import dev.svar.store.TicketState;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Learns from a desk's solved tickets how urgent a text is: hand it to {@code HelpDesk.builder(store).priorities(…)}.
 *
 * <p>A ticket teaches the priority that it has, without what the ladder of a broken promise raised it by, if an agent did
 * anything with it: what an agent leaves as it is, is decided as well. Tickets that no agent touched teach nothing. Learned is
 * in trainings only. Each node has its own over the same store; {@link #catchUp} takes over what another one trained. Starts
 * no thread. Thread-safe.
 */
public final class DeskPriorities implements PriorityDetector {
    /** From how many of the latest solved tickets is learned. */
    public static final int MOST = 50_000;

    /** A priority that fewer solved tickets have is not learned: a word of a single one would stand for it. */
    public static final int LEAST = 10;

    /** The name of the stored model. */
    public static final String NAME = "priorities";

    private final CategoryTrainer trainer;
    private final KeptModel<CategoryModel> kept;

    /**
     * One that knows nothing before its first {@link #catchUp}.
     *
     * @param store where the tickets are and the model is kept
     * @param tenant whose tickets these are
     * @param time where the present comes from
     * @param trainer how it trains
     */
    public DeskPriorities(DeskStore store, TenantId tenant, InstantSource time, CategoryTrainer trainer) {
        this.trainer = trainer;
        this.kept = new KeptModel<>(store, tenant, time, NAME, CategoryModel::fromBytes);
    }

    @Override
    public Optional<PriorityHint> detect(CategoryQuestion question) {
        return kept.model().flatMap(model -> PriorityDetector.by(model).detect(question));
    }

    /**
     * Takes over the newest stored model; costs one small query if there is none. One that cannot be read leaves the one before.
     *
     * @return the version that answers now, 0 if none was stored yet
     * @throws ModelUnreadableException if the newest one cannot be read, each time until there is one that can
     */
    public long catchUp() {
        return kept.catchUp();
    }

    /**
     * Trains from the tickets that are solved or closed, in the calling thread, and stores the new model. What was erased from
     * them is not in it.
     *
     * @return from how many tickets; 0 if not two priorities have {@value #LEAST} each, so that there is nothing to learn and
     *     the stored model says nothing from then on, or if another node stored a model meanwhile, which then stays
     * @throws ModelUnreadableException if a node of a newer version stored a model, which then stays: that node trains
     */
    public int train() {
        return kept.train(MOST, DeskPriorities::example, this::trained);
    }

    private Optional<byte[]> trained(List<CategoryExample> examples) {
        Map<String, Long> counts =
                examples.stream().collect(Collectors.groupingBy(CategoryExample::category, Collectors.counting()));
        List<CategoryExample> known = examples.stream()
                .filter(example -> counts.getOrDefault(example.category(), 0L) >= LEAST)
                .toList();
        boolean differ =
                known.stream().map(CategoryExample::category).distinct().count() > 1;
        return differ ? Optional.of(trainer.train(known).toBytes()) : Optional.empty();
    }

    private static Optional<CategoryExample> example(TicketTexts texts, TicketState state) {
        Optional<Actor> agent = Optional.empty();
        Optional<Priority> priority = Optional.empty();
        for (RecordedEvent event : texts.events(state, 0)) {
            if (event.by() instanceof Actor.DeskAgent) {
                agent = Optional.of(event.by());
            }
            if (event.event() instanceof Opened opened) {
                priority = Optional.of(opened.priority());
            } else if (event.event() instanceof PriorityChanged changed
                    && !event.by().equals(SlaAction.LADDER)) {
                priority = Optional.of(changed.to());
            }
        }
        String id = state.ticket().id().toString();
        Optional<Priority> decided = priority;
        return agent.flatMap(by -> decided.map(as -> new CategoryExample(id, texts.question(state), as.name(), by)));
    }
}
