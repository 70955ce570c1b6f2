package dev.svar;

import dev.svar.contact.Address;
import dev.svar.delivery.Delivery;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
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

    /** How many letters about all tickets that were merged into it, the latest of each. */
    private static final int LATEST_OF_MERGED = 2_000;

    private final DeskSetup setup;

    LettersToAgents(DeskSetup setup) {
        this.setup = setup;
    }

    /** Letters about each of the tickets that were merged into this one count. */
    boolean isRepeated(String text, Ticket ticket, Address agent) {
        String said = squeezed(text);
        int each =
                Math.min(LATEST, LATEST_OF_MERGED / Math.max(1, ticket.merged().size()));
        return Stream.concat(
                        latest(ticket.id(), LATEST), ticket.merged().stream().flatMap(id -> latest(id, each)))
                .filter(letter -> letter.message().to().equals(agent))
                .flatMap(letter -> lines(letter.message().text()))
                .anyMatch(said::contains);
    }

    private Stream<Delivery> latest(TicketId ticket, int most) {
        return setup.store().deliveries(setup.tenant(), ticket, most).stream();
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
