package dev.svar.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The text of a message: what stands between its arguments, and their names. One text more than names. */
record MessageText(List<String> texts, List<String> arguments) {
    private static final String OPEN = "%{";

    MessageText {
        texts = List.copyOf(texts);
        arguments = List.copyOf(arguments);
    }

    /** Empty if a bracket is not closed or holds no name. */
    static Optional<MessageText> parse(String source) {
        List<String> texts = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        int done = 0;
        for (int at = source.indexOf(OPEN); at >= 0; at = source.indexOf(OPEN, done)) {
            int close = source.indexOf('}', at);
            String name = close < 0 ? "" : source.substring(at + OPEN.length(), close);
            if (name.isEmpty()
                    || !Scan.wordStart(name.charAt(0))
                    || !name.chars().allMatch(c -> Scan.wordPart((char) c))) {
                return Optional.empty();
            }
            texts.add(source.substring(done, at));
            arguments.add(name);
            done = close + 1;
        }
        texts.add(source.substring(done));
        return Optional.of(new MessageText(texts, arguments));
    }

    Set<String> names() {
        return new LinkedHashSet<>(arguments);
    }
}
