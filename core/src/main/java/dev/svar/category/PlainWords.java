package dev.svar.category;

import dev.svar.category.Word.Gap;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts a short and plain text into words. What is long, asks, or holds a sign that plain thanks have no use for (a link, an
 * address, an amount, another alphabet, a sad face) has no words here at all.
 */
final class PlainWords {
    private static final int MAX_LENGTH = 500;
    /** Positions in a text must fit into the bits of a {@code long}. */
    private static final int MAX_WORDS = 60;

    private static final Set<UnicodeScript> SCRIPTS =
            Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.COMMON, UnicodeScript.INHERITED);
    private static final Pattern SMILE = Pattern.compile("(?<=^|[\\s.,!…])[:;=8][-o^']?[)DPp*]+(?!\\w)|<3+|\\^_?\\^");
    private static final Set<Integer> SMILING =
            signs("😊🙂😀😃😄😁😆😉😇🥰😍🤩😎🤗☺🥳❤♥💙💚💛🧡💜🤍💕💖💗🎉🎊✨🌟⭐☀🌞🌸🌹🌷💐🌻🍀💪✌✔🔝🏆😘🫶");
    /** How an emoji is drawn, and what cannot be seen. */
    private static final Set<Integer> UNSEEN = signs("\uFE0F\u200D\u200B\uFEFF\u00AD");

    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private Gap gap = Gap.SPACE;
    private boolean plain = true;

    private PlainWords() {}

    /** The words, or none if the text is not short and plain. */
    static List<Word> of(String text) {
        if (text.length() > MAX_LENGTH) {
            return List.of();
        }
        PlainWords cut = new PlainWords();
        int before = '\n';
        int[] signs = SMILE.matcher(text).replaceAll(" ").codePoints().toArray();
        for (int i = 0; i < signs.length && cut.plain; i++) {
            cut.take(before, signs[i], i + 1 < signs.length ? signs[i + 1] : '\n');
            before = signs[i];
        }
        cut.endWord();
        boolean whole = cut.plain && cut.words.size() <= MAX_WORDS;
        return whole ? List.copyOf(cut.words) : List.of();
    }

    private void take(int before, int sign, int next) {
        if (UNSEEN.contains(sign) || (sign >= FIRST_SKIN_TONE && sign <= LAST_SKIN_TONE)) {
            return;
        }
        if (isPartOfWord(sign)) {
            plain = SCRIPTS.contains(UnicodeScript.of(sign));
            word.appendCodePoint(sign);
        } else if (isApostrophe(sign) && !word.isEmpty() && Character.isLetter(next)) {
            return;
        } else {
            endWord();
            separate(before, sign, next);
        }
    }

    private void separate(int before, int sign, int next) {
        switch (sign) {
            case '\n', '\r', '\u2028', '\u2029' -> widen(Gap.LINE);
            case ' ', '\t', '\u00A0', '\u202F', '*', '_', '~', '"', '\'', '’', '‘', '“', '”', '„', '«', '»', '´', '`' ->
                widen(Gap.SPACE);
            case ',', ';', ':' -> widen(Gap.COMMA);
            case '.', '!', '…', '¡' -> widen(Gap.SENTENCE);
            case '-', '–', '—' -> widen(dash(before, next));
            case '/' -> {
                plain = beginsName(before, next);
                widen(Gap.DASH);
            }
            case '(' -> plain = Character.isWhitespace(before) && Character.isLetter(next); // not a sad face
            case ')' -> widen(Gap.SPACE);
            default -> takeSign(sign);
        }
    }

    private static Gap dash(int before, int next) {
        if (beginsName(before, next)) {
            return Gap.DASH;
        }
        return Character.isLetter(before) && Character.isLetter(next) ? Gap.SPACE : Gap.COMMA;
    }

    private static boolean beginsName(int before, int next) {
        boolean apart =
                Character.isWhitespace(before) || before == '.' || before == '!' || before == '/' || before == '-';
        return apart && (Character.isLetter(next) || next == ' ' || next == '/' || next == '-');
    }

    private static Set<Integer> signs(String all) {
        return all.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
    }

    private void takeSign(int sign) {
        if (SMILING.contains(sign)) {
            return;
        }
        plain = sign == '&' || Character.getType(sign) == Character.OTHER_SYMBOL;
        word.appendCodePoint(sign);
        endWord();
    }

    private void widen(Gap more) {
        gap = more.compareTo(gap) > 0 ? more : gap;
    }

    private void endWord() {
        if (!word.isEmpty()) {
            String written = word.toString();
            words.add(new Word(Spelling.folded(written), Word.shapeOf(written), gap));
            word.setLength(0);
            gap = Gap.SPACE;
        }
    }

    private static boolean isPartOfWord(int sign) {
        return Character.isLetterOrDigit(sign) || Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int sign) {
        return sign == '\'' || sign == '’' || sign == '´' || sign == '`';
    }
}
