package dev.svar.mail;

/** The sentence that programs put into the plain form of a mail whose text is in its HTML alone. */
final class StubText {
    private static final int MAX_LENGTH = 200;
    private static final int MIN_WORDS = 4;
    private static final Signs STOPS = Signs.of(".!?\u3002");

    private StubText() {}

    /** Whether a plain text is one sentence that shares no line with the text of the HTML beside it. */
    static boolean isBeside(String text, String fromHtml) {
        String words = words(text.length() > MAX_LENGTH ? "" : text);
        boolean few = words.chars().filter(c -> c == ' ').count() <= MIN_WORDS;
        if (few
                || fromHtml.isBlank()
                || !isSentence(text.strip())
                || words(fromHtml).contains(words)) {
            return false;
        }
        return fromHtml.lines().map(StubText::words).noneMatch(line -> line.length() > 1 && words.contains(line));
    }

    private static boolean isSentence(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            boolean stop = STOPS.has(text.charAt(i)) && Character.isWhitespace(text.charAt(i + 1));
            boolean paragraph = text.charAt(i) == '\n' && text.charAt(i + 1) == '\n';
            if (stop || paragraph) {
                return false;
            }
        }
        return true;
    }

    /** The words of a text, each between spaces. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(Character.toLowerCase(c));
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return (words.charAt(words.length() - 1) == ' ' ? words : words.append(' ')).toString();
    }
}
