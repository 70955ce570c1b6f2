package dev.svar.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;

/** Cuts a text where its letters end, and where a script without spaces meets others. */
final class LetterRuns {
    private static final char LAST_OF_ASCII = '\u007f';

    private final Consumer<String> runs;
    private final StringBuilder run = new StringBuilder();
    private boolean unspaced;

    private LetterRuns(Consumer<String> runs) {
        this.runs = runs;
    }

    /** Gives the runs one after the other. */
    static void of(String text, Consumer<String> runs) {
        LetterRuns cut = new LetterRuns(runs);
        String plain = isAscii(text) ? text.toLowerCase(Locale.ROOT) : normal(folded(normal(text)));
        for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            cut.take(plain.codePointAt(i));
        }
        cut.end();
    }

    /** Most text is; it has one form only. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_OF_ASCII) {
                return false;
            }
        }
        return true;
    }

    private void take(int c) {
        if (Character.isLetterOrDigit(c)) {
            boolean without = UnspacedScripts.has(c);
            if (without != unspaced) {
                end();
                unspaced = without;
            }
            append(c);
        } else if (!run.isEmpty() && isMark(c)) {
            append(c);
        } else {
            end();
        }
    }

    private void append(int c) {
        if (unspaced || run.length() + Character.charCount(c) <= SearchWords.MAX_WORD_LENGTH) {
            run.appendCodePoint(c);
        }
    }

    private void end() {
        if (!run.isEmpty()) {
            runs.accept(run.toString());
            run.setLength(0);
        }
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Letters that differ in case only are one, as for {@link String#equalsIgnoreCase}; some now form one with a mark. */
    private static String folded(String text) {
        return text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
