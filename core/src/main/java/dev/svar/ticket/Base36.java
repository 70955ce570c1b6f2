package dev.svar.ticket;

import java.math.BigInteger;
import java.util.Optional;

/** Bytes as digits and lower-case letters: what survives mail systems that fold the case of addresses. */
final class Base36 {
    private Base36() {}

    /** The first byte must not be zero, so that the length stays. */
    static String of(byte[] bytes) {
        return new BigInteger(1, bytes).toString(Character.MAX_RADIX);
    }

    /** The bytes of a text in either case, if it is one and they are so many. */
    static Optional<byte[]> bytes(String text, int length, int maxDigits) {
        boolean shaped = !text.isEmpty() && text.length() <= maxDigits && text.charAt(0) != '0';
        if (!shaped || !text.chars().allMatch(Base36::isDigit)) {
            return Optional.empty();
        }
        byte[] bytes = new BigInteger(text, Character.MAX_RADIX).toByteArray();
        return bytes.length == length ? Optional.of(bytes) : Optional.empty();
    }

    static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
