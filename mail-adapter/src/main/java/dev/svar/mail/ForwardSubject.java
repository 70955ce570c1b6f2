package dev.svar.mail;

/** By which prefix a subject says that its mail passes another one on, also behind a tag or within brackets. */
final class ForwardSubject {
    private ForwardSubject() {}

    /** The prefix in plain words; empty if the subject has none of a forward. */
    static String prefix(String subject) {
        String bare = PlainWords.of(subject);
        int colon = bare.indexOf(':');
        if (bare.startsWith("[")) {
            int close = bare.indexOf(']');
            boolean tag = close > 0 && close < colon;
            bare = bare.substring(tag ? close + 1 : 1);
            colon = bare.indexOf(':');
        }
        String prefix = colon < 0 ? "" : bare.substring(0, colon).strip();
        return ThreadWords.FORWARD_PREFIXES.has(prefix) ? prefix : "";
    }
}
