package dev.svar.category.learn;

import dev.svar.category.learn.ModelUnreadableException.Reason;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The form of a saved model: a sign, the version that can read it, the compressed length, sections that each say their number
 * and length, and a checksum. A section of an unknown number is skipped, so that a newer version can add one that older ones
 * can do without; where they cannot, it raises the version.
 */
final class ModelBytes {
    private static final int SIGN = 0x5356434D;
    static final int VERSION = 1;
    private static final int HEAD = 3 * Integer.BYTES;
    /** Before compression. */
    private static final int MAX_LENGTH = 1 << 28;

    private ModelBytes() {}

    static byte[] write(Map<Integer, byte[]> sections) {
        return write(sections, VERSION);
    }

    static byte[] write(Map<Integer, byte[]> sections, int version) {
        ByteWriter body = new ByteWriter();
        sections.forEach((number, section) -> {
            body.number(number);
            body.number(section.length);
            body.raw(section);
        });
        byte[] plain = body.bytes();
        ByteWriter all = new ByteWriter();
        all.bits(SIGN);
        all.bits(version);
        all.bits(plain.length);
        all.raw(deflated(plain));
        byte[] checked = all.bytes();
        all.bits(checksum(checked, checked.length));
        return all.bytes();
    }

    static Map<Integer, byte[]> read(byte[] bytes) {
        ByteReader head = new ByteReader(bytes);
        if (bytes.length < HEAD + Integer.BYTES || head.bits() != SIGN) {
            throw new ModelUnreadableException(Reason.NO_MODEL);
        }
        int version = head.bits();
        int length = head.bits();
        byte[] packed = head.raw(bytes.length - HEAD - Integer.BYTES);
        if (head.bits() != checksum(bytes, bytes.length - Integer.BYTES)) {
            throw new ModelUnreadableException(Reason.DAMAGED);
        }
        if (version > VERSION) {
            throw new ModelUnreadableException(Reason.NEWER);
        }
        if (version < 1 || length < 0 || length > MAX_LENGTH) {
            throw new ModelUnreadableException(Reason.DAMAGED);
        }
        ByteReader body = new ByteReader(inflated(packed, length));
        Map<Integer, byte[]> sections = new HashMap<>();
        while (body.hasMore()) {
            int number = body.number(Integer.MAX_VALUE);
            sections.put(number, body.raw(body.count()));
        }
        return sections;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] packed, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] plain = new byte[length];
            int got = 0;
            while (got < length && !inflater.finished()) {
                int more = inflater.inflate(plain, got, length - got);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                got += more;
            }
            if (got != length) {
                throw new ModelUnreadableException(Reason.DAMAGED);
            }
            return plain;
        } catch (DataFormatException e) {
            throw new ModelUnreadableException(Reason.DAMAGED);
        } finally {
            inflater.end();
        }
    }
}
