package dev.svar;

import dev.svar.contact.ContactId;
import dev.svar.message.InboundMessage;
import dev.svar.store.TicketState;
import dev.svar.ticket.AccessRight;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the ticket that a message belongs to. Knowing a Message-ID or a number proves nothing, so those count only for
 * somebody who belongs to the ticket; a signed reply address counts for whoever has it.
 */
final class Threading {
    private static final Pattern NUMBER_IN_SUBJECT = Pattern.compile("\\[([A-Za-z][A-Za-z0-9]{0,9}-[0-9]{1,18})\\]");

    /** How many of a subject's numbers are looked up. */
    private static final int MAX_NUMBERS = 5;

    private final DeskSetup setup;
    private final Bearers bearers;
    private final Merges merges;
    private final Survivors survivors;

    Threading(DeskSetup setup) {
        this.setup = setup;
        this.bearers = new Bearers(setup);
        this.merges = new Merges(setup);
        this.survivors = new Survivors(setup);
    }

    /** A ticket found, one that was not merged into another, and what led to it. */
    record Match(TicketState state, String reason) {}

    Optional<Match> find(InboundMessage message, Optional<ContactId> sender, Instant now) {
        return byHost(message).or(() -> byReplyAddress(message, now)).or(() -> {
            Set<ContactId> person = sender.map(survivors::ids).orElse(Set.of());
            return byReferences(message, person).or(() -> bySubject(message, person));
        });
    }

    private Optional<Match> byHost(InboundMessage message) {
        return message.about()
                .map(id -> setup.store()
                        .ticket(setup.tenant(), id)
                        .orElseThrow(() -> new UnknownTicketException(id.toString())))
                .map(merges::living)
                .map(state ->
                        new Match(state, "was written to " + state.ticket().number()));
    }

    private Optional<Match> byReplyAddress(InboundMessage message, Instant now) {
        return message.replyTokens().stream()
                .flatMap(token -> bearers.find(token, AccessRight.REPLY, now).stream())
                .map(Bearers.Bearer::state)
                .findFirst()
                .map(state -> new Match(
                        state, "sent to the reply address of " + state.ticket().number()));
    }

    private Optional<Match> byReferences(InboundMessage message, Set<ContactId> person) {
        return setup.store().ticketsOfMail(setup.tenant(), message.references()).stream()
                .flatMap(id -> setup.store().ticket(setup.tenant(), id).stream())
                .filter(state -> involves(state, person))
                .flatMap(state -> living(state, person, "answers a mail of ", "").stream())
                .findFirst();
    }

    /** Other desks put their numbers into subjects too, so the first one need not be ours. */
    private Optional<Match> bySubject(InboundMessage message, Set<ContactId> person) {
        return NUMBER_IN_SUBJECT
                .matcher(message.subject())
                .results()
                .flatMap(found -> TicketNumber.parse(found.group(1)).stream())
                .limit(MAX_NUMBERS)
                .flatMap(number -> setup.ticket(number).stream())
                .filter(state -> involves(state, person))
                .flatMap(state -> living(state, person, "has the number ", " in its subject").stream())
                .findFirst();
    }

    /** The ticket that goes on, if the person still belongs there. */
    private Optional<Match> living(TicketState found, Set<ContactId> person, String before, String behind) {
        TicketState living = merges.living(found);
        TicketNumber number = found.ticket().number();
        String merged = living.ticket().number().equals(number)
                ? ""
                : ", which was merged into " + living.ticket().number();
        return involves(living, person)
                ? Optional.of(new Match(living, before + number + behind + merged))
                : Optional.empty();
    }

    /** Whoever was merged keeps belonging to the tickets of all the contacts that they were. */
    private static boolean involves(TicketState state, Set<ContactId> person) {
        return person.stream().anyMatch(state.ticket()::involves);
    }
}
