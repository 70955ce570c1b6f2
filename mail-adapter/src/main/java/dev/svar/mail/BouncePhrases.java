package dev.svar.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the words of mail systems amount to, by the table {@code bounce-phrases.txt}. */
final class BouncePhrases {
    private static final int MAX_LENGTH = 4_000;
    private static final List<Phrase> TABLE = table();

    private BouncePhrases() {}

    /** The cause that the first known phrase of the table in this text stands for. */
    static Optional<BounceCause> cause(String text) {
        String plain = plain(text);
        return find(plain).or(() -> find(withoutAddresses(plain)));
    }

    private static Optional<BounceCause> find(String plain) {
        return TABLE.stream().filter(p -> plain.contains(p.words())).findFirst().map(Phrase::cause);
    }

    /** Systems put the address into the middle of what they say: "mailbox kim@lee.example unavailable". */
    private static String withoutAddresses(String plain) {
        StringBuilder out = new StringBuilder(plain.length());
        for (String word : plain.split(" ", -1)) {
            if (word.indexOf('@') < 0) {
                out.append(out.length() == 0 ? "" : " ").append(word);
            }
        }
        return out.toString();
    }

    /** Lower case with single blanks, as the table is; of a Turkish İ the dot goes. */
    static String plain(String text) {
        return PlainText.line(text, MAX_LENGTH)
                .toLowerCase(Locale.ROOT)
                .replace("\u0307", "")
                .replace('’', '\'');
    }

    private static List<Phrase> table() {
        try (InputStream in = BouncePhrases.class.getResourceAsStream("bounce-phrases.txt")) {
            if (in == null) {
                throw new IllegalStateException("bounce-phrases.txt is missing in the jar");
            }
            List<Phrase> table = new ArrayList<>();
            BounceCause cause = BounceCause.UNKNOWN;
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("= ")) {
                    cause = BounceCause.valueOf(line.substring(2));
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    table.add(new Phrase(line, cause));
                }
            }
            return List.copyOf(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Phrase(String words, BounceCause cause) {}
}
