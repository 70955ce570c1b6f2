package dev.svar.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of a mail or of one of its parts, unfolded, in their order. */
final class Headers {
    private final List<Field> fields;

    private Headers(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    static Headers none() {
        return new Headers(List.of());
    }

    /** Reads a block of header lines; what is no field is passed over. */
    static Headers parse(byte[] block) {
        return parse(block, MailLimits.STANDARD.headerFields());
    }

    /** Reads the first fields of a block of header lines. */
    static Headers parse(byte[] block, int maxFields) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        while (at < block.length && fields.size() < maxFields) {
            int end = fieldEnd(block, at);
            int colon = colon(block, at, end);
            if (colon > at) {
                String name = new String(block, at, colon - at, StandardCharsets.ISO_8859_1);
                String value = unfolded(Charsets.guess(Arrays.copyOfRange(block, colon + 1, end)));
                fields.add(new Field(name.strip().toLowerCase(Locale.ROOT), value.strip(), at, end));
            }
            at = end;
        }
        return new Headers(fields);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    List<Field> fields() {
        return fields;
    }

    /** The first value under that name (lower case) that is not blank. */
    Optional<String> first(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name) && !f.value().isEmpty())
                .map(Field::value)
                .findFirst();
    }

    /** All values under these names (lower case), in the order of the mail. */
    List<String> all(String... names) {
        List<String> wanted = List.of(names);
        return fields.stream()
                .filter(f -> wanted.contains(f.name()))
                .map(Field::value)
                .toList();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(f -> f.name().equals(name));
    }

    /** The length of a field name at this place; 0 if no header field begins here. */
    static int fieldName(byte[] raw, int at, int end) {
        int colon = colon(raw, at, end);
        return colon > at ? colon - at : 0;
    }

    private static int fieldEnd(byte[] block, int from) {
        int at = from;
        while (at < block.length) {
            boolean lineEnd = block[at] == '\n';
            at++;
            if (lineEnd && (at == block.length || (block[at] != ' ' && block[at] != '\t'))) {
                return at;
            }
        }
        return at;
    }

    /** The colon after a field name, which has no blanks within; -1 if there is none. */
    private static int colon(byte[] raw, int at, int end) {
        int i = at;
        while (i < end && raw[i] > ' ' && raw[i] != ':') {
            i++;
        }
        while (i < end && (raw[i] == ' ' || raw[i] == '\t')) {
            i++;
        }
        return i < end && raw[i] == ':' ? i : -1;
    }

    private static String unfolded(String value) {
        return value.replace("\r", "").replace("\n", "");
    }

    /**
     * One field.
     *
     * @param name lower case
     * @param value unfolded, not decoded
     * @param start where it begins in the block it was read from
     * @param end where the next one begins
     */
    record Field(String name, String value, int start, int end) {}
}
