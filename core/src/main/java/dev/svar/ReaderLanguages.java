package dev.svar;

import dev.svar.assignment.Team;
import dev.svar.contact.Contact;
import dev.svar.contact.Organization;
import dev.svar.ticket.Ticket;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which languages and in which zone somebody is told of a ticket; the one rule for all letters. First the language that
 * the ticket is written in, then the person's, the organization's and that of the team that has the ticket; the catalog of
 * templates ends with its own.
 */
final class ReaderLanguages {
    private final DeskSetup setup;

    ReaderLanguages(DeskSetup setup) {
        this.setup = setup;
    }

    List<Locale> of(Ticket ticket, Contact person, People people) {
        Optional<Locale> organization = person.organization()
                .or(ticket::organization)
                .flatMap(people::organization)
                .flatMap(Organization::locale);
        return Stream.of(ticket.language(), person.locale(), organization, team(ticket))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<Locale> team(Ticket ticket) {
        return setup.team(ticket).flatMap(Team::language);
    }

    /** The person's zone, else that of the desk. */
    ZoneId zone(Contact person) {
        return person.zone().orElse(setup.zone());
    }
}
