package dev.svar.category;

import dev.svar.category.MoodBook.Kind;
import dev.svar.category.MoodBook.Passage;
import dev.svar.category.Word.Gap;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for known passages, sentence by sentence, and leaves out what does not speak for the writer. */
final class CommonMoods implements MoodDetector {
    /** Read when the first text is looked at: most desks never do. */
    private static final class Shipped {
        static final CommonMoods MOODS =
                new CommonMoods(MoodBook.read("any", "en", "nb", "sv", "da", "fi", "hu", "ru", "de"));
    }

    /** How many words in front of a passage may turn it around. */
    private static final int REACH = 3;
    /** More reasons say no more. */
    private static final int MAX_REASONS = 5;

    private final MoodBook book;

    private CommonMoods(MoodBook book) {
        this.book = book;
    }

    static Optional<MoodHint> mood(String text) {
        return Shipped.MOODS.detect(text);
    }

    @Override
    public Optional<MoodHint> detect(String text) {
        Set<String> upset = new LinkedHashSet<>();
        Set<String> content = new LinkedHashSet<>();
        boolean complains = false;
        for (Sentence sentence : Sentences.of(text)) {
            Map<Kind, String> said = said(sentence);
            if (!said.containsKey(Kind.ASIDE)) {
                said.forEach((kind, passage) -> {
                    if (speaks(kind, sentence)) {
                        (kind == Kind.CONTENT ? content : upset).add(passage);
                    }
                });
                complains |= said.containsKey(Kind.SHOUTED);
            }
        }
        if (upset.isEmpty()) {
            return complains ? Optional.empty() : hint(Mood.CONTENT, content);
        }
        return content.isEmpty() ? hint(Mood.UPSET, upset) : Optional.empty();
    }

    private static boolean speaks(Kind kind, Sentence sentence) {
        return switch (kind) {
            case UPSET, CONTENT -> !sentence.asks();
            case ASKED -> true;
            case SHOUTED -> sentence.shouts() && !sentence.asks();
            case ASIDE -> false;
        };
    }

    private static Optional<MoodHint> hint(Mood mood, Set<String> reasons) {
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MoodHint(mood, reasons.stream().limit(MAX_REASONS).toList()));
    }

    /** The first passage of each kind. */
    private Map<Kind, String> said(Sentence sentence) {
        Map<Kind, String> said = new EnumMap<>(Kind.class);
        List<Word> words = sentence.words();
        for (int start = 0; start < words.size(); start++) {
            for (Passage passage : book.beginningWith(words.get(start))) {
                long ends = said.containsKey(passage.kind()) ? 0 : ends(passage, words, start);
                if (ends != 0 && !isTurnedAround(passage, words, start)) {
                    int last = Long.SIZE - 1 - Long.numberOfLeadingZeros(ends);
                    said.put(passage.kind(), sentence.passage(start, last));
                }
            }
        }
        return said;
    }

    private static long ends(Passage passage, List<Word> words, int start) {
        long from = 1L << start;
        long ends = 0;
        for (Phrase part : passage.parts()) {
            ends = Phrase.after(List.of(part), words, from);
            if (ends == 0) {
                return 0;
            }
            from = -Long.lowestOneBit(ends); // all places from its first end on
        }
        return ends;
    }

    /** A negation reaches to the next comma. */
    private static boolean isTurnedAround(Passage passage, List<Word> words, int start) {
        if (passage.kind() == Kind.ASIDE) {
            return false;
        }
        for (int i = start; i > 0 && start - i < REACH && words.get(i).gap() == Gap.SPACE; i--) {
            if (passage.not().contains(words.get(i - 1).folded())) {
                return true;
            }
        }
        return false;
    }
}
