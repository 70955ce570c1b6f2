package dev.svar.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes elements out of HTML that lie deeper than any mail program nests them, before it is parsed: a parser looks up
 * through what is open at each element, so that 200,000 of them within each other cost it a second.
 */
final class HtmlDepth {
    /** How deep elements may lie; more than is ever shown as HTML. */
    static final int MAX_DEPTH = 1_000;

    private static final int MAX_NAME = 20;

    /** What needs no end tag, so that it says nothing of depth. */
    private static final Set<String> OPEN_ENDED = Set.of(
            "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
            "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr");

    /** What is nothing without the table or list around it. */
    private static final Set<String> PARTS =
            Set.of("col", "dd", "dt", "li", "option", "tbody", "td", "tfoot", "th", "thead", "tr");

    private final String html;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> open = new HashMap<>();
    private int copied;
    private int depth;
    private int dropped;

    private HtmlDepth(String html) {
        this.html = html;
    }

    /** The HTML without the tags of what lies too deep; as it is if nothing does. */
    static String bounded(String html) {
        return mayBeDeep(html) ? new HtmlDepth(html).bounded() : html;
    }

    /** Whether there are as many tags as it takes. */
    private static boolean mayBeDeep(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && tags <= MAX_DEPTH; at = html.indexOf('<', at + 1)) {
            tags++;
        }
        return tags > MAX_DEPTH;
    }

    private String bounded() {
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', Math.max(at + 1, copied))) {
            boolean ends = at + 1 < html.length() && html.charAt(at + 1) == '/';
            String name = name(at + (ends ? 2 : 1));
            if (name.isEmpty()) {
                continue;
            }
            if (!OPEN_ENDED.contains(name)) {
                tag(at, name, ends);
            } else if (dropped > 0 && PARTS.contains(name)) {
                drop(at);
                // The words of two cells stay apart.
                out.append(' ');
            }
        }
        return copied == 0 ? html : out.append(html, copied, html.length()).toString();
    }

    private void tag(int at, String name, boolean ends) {
        int same = open.getOrDefault(name, 0);
        if (ends && same == 0) {
            // It closes nothing, so what lies deep stays as deep.
            return;
        }
        open.put(name, ends ? same - 1 : same + 1);
        if (!ends && depth < MAX_DEPTH) {
            depth++;
        } else if (!ends) {
            dropped++;
            drop(at);
        } else if (dropped > 0) {
            dropped--;
            drop(at);
        } else {
            depth--;
        }
    }

    private void drop(int at) {
        int close = html.indexOf('>', at);
        out.append(html, copied, at);
        copied = close < 0 ? html.length() : close + 1;
    }

    private String name(int from) {
        int end = from;
        while (end < html.length() && end - from < MAX_NAME && isNamePart(html.charAt(end), end == from)) {
            end++;
        }
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isNamePart(char c, boolean first) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (!first && c >= '0' && c <= '9');
    }
}
