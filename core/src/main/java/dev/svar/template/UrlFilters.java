package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Filters for parts of an address: form encoding of UTF-8, a space as a plus sign. */
final class UrlFilters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("url_encode", 0, 0, (in, args) -> in.equals(Value.NIL) ? in : encoded(args.rendering(), in)),
            entry(
                    "url_decode",
                    0,
                    0,
                    (in, args) ->
                            in.equals(Value.NIL) ? in : decoded(args.rendering().text(in))));

    private static final String UNRESERVED = "-_.~";
    private static final String HEX = "0123456789ABCDEF";

    private UrlFilters() {}

    private static Value encoded(Rendering rendering, Value input) {
        BoundedText result = rendering.builder();
        for (byte b : rendering.text(input).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                result.append(c);
            } else if (c == ' ') {
                result.append('+');
            } else {
                result.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return result.value();
    }

    private static Value decoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            int high = encoded[i] == '%' && i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(encoded[i + 2], 16) : -1;
            if (low >= 0) {
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else {
                bytes.put(encoded[i] == '+' ? (byte) ' ' : encoded[i]);
            }
        }
        try {
            return new Value.Text(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            throw new Fault("what was encoded is not UTF-8");
        }
    }
}
