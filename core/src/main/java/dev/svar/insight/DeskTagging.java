package dev.svar.insight;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.LikelyTag;
import dev.svar.category.Tagger;
import dev.svar.category.learn.ModelUnreadableException;
import dev.svar.category.learn.TagExample;
import dev.svar.category.learn.TagModel;
import dev.svar.category.learn.TagTrainer;
import dev.svar.contact.TenantId;
import dev.svar.store.DeskStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A tagger that learns from a desk's solved tickets which tags a text should have: {@code learning.tagging(…)} gives a categorizer
 * with both. Tags are learned in trainings only. Each node has its own over the same store; {@link #catchUp} takes over what
 * another one trained. Starts no thread. Thread-safe.
 */
public final class DeskTagging implements Tagger {
    /** From how many of the latest solved tickets is learned. */
    public static final int MOST = 50_000;

    /** The name of the stored model. */
    public static final String NAME = "tags";

    private final TagTrainer trainer;
    private final KeptModel<TagModel> kept;

    /**
     * One that knows nothing before its first {@link #catchUp}.
     *
     * @param store where the tickets are and the model is kept
     * @param tenant whose tickets these are
     * @param time where the present comes from
     * @param trainer how it trains
     */
    public DeskTagging(DeskStore store, TenantId tenant, InstantSource time, TagTrainer trainer) {
        this.trainer = trainer;
        this.kept = new KeptModel<>(store, tenant, time, NAME, TagModel::fromBytes);
    }

    @Override
    public List<LikelyTag> tags(CategoryQuestion question) {
        return kept.model().map(known -> known.tags(question)).orElse(List.of());
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
     * @return from how many tickets; 0 if there are none, or if another node stored a model meanwhile, which then stays
     * @throws ModelUnreadableException if a node of a newer version stored a model, which then stays: that node trains
     */
    public int train() {
        return kept.train(
                MOST,
                (texts, state) -> Optional.of(
                        new TagExample(texts.question(state), state.ticket().tags())),
                examples -> Optional.of(trainer.train(examples).toBytes()));
    }
}
