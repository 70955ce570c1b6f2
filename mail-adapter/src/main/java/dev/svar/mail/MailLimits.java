package dev.svar.mail;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;

/**
 * How much of a mail is read. A mail with more bytes, parts, levels or bytes of header than that is unreadable, with its
 * bytes kept; of header fields and addresses only the first ones are read. There is no limit of time, since reading takes
 * time in proportion to the bytes alone, and none of decoded bytes, since decoding never gives more bytes than it gets
 * but for the text in {@code winmail.dat}, of which 8 MiB are read.
 *
 * @param rawBytes the most bytes a mail may have, at least 1
 * @param parts the most parts a mail may have, at least 1
 * @param depth the most multiparts that may lie within each other, 1 to 500; attached mails are files and not looked into
 * @param headerBytes the most bytes that the header of a mail or of a part may have, at least 1
 * @param headerFields how many fields are read of a header, at least 1
 * @param addresses how many addresses are read of each of To, Cc and Reply-To, at least 1
 */
public record MailLimits(int rawBytes, int parts, int depth, int headerBytes, int headerFields, int addresses) {
    /** 30 MiB, 1,000 parts, 50 levels, 256 KiB of header with 10,000 fields, 1,000 addresses. */
    public static final MailLimits STANDARD =
            new MailLimits(MailReader.MAX_RAW_BYTES, 1_000, 50, MailReader.MAX_HEADER_BYTES, 10_000, 1_000);

    /**
     * Checks the limits.
     *
     * @param rawBytes the most bytes a mail may have, at least 1
     * @param parts the most parts a mail may have, at least 1
     * @param depth the most multiparts that may lie within each other, 1 to 500
     * @param headerBytes the most bytes that the header of a mail or of a part may have, at least 1
     * @param headerFields how many fields are read of a header, at least 1
     * @param addresses how many addresses are read of each of To, Cc and Reply-To, at least 1
     * @throws InvalidValueException if one is out of range
     */
    public MailLimits {
        Check.range("limits.rawBytes", rawBytes, 1, Integer.MAX_VALUE);
        Check.range("limits.parts", parts, 1, Integer.MAX_VALUE);
        Check.range("limits.depth", depth, 1, 500);
        Check.range("limits.headerBytes", headerBytes, 1, Integer.MAX_VALUE);
        Check.range("limits.headerFields", headerFields, 1, Integer.MAX_VALUE);
        Check.range("limits.addresses", addresses, 1, Integer.MAX_VALUE);
    }

    /**
     * Sets the most bytes of a mail.
     *
     * @param max at least 1
     * @return these limits with that one
     * @throws InvalidValueException if it is out of range
     */
    public MailLimits rawBytes(int max) {
        return new MailLimits(max, parts, depth, headerBytes, headerFields, addresses);
    }

    /**
     * Sets the most parts of a mail.
     *
     * @param max at least 1
     * @return these limits with that one
     * @throws InvalidValueException if it is out of range
     */
    public MailLimits parts(int max) {
        return new MailLimits(rawBytes, max, depth, headerBytes, headerFields, addresses);
    }

    /**
     * Sets the most multiparts within each other.
     *
     * @param max 1 to 500
     * @return these limits with that one
     * @throws InvalidValueException if it is out of range
     */
    public MailLimits depth(int max) {
        return new MailLimits(rawBytes, parts, max, headerBytes, headerFields, addresses);
    }

    /**
     * Sets the most bytes of a header.
     *
     * @param max at least 1
     * @return these limits with that one
     * @throws InvalidValueException if it is out of range
     */
    public MailLimits headerBytes(int max) {
        return new MailLimits(rawBytes, parts, depth, max, headerFields, addresses);
    }
}
