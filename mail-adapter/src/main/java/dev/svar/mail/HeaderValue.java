package dev.svar.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A structured header value such as {@code text/plain; charset=utf-8}: a word and parameters, which may be continued,
 * in other character sets (RFC 2231) or, against the rules but often, in encoded words.
 *
 * @param word what stands before the parameters, lower case
 * @param parameters decoded values by lower-case name
 */
record HeaderValue(String word, Map<String, String> parameters) {
    private static final int MAX_PARAMETERS = 200;

    static HeaderValue parse(String value) {
        int semicolon = value.indexOf(';');
        String word = semicolon < 0 ? value : value.substring(0, semicolon);
        Map<String, String> raw = semicolon < 0 ? Map.of() : raw(value, semicolon + 1);
        return new HeaderValue(withoutComment(word).strip().toLowerCase(Locale.ROOT), decoded(raw));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(v -> !v.isBlank());
    }

    private static String withoutComment(String word) {
        int open = word.indexOf('(');
        return open < 0 ? word : word.substring(0, open);
    }

    private static Map<String, String> raw(String value, int from) {
        Map<String, String> raw = new HashMap<>();
        int at = from;
        while (at < value.length() && raw.size() < MAX_PARAMETERS) {
            int equals = value.indexOf('=', at);
            if (equals < 0) {
                return raw;
            }
            String name = value.substring(at, equals);
            name = name.substring(name.lastIndexOf(';') + 1).strip().toLowerCase(Locale.ROOT);
            StringBuilder out = new StringBuilder();
            at = value(value, equals + 1, out);
            raw.putIfAbsent(name, out.toString());
        }
        return raw;
    }

    /** Appends the value that starts here and says where the next parameter starts. */
    private static int value(String text, int from, StringBuilder out) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        boolean quoted = at < text.length() && text.charAt(at) == '"' && text.indexOf('"', at + 1) > 0;
        if (quoted) {
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                boolean escape = text.charAt(at) == '\\'
                        && at + 1 < text.length()
                        && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
                at += escape ? 1 : 0;
                out.append(text.charAt(at));
                at++;
            }
            int next = text.indexOf(';', at);
            return next < 0 ? text.length() : next + 1;
        }
        int next = text.indexOf(';', at);
        int end = next < 0 ? text.length() : next;
        out.append(text.substring(at, end).strip());
        return end + 1;
    }

    private static Map<String, String> decoded(Map<String, String> raw) {
        Map<String, TreeMap<Integer, Piece>> pieces = new HashMap<>();
        raw.forEach((name, value) -> {
            String[] parts = name.split("\\*", -1);
            boolean encoded = parts.length > 1 && parts[parts.length - 1].isEmpty();
            int number = parts.length > 1 ? number(parts[1]) : -1;
            pieces.computeIfAbsent(parts[0], n -> new TreeMap<>()).put(number, new Piece(value, encoded));
        });
        Map<String, String> decoded = new HashMap<>();
        pieces.forEach((name, parts) -> decoded.put(name, join(parts)));
        return Map.copyOf(decoded);
    }

    private static int number(String digits) {
        boolean plain =
                !digits.isEmpty() && digits.length() < 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(digits) : 0;
    }

    private static String join(TreeMap<Integer, Piece> pieces) {
        boolean continued = pieces.lastKey() >= 0;
        if (!continued) {
            return EncodedWords.decode(pieces.firstEntry().getValue().value());
        }
        pieces.remove(-1);
        Piece first = pieces.firstEntry().getValue();
        String[] head = first.encoded() ? first.value().split("'", 3) : new String[0];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean isFirst = true;
        for (Piece piece : pieces.values()) {
            String value = isFirst && head.length == 3 ? head[2] : piece.value();
            out.writeBytes(piece.encoded() ? percent(value) : value.getBytes(StandardCharsets.UTF_8));
            isFirst = false;
        }
        return Charsets.decode(out.toByteArray(), head.length == 3 ? head[0] : "");
    }

    private static byte[] percent(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toByteArray();
    }

    private record Piece(String value, boolean encoded) {}
}
