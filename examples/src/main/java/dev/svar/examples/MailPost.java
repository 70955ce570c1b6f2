package dev.svar.examples;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Posts a message as it is, byte for byte, the way other people's servers do (RFC 5321). */
final class MailPost {
    private static final String LINE_END = "\r\n";

    private final int port;

    MailPost(int port) {
        this.port = port;
    }

    void send(String from, String to, byte[] message) {
        try (Socket socket = new Socket(MailServer.HOST, port)) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            expect(in, "220");
            say(out, in, "HELO customer.example", "250");
            say(out, in, "MAIL FROM:<" + from + ">", "250");
            say(out, in, "RCPT TO:<" + to + ">", "250");
            say(out, in, "DATA", "354");
            out.write(dotStuffed(message));
            say(out, in, ".", "250");
            say(out, in, "QUIT", "221");
        } catch (IOException e) {
            throw new UncheckedIOException("posting to the mail server failed", e);
        }
    }

    private static void say(OutputStream out, BufferedReader in, String line, String expected) throws IOException {
        out.write((line + LINE_END).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(in, expected);
    }

    private static void expect(BufferedReader in, String expected) throws IOException {
        String answer = in.readLine();
        if (answer == null || !answer.startsWith(expected)) {
            throw new IOException("expected " + expected + " and got " + answer);
        }
    }

    private static byte[] dotStuffed(byte[] message) {
        ByteArrayOutputStream stuffed = new ByteArrayOutputStream(message.length + 64);
        boolean lineStart = true;
        for (byte b : message) {
            if (lineStart && b == '.') {
                stuffed.write('.');
            }
            stuffed.write(b);
            lineStart = b == '\n';
        }
        if (!lineStart) {
            stuffed.writeBytes(LINE_END.getBytes(StandardCharsets.US_ASCII));
        }
        return stuffed.toByteArray();
    }
}
