package dev.svar.mail;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The properties of a mail or a file in {@code winmail.dat} (MS-OXTNEF, section 2.1.3.4), those that hold bytes, text or a number. */
final class MapiProperties {
    static final int BODY = 0x1000;
    static final int COMPRESSED_RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int DISPLAY_NAME = 0x3001;
    static final int ATTACHED_OBJECT = 0x3701;
    static final int LONG_FILE_NAME = 0x3707;
    static final int MIME_TAG = 0x370E;
    static final int CONTENT_ID = 0x3712;
    static final int INTERNET_CODE_PAGE = 0x3FDE;

    private static final int MULTIPLE = 0x1000;
    private static final int NUMBER = 0x0003;
    private static final int OBJECT = 0x000D;
    private static final int TEXT = 0x001E;
    private static final int UNICODE = 0x001F;
    private static final int BINARY = 0x0102;
    private static final int MAX_PROPERTIES = 10_000;
    private static final int OBJECT_ID = 16;

    private final Map<Integer, byte[]> bytes = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    private MapiProperties() {}

    static MapiProperties read(byte[] value, Charset set) {
        MapiProperties properties = new MapiProperties();
        ByteBuffer in = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int count = Math.min(in.getInt(), MAX_PROPERTIES);
            for (int i = 0; i < count; i++) {
                properties.property(in, set);
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // Cut off or broken: what came before it counts.
            return properties;
        }
        return properties;
    }

    Optional<byte[]> bytes(int id) {
        return Optional.ofNullable(bytes.get(id));
    }

    Optional<String> text(int id) {
        return Optional.ofNullable(texts.get(id)).filter(t -> !t.isBlank());
    }

    Optional<Integer> number(int id) {
        return Optional.ofNullable(numbers.get(id));
    }

    private void property(ByteBuffer in, Charset set) {
        int type = in.getShort() & 0xffff;
        int id = in.getShort() & 0xffff;
        if (id >= 0x8000) {
            skip(in, 16);
            if (in.getInt() == 0) {
                in.getInt();
            } else {
                skip(in, padded(in.getInt()));
            }
        }
        boolean multiple = (type & MULTIPLE) != 0;
        int plain = type & ~MULTIPLE;
        boolean variable = plain == TEXT || plain == UNICODE || plain == BINARY || plain == OBJECT;
        int values = variable || multiple ? in.getInt() : 1;
        if (values < 0 || values > in.remaining()) {
            throw new BufferUnderflowException();
        }
        for (int i = 0; i < values; i++) {
            if (variable) {
                keep(id, plain, taken(in), set);
            } else if (plain == NUMBER) {
                numbers.putIfAbsent(id, in.getInt());
            } else {
                skip(in, size(plain));
            }
        }
    }

    private void keep(int id, int type, byte[] value, Charset set) {
        if (type == TEXT) {
            texts.putIfAbsent(id, withoutZero(new String(value, set)));
        } else if (type == UNICODE) {
            texts.putIfAbsent(id, withoutZero(new String(value, StandardCharsets.UTF_16LE)));
        } else {
            boolean object = type == OBJECT && value.length >= OBJECT_ID;
            bytes.putIfAbsent(id, object ? Arrays.copyOfRange(value, OBJECT_ID, value.length) : value);
        }
    }

    private static String withoutZero(String text) {
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }

    private static byte[] taken(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] value = new byte[length];
        in.get(value);
        in.position(Math.min(in.limit(), in.position() + padded(length) - length));
        return value;
    }

    private static void skip(ByteBuffer in, int count) {
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + count);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static int size(int type) {
        return switch (type) {
            case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> 8;
            case 0x0048 -> 16;
            case 0x0001 -> 0;
            default -> 4;
        };
    }
}
