package dev.svar.category.learn;

import dev.svar.category.learn.CategoryTrainer.Trial;
import dev.svar.category.learn.Lessons.Snapshot;
import dev.svar.category.learn.Refit.Outcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Supplier;

/** Trains beside the live model, one training at a time. */
final class Refits {
    private final CategoryTrainer trainer;
    private final Lessons lessons;
    private final ReadWriteLock lock;
    private final AtomicBoolean busy = new AtomicBoolean();

    Refits(CategoryTrainer trainer, Lessons lessons, ReadWriteLock lock) {
        this.trainer = trainer;
        this.lessons = lessons;
        this.lock = lock;
    }

    Refit refit() {
        if (!busy.compareAndSet(false, true)) {
            return Refit.nothing(Outcome.BUSY);
        }
        try {
            Snapshot snapshot = writing(lessons::snapshot);
            return snapshot.examples().isEmpty() ? emptied(snapshot) : trained(snapshot);
        } finally {
            busy.set(false);
        }
    }

    private Refit emptied(Snapshot snapshot) {
        LiveModel nothing = new LiveModel(Optional.empty(), trainer.threshold());
        return writing(() -> {
            if (lessons.isOvertaken(snapshot)) {
                return Refit.nothing(Outcome.OVERTAKEN);
            }
            lessons.promote(nothing, 0);
            return Refit.nothing(Outcome.EMPTY);
        });
    }

    private Refit trained(Snapshot snapshot) {
        Trial trial = trainer.trial(snapshot.examples());
        HeldBack heldBack = HeldBack.of(snapshot, trial);
        LiveModel next = new LiveModel(Optional.of(trial.model()), trainer.threshold());
        next.recall(snapshot.corrections());
        int examples = snapshot.examples().size();
        return writing(() -> heldBack.refit(changedOver(snapshot, next, heldBack), examples));
    }

    private Outcome changedOver(Snapshot snapshot, LiveModel next, HeldBack heldBack) {
        int examples = snapshot.examples().size();
        if (lessons.isOvertaken(snapshot)) {
            return Outcome.OVERTAKEN;
        }
        if (heldBack.newIsWorse() && !lessons.mustForget()) {
            lessons.trained(examples);
            return Outcome.NOT_BETTER;
        }
        lessons.promote(next, examples);
        return Outcome.PROMOTED;
    }

    private <T> T writing(Supplier<T> write) {
        lock.writeLock().lock();
        try {
            return write.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
