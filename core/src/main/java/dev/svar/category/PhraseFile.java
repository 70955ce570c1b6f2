package dev.svar.category;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A file beside this class: sections that a line {@code = name} begins, a {@link Phrase} or words a line. */
record PhraseFile(List<String> lines) {
    private static final Pattern WORD = Pattern.compile("[^\\s()\\[\\]|]+");

    static PhraseFile read(String resource) {
        try (InputStream in = PhraseFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is not on the class path");
            }
            return new PhraseFile(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " cannot be read", e);
        }
    }

    PhraseFile and(PhraseFile other) {
        List<String> both = new ArrayList<>(lines);
        both.addAll(other.lines);
        return new PhraseFile(both);
    }

    List<Phrase> phrases(String section) {
        return linesOf(section).stream().map(Phrase::of).toList();
    }

    Set<String> words(String section) {
        Set<String> words = new HashSet<>();
        for (String line : linesOf(section)) {
            WORD.matcher(line).results().forEach(word -> words.add(Spelling.folded(word.group())));
        }
        return words;
    }

    List<String> linesOf(String section) {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("= ")) {
                inside = line.equals("= " + section);
            } else if (inside) {
                found.add(line);
            }
        }
        return found;
    }
}
