package dev.svar.mail;

import java.util.List;

/**
 * The line above a quote that says who wrote it and when, over up to five lines. Every language orders it in another
 * way, so it is known by what it holds (a day, a time, an address, a verb of writing) and by how it ends.
 *
 * @param first where it begins
 * @param last where it ends
 */
record AttributionLine(int first, int last) {
    private static final int MAX_LINES = 5;

    /** No attribution. */
    static final AttributionLine NONE = new AttributionLine(-1, -1);

    boolean isNone() {
        return first < 0;
    }

    /** Whether a line is an attribution with its quote right behind it, as Yahoo's program for Android writes it. */
    static boolean isWithQuote(ReplyLine line) {
        String before = line.beforeGap();
        String words = before.isEmpty() ? "" : PlainWords.of(before);
        if (words.isEmpty() || !begins(words)) {
            return false;
        }
        WriterClues clues = WriterClues.of(words);
        return clues.colon && clues.year() && DayAndTime.hasTime(words) && clues.address() && clues.verb();
    }

    /**
     * The attribution that ends at a line.
     *
     * @param quoted whether a quote follows, so that one which is likely counts
     */
    static AttributionLine endingAt(List<ReplyLine> lines, int last, boolean quoted) {
        if (!WriterClues.mayEnd(lines.get(last).words())) {
            return NONE;
        }
        AttributionLine likely = NONE;
        String joined = "";
        for (int first = last; first >= 0 && last - first < MAX_LINES; first--) {
            String words = lines.get(first).words();
            if (words.isEmpty() || words.length() + joined.length() > ReplyLine.MAX_LENGTH) {
                break;
            }
            joined = joined.isEmpty() ? words : words + " " + joined;
            boolean begins = first == last || begins(words) || begun(lines, first) || WriterClues.dated(words);
            if (!begins) {
                continue;
            }
            WriterClues clues = WriterClues.of(joined);
            boolean alone = first == 0 || lines.get(first - 1).blank;
            if (clues.sure() || (alone && clues.colon && begins(words) && clues.year() && clues.verb())) {
                return new AttributionLine(begin(lines, first, last), last);
            }
            if (quoted && likely.isNone() && clues.likely()) {
                likely = new AttributionLine(first, last);
            }
        }
        return likely;
    }

    /** A line that was broken begins higher up. */
    private static int begin(List<ReplyLine> lines, int found, int last) {
        int first = found;
        while (first > 0 && last - first < MAX_LINES) {
            String words = lines.get(first).words();
            String above = lines.get(first - 1).words();
            if (above.isEmpty()) {
                break;
            }
            boolean named = words.startsWith("<") || words.startsWith("(") || words.startsWith("[mailto");
            boolean broken = !begins(words) && begins(above) && hasDigit(above) && !ends(above);
            if (!named && !broken) {
                break;
            }
            first--;
        }
        return first;
    }

    /** Whether the line below goes on with an address or a verb, as lines do that were broken behind a name. */
    private static boolean begun(List<ReplyLine> lines, int first) {
        String below = lines.get(first + 1).words();
        return below.startsWith("<") || below.startsWith("(") || WriterClues.beginsWithVerb(below);
    }

    private static boolean begins(String words) {
        int end = 0;
        while (end < words.length() && Character.isLetter(words.charAt(end))) {
            end++;
        }
        if (end == 0) {
            return Character.isDigit(words.charAt(0)) || words.startsWith("-");
        }
        return ThreadWords.OPENERS.has(words, 0, end)
                || (ThreadWords.isUnspaced(words.codePointAt(0)) && hasDigit(words));
    }

    private static boolean ends(String words) {
        char last = words.charAt(words.length() - 1);
        return last == '!' || last == '?' || last == ':';
    }

    private static boolean hasDigit(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) >= '0' && words.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
