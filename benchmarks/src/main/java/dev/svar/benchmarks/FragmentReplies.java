package dev.svar.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The visible reply in the way of edlio's EmailReplyParser, the port to Java that is used most, written anew since it lies
 * in no repository of artifacts: for each text the patterns of headers are compiled, the lines go from the last to the
 * first into fragments of one kind, and each paragraph is joined and searched where it begins.
 */
final class FragmentReplies {
    private static final int MAX_PARAGRAPH_LINES = 6;
    private static final int MAX_LINE_LENGTH = 200;
    private static final String GAP = "[^\\n]+\\n?([^\\n]+\\n?){0,2}";
    private static final Pattern SIGNATURE =
            Pattern.compile("^Sent from my (\\s*\\w+){1,3}$|^-\\w|__|--|[\u2013\u2014]");
    private static final Pattern QUOTE = Pattern.compile("^>+");

    private final List<Pattern> headers = Stream.of(
                    "^On\\s.{1,500}wrote:",
                    "From:" + GAP + "To:" + GAP + "Subject:[^\\n]+",
                    "To:" + GAP + "From:" + GAP + "Subject:[^\\n]+")
            .map(header -> Pattern.compile(header, Pattern.MULTILINE | Pattern.DOTALL))
            .toList();
    private final List<String> shown = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private List<String> fragment = new ArrayList<>();
    private boolean quoted;

    private FragmentReplies() {}

    static String visible(String text) {
        return new FragmentReplies().read(text);
    }

    private String read(String text) {
        String[] lines = text.replace("\r\n", "\n").split("\n", -1);
        for (int i = lines.length - 1; i >= 0; i--) {
            line(lines[i].stripTrailing());
        }
        end(quoted);
        Collections.reverse(shown);
        return String.join("\n", shown).strip();
    }

    private void line(String line) {
        if (line.isEmpty() && !fragment.isEmpty()) {
            boolean hidden =
                    SIGNATURE.matcher(fragment.get(fragment.size() - 1)).find() || isHeader(paragraph);
            if (hidden) {
                end(true);
            }
            paragraph.clear();
        }
        boolean quote = QUOTE.matcher(line).find();
        boolean goesOn = quote == quoted || (quoted && (line.isEmpty() || isHeader(List.of(line))));
        if (!fragment.isEmpty() && !goesOn) {
            end(quoted);
        }
        quoted = fragment.isEmpty() ? quote : quoted;
        fragment.add(line);
        if (!line.isEmpty()) {
            paragraph.add(line);
        }
    }

    private void end(boolean hidden) {
        if (!hidden && !String.join("", fragment).isEmpty()) {
            shown.addAll(fragment);
        }
        fragment = new ArrayList<>();
    }

    private boolean isHeader(List<String> lines) {
        if (lines.size() > MAX_PARAGRAPH_LINES || lines.stream().anyMatch(line -> line.length() > MAX_LINE_LENGTH)) {
            return false;
        }
        List<String> downwards = new ArrayList<>(lines);
        Collections.reverse(downwards);
        String content = String.join("\n", downwards);
        return headers.stream().anyMatch(header -> header.matcher(content).find());
    }
}
