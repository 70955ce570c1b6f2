package dev.svar;

import dev.svar.message.Message;
import dev.svar.template.Value;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The HTML of a letter that passes on an answer in HTML: what its template says in text stands around the answer. The
 * template gets a mark for the answer's text, and where the mark comes out the HTML belongs.
 *
 * @param mark what stands nowhere else
 * @param text the answer's text
 * @param html the same in HTML
 */
record LetterHtml(String mark, String text, String html) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]");

    /** The facts with the mark for the answer's text. */
    Map<String, Value> marked(Map<String, Value> facts) {
        return facts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> marked(e.getValue())));
    }

    private Value marked(Value value) {
        if (value instanceof Value.Text t && t.value().equals(text)) {
            return new Value.Text(mark);
        } else if (value instanceof Value.Fields fields) {
            return new Value.Fields(marked(fields.values()));
        } else if (value instanceof Value.Items items) {
            return new Value.Items(items.values().stream().map(this::marked).toList());
        }
        return value;
    }

    /** The letter, if the template left the mark as it is; where it stands twice the text is enough the second time. */
    Optional<String> of(String letter) {
        int at = letter.indexOf(mark);
        if (at < 0) {
            return Optional.empty();
        }
        String before = letter.substring(0, at).stripTrailing();
        String after = letter.substring(at + mark.length()).strip().replace(mark, text);
        return Optional.of(block(before) + "<div>" + html + "</div>" + block(after))
                .filter(whole -> whole.length() <= Message.MAX_TEXT_LENGTH);
    }

    private static String block(String plain) {
        return plain.isBlank() ? "" : "<p>" + linked(plain).replace("\n", "<br>\n") + "</p>";
    }

    private static String linked(String plain) {
        StringBuilder linked = new StringBuilder();
        Matcher link = LINK.matcher(plain);
        int from = 0;
        while (link.find()) {
            String address = escaped(link.group());
            linked.append(escaped(plain.substring(from, link.start())))
                    .append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            from = link.end();
        }
        return linked.append(escaped(plain.substring(from))).toString();
    }

    private static String escaped(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
