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

    /** Whether a mail begins with such a line, so that a help desk sent it and nobody has answered it yet. */
    static boolean isFirst(SplitReply reply) {
        String begun =
                reply.pieces().isEmpty() ? "" : reply.pieces().get(0).text().stripLeading();
        int end = begun.indexOf('\n');
        return ReplyLine.of(end < 0 ? begun : begun.substring(0, end)).stream().anyMatch(ReplyMarker::is);
    }
}
