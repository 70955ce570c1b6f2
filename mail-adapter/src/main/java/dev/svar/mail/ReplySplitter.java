package dev.svar.mail;

import dev.svar.mail.SplitReply.Kind;
import dev.svar.mail.SplitReply.Piece;
import dev.svar.mail.SplitReply.Rule;
import dev.svar.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what somebody wrote in a mail from the thread below it, from what he forwards and from his signature, whichever
 * mail program and language wrote it, and wherever the answer stands: above the thread, below it or within. What is in
 * doubt counts as written. Each line is looked at a bounded number of times, so that the time grows with the length of
 * the text alone.
 */
public final class ReplySplitter {
    private static final String FINNISH_SENDER = "lähettäjä";
    private static final int MIN_BROKEN_LENGTH = 60;
    private static final int MIN_PROMPT_DEPTH = 3;
    private static final int MAX_GAP = 4;
    private static final int MAX_POSTSCRIPT_LINES = 2;

    private final List<ReplyLine> lines;
    private final Kind[] kinds;
    private final Rule[] rules;
    private final boolean forward;

    private ReplySplitter(List<ReplyLine> lines, HtmlMarks marks, String subject) {
        this.lines = lines;
        this.kinds = new Kind[lines.size()];
        this.rules = new Rule[lines.size()];
        this.forward = isForward(subject);
        marks.label(lines, this::label);
    }

    /**
     * Splits a plain text.
     *
     * @param text the body of a mail
     * @param subject its subject, which tells a forward from a reply; may be empty
     * @return the pieces, which together are the text
     */
    public static SplitReply ofText(String text, String subject) {
        return of(ReplyLine.of(text), HtmlMarks.NONE, subject);
    }

    /**
     * Splits HTML: first by the elements that mail programs keep threads in, then, what is left, as plain text.
     *
     * @param html a document or a fragment
     * @param subject as in {@link #ofText}
     * @return the pieces, which together are the HTML read as text
     */
    public static SplitReply ofHtml(String html, String subject) {
        HtmlText.Marked text = HtmlText.marked(html, Message.MAX_TEXT_LENGTH);
        return of(ReplyLine.of(text.text()), text.marks(), subject);
    }

    static SplitReply of(List<ReplyLine> lines, HtmlMarks marks, String subject) {
        ReplySplitter splitter = new ReplySplitter(lines, marks, subject);
        // A program may keep everything in one element that is named for a quote: then the text has to tell.
        boolean tells = splitter.anythingShown();
        return tells ? splitter.split() : new ReplySplitter(lines, HtmlMarks.NONE, subject).split();
    }

    private SplitReply split() {
        findThread();
        findSignatures();
        if (!anythingShown()) {
            drop(Kind.SIGNATURE);
        }
        if (!anythingShown()) {
            drop(Kind.QUOTED);
        }
        return new SplitReply(pieces());
    }

    private void findThread() {
        int at = 0;
        while (at < lines.size()) {
            ReplyLine line = lines.get(at);
            if (kinds[at] != null) {
                at++;
                continue;
            }
            if (line.depth > 0) {
                if (!isPrompt(at)) {
                    label(at, at + 1, Kind.QUOTED, Rule.QUOTE_MARK);
                }
                at++;
                continue;
            }
            at = line.blank ? at + 1 : afterMarker(at);
        }
        joinBrokenQuotes();
    }

    /** Labels what a line that announces a thread announces, and says where to go on. */
    private int afterMarker(int at) {
        ReplyLine line = lines.get(at);
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
        int block = HeaderBlock.end(lines, at);
        if (block > at) {
            return thread(at, block, kind, Rule.HEADER_BLOCK);
        }
        AttributionLine attribution = AttributionLine.endingAt(lines, at);
        boolean announces = !attribution.isNone() && (attribution.sure() || isQuoted(below(at + 1, 2)));
        return announces ? thread(attribution.first(), at + 1, Kind.QUOTED, Rule.ATTRIBUTION) : at + 1;
    }

    /** A thread with quote marks ends where they end; any other goes on to the end. */
    private int thread(int from, int to, Kind kind, Rule rule) {
        int first = kind == Kind.QUOTED ? withRule(from) : from;
        if (kind == Kind.QUOTED && isQuoted(below(to, lines.size()))) {
            label(first, to, kind, rule);
            return to;
        }
        label(first, lines.size(), kind, rule);
        return lines.size();
    }

    /** The ruled line or the words right above a block belong to it. */
    private int withRule(int from) {
        int first = from;
        for (int i = from - 1; i >= 0 && from - i <= MAX_GAP && kinds[i] == null; i--) {
            ReplyLine line = lines.get(i);
            if (Separator.isRule(line) || Separator.isBareOriginal(line)) {
                first = i;
            } else if (!line.blank) {
                break;
            }
        }
        return first;
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
        return at < lines.size() && (lines.get(at).depth > 0 || kinds[at] == Kind.QUOTED);
    }

    /** Whether marks stand for a prompt and not for a quote: three at once, where nothing was quoted before. */
    private boolean isPrompt(int at) {
        ReplyLine line = lines.get(at);
        boolean prompt = line.depth == MIN_PROMPT_DEPTH && line.text.startsWith(">>> ");
        for (int i = at - 1; prompt && i >= 0 && at - i <= MAX_GAP; i--) {
            prompt = kinds[i] != Kind.QUOTED;
        }
        return prompt;
    }

    /** A long quoted line that was broken on its way leaves its rest without a mark. */
    private void joinBrokenQuotes() {
        for (int i = 1; i + 1 < lines.size(); i++) {
            ReplyLine above = lines.get(i - 1);
            ReplyLine line = lines.get(i);
            boolean between = kinds[i] == null
                    && !line.blank
                    && above.depth > 0
                    && kinds[i - 1] == Kind.QUOTED
                    && lines.get(i + 1).depth > 0;
            if (between && above.text.length() >= MIN_BROKEN_LENGTH && goesOn(above.text, line.text)) {
                label(i, i + 1, Kind.QUOTED, Rule.BROKEN_QUOTE);
            }
        }
    }

    private static boolean goesOn(String above, String line) {
        String ended = above.stripTrailing();
        return ".!?:".indexOf(ended.charAt(ended.length() - 1)) < 0 && Character.isLowerCase(line.codePointAt(0));
    }

    private void findSignatures() {
        boolean written = false;
        int at = 0;
        while (at < lines.size()) {
            if (kinds[at] != null) {
                at++;
                continue;
            }
            int end = at;
            while (end < lines.size() && kinds[end] == null) {
                end++;
            }
            written = findSignatures(at, end, written);
            at = end;
        }
    }

    /** Looks at one stretch of what was written; says whether anything was written up to its end. */
    private boolean findSignatures(int from, int end, boolean before) {
        boolean written = before;
        int last = end;
        for (int i = from; i < last; i++) {
            ReplyLine line = lines.get(i);
            if (line.blank) {
                continue;
            }
            if (written && Signature.isDelimiter(lines, i, last)) {
                label(i, last, Kind.SIGNATURE, Rule.SIGNATURE_DELIMITER);
                last = i;
            } else if (written && Signature.isListFooter(lines, i, last)) {
                label(i, last, Kind.SIGNATURE, Rule.LIST_FOOTER);
                last = i;
            } else if (written && Signature.isRuledContacts(lines, i, last)) {
                label(i, last, Kind.SIGNATURE, Rule.CONTACT_BLOCK);
                last = i;
            } else if (standsAlone(i, from, end) && DeviceLine.is(line)) {
                label(i, i + 1, Kind.SIGNATURE, Rule.DEVICE_LINE);
                if (written && Signature.written(lines, i + 1, last, MAX_POSTSCRIPT_LINES + 1) > MAX_POSTSCRIPT_LINES) {
                    // Phones put the line below what is written: more than a postscript is a thread without a mark.
                    label(i + 1, last, Kind.QUOTED, Rule.DEVICE_LINE);
                    last = i;
                }
            } else {
                written = true;
            }
        }
        while (last > from && (kinds[last - 1] != null || lines.get(last - 1).blank)) {
            last--;
        }
        int contacts = Signature.contacts(lines, from, last);
        if (contacts < last) {
            label(contacts, last, Kind.SIGNATURE, Rule.CONTACT_BLOCK);
        }
        return written;
    }

    /** Whether a line is a paragraph of its own or the last of its stretch. */
    private boolean standsAlone(int at, int from, int end) {
        boolean above = at == from || lines.get(at - 1).blank || kinds[at - 1] == Kind.SIGNATURE;
        boolean below = at + 1 >= end || lines.get(at + 1).blank;
        return below && above || below(at + 1, lines.size()) >= end;
    }

    private boolean isForward(String subject) {
        int colon = subject.indexOf(':');
        String prefix = colon < 0 ? "" : PlainWords.of(subject.substring(0, colon));
        if (!ThreadWords.FORWARD_PREFIXES.contains(prefix)) {
            return false;
        }
        // In Finnish "VS:" is a reply, in Norwegian and Danish a forward.
        return !prefix.equals("vs") || lines.stream().noneMatch(line -> line.words.startsWith(FINNISH_SENDER));
    }

    private void label(int from, int to, Kind kind, Rule rule) {
        for (int i = from; i < to; i++) {
            kinds[i] = kind;
            rules[i] = rule;
        }
    }

    private boolean anythingShown() {
        for (int i = 0; i < kinds.length; i++) {
            boolean shown = kinds[i] == null || kinds[i] == Kind.FORWARDED;
            if (shown && !lines.get(i).blank) {
                return true;
            }
        }
        return false;
    }

    private void drop(Kind kind) {
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kinds[i] == kind ? null : kinds[i];
        }
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < kinds.length) {
            StringBuilder text = new StringBuilder();
            int from = at;
            while (at < kinds.length && kinds[at] == kinds[from] && (kinds[at] == null || rules[at] == rules[from])) {
                text.append(lines.get(at).whole);
                at++;
            }
            Kind kind = kinds[from] == null ? Kind.WRITTEN : kinds[from];
            Optional<Rule> rule = kinds[from] == null ? Optional.empty() : Optional.of(rules[from]);
            pieces.add(new Piece(kind, rule, from + 1, text.toString()));
        }
        return pieces;
    }
}
