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
    /** Fewer held-back tickets do not tell which model is better. */
    private static final int LEAST_HELD_BACK = 20;

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
            if (snapshot.examples().isEmpty()) {
                LiveModel nothing = new LiveModel(Optional.empty(), trainer.threshold());
                return writing(() -> changedOver(snapshot, nothing, Refit.nothing(Outcome.EMPTY)));
            }
            Trial trial = trainer.trial(snapshot.examples());
            Refit refit = compared(snapshot, trial);
            LiveModel next = new LiveModel(Optional.of(trial.model()), trainer.threshold());
            next.recall(snapshot.corrections());
            return writing(() -> changedOver(snapshot, next, refit));
        } finally {
            busy.set(false);
        }
    }

    private static Refit compared(Snapshot snapshot, Trial trial) {
        int heldBack = 0;
        int liveRight = 0;
        int newRight = 0;
        for (int i = 0; i < trial.heldOut().texts().size(); i++) {
            CategoryExample example =
                    snapshot.examples().get(trial.heldOut().texts().get(i));
            Optional<Boolean> live =
                    Optional.ofNullable(snapshot.rightWhenItCame().get(example.id()));
            if (live.isPresent()) {
                heldBack++;
                liveRight += live.get() ? 1 : 0;
                newRight += trial.heldOut().isRight(i) ? 1 : 0;
            }
        }
        return new Refit(Outcome.PROMOTED, snapshot.examples().size(), heldBack, liveRight, newRight);
    }

    private Refit changedOver(Snapshot snapshot, LiveModel next, Refit refit) {
        if (lessons.isOvertaken(snapshot)) {
            return refit.as(Outcome.OVERTAKEN);
        }
        if (isWorse(refit) && !lessons.mustForget()) {
            lessons.trained(refit.examples());
            return refit.as(Outcome.NOT_BETTER);
        }
        lessons.promote(next, refit.examples());
        return refit;
    }

    /** By more than chance: who was asked about the held-back tickets learned from fewer than the new model did. */
    private static boolean isWorse(Refit refit) {
        double live = refit.liveRight();
        double chance = Math.sqrt(live * (refit.heldBack() - live) / Math.max(1, refit.heldBack()));
        return refit.heldBack() >= LEAST_HELD_BACK && refit.newRight() + chance < live;
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
