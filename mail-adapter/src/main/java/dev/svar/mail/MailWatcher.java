package dev.svar.mail;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.error.SvarException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches from one mailbox as soon as there is something, until it is closed.
 *
 * <pre>{@code
 * MailWatcher watcher = MailWatcher.builder(inbox, MailIntake.of(desk, reader), ledger, executor).start();
 * }</pre>
 *
 * <p>Over IMAP it keeps one connection and lets the server tell of news (IDLE), in a thread of the executor's that it holds as
 * long as it is connected: the executor needs one for each such mailbox. IDLE is begun anew every few minutes, and then the
 * folder is looked through, so a connection that has died unnoticed is found out and news that got lost is found. Where the
 * server has no IDLE, or shall not be asked for it, a connection is made for each poll and the thread is free in between.
 *
 * <p>Whatever fails is tried again: after a second, doubling up to five minutes, or after a minute up to half an hour if a
 * person must mend it, at random up to a half earlier. Of several nodes that watch a mailbox one fetches, and another goes
 * on when it has ended or died.
 *
 * <p>Safe for use by several threads. Starts no thread and does not close the executor.
 */
public final class MailWatcher implements AutoCloseable {
    /** The longest time for which IDLE may last: many servers and networks end what is silent for ten minutes. */
    public static final Duration MAX_REISSUE = Duration.ofMinutes(9);

    /** The longest pause between polls. */
    public static final Duration MAX_POLL = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(MailWatcher.class);
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final MailInbox inbox;
    private final FetchLedger ledger;
    private final FetchLoop loop;
    private final ScheduledExecutorService executor;
    private final Duration poll;
    private final Duration reissue;
    private final boolean idle;
    private final Duration patience;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final SplittableRandom random = new SplittableRandom();
    private WatchStatus status = WatchStatus.STARTED;
    private Optional<Future<?>> next = Optional.empty();
    private Optional<OpenSocket> socket = Optional.empty();
    private boolean idling;
    private boolean running;
    private boolean closed;

    private MailWatcher(Builder b) {
        this.inbox = b.inbox;
        this.ledger = b.ledger;
        this.loop = new FetchLoop(b.inbox, b.intake, b.ledger);
        this.executor = b.executor;
        this.poll = b.poll;
        this.reissue = b.reissue;
        this.idle = b.idle;
        this.patience = b.patience;
    }

    /**
     * Describes a watcher.
     *
     * @param inbox the mailbox
     * @param intake takes the mail
     * @param ledger what all nodes know of the mailbox
     * @param executor in whose threads everything happens
     * @return a builder
     */
    public static Builder builder(
            MailInbox inbox, MailIntake intake, FetchLedger ledger, ScheduledExecutorService executor) {
        return new Builder(inbox, intake, ledger, executor);
    }

    /** {@return how it is doing} */
    public WatchStatus status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends: a message that is being taken is finished, at most as long as {@link Builder#patience} says or until the thread
     * is interrupted, which stays visible; then the connection is cut. Whatever becomes of it, no message is lost. Closing
     * twice does nothing more.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            next.ifPresent(turn -> turn.cancel(false));
            if (idling) {
                socket.ifPresent(OpenSocket::end);
            }
            long left = patience.toNanos();
            while (running && left > 0) {
                left = ended.awaitNanos(left);
            }
            if (running) {
                socket.ifPresent(OpenSocket::end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            status = status.now(WatchStatus.State.CLOSED);
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void tell(UnaryOperator<WatchStatus> news) {
        lock.lock();
        try {
            boolean over = status.state() == WatchStatus.State.CLOSED;
            status = over ? status : news.apply(status);
        } finally {
            lock.unlock();
        }
    }

    private void schedule(Duration pause) {
        lock.lock();
        try {
            if (!closed) {
                next = Optional.of(executor.schedule(this::turn, pause.toNanos(), TimeUnit.NANOSECONDS));
            }
        } catch (RejectedExecutionException e) {
            LOG.warn("the executor takes nothing any more, {} is not watched", inbox, e);
            status = status.failed("the executor takes nothing any more", ledger.now());
        } finally {
            lock.unlock();
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            running = !closed;
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void finish() {
        lock.lock();
        try {
            running = false;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void turn() {
        if (begin()) {
            Duration pause = poll;
            try {
                pause = fetch();
            } catch (Throwable e) {
                // Errors as well: an executor would keep them to itself, and nobody would fetch any more.
                pause = failed(e);
            } finally {
                finish();
            }
            schedule(pause);
        }
    }

    private Duration fetch() {
        Optional<FetchTurn> turn = ledger.begin(inbox.id());
        if (turn.isPresent()) {
            watch(turn.get());
        }
        tell(now -> now.now(turn.isPresent() ? WatchStatus.State.POLLING : WatchStatus.State.ELSEWHERE));
        return WatchPauses.poll(poll, random);
    }

    private void watch(FetchTurn turn) {
        OpenSocket mine = new OpenSocket();
        connecting(mine);
        try {
            Fetching.in(inbox, mine, box -> {
                FetchRun run;
                do {
                    run = take(box, turn);
                } while ((run.taken() > 0 && !isClosed()) || waits(box, turn));
                return run;
            });
        } catch (MessagingException e) {
            throw MailboxFault.of(inbox.toString(), e);
        } finally {
            Fetching.end(turn);
        }
    }

    private FetchRun take(OpenMailbox<?> box, FetchTurn turn) throws MessagingException {
        tell(now -> now.now(WatchStatus.State.CONNECTED));
        FetchRun run = loop.run(box, turn, Integer.MAX_VALUE, this::isClosed);
        tell(now -> now.took(run.taken(), !run.more(), ledger.now()));
        return run;
    }

    /** Waits for news; false if it is to end. */
    private boolean waits(OpenMailbox<?> box, FetchTurn turn) throws MessagingException {
        if (!idle || !(box instanceof ImapConnection connection) || !connection.canIdle() || turn.isLost()) {
            return false;
        }
        long start = System.nanoTime();
        idling(true);
        try {
            connection.idle(new ImapIdle.Watch() {
                @Override
                public Duration look() {
                    return Collections.min(List.of(LOOK, reissue, ledger.lease().dividedBy(4)));
                }

                @Override
                public boolean goesOn() {
                    return !isClosed() && turn.renew() && System.nanoTime() - start < reissue.toNanos();
                }
            });
        } finally {
            idling(false);
        }
        return !isClosed() && !turn.isLost();
    }

    private void connecting(OpenSocket mine) {
        lock.lock();
        try {
            socket = Optional.of(mine);
        } finally {
            lock.unlock();
        }
    }

    private void idling(boolean now) {
        lock.lock();
        try {
            idling = now;
        } finally {
            lock.unlock();
        }
    }

    private Duration failed(Throwable error) {
        if (isClosed()) {
            return poll;
        }
        String words = error instanceof SvarException
                ? String.valueOf(error.getMessage())
                : error.getClass().getName();
        tell(now -> now.failed(words, ledger.now()));
        int inARow = status().failuresInARow();
        if (inARow == 1) {
            LOG.warn("{} cannot be fetched from, it is tried again: {}", inbox, words, error);
        }
        return WatchPauses.afterFailure(error, inARow, random);
    }

    /** Describes a watcher. Not safe for use by several threads. */
    public static final class Builder {
        private final MailInbox inbox;
        private final MailIntake intake;
        private final FetchLedger ledger;
        private final ScheduledExecutorService executor;
        private Duration poll = Duration.ofMinutes(1);
        private Duration reissue = Duration.ofMinutes(4);
        private Duration patience = Duration.ofSeconds(30);
        private boolean idle = true;

        private Builder(MailInbox inbox, MailIntake intake, FetchLedger ledger, ScheduledExecutorService executor) {
            this.inbox = inbox;
            this.intake = intake;
            this.ledger = ledger;
            this.executor = executor;
        }

        /**
         * Sets after how long it looks again where the server does not tell of news, or another node fetches. Each time the
         * pause is up to a quarter shorter.
         *
         * @param pause longer than nothing, at most {@link MailWatcher#MAX_POLL}; a minute when not set
         * @return this
         * @throws InvalidValueException if it is not allowed
         */
        public Builder poll(Duration pause) {
            this.poll = checked("poll", pause, MAX_POLL);
            return this;
        }

        /**
         * Sets after how long IDLE is begun anew and the folder looked through. So long, at most, and a read timeout besides, a
         * connection that has died unnoticed is taken for one.
         *
         * @param pause longer than nothing, at most {@link MailWatcher#MAX_REISSUE}; four minutes when not set
         * @return this
         * @throws InvalidValueException if it is not allowed
         */
        public Builder reissue(Duration pause) {
            this.reissue = checked("reissue", pause, MAX_REISSUE);
            return this;
        }

        /**
         * Lets it poll only, which holds no thread and no connection in between.
         *
         * @return this
         */
        public Builder withoutIdle() {
            this.idle = false;
            return this;
        }

        /**
         * Sets how long {@link MailWatcher#close} waits for the message that is being taken.
         *
         * @param most longer than nothing, at most {@link MailWatcher#MAX_POLL}; thirty seconds when not set
         * @return this
         * @throws InvalidValueException if it is not allowed
         */
        public Builder patience(Duration most) {
            this.patience = checked("patience", most, MAX_POLL);
            return this;
        }

        private static Duration checked(String field, Duration pause, Duration most) {
            if (Check.positive(field, pause).compareTo(most) > 0) {
                throw new InvalidValueException(field, "is " + pause + ", it must be at most " + most);
            }
            return pause;
        }

        /** {@return the watcher, at work} */
        public MailWatcher start() {
            MailWatcher watcher = new MailWatcher(this);
            watcher.schedule(Duration.ZERO);
            return watcher;
        }
    }
}
