package dev.svar.mail;

/**
 * How much of a mail is read. What a mail has more of makes it unreadable, with its bytes kept, unless it is said to be
 * cut. Each limit can be set; the time that reading takes grows with the size of the mail alone, whatever the limits.
 *
 * @param rawBytes the most bytes a mail may have
 * @param parts the most parts a mail may have
 * @param depth the most multiparts that may lie within each other; attached mails are files and not looked into
 * @param headerBytes the most bytes that the header of a mail or of a part may have
 */
public record MailLimits(int rawBytes, int parts, int depth, int headerBytes) {
    /** 30 MiB, 1,000 parts, 50 levels, 256 KiB of header. */
    public static final MailLimits STANDARD = new MailLimits(MailReader.MAX_RAW_BYTES, 1_000, 50, MailReader.MAX_HEADER_BYTES);
}
