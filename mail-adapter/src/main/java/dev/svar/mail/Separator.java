package dev.svar.mail;

/** Lines that say in words, mostly between dashes, that another mail begins. */
final class Separator {
    private static final int MAX_FOREIGN_WORDS = 6;
    private static final int MIN_RULE = 3;
    /** What ruled lines are made of. */
    static final Signs DASHES = Signs.of("-_=*~\u2014\u2013\u2500\u2501\u2015\u00B7#");

    private Separator() {}

    /** Whether the line says that the mail which is answered begins, such as "-----Original Message-----". */
    static boolean isOriginal(ReplyLine line) {
        return line.dashes() >= 2 && says(line, ThreadWords.ORIGINAL);
    }

    /** Whether the line says so without dashes, which programs do above header lines only. */
    static boolean isBareOriginal(ReplyLine line) {
        String words = line.words();
        int start = innerStart(words);
        return ThreadWords.ORIGINAL.has(words, start, innerEnd(words, start));
    }

    /** Whether the line says that a forwarded mail begins. */
    static boolean isForward(ReplyLine line) {
        boolean set = line.dashes() >= 2 || line.words().endsWith(":");
        return set && says(line, ThreadWords.FORWARDED);
    }

    /** Whether the line has dashes around words that may be of any language. */
    static boolean isForeign(ReplyLine line) {
        String words = line.words();
        if (words.isEmpty() || !DASHES.has(words.charAt(words.length() - 1)) || line.dashes() < MIN_RULE) {
            return false;
        }
        int start = innerStart(words);
        int end = innerEnd(words, start);
        return start < end
                && words.substring(start, end).chars().filter(c -> c == ' ').count() < MAX_FOREIGN_WORDS;
    }

    /** Whether the line is nothing but a ruled line. */
    static boolean isRule(ReplyLine line) {
        String words = line.words();
        return words.length() >= MIN_RULE
                && (isFrame(words.charAt(0)) || words.charAt(0) == ':')
                && isInnerEmpty(words);
    }

    private static boolean says(ReplyLine line, Phrases phrases) {
        String words = line.words();
        int start = innerStart(words);
        int end = innerEnd(words, start);
        if (start == end) {
            return false;
        }
        if (phrases.has(words, start, end)) {
            return true;
        }
        // "----- Forwarded by A. Person on 3 May -----"
        boolean around = line.dashes() >= MIN_RULE && words.endsWith("-");
        return around && phrases.isAt(words.substring(start, end), 0, at -> words.charAt(start + at) == ' ');
    }

    private static boolean isInnerEmpty(String words) {
        int start = innerStart(words);
        return innerEnd(words, start) == start;
    }

    private static int innerStart(String words) {
        int start = 0;
        while (start < words.length() && isFrame(words.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int innerEnd(String words, int start) {
        int end = words.length();
        while (end > start && (isFrame(words.charAt(end - 1)) || words.charAt(end - 1) == ':')) {
            end--;
        }
        return end;
    }

    private static boolean isFrame(char c) {
        return c == ' ' || DASHES.has(c);
    }
}
