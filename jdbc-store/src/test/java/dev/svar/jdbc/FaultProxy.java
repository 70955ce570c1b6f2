package dev.svar.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A network between a client and a server on this machine that can be made worse while it is in use: slow, broken at a byte,
 * or silent. What is switched concerns all connections, also those that are open. A cut happens once.
 */
final class FaultProxy implements AutoCloseable {
    private static final int BUFFER = 8192;
    private static final Cut NEVER = new Cut(Direction.TO_SERVER, Long.MAX_VALUE, Ending.CLOSED);

    /** Which way bytes go. */
    enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    /** What becomes of a connection that is cut; one that is silent stays open, and all others are silent too. */
    enum Ending {
        CLOSED,
        RESET,
        SILENT
    }

    private record Cut(Direction direction, long bytes, Ending ending) {}

    /** How many bytes may pass, and whether the connection is cut after them. */
    private record Passage(int bytes, boolean cut, Ending ending) {}

    private final ServerSocket entrance;
    private final int server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Direction, Long> passed = new EnumMap<>(Direction.class);
    private Cut cut = NEVER;
    private boolean hasCut;
    private Duration delay = Duration.ZERO;
    private boolean silent;

    private FaultProxy(ServerSocket entrance, int server) {
        this.entrance = entrance;
        this.server = server;
    }

    /** A network to a port of this machine on which nothing is wrong yet. */
    static FaultProxy to(int server) {
        try {
            FaultProxy proxy = new FaultProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), server);
            start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect to. */
    int port() {
        return entrance.getLocalPort();
    }

    /** Cuts the connection on which, counted from now, so many bytes have passed in a direction; not one more passes. */
    synchronized void cutAfter(Direction direction, long bytes, Ending ending) {
        cut(new Cut(direction, bytes, ending));
    }

    private void cut(Cut next) {
        passed.clear();
        cut = next;
        hasCut = false;
    }

    /** Holds everything back that long before it passes. */
    synchronized void delay(Duration held) {
        delay = held;
    }

    /** A black hole: connections stay open, and nothing passes until {@link #heal}. */
    synchronized void swallow() {
        silent = true;
    }

    /** Nothing is wrong any more; what was held back passes now, as a network sends again what got lost. */
    synchronized void heal() {
        silent = false;
        delay = Duration.ZERO;
        cut(NEVER);
        notifyAll();
    }

    /** Closes all connections at once. */
    void closeAll() {
        sockets.forEach(socket -> end(socket, Ending.CLOSED));
    }

    /** How many bytes have passed since the last {@link #cutAfter} or {@link #heal}. */
    synchronized long passed(Direction direction) {
        return passed.getOrDefault(direction, 0L);
    }

    /** Whether the cut has happened. */
    synchronized boolean hasCut() {
        return hasCut;
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket client = entrance.accept();
            sockets.add(client);
            start(() -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException {
        Socket back = new Socket();
        sockets.add(back);
        try {
            back.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
            client.setTcpNoDelay(true);
            back.setTcpNoDelay(true);
        } catch (IOException e) {
            end(client, Ending.RESET);
            end(back, Ending.CLOSED);
            throw e;
        }
        start(() -> pass(client, back, Direction.TO_SERVER));
        start(() -> pass(back, client, Direction.TO_CLIENT));
    }

    private void pass(Socket from, Socket to, Direction direction) throws IOException {
        byte[] buffer = new byte[BUFFER];
        Ending ending = Ending.CLOSED;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0 && wasHeldBack(); length = in.read(buffer)) {
                Passage passage = passage(direction, length);
                out.write(buffer, 0, passage.bytes());
                if (passage.cut() && passage.ending() == Ending.SILENT && wasHeldBack()) {
                    out.write(buffer, passage.bytes(), length - passage.bytes());
                } else if (passage.cut()) {
                    ending = passage.ending();
                    return;
                }
            }
        } finally {
            end(from, ending);
            end(to, ending);
        }
    }

    /** Waits as long as the network is slow or silent; false if it is gone. */
    private boolean wasHeldBack() {
        try {
            synchronized (this) {
                while (silent && closed.getCount() > 0) {
                    wait();
                }
            }
            return !closed.await(currentDelay().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private synchronized Duration currentDelay() {
        return delay;
    }

    private synchronized Passage passage(Direction direction, int length) {
        long before = passed(direction);
        long room = cut.direction() == direction && !hasCut ? cut.bytes() - before : Long.MAX_VALUE;
        int bytes = (int) Math.min(room, length);
        passed.put(direction, before + bytes);
        boolean cuts = bytes == room;
        hasCut |= cuts;
        silent |= cuts && cut.ending() == Ending.SILENT;
        return new Passage(bytes, cuts, cut.ending());
    }

    /** Waiting zero seconds for what was not sent makes the system reset the connection. */
    private void end(Socket socket, Ending ending) {
        try {
            if (ending == Ending.RESET) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            // It has ended already.
        } finally {
            sockets.remove(socket);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // A connection ended, which is what this is about.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        heal();
        closeAll();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
