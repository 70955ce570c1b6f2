package dev.svar.mail;

import dev.svar.HelpDesk;
import dev.svar.Taken;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.Disposition;
import dev.svar.message.Receipt;
import dev.svar.message.UnreadableMessage;
import dev.svar.store.StoreException;

/**
 * The way of mail into a desk, whoever brings it: what is read is taken, what cannot be read is kept in quarantine, and what
 * is in quarantine can be tried again. Immutable, safe for use by several threads.
 */
public final class MailIntake {
    /** How often one message can be taken out of quarantine and come back to it. */
    public static final int MAX_REPLAYS = 100;

    private final HelpDesk desk;
    private final MailReader reader;

    private MailIntake(HelpDesk desk, MailReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    /**
     * The way into a desk.
     *
     * @param desk the desk
     * @param reader reads the mail of the mailbox
     * @return the intake
     */
    public static MailIntake of(HelpDesk desk, MailReader reader) {
        return new MailIntake(desk, reader);
    }

    /**
     * Takes a mail. When this returns it is committed, with its raw bytes and the receipt that tells what became of it.
     *
     * @param mail the mail
     * @return what came of it
     * @throws StoreException if the store failed
     */
    public Taken take(RawMail mail) {
        return desk.receive(reader.read(mail));
    }

    /**
     * Keeps a mail in quarantine without reading it, since that fails.
     *
     * @param mail the mail
     * @param reason what goes wrong with it; no text of the mail and nothing secret
     * @return what came of it
     * @throws StoreException if the store failed
     */
    public Taken quarantine(RawMail mail, String reason) {
        String line = PlainText.line(reason, UnreadableMessage.MAX_REASON_LENGTH);
        return desk.receive(new UnreadableMessage(
                MailKey.unread(reader.mailbox(), mail.shared()), Content.sharing(mail.shared()), line));
    }

    /**
     * Tries a mail again that is in quarantine, for example after the cause was mended. Its receipt stays as the record of
     * what happened; what comes of it now has a receipt of its own. Repeating it after it went well changes nothing.
     *
     * @param quarantined the receipt, as {@link HelpDesk#receipts} lists it
     * @return what came of it, perhaps that it is in quarantine again
     * @throws InvalidValueException if it is not in quarantine, came to another mailbox or was replayed
     *     {@value #MAX_REPLAYS} times, or if its bytes are not kept any more
     * @throws StoreException if the store failed
     */
    public Taken replay(Receipt quarantined) {
        if (quarantined.disposition() != Disposition.QUARANTINED) {
            throw new InvalidValueException("receipt", "is " + quarantined.disposition() + ", not in quarantine");
        }
        if (!quarantined.key().mailbox().equals(reader.mailbox())) {
            throw new InvalidValueException(
                    "receipt", "is of the mailbox " + quarantined.key().mailbox());
        }
        byte[] raw = desk.content(quarantined.raw())
                .orElseThrow(() -> new InvalidValueException("receipt", "has no bytes any more"))
                .bytes();
        for (int time = 0; time <= MAX_REPLAYS; time++) {
            Taken taken = desk.receive(reader.readAgain(raw, time));
            if (!taken.duplicate() || taken.receipt().disposition() != Disposition.QUARANTINED) {
                return taken;
            }
        }
        throw new InvalidValueException("receipt", "was replayed " + MAX_REPLAYS + " times");
    }
}
