package dev.svar.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The network to a mail server on this machine: it can be cut or fall silent, and what the server says can be reworded. */
final class MailProxy implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final int server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private volatile UnaryOperator<String> rewording = UnaryOperator.identity();
    private volatile boolean silent;

    MailProxy(int server) throws IOException {
        this.server = server;
        start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Changes what the server says from now on; as many bytes must come out as go in where a length was announced. */
    void reword(UnaryOperator<String> change) {
        rewording = change;
    }

    /** Everything that clients said, as far as it was passed on. */
    List<String> said() {
        return said;
    }

    int connections() {
        return connections.get();
    }

    /** Waits until clients have said something so many times. */
    void awaitSaid(String what, int times) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(30);
            while (said.stream().filter(line -> line.contains(what)).count() < times && left > 0) {
                left = heard.awaitNanos(left);
            }
            if (left <= 0) {
                throw new AssertionError("nobody said " + what + " " + times + " times: " + said);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends all connections. */
    void cut() {
        sockets.forEach(MailProxy::end);
    }

    /** Connections stay open and nothing passes any more; new ones are as good as ever. */
    void swallow() {
        silent = true;
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket client = entrance.accept();
            Socket back = new Socket(InetAddress.getLoopbackAddress(), server);
            connections.incrementAndGet();
            sockets.add(client);
            sockets.add(back);
            silent = false;
            start(() -> pass(client, back, true));
            start(() -> pass(back, client, false));
        }
    }

    private void pass(Socket from, Socket to, boolean toServer) throws IOException {
        byte[] buffer = new byte[8192];
        boolean gone = false;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                gone |= silent;
                if (!gone && toServer) {
                    hear(text);
                }
                if (!gone) {
                    String passed = toServer ? text : rewording.apply(text);
                    out.write(passed.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } finally {
            end(from);
            end(to);
        }
    }

    private void hear(String text) {
        lock.lock();
        try {
            said.add(text);
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It has ended already.
            return;
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
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
