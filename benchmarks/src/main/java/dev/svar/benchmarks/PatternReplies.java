package dev.svar.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain way to find the visible reply, as the many ports of one well-known parser do it: a handful of patterns for
 * English, the lines from the last to the first, in fragments that quotes and blank lines divide.
 */
final class PatternReplies {
    private static final Pattern BROKEN_ATTRIBUTION =
            Pattern.compile("^(On\\s(?:(?!^On\\s)[\\s\\S]){1,300}?wrote:)$", Pattern.MULTILINE);
    private static final Pattern ATTRIBUTION = Pattern.compile("^On\\s.*wrote:$");
    private static final Pattern QUOTE = Pattern.compile("^>+.*$");
    private static final Pattern SIGNATURE =
            Pattern.compile("(^--\\s*$)|(^__\\s*$)|(^-\\w.*$)|(^Sent from my (\\w+\\s*){1,3}$)");
    private static final Pattern HEADER = Pattern.compile("^\\*?(From|Sent|To|Subject):\\*? .+$");

    private PatternReplies() {}

    static String visible(String text) {
        String whole = BROKEN_ATTRIBUTION
                .matcher(text.replace("\r\n", "\n"))
                .replaceAll(match -> Matcher.quoteReplacement(match.group().replace('\n', ' ')));
        String[] lines = whole.split("\n", -1);
        List<String> shown = new ArrayList<>();
        List<String> fragment = new ArrayList<>();
        boolean hidden = true;
        boolean hides = false;
        for (int i = lines.length - 1; i >= 0; i--) {
            String line = lines[i].stripTrailing();
            boolean quote = QUOTE.matcher(line).matches()
                    || ATTRIBUTION.matcher(line).matches()
                    || HEADER.matcher(line).matches();
            boolean signature = SIGNATURE.matcher(line).matches();
            fragment.add(line);
            hides |= quote || signature;
            if (line.isEmpty() || i == 0) {
                hidden &= hides || fragment.stream().allMatch(String::isEmpty);
                if (!hidden) {
                    shown.addAll(fragment);
                }
                fragment.clear();
                hides = false;
            }
        }
        Collections.reverse(shown);
        return String.join("\n", shown).strip();
    }
}
