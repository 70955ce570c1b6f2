package dev.svar;

import dev.svar.contact.ContactId;
import dev.svar.delivery.Delivery;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageNature;
import dev.svar.store.TicketState;
import dev.svar.ticket.AccessRight;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the ticket that a message belongs to. Knowing a Message-ID, a number or a link proves nothing, since whoever a mail
 * is forwarded to knows them, so those count only for somebody who belongs to the ticket; a signed reply address counts for
 * whoever has it.
 */
final class Threading {
    private static final Pattern NUMBER_IN_SUBJECT = Pattern.compile("\\[([A-Za-z][A-Za-z0-9]{0,9}-[0-9]{1,18})\\]");

    /** How many of a subject's numbers are looked up. */
    private static final int MAX_NUMBERS = 5;

    /** How many of the desk's own Message-IDs in a thread are looked up, the newest first. */
    private static final int MAX_OWN_IDS = 10;

    /** How many of the links that a mail quotes are looked up. */
    private static final int MAX_LINKS = 3;

    private final DeskSetup setup;
    private final Bearers bearers;
    private final Merges merges;
    private final Survivors survivors;
    private final SignedMail ownMail;

    Threading(DeskSetup setup) {
        this.setup = setup;
        this.bearers = new Bearers(setup);
        this.merges = new Merges(setup);
        this.survivors = new Survivors(setup);
        this.ownMail = new SignedMail(setup);
    }

    /** A ticket found, one that was not merged into another, and what led to it. */
    record Match(TicketState state, String reason) {}

    /**
     * What was found.
     *
     * @param ticket where the message belongs
     * @param quoted if it belongs nowhere, the ticket that it names all the same
     */
    record Found(Optional<Match> ticket, Optional<Match> quoted) {
        private static Found in(Match match) {
            return new Found(Optional.of(match), Optional.empty());
        }
    }

    /** A ticket that a message names, and how. */
    private record Named(TicketState state, String before, String behind) {}

    Found find(InboundMessage message, Optional<ContactId> sender, Instant now) {
        Set<ContactId> person = sender.map(survivors::ids).orElse(Set.of());
        return find(message, state -> involves(state, person), now);
    }

    /** For somebody who may write to every ticket. */
    Found anywhere(InboundMessage message, Instant now) {
        return find(message, state -> true, now);
    }

    private Found find(InboundMessage message, Predicate<TicketState> belongs, Instant now) {
        return byHost(message)
                .or(() -> byReplyAddress(message, now))
                .or(() -> byReturnPath(message))
                .map(Found::in)
                .orElseGet(() -> byName(message, belongs, now));
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

    /** Responders answer to the return path (RFC 3834), often from an address that nobody wrote to. */
    private Optional<Match> byReturnPath(InboundMessage message) {
        return message.nature() instanceof MessageNature.Human
                ? Optional.empty()
                : returned(message)
                        .findFirst()
                        .map(merges::living)
                        .map(state -> new Match(
                                state,
                                "sent to the return path of a mail of "
                                        + state.ticket().number()));
    }

    private Stream<TicketState> returned(InboundMessage message) {
        return message.replyTokens().stream()
                .flatMap(token -> ownMail.returned(token).stream())
                .flatMap(this::ticketOf);
    }

    private Stream<TicketState> ticketOf(Delivery delivery) {
        return delivery.ticket().stream().flatMap(this::ticket);
    }

    private Stream<TicketState> ticket(TicketId id) {
        return setup.store().ticket(setup.tenant(), id).stream();
    }

    /** The surest sign first; the first ticket that the sender belongs to. */
    private Found byName(InboundMessage message, Predicate<TicketState> belongs, Instant now) {
        Optional<Match> quoted = Optional.empty();
        List<Supplier<Stream<Named>>> signs = List.of(
                () -> returned(message).map(state -> new Named(state, "sent to the return path of a mail of ", "")),
                () -> byOwnIds(message),
                () -> byStoredIds(message),
                () -> bySubject(message),
                () -> byLinks(message, now));
        for (Supplier<Stream<Named>> sign : signs) {
            for (Iterator<Named> all = sign.get().iterator(); all.hasNext(); ) {
                Named named = all.next();
                Match match = living(named);
                if (belongs.test(named.state()) && belongs.test(match.state())) {
                    return Found.in(match);
                }
                quoted = quoted.or(() -> Optional.of(match));
            }
        }
        return new Found(Optional.empty(), quoted);
    }

    private Stream<Named> byOwnIds(InboundMessage message) {
        return message.references().stream()
                .flatMap(id -> ownMail.named(id).stream())
                .limit(MAX_OWN_IDS)
                .flatMap(this::ticketOf)
                .map(state -> new Named(state, "answers our mail of ", ""));
    }

    private Stream<Named> byStoredIds(InboundMessage message) {
        return setup.store().ticketsOfMail(setup.tenant(), message.references()).stream()
                .flatMap(this::ticket)
                .map(state -> new Named(state, "answers a mail of ", ""));
    }

    /** Whether it answers a letter that told of several tickets, so that nobody knows which one is meant. */
    boolean answersDigest(InboundMessage message) {
        return message.references().stream()
                .limit(MAX_OWN_IDS)
                .flatMap(id -> ownMail.named(id).stream())
                .findFirst()
                .filter(delivery -> delivery.kind().equals(Digests.KIND))
                .isPresent();
    }

    /** Other desks put their numbers into subjects too, so the first one need not be ours. */
    private Stream<Named> bySubject(InboundMessage message) {
        return NUMBER_IN_SUBJECT
                .matcher(message.subject())
                .results()
                .flatMap(found -> TicketNumber.parse(found.group(1)).stream())
                .limit(MAX_NUMBERS)
                .flatMap(number -> setup.ticket(number).stream())
                .map(state -> new Named(state, "has the number ", " in its subject"));
    }

    /** Where a mail program drops the thread from the header, the quoted mail still holds the link that it was sent with. */
    private Stream<Named> byLinks(InboundMessage message, Instant now) {
        return setup.tokens().stream()
                .flatMap(tokens -> tokens.in(message.fullText(), MAX_LINKS).stream())
                .flatMap(token ->
                        Stream.of(AccessRight.values()).flatMap(right -> bearers.find(token, right, now).stream()))
                .map(Bearers.Bearer::state)
                .map(state -> new Named(state, "quotes a link to ", ""));
    }

    /** The ticket that goes on. */
    private Match living(Named named) {
        TicketState living = merges.living(named.state());
        TicketNumber number = named.state().ticket().number();
        String merged = living.ticket().number().equals(number)
                ? ""
                : ", which was merged into " + living.ticket().number();
        return new Match(living, named.before() + number + named.behind() + merged);
    }

    /** Whoever was merged keeps belonging to the tickets of all the contacts that they were. */
    private static boolean involves(TicketState state, Set<ContactId> person) {
        return person.stream().anyMatch(state.ticket()::involves);
    }
}
