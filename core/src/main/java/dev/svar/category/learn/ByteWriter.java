package dev.svar.category.learn;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Numbers and texts as bytes; small numbers take few. */
final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Seven bits a byte, the lowest first; not negative. */
    void number(long value) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void bits(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }

    void real(double value) {
        long bits = Double.doubleToLongBits(value);
        bits((int) (bits >>> Integer.SIZE));
        bits((int) bits);
    }

    void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        raw(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
