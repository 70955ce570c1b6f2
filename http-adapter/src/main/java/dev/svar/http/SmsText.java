package dev.svar.http;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.Locale;

/**
 * What a text costs as an SMS (3GPP TS 23.038, 23.040): in GSM-7 if all its characters are there, else in UCS-2, and in how many
 * segments. A segment alone holds 160 septets or 70 units, one of several 153 or 67. Characters that take two are never parted.
 *
 * @param text the text
 * @param encoding how it is encoded
 * @param units how many septets or UTF-16 units it takes
 * @param segments how many segments it takes, at least one
 */
public record SmsText(String text, Encoding encoding, int units, int segments) {
    /** The most segments that phones put together again. */
    public static final int MAX_SEGMENTS = 255;

    /** The most characters that are looked at. */
    public static final int MAX_LENGTH = 100_000;

    private static final String GSM7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String GSM7_EXTENSION = "\f^{}\\[~]|€";

    /** How a text is encoded. */
    public enum Encoding {
        /** The default alphabet, seven bits for a character, and its extension, twice as many. */
        GSM7(160, 153),
        /** Everything else, 16 bits, or 32 for characters such as emoji. */
        UCS2(70, 67);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }

        private int units(int codePoint) {
            if (this == UCS2) {
                return Character.charCount(codePoint);
            }
            return GSM7_EXTENSION.indexOf(codePoint) >= 0 ? 2 : 1;
        }
    }

    /**
     * Counts again: what a text takes follows from it.
     *
     * @param text the text
     * @param encoding how it is encoded
     * @param units how many units it takes
     * @param segments how many segments it takes
     */
    public SmsText {
        Check.length("sms.text", text, MAX_LENGTH);
        encoding = encodingOf(text);
        units = unitsOf(text, encoding);
        segments = segmentsOf(text, encoding, units);
    }

    /**
     * Counts a text.
     *
     * @param text at most {@value #MAX_LENGTH} characters
     * @return what it takes
     * @throws InvalidValueException if it is longer
     */
    public static SmsText of(String text) {
        return new SmsText(text, Encoding.GSM7, 0, 0);
    }

    /**
     * Refuses a text that takes too much.
     *
     * @param most how many segments are allowed
     * @return this
     * @throws InvalidValueException if it takes more
     */
    public SmsText atMost(int most) {
        if (segments > most) {
            throw new InvalidValueException(
                    "sms.text",
                    String.format(
                            Locale.ROOT, "takes %d segments of %s, at most %d are allowed", segments, encoding, most));
        }
        return this;
    }

    /**
     * Takes away the end of a text that takes too much.
     *
     * @param most how many segments are allowed, from 1 to {@value #MAX_SEGMENTS}
     * @return the text, or as much of its beginning as fits with three dots
     * @throws InvalidValueException if the number is out of bounds
     */
    public SmsText cutTo(int most) {
        Check.range("sms.segments", most, 1, MAX_SEGMENTS);
        if (segments <= most) {
            return this;
        }
        int fits = 0;
        int tooLong = text.codePointCount(0, text.length());
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (begun(middle).segments() <= most) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return begun(fits);
    }

    private SmsText begun(int codePoints) {
        return of(text.substring(0, text.offsetByCodePoints(0, codePoints)).stripTrailing() + "...");
    }

    private static Encoding encodingOf(String text) {
        return text.codePoints().allMatch(c -> GSM7.indexOf(c) >= 0 || GSM7_EXTENSION.indexOf(c) >= 0)
                ? Encoding.GSM7
                : Encoding.UCS2;
    }

    private static int unitsOf(String text, Encoding encoding) {
        return text.codePoints().map(encoding::units).sum();
    }

    private static int segmentsOf(String text, Encoding encoding, int units) {
        if (units <= encoding.alone) {
            return 1;
        }
        int segments = 1;
        int used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int size = encoding.units(text.codePointAt(i));
            if (used + size > encoding.joined) {
                segments++;
                used = 0;
            }
            used += size;
        }
        return segments;
    }

    /** {@return what it takes, without what it says} */
    @Override
    public String toString() {
        return segments + " segments of " + encoding;
    }
}
