package dev.svar.mail;

import dev.svar.mail.SplitReply.Kind;
import dev.svar.mail.SplitReply.Rule;
import java.util.List;

/** Finds signatures in each stretch of what was written. */
final class SignatureFinder {
    private static final int MAX_POSTSCRIPT_LINES = 2;

    private final List<ReplyLine> lines;
    private final ReplyLabels labels;

    /** What stands below the line of a phone; where nothing is answered it is passed on. */
    private final Kind below;

    SignatureFinder(List<ReplyLine> lines, ReplyLabels labels, Answering answering) {
        this.lines = lines;
        this.labels = labels;
        this.below = answering == Answering.FIRST ? Kind.FORWARDED : Kind.QUOTED;
    }

    /** Labels the signatures. */
    void find() {
        boolean written = false;
        int at = 0;
        while (at < lines.size()) {
            if (!labels.isWritten(at)) {
                at++;
                continue;
            }
            int end = at;
            while (end < lines.size() && labels.isWritten(end)) {
                end++;
            }
            written = find(at, end, written);
            at = end;
        }
    }

    /** Looks at one stretch of what was written; says whether anything was written up to its end. */
    private boolean find(int from, int end, boolean before) {
        boolean written = before;
        int last = end;
        for (int i = from; i < last; i++) {
            ReplyLine line = lines.get(i);
            if (line.blank) {
                continue;
            }
            if (line.isProse() && !standsAlone(i, from, end)) {
                written = true;
                continue;
            }
            if (written && Signature.isDelimiter(lines, i, last)) {
                labels.label(i, last, Kind.SIGNATURE, Rule.SIGNATURE_DELIMITER);
                last = i;
            } else if (written && Signature.isListFooter(lines, i, last)) {
                labels.label(i, last, Kind.SIGNATURE, Rule.LIST_FOOTER);
                last = i;
            } else if (written && Signature.isRuledContacts(lines, i, last)) {
                labels.label(i, last, Kind.SIGNATURE, Rule.CONTACT_BLOCK);
                last = i;
            } else if (standsAlone(i, from, end)
                    && (DeviceLine.is(line) || (isLast(i, end) && DeviceLine.isApp(line)))) {
                labels.label(i, i + 1, Kind.SIGNATURE, Rule.DEVICE_LINE);
                if (written && Signature.written(lines, i + 1, last, MAX_POSTSCRIPT_LINES + 1) > MAX_POSTSCRIPT_LINES) {
                    // Phones put the line below what is written: more than a postscript is a thread without a mark.
                    labels.label(i + 1, last, below, Rule.DEVICE_LINE);
                    last = i;
                }
            } else {
                written = true;
            }
        }
        while (last > from && (!labels.isWritten(last - 1) || lines.get(last - 1).blank)) {
            last--;
        }
        int contacts = Signature.contacts(lines, from, last);
        if (contacts < last) {
            labels.label(contacts, last, Kind.SIGNATURE, Rule.CONTACT_BLOCK);
        }
        return written;
    }

    /** Whether a line is a paragraph of its own or the last of its stretch. */
    private boolean standsAlone(int at, int from, int end) {
        boolean above = at == from || lines.get(at - 1).blank || labels.kind(at - 1) == Kind.SIGNATURE;
        boolean below = at + 1 >= end || lines.get(at + 1).blank;
        return (below && above) || isLast(at, end);
    }

    private boolean isLast(int at, int end) {
        int next = at + 1;
        while (next < end && lines.get(next).blank) {
            next++;
        }
        return next >= end;
    }
}
