package dev.svar.mail;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers as it is told, to several clients at once. Its script says what to answer to GREETING, EHLO, MAIL,
 * RCPT, DATA, NOOP, RSET and DOT (the end of the mail), and to {@code RCPT someone@example.com} alone; {@link #HANG_UP} ends
 * the connection instead. It may be told otherwise at any time, also for the next time only.
 */
final class ScriptedSmtpServer implements AutoCloseable {
    static final String HANG_UP = "hang up";
    private static final long LONGEST_WAIT_MILLIS = 20_000;

    private final ServerSocket socket;
    private volatile Map<String, String> script;
    private final Map<String, String> once = new ConcurrentHashMap<>();
    private final Thread thread;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private String heldDomain = "";
    private int held;
    private int peak;

    ScriptedSmtpServer(Map<String, String> script) {
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.script = Map.copyOf(script);
        this.thread = new Thread(this::serve, "scripted-smtp");
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void script(Map<String, String> other) {
        script = Map.copyOf(other);
    }

    void scriptOnce(String step, String answer) {
        once.put(step, answer);
    }

    /** Every mail whose end was seen. */
    List<String> mails() {
        return mails;
    }

    /** For each of {@link #mails} the one it was for, or everybody with commas between. */
    List<String> recipients() {
        return recipients;
    }

    /** The verbs. */
    List<String> commands() {
        return commands;
    }

    /** The commands as they came. */
    List<String> lines() {
        return lines;
    }

    /** Waits until somebody has said that. */
    synchronized void await(String verb) throws InterruptedException {
        long until = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
        while (!commands.contains(verb)) {
            wait(millisUntil(until, verb + " was not said"));
        }
    }

    private static long millisUntil(long until, String problem) {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new AssertionError(problem);
        }
        return left;
    }

    /** Keeps mail to that domain waiting at its end; an empty domain lets everything go on. */
    synchronized void hold(String domain) {
        heldDomain = domain;
        notifyAll();
    }

    /** Waits until so many are kept waiting. */
    synchronized void awaitHeld(int number) throws InterruptedException {
        long until = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
        while (held < number) {
            wait(millisUntil(until, held + " were held, not " + number));
        }
    }

    /** The most that were kept waiting at the same time. */
    synchronized int peak() {
        return peak;
    }

    private synchronized void holdBack(String to) throws IOException {
        held++;
        peak = to.endsWith("@" + heldDomain) ? Math.max(peak, held) : peak;
        notifyAll();
        try {
            long until = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
            while (!heldDomain.isEmpty() && to.endsWith("@" + heldDomain)) {
                wait(millisUntil(until, "nobody let it go on"));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            held--;
        }
    }

    private synchronized void said(String verb, String line) {
        commands.add(verb);
        lines.add(line);
        notifyAll();
    }

    private synchronized void arrived(String to, String mail) {
        recipients.add(to);
        mails.add(mail);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread talk = new Thread(() -> talkTo(client), "scripted-smtp-client");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException e) {
                // The end of the test.
                continue;
            }
        }
    }

    private void talkTo(Socket client) {
        try (client) {
            talk(client);
        } catch (IOException e) {
            // The client is gone.
            return;
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        if (!answer(out, "GREETING", "220 ready")) {
            return;
        }
        List<String> to = new ArrayList<>();
        String line = in.readLine();
        while (line != null) {
            String verb = line.substring(0, Math.min(4, line.length()));
            said(verb, line);
            String step = verb;
            if (verb.equals("MAIL")) {
                to.clear();
            } else if (verb.equals("RCPT")) {
                String recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                to.add(recipient);
                step = script.containsKey("RCPT " + recipient) ? "RCPT " + recipient : verb;
            }
            boolean refusedData = verb.equals("DATA") && (script.containsKey("DATA") || once.containsKey("DATA"));
            boolean goOn = answer(out, step, defaultAnswer(verb));
            if (goOn && verb.equals("DATA") && !refusedData) {
                String mail = mail(in);
                String all = String.join(",", to);
                arrived(all, mail);
                holdBack(all);
                goOn = answer(out, "DOT", "250 queued as 17");
            }
            if (!goOn || verb.equals("QUIT")) {
                return;
            }
            line = in.readLine();
        }
    }

    private static String defaultAnswer(String verb) {
        return verb.equals("DATA") ? "354 go ahead" : verb.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private boolean answer(Writer out, String step, String usual) throws IOException {
        String scripted = script.getOrDefault(step, usual);
        String answer = Optional.ofNullable(once.remove(step)).orElse(scripted);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        out.write(answer + "\r\n");
        out.flush();
        return true;
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\n");
            line = in.readLine();
        }
        return Optional.ofNullable(line).map(end -> mail.toString()).orElseThrow(() -> new IOException("no end"));
    }

    @Override
    public void close() {
        try {
            socket.close();
            thread.join(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
