package dev.svar.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads encoded words (RFC 2047) the way senders write them: also inside quotes, also with blanks in them. Words that
 * follow each other in one character set are joined before they are decoded, since some senders cut within a character.
 */
final class EncodedWords {
    /** The RFC allows 75; nothing longer is looked through for the end of a word. */
    private static final int MAX_WORD_LENGTH = 4_000;

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";

    private EncodedWords(String text) {
        this.text = text;
    }

    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).decoded() : text;
    }

    private String decoded() {
        int done = 0;
        int at = text.indexOf("=?");
        while (at >= 0) {
            int end = word(at, done);
            if (end > 0) {
                done = end;
            }
            at = text.indexOf("=?", end > 0 ? end : at + 2);
        }
        flush();
        return out.append(text, done, text.length()).toString();
    }

    /** Takes the word at this index and says where it ends; 0 if there is none. */
    private int word(int at, int done) {
        int charsetEnd = text.indexOf('?', at + 2);
        boolean shaped = charsetEnd > at + 2
                && charsetEnd - at < 80
                && charsetEnd + 2 < text.length()
                && text.charAt(charsetEnd + 2) == '?';
        if (!shaped) {
            return 0;
        }
        char encoding = Character.toUpperCase(text.charAt(charsetEnd + 1));
        int from = charsetEnd + 3;
        int end = encoding == 'B' || encoding == 'Q' ? wordEnd(from) : -1;
        if (end < 0) {
            return 0;
        }
        String between = text.substring(done, at);
        String charset = withoutLanguage(text.substring(at + 2, charsetEnd));
        if (!between.isBlank() || !charset.equalsIgnoreCase(pendingCharset)) {
            flush();
        }
        if (!between.isBlank() || (out.length() == 0 && pending.size() == 0)) {
            out.append(between);
        }
        byte[] bytes = text.substring(from, end).getBytes(StandardCharsets.UTF_8);
        pending.writeBytes(
                encoding == 'B' ? TransferEncoding.base64(bytes) : TransferEncoding.quotedPrintable(bytes, true));
        pendingCharset = charset;
        return end + 2;
    }

    private int wordEnd(int from) {
        int last = Math.min(text.length() - 1, from + MAX_WORD_LENGTH);
        for (int i = from; i < last; i++) {
            if (text.charAt(i) == '?' && text.charAt(i + 1) == '=') {
                return i;
            }
        }
        return -1;
    }

    private void flush() {
        out.append(Charsets.decode(pending.toByteArray(), pendingCharset));
        pending.reset();
    }

    /** RFC 2231 lets a language follow the character set. */
    private static String withoutLanguage(String charset) {
        int star = charset.indexOf('*');
        return star < 0 ? charset : charset.substring(0, star);
    }
}
