package dev.svar.mail;

/** What a line holds that an attribution line may hold. Each clue is looked for when it is asked for: few lines have many. */
final class WriterClues {
    /** What may follow the end of an attribution. */
    private static final Signs TRAIL = Signs.of(" -_\"'=\u2014\u2013");

    private final String words;
    private final int end;

    /** A colon at the end. */
    final boolean colon;

    private WriterClues(String words) {
        this.words = words;
        this.end = end(words);
        this.colon = end > 0 && words.charAt(end - 1) == ':';
    }

    /** Whether the line may be the last of an attribution. */
    static boolean mayEnd(String words) {
        WriterClues clues = of(words);
        return clues.colon || clues.verbLast();
    }

    static WriterClues of(String words) {
        return new WriterClues(words);
    }

    /** Whether nothing but an attribution looks like that. */
    boolean sure() {
        boolean year = year();
        boolean time = (year || colon) && DayAndTime.hasTime(words);
        if (!colon) {
            return year && time && address() && verbLast();
        }
        return (year && time && (bracketed() || verb())) || ((year || time) && address() && verb());
    }

    /** Whether an attribution looks like that, if a quote follows. */
    boolean likely() {
        return colon
                ? bracketed() || (year() && DayAndTime.hasTime(words)) || verb()
                : (address() || year()) && verbLast();
    }

    /** A day with its year. */
    boolean year() {
        return DayAndTime.hasDay(words);
    }

    /** A verb of writing that no "I" or "you" stands beside. */
    boolean verb() {
        return hasVerb(words);
    }

    /** A verb at the end, without a colon. */
    private boolean verbLast() {
        return !colon && end > 0 && verbEndsAt(words, end);
    }

    /** A mail address. */
    boolean address() {
        int at = words.indexOf('@');
        return at > 0
                && at + 1 < words.length()
                && Character.isLetterOrDigit(words.charAt(at + 1))
                && words.charAt(at - 1) != ' ';
    }

    /** A mail address in brackets or at the end. */
    private boolean bracketed() {
        return address() && (bracketed(words, words.indexOf('@')) || bracketed(words, words.lastIndexOf('@')));
    }

    /** Whether a line brings the day or the address itself. */
    static boolean dated(String line) {
        return DayAndTime.hasDay(line) || line.indexOf('@') >= 0;
    }

    static boolean beginsWithVerb(String words) {
        int end = wordEnd(words, 0);
        if (end == 0) {
            return false;
        }
        if (ThreadWords.VERBS.has(words, 0, end) || ThreadWords.JOINED_VERBS.isAt(words, 0)) {
            return true;
        }
        int next = end + 1;
        return next < words.length() && ThreadWords.VERBS.has(words, next, wordEnd(words, next));
    }

    private static boolean bracketed(String words, int at) {
        int open = Math.max(words.lastIndexOf('<', at), words.lastIndexOf('(', at));
        int space = words.lastIndexOf(' ', at);
        boolean inBrackets = open >= 0 && open > space - 2;
        int after = words.indexOf(' ', at);
        return inBrackets || after < 0 || after >= words.length() - 2;
    }

    private static int end(String words) {
        int end = words.length();
        while (end > 0 && TRAIL.has(words.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean verbEndsAt(String words, int end) {
        int start = end;
        while (start > 0 && isWordPart(words.charAt(start - 1))) {
            start--;
        }
        return start < end
                && (ThreadWords.VERBS.has(words, start, end)
                        || (ThreadWords.isUnspaced(words.charAt(end - 1))
                                && ThreadWords.JOINED_VERBS.endAt(words, end)));
    }

    private static boolean hasVerb(String words) {
        int first = wordEnd(words, 0);
        boolean sentence = ThreadWords.PERSONS.has(words, 0, first) && !ThreadWords.OPENERS.has(words, 0, first);
        if (sentence) {
            return false;
        }
        boolean verb = false;
        boolean besidePerson = false;
        boolean besideVerb = false;
        int before = 0;
        int at = 0;
        while (at < words.length()) {
            if (!isWordPart(words.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(words, at);
            boolean isVerb = ThreadWords.VERBS.has(words, at, end);
            boolean isPerson = ThreadWords.PERSONS.has(words, at, end);
            boolean personal = (isVerb && besidePerson) || (isPerson && besideVerb);
            // Croatian "je napisao" is no French "je", where it ends the line.
            if (personal && !(endsWords(words, end) && ThreadWords.JOINED_VERBS.isAt(words, before))) {
                return false;
            }
            before = at;
            verb |= isVerb;
            besideVerb = isVerb;
            besidePerson = isPerson;
            at = end;
        }
        return verb || (words.length() > 1 && ThreadWords.JOINED_VERBS.isIn(words));
    }

    /** Whether nothing comes but the ending for women, "napisao/la". */
    private static boolean endsWords(String words, int from) {
        return words.substring(from).chars().filter(Character::isLetterOrDigit).count() <= 2;
    }

    private static int wordEnd(String words, int from) {
        int end = from;
        while (end < words.length() && isWordPart(words.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
