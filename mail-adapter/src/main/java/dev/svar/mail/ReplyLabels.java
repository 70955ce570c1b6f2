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
    private static final Kind[] KINDS = Kind.values();
    private static final Rule[] RULES = Rule.values();

    private final List<ReplyLine> lines;

    /** The kind of each line and the rule that told it, which is none for what was written, in one number. */
    private final byte[] labels;

    ReplyLabels(List<ReplyLine> lines) {
        this.lines = lines;
        this.labels = new byte[lines.size()];
    }

    @Override
    public void label(int from, int to, Kind kind, Rule rule) {
        Arrays.fill(labels, from, to, (byte) (kind.ordinal() * RULES.length + rule.ordinal()));
    }

    Kind kind(int line) {
        return KINDS[labels[line] / RULES.length];
    }

    boolean isWritten(int line) {
        return labels[line] < RULES.length;
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
            labels[i] = kind(i) == kind ? 0 : labels[i];
        }
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < labels.length) {
            int from = at;
            while (at < labels.length && labels[at] == labels[from]) {
                at++;
            }
            Optional<Rule> rule = isWritten(from) ? Optional.empty() : Optional.of(RULES[labels[from] % RULES.length]);
            pieces.add(new Piece(kind(from), rule, from + 1, lines.get(from).textTo(lines.get(at - 1))));
        }
        return pieces;
    }
}
