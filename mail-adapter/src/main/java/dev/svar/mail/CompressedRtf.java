package dev.svar.mail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Expands compressed RTF (MS-OXRTFCP). */
final class CompressedRtf {
    private static final int COMPRESSED = 0x75465A4C;
    private static final int UNCOMPRESSED = 0x414C454D;
    private static final int WINDOW = 4_096;
    private static final int HEADER = 16;
    private static final int MAX_LENGTH = 8 * 1024 * 1024;

    /** What every window begins with, so that the usual beginning of RTF costs nothing. */
    private static final byte[] PRELOADED =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
                            + "\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
                            + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    /** The RTF as one character a byte; empty if it is no compressed RTF. */
    static Optional<String> expand(byte[] bytes) {
        if (bytes.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.max(0, Math.min(head.getInt(4), MAX_LENGTH));
        return switch (head.getInt(8)) {
            case UNCOMPRESSED ->
                Optional.of(new String(
                        bytes, HEADER, Math.min(length, bytes.length - HEADER), StandardCharsets.ISO_8859_1));
            case COMPRESSED -> Optional.of(expand(bytes, length));
            default -> Optional.empty();
        };
    }

    private static String expand(byte[] in, int length) {
        byte[] window = Arrays.copyOf(PRELOADED, WINDOW);
        int write = PRELOADED.length;
        StringBuilder out = new StringBuilder(Math.min(length, in.length * 4));
        int at = HEADER;
        while (at < in.length && out.length() < length) {
            int flags = in[at++] & 0xff;
            for (int bit = 0; bit < 8 && at < in.length && out.length() < length; bit++, flags >>= 1) {
                if ((flags & 1) == 0) {
                    window[write++ % WINDOW] = in[at];
                    out.append((char) (in[at++] & 0xff));
                } else if (at + 1 < in.length) {
                    int reference = (in[at] & 0xff) << 8 | (in[at + 1] & 0xff);
                    at += 2;
                    int from = reference >> 4;
                    if (from == write % WINDOW) {
                        return out.toString();
                    }
                    for (int i = 0; i < (reference & 15) + 2; i++) {
                        byte b = window[(from + i) % WINDOW];
                        window[write++ % WINDOW] = b;
                        out.append((char) (b & 0xff));
                    }
                } else {
                    at++;
                }
            }
        }
        return out.toString();
    }
}
