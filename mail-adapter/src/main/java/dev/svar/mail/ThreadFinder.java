package dev.svar.mail;

import dev.svar.mail.SplitReply.Kind;
import dev.svar.mail.SplitReply.Rule;
import java.util.List;

/** Finds the thread that a mail answers or passes on, from the first line to the last. */
final class ThreadFinder {
    private static final int MIN_BROKEN_LENGTH = 60;
    private static final int MIN_PROMPT_DEPTH = 3;
    private static final int MAX_GAP = 4;

    private final List<ReplyLine> lines;
    private final ReplyLabels labels;
    private final boolean forward;
    private final Answering answering;

    ThreadFinder(List<ReplyLine> lines, ReplyLabels labels, boolean forward, Answering answering) {
        this.lines = lines;
        this.labels = labels;
        this.forward = forward;
        this.answering = answering;
    }

    /** Labels the thread. */
    void find() {
        int at = 0;
        while (at < lines.size()) {
            ReplyLine line = lines.get(at);
            if (!labels.isWritten(at)) {
                at++;
                continue;
            }
            if (line.depth > 0) {
                if (isGroupWise(line)) {
                    at = thread(at, at + 1, forward ? Kind.FORWARDED : Kind.QUOTED, Rule.ATTRIBUTION);
                    continue;
                }
                if (!isPrompt(at)) {
                    labels.label(at, at + 1, Kind.QUOTED, Rule.QUOTE_MARK);
                }
                at++;
                continue;
            }
            at = line.blank || line.isProse() ? at + 1 : afterMarker(at);
        }
        joinBrokenQuotes();
    }

    /** Labels what a line that announces a thread announces, and says where to go on. */
    private int afterMarker(int at) {
        ReplyLine line = lines.get(at);
        if (AttributionLine.isWithQuote(line)) {
            return thread(at, at + 1, unmarked(at + 1, Kind.QUOTED), Rule.ATTRIBUTION);
        }
        if (line.words().isEmpty()) {
            return at + 1;
        }
        if (Separator.isForward(line)) {
            return thread(at, at + 1, Kind.FORWARDED, Rule.FORWARD_SEPARATOR);
        }
        Kind kind = forward ? Kind.FORWARDED : Kind.QUOTED;
        if (ReplyMarker.is(line)) {
            return thread(at, at + 1, kind, Rule.REPLY_MARKER);
        }
        boolean foreign = Separator.isForeign(line) && HeaderBlock.isForeign(lines, at + 1);
        if (Separator.isOriginal(line) || foreign) {
            return thread(at, at + 1, kind, Rule.SEPARATOR);
        }
        int known = HeaderBlock.end(lines, at);
        boolean foreignBlock = known == at && answering == Answering.ANSWER && HeaderBlock.isForeignSender(line);
        int block = foreignBlock ? HeaderBlock.foreignEnd(lines, at, isBelowRule(at)) : known;
        if (block > at) {
            return thread(at, block, unmarked(block, kind), Rule.HEADER_BLOCK);
        }
        AttributionLine attribution = AttributionLine.endingAt(lines, at, isQuoted(below(at + 1, 2)));
        return attribution.isNone()
                ? at + 1
                : thread(attribution.first(), at + 1, unmarked(at + 1, Kind.QUOTED), Rule.ATTRIBUTION);
    }

    /** A mail that answers nothing can only pass on what follows without quote marks, so that it is shown. */
    private Kind unmarked(int to, Kind kind) {
        boolean passedOn = answering == Answering.FIRST && !isQuoted(below(to, lines.size()));
        return passedOn ? Kind.FORWARDED : kind;
    }

    /** A thread with quote marks ends where they end; any other goes on to the end. */
    private int thread(int from, int to, Kind kind, Rule rule) {
        int first = kind == Kind.QUOTED ? withRule(from) : from;
        if (kind == Kind.QUOTED && isQuoted(below(to, lines.size()))) {
            labels.label(first, to, kind, rule);
            return to;
        }
        labels.label(first, lines.size(), kind, rule);
        return lines.size();
    }

    /** The ruled line or the words right above a block belong to it. */
    private int withRule(int from) {
        int first = from;
        for (int i = from - 1; i >= 0 && from - i <= MAX_GAP && labels.isWritten(i); i--) {
            ReplyLine line = lines.get(i);
            if (line.blank) {
                continue;
            }
            if (!Separator.isRule(line) && !Separator.isBareOriginal(line)) {
                break;
            }
            first = i;
        }
        return first;
    }

    private boolean isBelowRule(int at) {
        int above = at - 1;
        while (above >= 0 && at - above <= MAX_GAP && lines.get(above).blank) {
            above--;
        }
        return above >= 0 && Separator.isRule(lines.get(above));
    }

    /** The next line that is not blank, not further down than a bound; the number of lines if there is none. */
    private int below(int from, int most) {
        int at = from;
        while (at < lines.size() && at - from < most && lines.get(at).blank && lines.get(at).depth == 0) {
            at++;
        }
        return at;
    }

    private boolean isQuoted(int at) {
        return at < lines.size() && (lines.get(at).depth > 0 || labels.kind(at) == Kind.QUOTED);
    }

    /** GroupWise puts the line of who wrote when between three marks: ">>> Desk 5/3/2024 10:12 AM >>>". */
    private static boolean isGroupWise(ReplyLine line) {
        if (line.depth != MIN_PROMPT_DEPTH || line.length() > ReplyLine.MAX_LENGTH) {
            return false;
        }
        String text = line.text().stripTrailing();
        return text.length() > 2 * MIN_PROMPT_DEPTH
                && text.endsWith(">>>")
                && DayAndTime.hasDay(text)
                && DayAndTime.hasTime(text);
    }

    /** Whether marks stand for a prompt and not for a quote: three at once, where nothing was quoted before. */
    private boolean isPrompt(int at) {
        ReplyLine line = lines.get(at);
        boolean prompt = line.depth == MIN_PROMPT_DEPTH && line.text().startsWith(">>> ");
        for (int i = at - 1; prompt && i >= 0 && at - i <= MAX_GAP; i--) {
            prompt = labels.kind(i) != Kind.QUOTED;
        }
        return prompt;
    }

    /** A long quoted line that was broken on its way leaves its rest without a mark. */
    private void joinBrokenQuotes() {
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (!labels.isWritten(i) || labels.kind(i - 1) != Kind.QUOTED) {
                continue;
            }
            ReplyLine above = lines.get(i - 1);
            ReplyLine line = lines.get(i);
            boolean between = !line.blank && above.depth > 0 && lines.get(i + 1).depth > 0;
            if (between && above.length() >= MIN_BROKEN_LENGTH && goesOn(above.text(), line.text())) {
                labels.label(i, i + 1, Kind.QUOTED, Rule.BROKEN_QUOTE);
            }
        }
    }

    private static boolean goesOn(String above, String line) {
        String ended = above.stripTrailing();
        return ".!?:".indexOf(ended.charAt(ended.length() - 1)) < 0 && Character.isLowerCase(line.codePointAt(0));
    }
}
