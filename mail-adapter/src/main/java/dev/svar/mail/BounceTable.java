package dev.svar.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tables of words beside this class: a line "= GROUP" begins a group, each other line is a phrase of it. */
final class BounceTable {
    private final List<Row> rows;

    private BounceTable(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * A phrase of a group.
     *
     * @param group the group that it stands in
     * @param words the phrase without its accents
     * @param written the phrase with them
     */
    record Row(String group, String words, String written) {}

    static BounceTable read(String resource) {
        try (InputStream in = BounceTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in the jar");
            }
            List<Row> rows = new ArrayList<>();
            String group = "";
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("= ")) {
                    group = line.substring(2);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    rows.add(new Row(group, withoutAccents(line), line));
                }
            }
            return new BounceTable(List.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** The phrases of one group, in their order. */
    List<String> group(String name) {
        return group(name, Row::words);
    }

    /** The phrases of one group with their accents, in their order. */
    List<String> written(String name) {
        return group(name, Row::written);
    }

    private List<String> group(String name, Function<Row, String> form) {
        return rows.stream().filter(row -> row.group().equals(name)).map(form).toList();
    }

    /** Latin, Greek and Cyrillic letters as they are without their marks: senders often leave them out. */
    static String withoutAccents(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case 'ł' -> bare.append('l');
                case 'ø' -> bare.append('o');
                case 'đ', 'ð' -> bare.append('d');
                case 'ı' -> bare.append('i');
                case 'ς' -> bare.append('σ');
                case 'ß' -> bare.append("ss");
                case 'æ' -> bare.append("ae");
                default -> {
                    if (c < '\u0300' || c > '\u036F') {
                        bare.append(c);
                    }
                }
            }
        }
        return Normalizer.normalize(bare, Normalizer.Form.NFC);
    }
}
