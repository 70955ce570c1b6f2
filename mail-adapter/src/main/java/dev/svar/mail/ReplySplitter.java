package dev.svar.mail;

import dev.svar.mail.SplitReply.Kind;
import dev.svar.message.Message;
import java.util.List;

/**
 * Tells what somebody wrote in a mail from the thread below it, from what he forwards and from his signature, whichever
 * mail program and language wrote it, and wherever the answer stands: above the thread, below it or within. What is in
 * doubt counts as written. Each line is looked at a bounded number of times, so that the time grows with the length of
 * the text alone.
 */
public final class ReplySplitter {
    private static final String FINNISH_SENDER = "lähettäjä";

    private ReplySplitter() {}

    /**
     * Splits a plain text.
     *
     * @param text the body of a mail
     * @param subject its subject, which tells a forward from a reply; may be empty
     * @return the pieces, which together are the text
     */
    public static SplitReply ofText(String text, String subject) {
        return ofText(text, subject, Answering.ofSubject(subject));
    }

    /**
     * Splits HTML: first by the elements that mail programs keep threads in, then, what is left, as plain text.
     *
     * @param html a document or a fragment
     * @param subject as in {@link #ofText}
     * @return the pieces, which together are the HTML read as text
     */
    public static SplitReply ofHtml(String html, String subject) {
        return ofHtml(html, subject, Answering.ofSubject(subject));
    }

    static SplitReply ofText(String text, String subject, Answering answering) {
        return of(ReplyLine.of(text), HtmlMarks.NONE, subject, answering);
    }

    static SplitReply ofHtml(String html, String subject, Answering answering) {
        HtmlText.Marked text = HtmlText.marked(html, Message.MAX_TEXT_LENGTH);
        return of(ReplyLine.of(text.text()), text.marks(), subject, answering);
    }

    /** Splits a plain text by the elements of the HTML beside it, if no line of the text announced the thread of an answer. */
    static SplitReply withHtml(SplitReply told, String text, String html, String subject) {
        boolean thread =
                told.pieces().stream().anyMatch(piece -> piece.kind() == Kind.QUOTED || piece.kind() == Kind.FORWARDED);
        List<ReplyLine> lines = ReplyLine.of(text);
        if (thread || isForward(subject, lines)) {
            return told;
        }
        return HtmlBeside.marks(text, ofHtml(html, subject, Answering.ANSWER))
                .map(marks -> of(lines, marks, subject, Answering.ANSWER))
                .orElse(told);
    }

    static SplitReply of(List<ReplyLine> lines, HtmlMarks marks, String subject, Answering answering) {
        ReplyLabels labels = new ReplyLabels(lines);
        marks.label(lines, labels);
        if (!labels.shows()) {
            // A program may keep everything in one element that is named for a quote: then the text has to tell.
            labels.drop(Kind.QUOTED);
            labels.drop(Kind.SIGNATURE);
        }
        new ThreadFinder(lines, labels, isForward(subject, lines), answering).find();
        new SignatureFinder(lines, labels, answering).find();
        if (!labels.shows()) {
            labels.drop(Kind.SIGNATURE);
        }
        if (!labels.shows()) {
            labels.drop(Kind.QUOTED);
        }
        return new SplitReply(labels.pieces());
    }

    private static boolean isForward(String subject, List<ReplyLine> lines) {
        String prefix = ForwardSubject.prefix(subject);
        if (prefix.isEmpty()) {
            return false;
        }
        // In Finnish "VS:" is a reply, in Norwegian and Danish a forward.
        return !prefix.equals("vs")
                || lines.stream().noneMatch(line -> line.words().startsWith(FINNISH_SENDER));
    }
}
