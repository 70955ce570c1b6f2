package dev.svar.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A mail server that does to each recipient what is decided by the address, serves many connections at once, and keeps a
 * record of its own: which mail it has, whatever it told the other side.
 */
final class MailPeer implements AutoCloseable {
    /** What it does with the mails to somebody. */
    enum Manner {
        TAKES,
        /** Never, at RCPT. */
        REFUSES,
        /** Not the first time, at RCPT. */
        DEFERS_ONCE,
        /** Takes the mail and ends the connection instead of saying so. */
        TAKES_AND_HANGS_UP,
        /** Ends the connection when it has the mail, and throws it away. */
        LOSES_AND_HANGS_UP
    }

    private final ServerSocket socket;
    private final Function<String, Manner> manners;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, List<String>> received = new ConcurrentHashMap<>();
    private final Set<String> deferred = ConcurrentHashMap.newKeySet();

    MailPeer(Function<String, Manner> manners) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.manners = manners;
        threads.execute(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** {@return the Message-IDs of the mails that it has for somebody} */
    List<String> received(String recipient) {
        return received.getOrDefault(recipient, List.of());
    }

    /** {@return how many mails it has} */
    int count() {
        return received.values().stream().mapToInt(List::size).sum();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> talk(client));
            } catch (IOException e) {
                // The end of the test.
                continue;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8)) {
            say(out, "220 ready");
            String to = "";
            String line = in.readLine();
            while (line != null) {
                String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                if (verb.equals("RCPT")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, welcome(to));
                } else if (verb.equals("DATA")) {
                    say(out, "354 go ahead");
                    if (!take(in, to)) {
                        return;
                    }
                    say(out, "250 queued");
                } else {
                    say(out, verb.equals("QUIT") ? "221 bye" : "250 ok");
                }
                line = in.readLine();
            }
        } catch (IOException e) {
            // The other side was killed.
            return;
        }
    }

    private String welcome(String to) {
        return switch (manners.apply(to)) {
            case REFUSES -> "550 5.1.1 no such user";
            case DEFERS_ONCE -> deferred.add(to) ? "450 4.2.0 come back later" : "250 ok";
            default -> "250 ok";
        };
    }

    /** Whether it says that it took the mail. */
    private boolean take(BufferedReader in, String to) throws IOException {
        String messageId = "";
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            if (line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                messageId = line.substring(11).strip();
                messageId = messageId.isEmpty() ? in.readLine().strip() : messageId;
            }
            line = in.readLine();
        }
        Manner manner = manners.apply(to);
        if (line != null && manner != Manner.LOSES_AND_HANGS_UP) {
            received.computeIfAbsent(to, unknown -> new CopyOnWriteArrayList<>())
                    .add(messageId);
        }
        return line != null && manner != Manner.TAKES_AND_HANGS_UP && manner != Manner.LOSES_AND_HANGS_UP;
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
            threads.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
