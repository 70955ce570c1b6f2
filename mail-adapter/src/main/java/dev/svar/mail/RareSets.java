package dev.svar.mail;

import java.util.Map;
import java.util.Optional;

/** The parts of ISO 8859 that Java does not know: Nordic (part 10) and Celtic (part 14) letters. */
final class RareSets {
    private static final int FIRST = 0xA0;

    /** What the bytes from A0 to FF stand for. */
    private static final Map<String, String> UPPER = Map.of(
            "iso-8859-10",
            "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏ"
                    + "ÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ",
            "iso-8859-14",
            "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
                    + "ŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ");

    private RareSets() {}

    /** The text; empty if the set is none of these. */
    static Optional<String> decode(byte[] bytes, String name) {
        return Optional.ofNullable(UPPER.get(name)).map(upper -> {
            StringBuilder out = new StringBuilder(bytes.length);
            for (byte b : bytes) {
                int c = b & 0xFF;
                out.append(c < FIRST ? (char) c : upper.charAt(c - FIRST));
            }
            return out.toString();
        });
    }
}
