package dev.svar.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Whether a mail says itself that it answers another one. */
enum Answering {
    /** It names the mail that it answers, or its subject begins as those of answers do. */
    ANSWER,

    /** It has a subject, and nothing in its header says that it answers anything. */
    FIRST,

    /** It does not say. */
    UNKNOWN;

    /** So many bytes a Thread-Index has that begins a conversation; each answer appends some (MS-OXOMSG 2.2.1.3). */
    private static final int FIRST_INDEX = 22;

    private static final int MAX_PREFIXES = 3;
    private static final Signs COUNTERS = Signs.of("0123456789[](){}^ ");

    /** What the header of a mail says. */
    static Answering of(Headers headers, String subject) {
        if (isNamed(headers, "in-reply-to") || isNamed(headers, "references") || isIndexed(headers)) {
            return ANSWER;
        }
        Answering told = ofSubject(subject);
        return told == UNKNOWN && !subject.isBlank() ? FIRST : told;
    }

    /** What a subject alone says. */
    static Answering ofSubject(String subject) {
        return isAnswer(subject) ? ANSWER : UNKNOWN;
    }

    /** Whether a subject begins as those of answers do, with nothing but tags in front. */
    static boolean opens(String subject) {
        String words = PlainWords.of(subject);
        int colon = words.indexOf(':');
        return colon >= 0 && isPrefix(words, 0, colon);
    }

    private static boolean isNamed(Headers headers, String field) {
        return headers.first(field).filter(value -> !value.isBlank()).isPresent();
    }

    private static boolean isIndexed(Headers headers) {
        return headers.first("thread-index")
                .filter(index -> length(index) > FIRST_INDEX)
                .isPresent();
    }

    private static int length(String index) {
        try {
            return Base64.getMimeDecoder().decode(index.getBytes(StandardCharsets.ISO_8859_1)).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** "Re: Order", "[4711] AW: Order", "Re[2]: Order", "Extern: SV: Order". */
    private static boolean isAnswer(String subject) {
        String words = PlainWords.of(subject);
        int from = 0;
        int colon = words.indexOf(':');
        for (int i = 0; i < MAX_PREFIXES && colon >= 0; i++) {
            if (isPrefix(words, from, colon)) {
                return true;
            }
            from = colon + 1;
            colon = words.indexOf(':', from);
        }
        return false;
    }

    private static boolean isPrefix(String words, int from, int colon) {
        int start = from;
        while (start < colon && (words.charAt(start) == ' ' || words.charAt(start) == '[')) {
            int close = words.charAt(start) == '[' ? words.indexOf(']', start) : start;
            if (close < 0 || close >= colon) {
                break;
            }
            start = close + 1;
        }
        int end = colon;
        while (end > start && COUNTERS.has(words.charAt(end - 1))) {
            end--;
        }
        return ThreadWords.REPLY_PREFIXES.has(words, start, end);
    }
}
