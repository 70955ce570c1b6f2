package dev.svar.category;

import dev.svar.category.Word.Gap;
import dev.svar.category.Word.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into sentences. Lines that begin as quoted ones do are left out; of what stands in quotation marks there is left
 * that something stood there.
 */
final class Sentences {
    private static final String QUOTES = "\"“”„«»";
    /** Longer, it was not the mark at the other end. */
    private static final int MAX_QUOTED = 200;

    /** Stands for what was quoted. */
    private static final String QUOTED = "\"";

    private static final int LEAST_SHOUTED = 2;

    private final List<Sentence> sentences = new ArrayList<>();
    private final String text;
    private List<Word> words = new ArrayList<>();
    private List<String> written = new ArrayList<>();
    private Gap gap = Gap.SPACE;
    private int at;

    private Sentences(String text) {
        this.text = text;
    }

    static List<Sentence> of(String text) {
        String bounded = text.length() > Words.MAX_LENGTH ? text.substring(0, Words.MAX_LENGTH) : text;
        Sentences cut = new Sentences(bounded);
        while (cut.at < bounded.length()) {
            cut.take();
        }
        cut.end(false, false);
        return cut.sentences;
    }

    private void take() {
        char sign = text.charAt(at);
        if ((sign == '>' || sign == '|') && beginsLine()) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (Character.isLetterOrDigit(sign) || Character.isSurrogate(sign)) {
            takeWord();
        } else if (QUOTES.indexOf(sign) >= 0) {
            takeQuoted();
        } else if (sign == '.' || sign == '!' || sign == '?' || sign == '…') {
            takeMarks();
        } else {
            takeSeparator(sign);
        }
    }

    private boolean beginsLine() {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    private void takeWord() {
        int start = at;
        if (Character.isSurrogate(text.charAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        } else {
            while (at < text.length() && isInside(start)) {
                at++;
            }
        }
        add(text.substring(start, at));
    }

    private boolean isInside(int start) {
        char sign = text.charAt(at);
        boolean apostrophe = sign == '\'' || sign == '’' || sign == '´' || sign == '`';
        boolean between = at > start && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return Character.isLetterOrDigit(sign)
                || Character.getType(sign) == Character.NON_SPACING_MARK
                || (apostrophe && between);
    }

    private void takeQuoted() {
        int end = at + 1;
        int last = Math.min(text.length(), at + MAX_QUOTED);
        while (end < last && QUOTES.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < last) {
            add(QUOTED);
            at = end;
        }
        at++;
    }

    private void takeMarks() {
        int start = at;
        while (at < text.length() && ".!?…".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String marks = text.substring(start, at);
        boolean ends = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        if (ends) {
            end(marks.chars().allMatch(mark -> mark == '?'), marks.contains("!!"));
        } else {
            widen(Gap.COMMA);
        }
    }

    private void takeSeparator(char sign) {
        at++;
        boolean blankLine = sign == '\n' && (text.startsWith("\n", at) || text.startsWith("\r\n", at));
        if (blankLine) {
            end(false, false);
        } else if (",;–—()".indexOf(sign) >= 0) {
            widen(Gap.COMMA);
        }
    }

    private void widen(Gap more) {
        gap = more.compareTo(gap) > 0 ? more : gap;
    }

    private void add(String word) {
        String plain = word.replaceAll("['’´`]", "");
        words.add(new Word(Spelling.folded(plain), Word.shapeOf(word), gap));
        written.add(word);
        gap = Gap.SPACE;
        if (words.size() == Sentence.MAX_WORDS) {
            end(false, false);
        }
    }

    private void end(boolean asks, boolean exclaims) {
        if (!words.isEmpty()) {
            sentences.add(new Sentence(words, written, asks, exclaims || isInCapitals()));
            words = new ArrayList<>();
            written = new ArrayList<>();
        }
        gap = Gap.SENTENCE;
    }

    private boolean isInCapitals() {
        long capitals = words.stream().filter(w -> w.shape() == Shape.CAPITALS).count();
        return capitals >= LEAST_SHOUTED && capitals * 2 > words.size();
    }
}
