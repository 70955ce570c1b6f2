package dev.svar.mail;

import java.util.Locale;
import java.util.Set;

/**
 * Cuts the quoted thread and the signature off a reply, line by line. A forward stays whole, since what it forwards is
 * what it says; and where nothing of its own would be left, everything stays.
 */
final class ReplySplitter {
    private static final Set<String> FORWARD_PREFIXES =
            Set.of("fwd", "fw", "vs", "vb", "vl", "wg", "tr", "továbbítás", "tov", "rv", "enc", "doorst", "i");

    private final String[] lines;
    private final boolean[] hidden;

    private ReplySplitter(String text) {
        this.lines = text.split("\n", -1);
        this.hidden = new boolean[lines.length];
    }

    /** What the writer of this mail wrote. */
    static String visible(String text, String subject) {
        ReplySplitter splitter = new ReplySplitter(text);
        if (splitter.isForward(subject)) {
            return text;
        }
        splitter.hideThread();
        splitter.hideSignature();
        String visible = splitter.shown();
        return visible.isEmpty() ? text : visible;
    }

    private boolean isForward(String subject) {
        int colon = subject.indexOf(':');
        String prefix = colon < 0 ? "" : subject.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (FORWARD_PREFIXES.contains(prefix)) {
            // In Finnish "VS:" is a reply, in Norwegian and Danish a forward.
            return !prefix.equals("vs") || !String.join("\n", lines).contains("Lähettäjä");
        }
        for (int i = 0; i < lines.length; i++) {
            if (ThreadMarkers.isForwarded(lines[i])) {
                return true;
            }
            if (ThreadMarkers.isQuoted(lines[i]) || beginsThread(i) || ThreadMarkers.attribution(lines, i) > 0) {
                return false;
            }
        }
        return false;
    }

    private void hideThread() {
        int at = 0;
        while (at < lines.length) {
            int attribution = ThreadMarkers.attribution(lines, at);
            if (attribution > 0) {
                hide(at, at + attribution);
                int next = nextWritten(at + attribution);
                if (next < lines.length && !ThreadMarkers.isQuoted(lines[next])) {
                    hide(at, lines.length);
                    return;
                }
                at += attribution;
            } else if (beginsThread(at)) {
                hide(dividerBefore(at), lines.length);
                return;
            } else {
                hidden[at] = ThreadMarkers.isQuoted(lines[at]);
                at++;
            }
        }
    }

    /** A ruled line above the thread belongs to it. */
    private int dividerBefore(int at) {
        int line = at - 1;
        while (line > 0 && lines[line].isBlank()) {
            line--;
        }
        return line >= 0 && ThreadMarkers.isDivider(lines[line]) ? line : at;
    }

    private boolean beginsThread(int at) {
        return ThreadMarkers.isOriginalMessage(lines[at]) || ThreadMarkers.isHeaderBlock(lines, at);
    }

    private void hideSignature() {
        boolean written = false;
        for (int i = 0; i < lines.length; i++) {
            if (!hidden[i] && ThreadMarkers.isSignature(lines[i]) && written) {
                hideUntilThread(i);
            } else if (!hidden[i] && ThreadMarkers.isDevice(lines[i])) {
                hidden[i] = true;
            }
            written |= !hidden[i] && !lines[i].isBlank();
        }
    }

    private void hideUntilThread(int from) {
        for (int i = from; i < lines.length && !hidden[i]; i++) {
            hidden[i] = true;
        }
    }

    private int nextWritten(int from) {
        int at = from;
        while (at < lines.length && lines[at].isBlank()) {
            at++;
        }
        return at;
    }

    private void hide(int from, int to) {
        for (int i = from; i < to; i++) {
            hidden[i] = true;
        }
    }

    private String shown() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            if (!hidden[i]) {
                out.append(lines[i].stripTrailing()).append('\n');
            }
        }
        return out.toString().strip();
    }
}
