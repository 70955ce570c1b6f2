package dev.svar.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The text of a mail in pieces: what its writer wrote, and what his mail program added. Nothing is lost: the pieces one
 * after the other are the text again. Immutable.
 *
 * @param pieces in the order of the text; empty for an empty text
 */
public record SplitReply(List<Piece> pieces) {
    /**
     * Copies the list.
     *
     * @param pieces in the order of the text; empty for an empty text
     */
    public SplitReply {
        pieces = List.copyOf(pieces);
    }

    /** What a piece is. */
    public enum Kind {
        /** Written for this mail. */
        WRITTEN,

        /** The thread that is answered, with the lines that announce it. */
        QUOTED,

        /** A mail that is passed on, with the lines that announce it. */
        FORWARDED,

        /** A signature, a line that a phone adds, the footer of a mailing list. */
        SIGNATURE
    }

    /** By which rule a piece was told from what was written. */
    public enum Rule {
        /** Lines that begin with a quote mark such as {@code >}. */
        QUOTE_MARK,

        /** A line that lost its quote mark when a long quoted line was broken. */
        BROKEN_QUOTE,

        /** "On … wrote:" and its like. */
        ATTRIBUTION,

        /** Header lines (From, Sent, To, Subject) above the thread. */
        HEADER_BLOCK,

        /** "-----Original Message-----" and its like. */
        SEPARATOR,

        /** "---------- Forwarded message ---------" and its like. */
        FORWARD_SEPARATOR,

        /** "Please write above this line", which a help desk puts on top of what it sends. */
        REPLY_MARKER,

        /** The element of the HTML that the mail program keeps the thread or the signature in. */
        HTML_ELEMENT,

        /** Two dashes on a line of their own. */
        SIGNATURE_DELIMITER,

        /** "Sent from my phone" and its like. */
        DEVICE_LINE,

        /** A closing with addresses and numbers below it, at the end of what was written. */
        CONTACT_BLOCK,

        /** What a mailing list adds below a ruled line. */
        LIST_FOOTER
    }

    /**
     * One piece.
     *
     * @param kind what it is
     * @param rule why; empty for what was written
     * @param line the line of the text it begins at, counted from 1
     * @param text its text with its line ends
     */
    public record Piece(Kind kind, Optional<Rule> rule, int line, String text) {
        /**
         * Checks that no value is missing.
         *
         * @param kind what it is
         * @param rule why; empty for what was written
         * @param line the line of the text it begins at, counted from 1
         * @param text its text with its line ends
         */
        public Piece {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * The whole text.
     *
     * @return all pieces together
     */
    public String text() {
        return textOf(pieces);
    }

    private static String textOf(List<Piece> pieces) {
        if (pieces.size() == 1) {
            return pieces.get(0).text();
        }
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    /**
     * What is to be shown as this mail: what was written and what is passed on with it, since a forward says what it
     * forwards. Never empty unless the text is blank.
     *
     * @return the text without quotes and signatures, without blanks around it; the whole text as it is if nothing is to
     *     be left out
     */
    public String visible() {
        List<Piece> shown = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.kind() == Kind.WRITTEN || piece.kind() == Kind.FORWARDED) {
                shown.add(piece);
            }
        }
        String text = textOf(shown);
        return shown.size() == pieces.size() ? text : text.strip();
    }

    /**
     * The text of one kind.
     *
     * @param kind which
     * @return all pieces of that kind together; empty if there is none
     */
    public String text(Kind kind) {
        return textOf(pieces.stream().filter(piece -> piece.kind() == kind).toList());
    }
}
