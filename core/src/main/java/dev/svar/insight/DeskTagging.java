package dev.svar.insight;

import dev.svar.category.CategoryQuestion;
import dev.svar.category.LikelyTag;
import dev.svar.category.Tagger;
import dev.svar.category.learn.ModelUnreadableException;
import dev.svar.category.learn.TagExample;
import dev.svar.category.learn.TagModel;
import dev.svar.category.learn.TagTrainer;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.store.KeptValue;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
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

    private final DeskStore store;
    private final TenantId tenant;
    private final InstantSource time;
    private final TagTrainer trainer;
    private volatile long version;
    private volatile Optional<TagModel> model = Optional.empty();

    /**
     * One that knows nothing before its first {@link #catchUp}.
     *
     * @param store where the tickets are and the model is kept
     * @param tenant whose tickets these are
     * @param time where the present comes from
     * @param trainer how it trains
     */
    public DeskTagging(DeskStore store, TenantId tenant, InstantSource time, TagTrainer trainer) {
        this.store = store;
        this.tenant = tenant;
        this.time = time;
        this.trainer = trainer;
    }

    @Override
    public List<LikelyTag> tags(CategoryQuestion question) {
        return model.map(known -> known.tags(question)).orElse(List.of());
    }

    /**
     * Takes over the newest stored model; costs one small query if there is none. One that cannot be read leaves the one before.
     *
     * @return the version that answers now, 0 if none was stored yet
     * @throws ModelUnreadableException if the newest one cannot be read, each time until there is one that can
     */
    public synchronized long catchUp() {
        if (store.keptVersion(tenant, NAME) > version) {
            store.kept(tenant, NAME).ifPresent(kept -> {
                model = kept.content().ref().size() == 0
                        ? Optional.empty()
                        : Optional.of(TagModel.fromBytes(kept.content().bytes()));
                version = kept.version();
            });
        }
        return version;
    }

    /**
     * Trains from the tickets that are solved or closed, in the calling thread, and stores the new model. What was erased from
     * them is not in it.
     *
     * @return from how many tickets; 0 if there are none, or if another node stored a model meanwhile, which then stays
     * @throws ModelUnreadableException if a node of a newer version stored a model, which then stays: that node trains
     */
    public int train() {
        long before = store.kept(tenant, NAME).map(DeskTagging::replaceable).orElse(0L);
        TicketTexts texts = new TicketTexts(store, tenant);
        List<TagExample> examples = new ArrayList<>();
        TicketQuery query = TicketQuery.builder()
                .statuses(TicketTexts.SETTLED)
                .descending(TicketSort.NUMBER)
                .limit(TicketTexts.TICKETS)
                .build();
        texts.visit(query, state -> {
            examples.add(new TagExample(texts.question(state), state.ticket().tags()));
            return examples.size() < MOST;
        });
        Collections.reverse(examples);
        byte[] bytes =
                examples.isEmpty() ? new byte[0] : trainer.train(examples).toBytes();
        Check.range("model.size", bytes.length, 0, KeptValue.MAX_BYTES);
        KeptValue after =
                new KeptValue(NAME, before + 1, time.instant().truncatedTo(ChronoUnit.MICROS), Content.sharing(bytes));
        CommitResult result = store.commit(Changes.builder(tenant).keep(after).build());
        catchUp();
        return result == CommitResult.COMMITTED ? examples.size() : 0;
    }

    /** The version of a model that may be replaced: a damaged one may, one of a newer node not. */
    private static long replaceable(KeptValue kept) {
        try {
            if (kept.content().ref().size() > 0) {
                TagModel.fromBytes(kept.content().bytes());
            }
        } catch (ModelUnreadableException e) {
            if (e.reason() == ModelUnreadableException.Reason.NEWER) {
                throw e;
            }
        }
        return kept.version();
    }
}
