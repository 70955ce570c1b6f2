package dev.svar.category.learn;

import dev.svar.category.learn.ModelUnreadableException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote; what does not fit is damage, never more memory than there are bytes. */
final class ByteReader {
    private static final int MOST_SHIFT = 63;

    private final ByteBuffer bytes;

    ByteReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < MOST_SHIFT; shift += 7) {
            needs(1);
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new ModelUnreadableException(Reason.DAMAGED);
    }

    /** A number of things that take a byte each at least, so there are no more than bytes left. */
    int count() {
        long count = number();
        needs(count);
        return (int) count;
    }

    int number(int most) {
        long value = number();
        if (value > most) {
            throw new ModelUnreadableException(Reason.DAMAGED);
        }
        return (int) value;
    }

    int bits() {
        needs(Integer.BYTES);
        return bytes.getInt();
    }

    double real() {
        needs(Long.BYTES);
        double value = bytes.getDouble();
        if (!Double.isFinite(value)) {
            throw new ModelUnreadableException(Reason.DAMAGED);
        }
        return value;
    }

    byte[] raw(int length) {
        needs(length);
        byte[] raw = new byte[length];
        bytes.get(raw);
        return raw;
    }

    String text() {
        return new String(raw(count()), StandardCharsets.UTF_8);
    }

    void needs(long length) {
        if (length > bytes.remaining()) {
            throw new ModelUnreadableException(Reason.DAMAGED);
        }
    }
}
