package dev.svar.template;

import static dev.svar.template.Filter.entry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Texts as Base64 of their UTF-8 (RFC 4648), with the standard alphabet or with that for addresses. */
final class Base64Filters {
    static final List<Filter.Entry> TABLE = List.of(
            entry("base64_encode", 0, 0, (in, args) -> encoded(in, args, Base64.getEncoder())),
            entry("base64_url_safe_encode", 0, 0, (in, args) -> encoded(in, args, Base64.getUrlEncoder())),
            entry("base64_decode", 0, 0, (in, args) -> decoded(in, args, Base64.getDecoder(), true)),
            entry("base64_url_safe_decode", 0, 0, (in, args) -> decoded(in, args, Base64.getUrlDecoder(), false)));

    private Base64Filters() {}

    private static Value encoded(Value input, Arguments arguments, Base64.Encoder encoder) {
        String text = arguments.rendering().text(input);
        return arguments
                .rendering()
                .builder()
                .append(encoder.encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .value();
    }

    private static Value decoded(Value input, Arguments arguments, Base64.Decoder decoder, boolean padded) {
        String text = arguments.rendering().text(input);
        try {
            if (padded && text.length() % 4 != 0) {
                throw new Fault("what was encoded is not Base64");
            }
            byte[] bytes = decoder.decode(text.getBytes(StandardCharsets.UTF_8));
            return new Value.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException e) {
            throw new Fault("what was encoded is not Base64");
        } catch (CharacterCodingException e) {
            throw new Fault("what was encoded is not UTF-8");
        }
    }
}
