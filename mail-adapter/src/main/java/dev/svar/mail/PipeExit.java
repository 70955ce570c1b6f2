package dev.svar.mail;

/** What a program that takes a mail from a pipe tells the mail server (sysexits.h), which answers or tries again by it. */
public enum PipeExit {
    /** The mail is committed, perhaps in quarantine. */
    OK(0),
    /** What came is no mail, since it has no header. It is committed in quarantine; the server tells the sender. */
    DATA_ERROR(65),
    /** Nothing came. */
    NO_INPUT(66),
    /** Nothing is committed, or nobody knows: the server keeps the mail and tries again later. */
    TEMPORARY_FAILURE(75);

    private final int code;

    PipeExit(int code) {
        this.code = code;
    }

    /** {@return the status to exit with} */
    public int code() {
        return code;
    }
}
