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

/**
 * What {@code thanks/<language>.txt} beside this class hold: sections that a line {@code = name} begins, a {@link Phrase} a
 * line; in the sections {@code link} and {@code never} plain words. Thanks and small talk belong to a language, everything
 * else to all, since people sign in their own language whatever they write in.
 *
 * @param languages thanks and small talk of each
 * @param greetings what a letter begins with, without the name
 * @param addressees who is greeted or spoken to, other than by name
 * @param signOffs what stands before the name at the end
 * @param devices what telephones add
 * @param links small words between names
 * @param neverNames words that are no names, among them all words of phrases
 */
record PhraseBook(
        List<Language> languages,
        List<Phrase> greetings,
        List<Phrase> addressees,
        List<Phrase> signOffs,
        List<Phrase> devices,
        Set<String> links,
        Set<String> neverNames) {

    /**
     * The phrases of a language.
     *
     * @param thanks each makes a text thanks
     * @param smallTalk what may stand around it
     */
    record Language(List<Phrase> thanks, List<Phrase> smallTalk) {}

    static PhraseBook read(String common, String... languages) {
        Sections shared = Sections.read(common);
        List<Language> all = new ArrayList<>();
        Sections merged = shared;
        for (String name : languages) {
            Sections own = Sections.read(name);
            all.add(new Language(
                    own.and(shared).phrases("core"), own.and(shared).phrases("also")));
            merged = merged.and(own);
        }
        Set<String> never = merged.words("never");
        never.addAll(merged.words("core"));
        never.addAll(merged.words("also"));
        return new PhraseBook(
                List.copyOf(all),
                merged.phrases("hello"),
                merged.phrases("address"),
                merged.phrases("close"),
                merged.phrases("device"),
                merged.words("link"),
                Set.copyOf(never));
    }

    private record Sections(List<String> lines) {
        private static final Pattern WORD = Pattern.compile("[^\\s()\\[\\]|]+");

        static Sections read(String name) {
            String resource = "thanks/" + name + ".txt";
            try (InputStream in = PhraseBook.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("resource " + resource + " is not on the class path");
                }
                return new Sections(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException("resource " + resource + " cannot be read", e);
            }
        }

        Sections and(Sections other) {
            List<String> both = new ArrayList<>(lines);
            both.addAll(other.lines);
            return new Sections(both);
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

        private List<String> linesOf(String section) {
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
}
