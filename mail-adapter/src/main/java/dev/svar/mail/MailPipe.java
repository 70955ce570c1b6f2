package dev.svar.mail;

import dev.svar.Taken;
import dev.svar.message.Disposition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one mail from a stream, for a program that a mail server starts for each mail: with Postfix a {@code pipe} in
 * master.cf, with Exim a pipe transport, with Sendmail or Postfix a {@code "|program"} in the aliases.
 *
 * <p>Whatever fails leaves the mail with the server, which tries again for days, so nothing is lost while the database is
 * away. The server's own line that begins with {@code From}, and the fields that it adds, do no harm. Immutable, safe for use
 * by several threads.
 */
public final class MailPipe {
    private static final Logger LOG = LoggerFactory.getLogger(MailPipe.class);
    private static final String SOURCE = "standard input";

    private final MailIntake intake;

    private MailPipe(MailIntake intake) {
        this.intake = intake;
    }

    /**
     * A pipe into a desk.
     *
     * @param intake takes the mail
     * @return the pipe
     */
    public static MailPipe of(MailIntake intake) {
        return new MailPipe(intake);
    }

    /**
     * Takes a mail. Of one that is larger than {@link MailReader#MAX_RAW_BYTES} the beginning is kept in quarantine.
     *
     * @param in the mail, read to its end; not closed
     * @return what to tell the mail server; no exception and no error escapes
     */
    public PipeExit take(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MailReader.MAX_RAW_BYTES + 1);
            // To the end, else the server takes the closed pipe for a failure.
            long size = bytes.length + in.transferTo(OutputStream.nullOutputStream());
            boolean whole = size <= MailReader.MAX_RAW_BYTES;
            byte[] kept = whole ? bytes : Arrays.copyOf(bytes, MailReader.MAX_HEADER_BYTES);
            return size == 0 ? PipeExit.NO_INPUT : take(new RawMail(SOURCE, kept, size));
        } catch (IOException e) {
            LOG.warn("the mail cannot be read from the pipe", e);
            return PipeExit.TEMPORARY_FAILURE;
        } catch (RuntimeException | Error e) {
            // Errors as well: what a program exits with then, the mail server takes for its last word.
            LOG.warn("the mail cannot be taken now", e);
            return PipeExit.TEMPORARY_FAILURE;
        }
    }

    private PipeExit take(RawMail mail) {
        Taken taken = intake.take(mail);
        boolean quarantined = taken.receipt().disposition() == Disposition.QUARANTINED;
        return quarantined && Headers.parse(mail.shared()).isEmpty() ? PipeExit.DATA_ERROR : PipeExit.OK;
    }
}
