package dev.svar.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Turns the HTML of a mail into text that reads well: paragraphs, lists, links and quotes stay recognizable. */
final class HtmlText implements NodeVisitor {
    private static final int MAX_QUOTE_DEPTH = 10;
    private static final int MAX_LINK_LENGTH = 500;

    private final StringBuilder out = new StringBuilder();
    private final int maxLength;
    private final Deque<Integer> anchors = new ArrayDeque<>();
    private final HtmlQuote roles = new HtmlQuote();
    private final List<HtmlMarks.Stretch> stretches = new ArrayList<>();
    private HtmlQuote.Role role = HtmlQuote.Role.NONE;
    private Optional<Element> holder = Optional.empty();
    private int roleStart;
    private int quotes;
    private int hidden;
    private int preformatted;
    private int emptyLines = 2;
    private boolean atLineStart = true;

    private HtmlText(int maxLength) {
        this.maxLength = maxLength;
    }

    /** The text of a document or a fragment. */
    static String of(String html, int maxLength) {
        return marked(html, maxLength).text();
    }

    /** The text of a document or a fragment, and where threads and signatures stand in it. */
    static Marked marked(String html, int maxLength) {
        HtmlText text = new HtmlText(maxLength);
        NodeTraversor.traverse(text, Jsoup.parse(HtmlDepth.bounded(html)).body());
        text.endRole();
        String stripped = text.out.toString().stripTrailing();
        int blanks = stripped.length() - stripped.stripLeading().length();
        List<HtmlMarks.Stretch> stretches = text.stretches.stream()
                .map(s -> new HtmlMarks.Stretch(s.start() - blanks, s.end() - blanks, s.kind()))
                .toList();
        return new Marked(stripped.substring(blanks), new HtmlMarks(stretches));
    }

    /**
     * A text and what its elements tell of it.
     *
     * @param text the text
     * @param marks the stretches of it that are no text of the writer
     */
    record Marked(String text, HtmlMarks marks) {}

    @Override
    public void head(Node node, int depth) {
        if (out.length() > maxLength) {
            return;
        }
        if (node instanceof TextNode text) {
            if (hidden == 0) {
                // The same line ends and characters as every text of a mail, so that pieces of it stay pieces of it.
                text(PlainText.lines(text.getWholeText(), maxLength));
            }
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        hidden += HtmlQuote.isHidden(element) ? 1 : 0;
        beginRole(element);
        switch (element.normalName()) {
            case "script", "style", "head", "title", "template" -> hidden++;
            case "br" -> newLine(2);
            case "hr" -> {
                newLine(1);
                text("---");
                newLine(1);
            }
            case "li" -> {
                newLine(1);
                text("- ");
            }
            case "blockquote" -> {
                newLine(1);
                quotes += HtmlQuote.isQuote(element) ? 1 : 0;
            }
            case "pre" -> {
                newLine(1);
                preformatted++;
            }
            case "td", "th" -> cell();
            case "a" -> anchors.push(out.length());
            default -> {
                if (element.isBlock()) {
                    newLine(1);
                }
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "script", "style", "head", "title", "template" -> hidden--;
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table" -> {
                newLine(1);
                newLine(2);
            }
            case "blockquote" -> {
                newLine(1);
                quotes -= HtmlQuote.isQuote(element) ? 1 : 0;
            }
            case "pre" -> {
                newLine(1);
                preformatted--;
            }
            case "a" -> link(element);
            case "br", "hr", "td", "th" -> {}
            default -> {
                if (element.isBlock()) {
                    newLine(1);
                }
            }
        }
        hidden -= HtmlQuote.isHidden(element) ? 1 : 0;
        if (role != HtmlQuote.Role.BEGINS
                && holder.filter(h -> h.equals(element)).isPresent()) {
            endRole();
        }
    }

    private void beginRole(Element element) {
        if (role == HtmlQuote.Role.HOLDS_UP_TO_QUOTE && HtmlQuote.isQuote(element)) {
            endRole();
        }
        if (role == HtmlQuote.Role.NONE && hidden == 0) {
            role = roles.of(element);
            if (role != HtmlQuote.Role.NONE) {
                newLine(1);
                holder = Optional.of(element);
                roleStart = out.length();
            }
        }
    }

    private void endRole() {
        if (role != HtmlQuote.Role.NONE) {
            newLine(1);
            SplitReply.Kind kind = role == HtmlQuote.Role.SIGNS ? SplitReply.Kind.SIGNATURE : SplitReply.Kind.QUOTED;
            stretches.add(new HtmlMarks.Stretch(roleStart, out.length(), kind));
            role = HtmlQuote.Role.NONE;
            holder = Optional.empty();
        }
    }

    private void cell() {
        if (!atLineStart) {
            out.append(' ');
        }
    }

    /** Writes where a link leads, unless its text says so already. */
    private void link(Element anchor) {
        int start = anchors.isEmpty() ? out.length() : anchors.pop();
        String target = anchor.attr("href").strip();
        boolean web = target.startsWith("http://") || target.startsWith("https://");
        boolean empty = start >= out.length();
        if (hidden > 0 || !web || empty || out.length() > maxLength || target.length() > MAX_LINK_LENGTH) {
            return;
        }
        String shown = PlainText.line(out.substring(start, Math.min(out.length(), start + MAX_LINK_LENGTH)), 500);
        if (!shown.isEmpty() && !bare(shown).equals(bare(target))) {
            text(" (" + target + ")");
        }
    }

    private static String bare(String link) {
        String rest = link.substring(link.indexOf("://") < 0 ? 0 : link.indexOf("://") + 3);
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (preformatted > 0 && c == '\n') {
                newLine(Integer.MAX_VALUE);
            } else if (c != '\u00A0' && Character.isWhitespace(c) && preformatted == 0) {
                boolean spaced = atLineStart || out.charAt(out.length() - 1) == ' ';
                if (!spaced) {
                    out.append(' ');
                }
            } else if (c != '\u200B' && c != '\uFEFF' && c != '\u00AD') {
                startLine();
                out.append(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    private void startLine() {
        if (atLineStart && quotes > 0) {
            out.append(">".repeat(Math.min(quotes, MAX_QUOTE_DEPTH))).append(' ');
        }
        atLineStart = false;
        emptyLines = 0;
    }

    /** Ends the line unless that many line breaks in a row stand there already. */
    private void newLine(int atMost) {
        if (hidden > 0 || emptyLines >= atMost || out.length() > maxLength) {
            return;
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        if (atLineStart && quotes > 0) {
            out.append(">".repeat(Math.min(quotes, MAX_QUOTE_DEPTH)));
        }
        out.append('\n');
        emptyLines++;
        atLineStart = true;
    }
}
