package dev.svar;

import dev.svar.error.Check;
import java.util.Locale;

/** Why somebody is told something. The ledger keeps it in words, in the reader's language. */
public sealed interface NoticeReason {
    /** The most characters of a reason in words. */
    int MAX_LENGTH = 500;

    /**
     * A reason that the template {@code notice_reason} has the words for; the strongest first. A person who has several is
     * told once, with the strongest.
     */
    enum Known implements NoticeReason {
        /** It is their request. */
        REQUESTER,
        /** They take part in it. */
        PARTICIPANT,
        /** They wrote to it, and it takes no more. */
        SENDER,
        /** They were named in a note. */
        MENTIONED,
        /** They work on it. */
        ASSIGNEE,
        /** They watch it. */
        WATCHER,
        /** They look after what was promised there. */
        ESCALATION;

        /** {@return what the template calls it} */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A reason in the host's own words.
     *
     * @param text one line of at most {@value #MAX_LENGTH} characters
     */
    record InWords(String text) implements NoticeReason {
        /**
         * Checks.
         *
         * @param text one line of at most {@value #MAX_LENGTH} characters
         */
        public InWords {
            Check.line("reason", text, MAX_LENGTH);
        }
    }
}
