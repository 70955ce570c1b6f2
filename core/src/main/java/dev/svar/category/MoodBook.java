package dev.svar.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What {@code moods/<language>.txt} beside this class hold, by the words that a passage may begin with.
 *
 * @param byFirst the passages
 */
record MoodBook(Map<String, List<Passage>> byFirst) {
    private static final String ANYTHING = " … ";

    /** The sections of a file. */
    enum Kind {
        /** Makes the writer of a statement upset. */
        UPSET,
        /** The same, in a question too. */
        ASKED,
        /** Only when it is shouted. */
        SHOUTED,
        /** Makes the writer of a statement content. */
        CONTENT,
        /** Makes a sentence say nothing, whatever else it holds. */
        ASIDE
    }

    /**
     * Something that may be said in a sentence.
     *
     * @param kind what it means
     * @param parts what must follow each other, with anything between
     * @param not words that turn around what follows them, in the same language
     */
    record Passage(Kind kind, List<Phrase> parts, Set<String> not) {}

    static MoodBook read(String... languages) {
        Map<String, List<Passage>> byFirst = new HashMap<>();
        for (String language : languages) {
            PhraseFile file = PhraseFile.read("moods/" + language + ".txt");
            Set<String> not = file.words("not");
            for (Kind kind : Kind.values()) {
                for (String line : file.linesOf(kind.name().toLowerCase(Locale.ROOT))) {
                    List<Phrase> parts = List.of(line.split(ANYTHING, -1)).stream()
                            .map(Phrase::of)
                            .toList();
                    Passage passage = new Passage(kind, parts, not);
                    parts.get(0)
                            .firstWords()
                            .forEach(w -> byFirst.computeIfAbsent(w, first -> new ArrayList<>())
                                    .add(passage));
                }
            }
        }
        return new MoodBook(Map.copyOf(byFirst));
    }

    List<Passage> beginningWith(Word word) {
        return byFirst.getOrDefault(word.folded(), List.of());
    }
}
