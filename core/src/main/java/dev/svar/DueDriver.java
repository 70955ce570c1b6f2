package dev.svar;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls {@link HelpDesk#runDue} for any number of desks, in the threads of an executor of the host's: when work becomes due,
 * when it is told to, and at the latest after an idle pause, since other nodes add work too.
 *
 * <pre>{@code
 * DueDriver driver = DueDriver.builder(executor, (desk, error, pause) -> alert(error))
 *         .desk(desk)
 *         .start();
 * desk.open(request);
 * driver.wake(desk); // else its mail leaves within the idle pause
 * }</pre>
 *
 * <p>Desks take turns of a bounded size in one line, so one with a hundred thousand pieces of work holds up none with one.
 * What is taken from the line begins as soon as the executor has a thread; it should have as many as turns may run at once.
 * Any number of nodes may drive the same desks: pauses differ a little at random, so that they do not all ask at the same
 * instant. A desk whose turn fails is left alone for a second, doubling up to a minute, if the store says that it may work
 * later, else for half a minute up to ten; a call of {@link #wake} does not shorten that.
 *
 * <p>Safe for use by several threads. Starts no thread and does not close the executor.
 */
public final class DueDriver implements AutoCloseable {
    /** The most turns at once. */
    public static final int MAX_CONCURRENCY = 1000;

    /** The most pieces of work of one turn. */
    public static final int MAX_TURN = 100_000;

    /** The longest pause that can be set. */
    public static final Duration MAX_PAUSE = Duration.ofDays(366);

    private static final Logger LOG = LoggerFactory.getLogger(DueDriver.class);

    private final ScheduledExecutorService executor;
    private final DueListener listener;
    private final DuePauses pauses;
    private final int concurrency;
    private final int turn;
    private final Duration patience;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turnEnded = lock.newCondition();
    private final SplittableRandom random = new SplittableRandom();
    private final long origin = System.nanoTime();
    private final DeskRota rota;
    private Optional<Alarm> alarm = Optional.empty();
    private int taken;
    private int running;
    private boolean closed;

    private DueDriver(Builder b) {
        this.executor = b.executor;
        this.listener = b.listener;
        this.pauses = new DuePauses(b.idle, b.spread);
        this.concurrency = b.concurrency;
        this.turn = b.turn;
        this.patience = b.patience;
        this.rota = new DeskRota(b.perDesk);
    }

    private record Alarm(long at, Future<?> future) {}

    /**
     * Describes a driver.
     *
     * @param executor in whose threads everything happens
     * @param listener told of turns that fail
     * @return a builder of a driver that has no desk yet
     */
    public static Builder builder(ScheduledExecutorService executor, DueListener listener) {
        return new Builder(executor, listener);
    }

    /**
     * Adds a desk, whose first turn comes within a tenth of a second if a thread is free.
     *
     * @param desk the desk; never one inside a transaction
     * @return whether it was added: it was not there, and the driver is not closed
     */
    public boolean add(HelpDesk desk) {
        boolean added = locked(() -> !closed && rota.add(desk, in(DuePauses.atStart(random))));
        takeTurns();
        return added;
    }

    /**
     * Removes a desk: no turn of it begins any more, those that run go on.
     *
     * @param desk the desk
     * @return whether it was there
     */
    public boolean remove(HelpDesk desk) {
        return locked(() -> rota.remove(desk));
    }

    /**
     * Gives a desk the next turn, for example after a commit: what it planned is done now, not at the end of the idle pause.
     * Costs no query in the caller's thread. A desk that is not there, and a closed driver, are left alone.
     *
     * @param desk the desk that was added, also if the commit was made by it {@link HelpDesk#on} another store
     */
    public void wake(HelpDesk desk) {
        locked(() -> {
            rota.wake(desk, now());
            return desk;
        });
        takeTurns();
    }

    /**
     * Lets no turn begin any more and waits until those that run have ended, at most as long as
     * {@link Builder#patience} says or until the thread is interrupted, which stays visible. Turns that still run then end by
     * themselves; whatever becomes of them, no work is lost. Not to be called by a listener or a transport within a turn: it
     * would wait for itself. Closing twice does nothing more.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            alarm.ifPresent(set -> set.future().cancel(false));
            alarm = Optional.empty();
            long left = patience.toNanos();
            while (running > 0 && left > 0) {
                left = turnEnded.awaitNanos(left);
            }
            if (running > 0) {
                LOG.warn("{} turns still run after {}", running, patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void takeTurns() {
        List<DeskRota.Place> next = new ArrayList<>();
        lock.lock();
        try {
            while (!closed && taken < concurrency) {
                Optional<DeskRota.Place> place = rota.begin(now());
                if (place.isEmpty()) {
                    break;
                }
                taken++;
                next.add(place.get());
            }
            setAlarm();
        } finally {
            lock.unlock();
        }
        // Outside of the lock, since an executor may do in this thread what it has no other for.
        next.forEach(this::submit);
    }

    private void submit(DeskRota.Place place) {
        try {
            executor.execute(() -> take(place));
        } catch (RejectedExecutionException e) {
            failed(place, e);
            locked(() -> {
                setAlarm();
                return place;
            });
        }
    }

    private void take(DeskRota.Place place) {
        boolean begins = locked(() -> {
            boolean free = !closed && !place.left();
            running += free ? 1 : 0;
            taken -= free ? 0 : 1;
            return free;
        });
        if (begins) {
            try {
                run(place);
            } finally {
                locked(() -> {
                    running--;
                    turnEnded.signalAll();
                    return place;
                });
                takeTurns();
            }
        } else {
            takeTurns();
        }
    }

    private void run(DeskRota.Place place) {
        HelpDesk desk = place.desk();
        DueRun run;
        try {
            run = desk.runDue(turn);
        } catch (Throwable e) {
            // Errors as well: one desk's must not end the turns of all, and an executor would keep it to itself.
            failed(place, e);
            return;
        }
        locked(() -> {
            taken--;
            boolean more = run.done() > 0
                    && run.next().filter(at -> !at.isAfter(desk.now())).isPresent();
            if (more) {
                rota.more(place, now());
            } else {
                rota.done(place, in(pauses.after(run, desk.now(), random)), now());
            }
            return place;
        });
        tell(() -> listener.ran(desk, run));
    }

    private void failed(DeskRota.Place place, Throwable error) {
        Duration pause = locked(() -> {
            taken--;
            Duration chosen = DuePauses.afterFailure(error, place.failures() + 1, random);
            rota.failed(place, in(chosen), now());
            return chosen;
        });
        tell(() -> listener.failed(place.desk(), error, pause));
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.warn("the listener of a driver failed", e);
        }
    }

    /** Only one at a time: an earlier one than wanted finds nothing to do and sets the right one. */
    private void setAlarm() {
        OptionalLong at = closed || taken >= concurrency ? OptionalLong.empty() : rota.alarm();
        boolean late = at.isPresent()
                && alarm.filter(set -> set.at() <= at.getAsLong()).isEmpty();
        if (late) {
            alarm.ifPresent(set -> set.future().cancel(false));
            alarm = Optional.empty();
            try {
                long delay = Math.max(0, at.getAsLong() - now());
                alarm = Optional.of(
                        new Alarm(at.getAsLong(), executor.schedule(this::rung, delay, TimeUnit.NANOSECONDS)));
            } catch (RejectedExecutionException e) {
                LOG.warn("the executor takes nothing any more, due work waits until a desk is added or woken", e);
            }
        }
    }

    private void rung() {
        locked(() -> alarm = Optional.empty());
        takeTurns();
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private long in(Duration pause) {
        return now() + pause.toNanos();
    }

    @FunctionalInterface
    private interface Step<T> {
        T take();
    }

    private <T> T locked(Step<T> step) {
        lock.lock();
        try {
            return step.take();
        } finally {
            lock.unlock();
        }
    }

    /** Describes a driver. Not safe for use by several threads. */
    public static final class Builder {
        private final ScheduledExecutorService executor;
        private final DueListener listener;
        private final Set<HelpDesk> desks = new LinkedHashSet<>();
        private int concurrency = 4;
        private int perDesk = 2;
        private int turn = 200;
        private Duration idle = Duration.ofSeconds(10);
        private Duration spread = Duration.ofMillis(500);
        private Duration patience = Duration.ofSeconds(30);

        private Builder(ScheduledExecutorService executor, DueListener listener) {
            this.executor = executor;
            this.listener = listener;
        }

        /**
         * Adds a desk; {@link DueDriver#add} adds more later.
         *
         * @param desk the desk; never one inside a transaction
         * @return this
         */
        public Builder desk(HelpDesk desk) {
            desks.add(desk);
            return this;
        }

        /**
         * Sets how many turns may run at once. Each uses a thread of the executor, and a connection now and then.
         *
         * @param turns for all desks together, 1 to {@value DueDriver#MAX_CONCURRENCY}, 4 when not set
         * @param ofOneDesk for one desk, from 1, 2 when not set: less than for all, so that a desk whose mail server does not
         *     answer leaves some for the others
         * @return this
         * @throws InvalidValueException if a number is not allowed
         */
        public Builder concurrency(int turns, int ofOneDesk) {
            this.concurrency = (int) Check.range("concurrency.turns", turns, 1, MAX_CONCURRENCY);
            this.perDesk = (int) Check.range("concurrency.ofOneDesk", ofOneDesk, 1, MAX_CONCURRENCY);
            return this;
        }

        /**
         * Sets how much is done in a turn before the next desk has its own.
         *
         * @param pieces the most pieces of work, 1 to {@value DueDriver#MAX_TURN}, 200 when not set
         * @return this
         * @throws InvalidValueException if the number is not allowed
         */
        public Builder turn(int pieces) {
            this.turn = (int) Check.range("turn", pieces, 1, MAX_TURN);
            return this;
        }

        /**
         * Sets after how long a desk is asked that was not woken and knows of nothing due. So long, at most, work waits that
         * another node or another process planned for now. Each time the pause is up to a quarter shorter.
         *
         * @param pause longer than nothing, at most {@link DueDriver#MAX_PAUSE}; ten seconds when not set
         * @return this
         * @throws InvalidValueException if it is not allowed
         */
        public Builder idle(Duration pause) {
            this.idle = checked("idle", pause);
            return this;
        }

        /**
         * Sets by how much a desk may be asked later than at the instant at which its work is due, at random.
         *
         * @param most longer than nothing, at most {@link DueDriver#MAX_PAUSE}; half a second when not set
         * @return this
         * @throws InvalidValueException if it is not allowed
         */
        public Builder spread(Duration most) {
            this.spread = checked("spread", most);
            return this;
        }

        /**
         * Sets how long {@link DueDriver#close} waits for turns that run.
         *
         * @param most longer than nothing, at most {@link DueDriver#MAX_PAUSE}; thirty seconds when not set
         * @return this
         * @throws InvalidValueException if it is not allowed
         */
        public Builder patience(Duration most) {
            this.patience = checked("patience", most);
            return this;
        }

        private static Duration checked(String field, Duration pause) {
            if (Check.positive(field, pause).compareTo(MAX_PAUSE) > 0) {
                throw new InvalidValueException(field, "is " + pause + ", it must be at most " + MAX_PAUSE);
            }
            return pause;
        }

        /** {@return the driver, at work} */
        public DueDriver start() {
            DueDriver driver = new DueDriver(this);
            desks.forEach(driver::add);
            return driver;
        }
    }
}
