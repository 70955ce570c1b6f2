package dev.svar.mail;

/** Why a message did not reach somebody. */
public enum BounceCause {
    /** There is nobody of that name at the other end. */
    NO_SUCH_USER(true, "5.1.1"),

    /** There is no such domain, or it takes no mail. */
    NO_SUCH_HOST(true, "5.1.2"),

    /** The recipient has another address now. */
    MOVED(true, "5.1.6"),

    /** The host takes no mail at all. */
    ACCEPTS_NO_MAIL(true, "5.3.2"),

    /** The mailbox is there and closed. */
    SUSPENDED(false, "5.2.1"),

    /** The recipient wants mail from some only, or a rule of his sent it away. */
    FILTERED(false, "5.2.1"),

    /** The mailbox is full. That passes, so that without a code in the report it counts as not permanent. */
    MAILBOX_FULL(false, "4.2.2"),

    /** The message is too large. */
    TOO_LARGE(false, "5.3.4"),

    /** The message looks like spam. */
    SPAM(false, "5.7.1"),

    /** The message carries malware or a forbidden kind of file. */
    MALWARE(false, "5.7.1"),

    /** A rule of the other side forbids it: a block list, the sender's address, the name of the sending host. */
    POLICY(false, "5.7.1"),

    /** The message does not prove where it comes from (SPF, DKIM, DMARC), or login is demanded. */
    AUTHENTICATION(false, "5.7.26"),

    /** The other side does not pass mail on to that address. */
    RELAYING(false, "5.7.1"),

    /** Too many messages or connections for now. */
    RATE(false, "4.7.1"),

    /** It was tried for too long. */
    EXPIRED(false, "4.4.7"),

    /** The network or the other server did not answer. */
    NETWORK(false, "4.4.1"),

    /** The message breaks a rule of the format. */
    CONTENT(false, "5.6.0"),

    /** A mail system is broken, full or wrongly set up. */
    SYSTEM(false, "5.3.0"),

    /** Nothing that the report says tells why. */
    UNKNOWN(false, "");

    private final boolean hard;
    private final String status;

    BounceCause(boolean hard, String status) {
        this.hard = hard;
        this.status = status;
    }

    /** {@return whether an address that fails for this cause is useless for further mail} */
    public boolean isHard() {
        return hard;
    }

    /** The status code that the cause amounts to where a report names none; possibly empty. */
    String status() {
        return status;
    }
}
