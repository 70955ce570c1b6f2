package dev.svar.mail;

import dev.svar.mail.SplitReply.Kind;
import dev.svar.mail.SplitReply.Piece;
import dev.svar.mail.SplitReply.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the HTML beside a plain text tells of it, where its elements know a thread that no line of the text announces. */
final class HtmlBeside {
    private final List<ReplyLine> lines;

    /** The letters and digits of the text alone, which both forms share however they break and mark their lines. */
    private final String letters;

    /** Where each line begins in them, and where the last one ends. */
    private final int[] starts;

    /** Where each line begins in the text, and where the last one ends. */
    private final int[] offsets;

    /** Comparisons that are left, so that texts which are alike everywhere cost no more than others. */
    private long budget;

    private HtmlBeside(String text, int htmlLength) {
        this.lines = ReplyLine.of(text);
        this.starts = new int[lines.size() + 1];
        this.offsets = new int[lines.size() + 1];
        StringBuilder all = new StringBuilder(text.length());
        for (int i = 0; i < lines.size(); i++) {
            appendLetters(all, lines.get(i).text());
            starts[i + 1] = all.length();
            offsets[i + 1] = offsets[i] + lines.get(i).wholeLength();
        }
        this.letters = all.toString();
        this.budget = 2L * (text.length() + htmlLength);
    }

    /**
     * The stretches of the text that its HTML holds in the elements of a thread.
     *
     * @return none if the HTML knows no thread, or if it shows a line that does not stand in the text in its order
     */
    static Optional<HtmlMarks> marks(String text, SplitReply html) {
        boolean told = html.pieces().stream()
                .anyMatch(piece -> piece.kind() == Kind.QUOTED
                        && piece.rule().filter(Rule.HTML_ELEMENT::equals).isPresent());
        return told ? new HtmlBeside(text, html.text().length()).marks(html) : Optional.empty();
    }

    /** Everything between two lines that are shown is the thread if the HTML has one there. */
    private Optional<HtmlMarks> marks(SplitReply html) {
        List<HtmlMarks.Stretch> stretches = new ArrayList<>();
        boolean cut = false;
        int line = 0;
        int at = 0;
        for (Piece piece : html.pieces()) {
            if (piece.kind() == Kind.QUOTED) {
                cut = true;
            } else if (piece.kind() != Kind.SIGNATURE) {
                for (ReplyLine shown : ReplyLine.of(piece.text())) {
                    String wanted = lettersOf(shown.text());
                    if (wanted.isEmpty()) {
                        continue;
                    }
                    int found = find(wanted, line, at);
                    if (found < 0) {
                        return Optional.empty();
                    }
                    int first = lineAt(found, line);
                    if (cut) {
                        quote(stretches, starts[line] < at ? line + 1 : line, first);
                        cut = false;
                    }
                    at = found + wanted.length();
                    line = lineAt(at - 1, first);
                    line = starts[line + 1] == at ? line + 1 : line;
                }
            }
        }
        if (cut) {
            quote(stretches, starts[line] < at ? line + 1 : line, lines.size());
        }
        return Optional.of(new HtmlMarks(stretches));
    }

    /** Where letters stand next: where the last ones ended or at the beginning of a line below; less than 0 if nowhere. */
    private int find(String wanted, int line, int at) {
        if (stand(wanted, at)) {
            return at;
        }
        for (int i = line; i < lines.size() && budget > 0; i++) {
            if (starts[i] > at && stand(wanted, starts[i])) {
                return starts[i];
            }
        }
        return -1;
    }

    private boolean stand(String wanted, int at) {
        int same = 0;
        while (same < wanted.length()
                && at + same < letters.length()
                && letters.charAt(at + same) == wanted.charAt(same)) {
            same++;
        }
        budget -= same + 1;
        return same == wanted.length();
    }

    private int lineAt(int letter, int from) {
        int line = from;
        while (starts[line + 1] <= letter) {
            line++;
        }
        return line;
    }

    private void quote(List<HtmlMarks.Stretch> stretches, int from, int to) {
        if (from < to) {
            stretches.add(new HtmlMarks.Stretch(offsets[from], offsets[to], Kind.QUOTED));
        }
    }

    private static String lettersOf(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        appendLetters(letters, text);
        return letters.toString();
    }

    private static void appendLetters(StringBuilder to, String text) {
        text.codePoints().filter(Character::isLetterOrDigit).forEach(to::appendCodePoint);
    }
}
