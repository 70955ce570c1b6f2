package dev.svar.category;

import dev.svar.category.Word.Gap;
import dev.svar.category.Word.Shape;
import java.util.List;

/** Finds where a person may be named. Names are unknown words, so their place and their capital letters must tell. */
final class PersonNames {
    private static final int MAX_GREETED = 3;
    private static final int MAX_SPOKEN_TO = 2;
    private static final int MAX_BARE = 3;
    private static final int MAX_SIGNATURE_LINES = 4;
    private static final int MAX_SIGNATURE_LINE = 5;
    /** The longest word that a point may shorten: "Dr.", "Ph. D." */
    private static final int MAX_SHORTENED = 3;

    private final PhraseBook book;

    PersonNames(PhraseBook book) {
        this.book = book;
    }

    /** After "Hi": "team", "Kari Nordmann", "Herr Müller", "kari,". */
    long afterGreeted(List<Word> words, long from) {
        return spokenTo(words, from, MAX_GREETED) | smallName(words, from);
    }

    /** After "Thanks": "guys", "Kari", "Herr Müller". */
    long afterSpokenTo(List<Word> words, long from) {
        return spokenTo(words, from, MAX_SPOKEN_TO);
    }

    private long spokenTo(List<Word> words, long from, int most) {
        long titled = Phrase.after(book.addressees(), words, from);
        titled |= Phrase.after(book.addressees(), words, titled);
        long ends = titled;
        for (long rest = from | titled; rest != 0; rest &= rest - 1) {
            int begin = Long.numberOfTrailingZeros(rest);
            for (int i = begin; i < Math.min(begin + most, words.size()) && isSpokenName(words.get(i)); i++) {
                ends |= 1L << (i + 1);
            }
        }
        return ends;
    }

    private boolean isSpokenName(Word word) {
        return word.gap().compareTo(Gap.COMMA) <= 0 && word.folded().length() > 1 && isName(word, Shape.TITLE);
    }

    private long smallName(List<Word> words, long from) {
        long ends = 0;
        for (long rest = from; rest != 0; rest &= rest - 1) {
            int i = Long.numberOfTrailingZeros(rest);
            boolean alone = i + 1 < words.size()
                    && words.get(i).gap() == Gap.SPACE
                    && words.get(i + 1).gap() != Gap.SPACE;
            if (alone && isName(words.get(i), Shape.SMALL)) {
                ends |= 1L << (i + 1);
            }
        }
        return ends;
    }

    /** A name at the end, with nothing before it but a new line or a dash. */
    long afterBareName(List<Word> words, long from) {
        long ends = 0;
        for (long rest = from; rest != 0; rest &= rest - 1) {
            int begin = Long.numberOfTrailingZeros(rest);
            boolean apart = begin < words.size() && words.get(begin).gap().compareTo(Gap.LINE) >= 0;
            for (int i = begin; apart && i < Math.min(begin + MAX_BARE, words.size()); i++) {
                Word word = words.get(i);
                if ((i > begin && word.gap() != Gap.SPACE) || !isName(word, Shape.TITLE)) {
                    break;
                }
                ends |= 1L << (i + 1);
            }
        }
        return ends;
    }

    /** After "Regards": a name, and lines in capital letters such as a title and a company. */
    long afterSignature(List<Word> words, long from) {
        long ends = 0;
        for (long rest = from; rest != 0; rest &= rest - 1) {
            ends |= afterSignature(words, Long.numberOfTrailingZeros(rest));
        }
        return ends;
    }

    private long afterSignature(List<Word> words, int begin) {
        long ends = 0;
        int lines = 1;
        int inLine = 0;
        for (int i = begin; i < words.size(); i++) {
            Word word = words.get(i);
            boolean newLine = i > begin && word.gap() == Gap.LINE;
            lines += newLine ? 1 : 0;
            inLine = newLine ? 1 : inLine + 1;
            boolean first = i == begin && isName(word, Shape.SMALL);
            if (lines > MAX_SIGNATURE_LINES
                    || inLine > MAX_SIGNATURE_LINE
                    || (i > begin && beginsSentence(words.get(i - 1), word))
                    || !(first || isSignatureWord(word))) {
                break;
            }
            ends |= 1L << (i + 1);
            if (first) {
                break;
            }
        }
        return ends;
    }

    private static boolean beginsSentence(Word before, Word word) {
        return word.gap() == Gap.SENTENCE && before.folded().length() > MAX_SHORTENED;
    }

    private boolean isSignatureWord(Word word) {
        boolean initial = word.shape() == Shape.TITLE && word.folded().length() == 1;
        return initial
                || book.links().contains(word.folded())
                || isName(word, Shape.TITLE)
                || isName(word, Shape.CAPITALS);
    }

    private boolean isName(Word word, Shape shape) {
        return word.shape() == shape
                && word.folded().codePoints().allMatch(Character::isLetter)
                && !book.neverNames().contains(word.folded());
    }
}
