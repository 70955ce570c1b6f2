package dev.svar;

import dev.svar.contact.Address;
import dev.svar.ticket.Ticket;
import java.util.stream.Stream;

/**
 * Tells whether a text repeats what the desk wrote to an agent: internal notes stand in such letters, and no mail program
 * marks what it quotes so that every quote is found.
 */
final class LettersToAgents {
    /** Shorter lines say nothing that only the letter says. */
    private static final int MIN_LINE = 20;

    /** How many of the latest letters about a ticket are looked at. */
    private static final int LATEST = 100;

    private static final int MOST_MERGED = 20;

    private final DeskSetup setup;

    LettersToAgents(DeskSetup setup) {
        this.setup = setup;
    }

    /** Letters about tickets that were merged into this one count, up to a number of tickets. */
    boolean isRepeated(String text, Ticket ticket, Address agent) {
        String said = squeezed(text);
        return Stream.concat(Stream.of(ticket.id()), ticket.merged().stream().limit(MOST_MERGED))
                .flatMap(id -> setup.store().deliveries(setup.tenant(), id, LATEST).stream())
                .filter(letter -> letter.message().to().equals(agent))
                .flatMap(letter -> lines(letter.message().text()))
                .anyMatch(said::contains);
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(LettersToAgents::squeezed).filter(line -> line.length() >= MIN_LINE);
    }

    /** Without blanks and quote marks, which mail programs put in and leave out as they like. */
    private static String squeezed(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '>')
                .forEach(squeezed::appendCodePoint);
        return squeezed.toString();
    }
}
