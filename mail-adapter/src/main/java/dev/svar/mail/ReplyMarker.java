package dev.svar.mail;

/** The line "Please write above this line" that help desks put on top of the mail they send, between signs. */
final class ReplyMarker {
    private static final int MAX_LENGTH = 120;
    private static final Signs SIGNS = Signs.of("#-=_~+\u2014\u2013\u2500\u2501[(<|");

    private ReplyMarker() {}

    static boolean is(ReplyLine line) {
        String words = line.words();
        if (words.length() < 2 || words.length() > MAX_LENGTH || !SIGNS.has(words.charAt(0))) {
            return false;
        }
        return !Separator.isRule(line) && ThreadWords.MARKERS.isIn(words);
    }
}
