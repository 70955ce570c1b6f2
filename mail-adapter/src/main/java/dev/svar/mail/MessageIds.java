package dev.svar.mail;

import dev.svar.message.MessageKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads Message-IDs (RFC 5322) out of header values. */
final class MessageIds {
    private MessageIds() {}

    /** Every {@code <id>} in the value, in its order. */
    static List<String> in(String value) {
        List<String> ids = new ArrayList<>();
        int open = value.indexOf('<');
        while (open >= 0) {
            int close = value.indexOf('>', open);
            if (close < 0) {
                return ids;
            }
            int innermost = value.lastIndexOf('<', close);
            String id = "<" + withoutBlanks(value.substring(innermost + 1, close)) + ">";
            if (id.length() > 2
                    && id.length() <= MessageKey.MAX_LENGTH
                    && id.chars().noneMatch(Character::isISOControl)) {
                ids.add(id);
            }
            open = value.indexOf('<', close);
        }
        return ids;
    }

    /** The mail's own Message-ID. */
    static Optional<String> own(Headers headers) {
        return headers.first("message-id").flatMap(v -> in(v).stream().findFirst());
    }

    /** What the mail answers: In-Reply-To, then References from the newest on. */
    static List<String> answered(Headers headers, int max) {
        Set<String> ids = new LinkedHashSet<>();
        headers.all("in-reply-to").forEach(v -> ids.addAll(in(v)));
        List<String> references = new ArrayList<>();
        headers.all("references").forEach(v -> references.addAll(in(v)));
        for (int i = references.size() - 1; i >= 0; i--) {
            ids.add(references.get(i));
        }
        return ids.stream().limit(max).toList();
    }

    /** Whether an id can be trusted to name one message only: a careless {@code <1>} or {@code <@host>} cannot. */
    static boolean isDistinct(String id) {
        int at = id.lastIndexOf('@');
        return at > 1 && at < id.length() - 2 && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static String withoutBlanks(String id) {
        return id.replace(" ", "").replace("\t", "");
    }
}
