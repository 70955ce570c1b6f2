package dev.svar.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A mail or a part of one: its header fields and a stretch of the raw bytes. Parts of a multipart have children. */
final class Part {
    private final byte[] raw;
    private final Headers headers;
    private final HeaderValue type;
    private final int bodyStart;
    private int bodyEnd;
    private final List<Part> children = new ArrayList<>();

    Part(byte[] raw, Headers headers, String defaultType, int bodyStart) {
        this.raw = raw;
        this.headers = headers;
        this.type = HeaderValue.parse(headers.first("content-type").orElse(defaultType));
        this.bodyStart = bodyStart;
        this.bodyEnd = raw.length;
    }

    Headers headers() {
        return headers;
    }

    HeaderValue type() {
        return type;
    }

    /** The media type, lower case, in the shape {@code type/subtype}. */
    String mediaType() {
        String word = type.word();
        int slash = word.indexOf('/');
        boolean shaped = slash > 0 && slash < word.length() - 1 && word.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (shaped) {
            return word;
        }
        return word.equals("text") || word.isEmpty() ? "text/plain" : "application/octet-stream";
    }

    boolean isMultipart() {
        return mediaType().startsWith("multipart/");
    }

    HeaderValue disposition() {
        return HeaderValue.parse(headers.first("content-disposition").orElse(""));
    }

    List<Part> children() {
        return children;
    }

    int bodyStart() {
        return bodyStart;
    }

    int bodyEnd() {
        return bodyEnd;
    }

    void endAt(int end) {
        bodyEnd = Math.max(bodyStart, end);
    }

    /** The body as it stands in the raw mail. */
    byte[] rawBody() {
        return Arrays.copyOfRange(raw, bodyStart, bodyEnd);
    }

    /** The body without its transfer encoding. */
    byte[] body() {
        String encoding = headers.first("content-transfer-encoding").orElse("");
        int comment = encoding.indexOf('(');
        return TransferEncoding.decode(rawBody(), comment < 0 ? encoding : encoding.substring(0, comment));
    }

    boolean hasBody() {
        for (int i = bodyStart; i < bodyEnd; i++) {
            if (raw[i] > ' ' || raw[i] < 0) {
                return true;
            }
        }
        return false;
    }

    /** The body as text in the part's character set. */
    String text() {
        byte[] body = body();
        String charset = type.parameter("charset").orElse("");
        if (charset.isEmpty() && mediaType().equals("text/html")) {
            charset = charsetInHtml(body);
        }
        return Charsets.decode(body, charset);
    }

    private static String charsetInHtml(byte[] html) {
        String head = new String(html, 0, Math.min(html.length, 2_000), Charsets.WINDOWS_1252).toLowerCase(Locale.ROOT);
        int at = head.indexOf("charset=");
        if (at < 0) {
            return "";
        }
        int from = at + "charset=".length();
        if (from < head.length() && "\"'".indexOf(head.charAt(from)) >= 0) {
            from++;
        }
        int end = from;
        while (end < head.length() && "\"'>; /".indexOf(head.charAt(end)) < 0) {
            end++;
        }
        return head.substring(from, end);
    }
}
