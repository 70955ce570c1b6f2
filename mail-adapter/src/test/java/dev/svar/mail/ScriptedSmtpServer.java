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
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers as it is told. Its script says what to answer to GREETING, EHLO, MAIL, RCPT, DATA, NOOP and DOT
 * (the end of the mail); {@link #HANG_UP} ends the connection instead. It may be told otherwise at any time.
 */
final class ScriptedSmtpServer implements AutoCloseable {
    static final String HANG_UP = "hang up";

    private final ServerSocket socket;
    private volatile Map<String, String> script;
    private final Thread thread;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

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

    /** Every mail whose end was seen. */
    List<String> mails() {
        return mails;
    }

    /** For each of {@link #mails} the one it was for, or everybody with commas between. */
    List<String> recipients() {
        return recipients;
    }

    List<String> commands() {
        return commands;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // The next client, or the end of the test.
                continue;
            }
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
            commands.add(verb);
            if (verb.equals("MAIL")) {
                to.clear();
            } else if (verb.equals("RCPT")) {
                to.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
            }
            boolean goOn = answer(out, verb, defaultAnswer(verb));
            if (goOn && verb.equals("DATA") && !script.containsKey("DATA")) {
                String mail = mail(in);
                recipients.add(String.join(",", to));
                mails.add(mail);
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
        String answer = script.getOrDefault(step, usual);
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
