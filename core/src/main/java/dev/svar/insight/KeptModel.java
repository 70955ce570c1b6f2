package dev.svar.insight;

import dev.svar.category.learn.ModelUnreadableException;
import dev.svar.contact.TenantId;
import dev.svar.error.Check;
import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.store.KeptValue;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A model that is trained from solved tickets only, kept in the store under a name and a version, and taken over by every node.
 * No bytes are the model of a desk that has nothing to learn from.
 */
final class KeptModel<M> {
    private final TicketTexts texts;
    private final InstantSource time;
    private final String name;
    private final Function<byte[], M> reader;
    private volatile long version;
    private volatile Optional<M> model = Optional.empty();

    KeptModel(DeskStore store, TenantId tenant, InstantSource time, String name, Function<byte[], M> reader) {
        this.texts = new TicketTexts(store, tenant);
        this.time = time;
        this.name = name;
        this.reader = reader;
    }

    /** What was taken over last. */
    Optional<M> model() {
        return model;
    }

    /** Takes over the newest one and says its version; one that cannot be read leaves the one before. */
    synchronized long catchUp() {
        if (store().keptVersion(tenant(), name) > version) {
            store().kept(tenant(), name).ifPresent(kept -> {
                model = read(kept);
                version = kept.version();
            });
        }
        return version;
    }

    /**
     * Trains from the latest settled tickets that make an example, the oldest first, and stores the result.
     *
     * @param most how many examples at most; of four times as many tickets
     * @param example what a ticket teaches, if it does
     * @param trainer gives the bytes of a model, none if nothing can be learned
     * @return from how many; 0 if nothing was learned, or another node stored a model meanwhile
     */
    <E> int train(
            int most,
            BiFunction<TicketTexts, TicketState, Optional<E>> example,
            Function<List<E>, Optional<byte[]>> trainer) {
        long before = store().kept(tenant(), name).map(this::replaceable).orElse(0L);
        List<E> examples = new ArrayList<>();
        TicketQuery query = TicketQuery.builder()
                .statuses(TicketTexts.SETTLED)
                .descending(TicketSort.NUMBER)
                .limit(TicketTexts.TICKETS)
                .build();
        long[] left = {(long) most * Decisions.LOOKED_AT};
        texts.visit(query, state -> {
            example.apply(texts, state).ifPresent(examples::add);
            return --left[0] > 0 && examples.size() < most;
        });
        Collections.reverse(examples);
        Optional<byte[]> trained = examples.isEmpty() ? Optional.empty() : trainer.apply(examples);
        byte[] bytes = trained.orElse(new byte[0]);
        Check.range("model.size", bytes.length, 0, KeptValue.MAX_BYTES);
        KeptValue after =
                new KeptValue(name, before + 1, time.instant().truncatedTo(ChronoUnit.MICROS), Content.sharing(bytes));
        CommitResult result =
                store().commit(Changes.builder(tenant()).keep(after).build());
        catchUp();
        return result == CommitResult.COMMITTED && trained.isPresent() ? examples.size() : 0;
    }

    private Optional<M> read(KeptValue kept) {
        return kept.content().ref().size() == 0
                ? Optional.empty()
                : Optional.of(reader.apply(kept.content().bytes()));
    }

    /** The version of a model that may be replaced: a damaged one may, one of a newer node not. */
    private long replaceable(KeptValue kept) {
        try {
            read(kept);
        } catch (ModelUnreadableException e) {
            if (e.reason() == ModelUnreadableException.Reason.NEWER) {
                throw e;
            }
        }
        return kept.version();
    }

    private DeskStore store() {
        return texts.store();
    }

    private TenantId tenant() {
        return texts.tenant();
    }
}
