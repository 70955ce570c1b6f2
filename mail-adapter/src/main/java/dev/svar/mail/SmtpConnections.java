package dev.svar.mail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The connections to one server: not more than so many, and not more than so many at once for one domain. */
final class SmtpConnections {
    private final SmtpServer server;
    private final int most;
    private final int mostPerDomain;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Deque<SmtpConnection> idle = new ArrayDeque<>();
    private final Map<String, Integer> busy = new HashMap<>();
    private int lent;
    private @Nullable Future<?> nextLook;

    SmtpConnections(SmtpServer server, int most, int mostPerDomain) {
        this.server = server;
        this.most = most;
        this.mostPerDomain = mostPerDomain;
    }

    /** Waits for a connection for mail to this domain; empty if none was free in time. */
    Optional<SmtpConnection> borrow(String domain, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (lent >= most || busy.getOrDefault(domain, 0) >= mostPerDomain) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = freed.awaitNanos(left);
            }
            lent++;
            busy.merge(domain, 1, Integer::sum);
            // The one that was used last is the likeliest to be alive, and lets the others grow old.
            return Optional.of(idle.isEmpty() ? new SmtpConnection(server) : idle.pop());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void giveBack(SmtpConnection connection, String domain) {
        lock.lock();
        try {
            lent--;
            int others = busy.getOrDefault(domain, 1) - 1;
            if (others == 0) {
                busy.remove(domain);
            } else {
                busy.put(domain, others);
            }
            idle.push(connection);
            watch();
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        if (nextLook == null && !idle.isEmpty()) {
            nextLook = MailProperties.timer()
                    .schedule(this::closeIdle, server.idle().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void closeIdle() {
        List<SmtpConnection> old = new ArrayList<>();
        lock.lock();
        try {
            nextLook = null;
            for (Iterator<SmtpConnection> all = idle.iterator(); all.hasNext(); ) {
                SmtpConnection connection = all.next();
                if (connection.isIdleFor(server.idle())) {
                    all.remove();
                    old.add(connection);
                }
            }
            watch();
        } finally {
            lock.unlock();
        }
        old.forEach(SmtpConnection::close);
    }

    /** Ends those that nobody uses. */
    void close() {
        List<SmtpConnection> all;
        lock.lock();
        try {
            all = List.copyOf(idle);
            idle.clear();
        } finally {
            lock.unlock();
        }
        all.forEach(SmtpConnection::close);
    }
}
