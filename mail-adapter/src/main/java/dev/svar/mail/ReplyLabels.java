package dev.svar.mail;

import dev.svar.mail.SplitReply.Kind;
import dev.svar.mail.SplitReply.Piece;
import dev.svar.mail.SplitReply.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What each line of a mail's text is; everything is written until something else is found. */
final class ReplyLabels implements HtmlMarks.Labels {
    private static final Label WRITTEN = new Label(Kind.WRITTEN, Optional.empty());

    private final List<ReplyLine> lines;
    private final Label[] labels;

    ReplyLabels(List<ReplyLine> lines) {
        this.lines = lines;
        this.labels = new Label[lines.size()];
        Arrays.fill(labels, WRITTEN);
    }

    private record Label(Kind kind, Optional<Rule> rule) {}

    @Override
    public void label(int from, int to, Kind kind, Rule rule) {
        Arrays.fill(labels, from, to, new Label(kind, Optional.of(rule)));
    }

    Kind kind(int line) {
        return labels[line].kind();
    }

    boolean isWritten(int line) {
        return labels[line].kind() == Kind.WRITTEN;
    }

    /** Whether anything is left to be shown. */
    boolean shows() {
        for (int i = 0; i < labels.length; i++) {
            boolean shown = isWritten(i) || kind(i) == Kind.FORWARDED;
            if (shown && !lines.get(i).blank) {
                return true;
            }
        }
        return false;
    }

    /** Takes all labels of a kind off again. */
    void drop(Kind kind) {
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels[i].kind() == kind ? WRITTEN : labels[i];
        }
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < labels.length) {
            StringBuilder text = new StringBuilder();
            int from = at;
            while (at < labels.length && labels[at].equals(labels[from])) {
                text.append(lines.get(at).whole);
                at++;
            }
            pieces.add(new Piece(labels[from].kind(), labels[from].rule(), from + 1, text.toString()));
        }
        return pieces;
    }
}
