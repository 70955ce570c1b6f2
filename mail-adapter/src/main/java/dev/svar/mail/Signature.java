package dev.svar.mail;

import java.util.List;

/**
 * What stands below the text of a mail without being said in it. Cautious: to show a signature costs a glance, to hide
 * what somebody wrote costs an answer.
 */
final class Signature {
    private static final int MAX_DELIMITED_LINES = 40;
    private static final int MAX_LINES_WITHOUT_SPACE = 15;
    private static final int MAX_FOOTER_LINES = 8;
    private static final int MIN_FOOTER_RULE = 16;
    private static final int MAX_CONTACT_LINES = 12;
    private static final int MAX_CONTACT_LINE_LENGTH = 80;
    private static final int MAX_CLOSING_LENGTH = 40;

    private Signature() {}

    /** Whether a line is a delimiter of which everything below is the signature. */
    static boolean isDelimiter(List<ReplyLine> lines, int at, int end) {
        if (lines.get(at).length() > 3) {
            return false;
        }
        String text = lines.get(at).text();
        String bare = text.stripTrailing();
        boolean delimiter = bare.equals("--") || bare.equals("__");
        int most = text.equals("-- ") ? MAX_DELIMITED_LINES : MAX_LINES_WITHOUT_SPACE;
        return delimiter && written(lines, at + 1, end, most + 1) <= most;
    }

    /** Whether a long rule begins the footer of a mailing list: a few lines with a link. */
    static boolean isListFooter(List<ReplyLine> lines, int at, int end) {
        ReplyLine line = lines.get(at);
        boolean rule =
                line.words().length() >= MIN_FOOTER_RULE && line.words().startsWith("____") && Separator.isRule(line);
        if (!rule || written(lines, at + 1, end, MAX_FOOTER_LINES + 1) > MAX_FOOTER_LINES) {
            return false;
        }
        for (int i = at + 1; i < end; i++) {
            if (isLink(lines.get(i).words())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a ruled line has nothing but short lines below, two of them contact data. */
    static boolean isRuledContacts(List<ReplyLine> lines, int at, int end) {
        boolean rule = Separator.isRule(lines.get(at));
        if (!rule || written(lines, at + 1, end, MAX_CONTACT_LINES + 1) > MAX_CONTACT_LINES) {
            return false;
        }
        int contacts = 0;
        for (int i = at + 1; i < end; i++) {
            String words = lines.get(i).words();
            if (!words.isEmpty()) {
                if (words.length() > MAX_CONTACT_LINE_LENGTH || isSentence(words)) {
                    return false;
                }
                contacts += ContactLine.is(words) ? 1 : 0;
            }
        }
        return contacts >= 2;
    }

    /**
     * Where the contact data at the end of a text begins: a paragraph that is set off, begins with a closing
     * and holds two lines or more of nothing but addresses, numbers and links. The end of the text if there is none.
     */
    static int contacts(List<ReplyLine> lines, int from, int end) {
        int last = end;
        while (last > from && lines.get(last - 1).blank) {
            last--;
        }
        int first = last;
        while (first > from && last - first <= MAX_CONTACT_LINES && !lines.get(first - 1).blank) {
            first--;
        }
        boolean set = first > from + 1 && last - first > 1 && last - first <= MAX_CONTACT_LINES;
        boolean signs = set && isClosing(lines.get(first).words()) && areContacts(lines.subList(first, last));
        return signs && !announced(lines, from, first) ? first : end;
    }

    /** Whether all lines are short, none is a sentence, and two or more are contact data. */
    private static boolean areContacts(List<ReplyLine> lines) {
        return lines.stream().allMatch(Signature::isBrief)
                && lines.stream().filter(line -> ContactLine.is(line.words())).count() >= 2;
    }

    /** Whether a line is short, and no sentence. */
    private static boolean isBrief(ReplyLine line) {
        String words = line.words();
        return !words.isEmpty() && words.length() <= MAX_CONTACT_LINE_LENGTH && !isSentence(words);
    }

    /** Whether the line above ends with a colon: then the data is what the text speaks of. */
    private static boolean announced(List<ReplyLine> lines, int from, int first) {
        int at = first - 1;
        while (at >= from && lines.get(at).blank) {
            at--;
        }
        return at < from || lines.get(at).words().endsWith(":");
    }

    private static boolean isSentence(String words) {
        char last = words.charAt(words.length() - 1);
        return last == '?' || last == '!' || last == ':' || (last == '.' && words.indexOf(' ') > 0);
    }

    private static boolean isClosing(String words) {
        if (words.length() > MAX_CLOSING_LENGTH) {
            return false;
        }
        int end = words.length();
        while (end > 0 && ",.! ".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return ThreadWords.CLOSINGS.has(words, 0, end);
    }

    private static boolean isLink(String words) {
        return words.contains("http://")
                || words.contains("https://")
                || words.contains("www.")
                || words.indexOf('@') > 0;
    }

    /** How many lines are not blank, counted up to a bound. */
    static int written(List<ReplyLine> lines, int from, int end, int atMost) {
        int count = 0;
        for (int i = from; i < end && count < atMost; i++) {
            count += lines.get(i).blank ? 0 : 1;
        }
        return count;
    }
}
