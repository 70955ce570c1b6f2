package dev.svar.mail;

import dev.svar.error.Check;

/**
 * What becomes of a message on the server after the desk has committed it. Whatever it is, nothing is decided by it: a
 * message whose acknowledgment got lost is not taken again.
 */
public sealed interface AfterTaking {
    /** Nothing: it stays as it is. */
    record Leave() implements AfterTaking {}

    /** It is flagged as seen, for people who look into the folder. Over POP3, which has no flags, as {@link Leave}. */
    record MarkSeen() implements AfterTaking {}

    /** It is deleted. What could not be taken, however often it was tried, stays. */
    record Delete() implements AfterTaking {}

    /**
     * It is moved to another folder of the same server, which is created if it is not there. Not possible over POP3.
     *
     * @param folder the folder's full name
     */
    record MoveTo(String folder) implements AfterTaking {
        /**
         * Checks the name.
         *
         * @param folder the folder's full name
         */
        public MoveTo {
            Check.line("folder", folder, MailLogin.MAX_LENGTH);
        }
    }

    /** {@return that it stays as it is} */
    static AfterTaking leave() {
        return new Leave();
    }

    /** {@return that it is flagged as seen} */
    static AfterTaking markSeen() {
        return new MarkSeen();
    }

    /** {@return that it is deleted} */
    static AfterTaking delete() {
        return new Delete();
    }

    /**
     * Moves what was taken.
     *
     * @param folder the folder's full name
     * @return that it is moved there
     */
    static AfterTaking moveTo(String folder) {
        return new MoveTo(folder);
    }
}
