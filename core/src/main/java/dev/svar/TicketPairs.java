package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.store.Changes;
import dev.svar.store.TicketState;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MergeRecord;
import dev.svar.ticket.MergeRefusedException;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketNumber;
import dev.svar.ticket.TicketPairCommand;
import dev.svar.ticket.TicketSplit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What agents do with two tickets at once; both change in one commit. */
final class TicketPairs {
    private final DeskSetup setup;
    private final Commits commits;
    private final Offers offers;

    TicketPairs(DeskSetup setup, Commits commits, Offers offers) {
        this.setup = setup;
        this.commits = commits;
        this.offers = offers;
    }

    Ticket merge(TicketId source, TicketId into, AgentId by, boolean sharing) {
        return decide(
                source,
                into,
                (one, two) -> new TicketPairCommand.Merge(
                        Actor.agent(by),
                        sharing || people(two.ticket()).containsAll(people(one.ticket())),
                        one.clocks().waiting(setup.policies(), setup.now())),
                into);
    }

    /** Who belongs to a ticket. A person who wrote from two addresses that are one contact by now shares with nobody. */
    private Set<ContactId> people(Ticket ticket) {
        Survivors survivors = new Survivors(setup);
        return ticket.people().stream()
                .map(id -> survivors.find(id).map(Contact::id).orElse(id))
                .collect(Collectors.toSet());
    }

    Ticket undoMerge(TicketId source, AgentId by) {
        Ticket merged = commits.required(source).ticket();
        TicketId into = merged.merge()
                .map(MergeRecord::into)
                .orElseThrow(() -> new MergeRefusedException(
                        merged.number(), merged.number(), MergeRefusedException.Reason.NOT_MERGED));
        return decide(source, into, (one, two) -> new TicketPairCommand.UndoMerge(Actor.agent(by)), source);
    }

    Ticket unlink(TicketId ticket, LinkKind kind, TicketId other, AgentId by) {
        return decide(ticket, other, (one, two) -> new TicketPairCommand.Unlink(Actor.agent(by), kind), ticket);
    }

    /** The command is made from the tickets as they are in the attempt, so what it rests on cannot have changed at the commit. */
    private Ticket decide(
            TicketId ticket,
            TicketId other,
            BiFunction<TicketState, TicketState, TicketPairCommand> command,
            TicketId wanted) {
        Instant now = setup.now();
        return Attempts.untilDecided("changing two tickets", () -> {
            TicketState one = commits.required(ticket);
            TicketState two = commits.required(other);
            Cascade cascade = setup.cascade(now).about(one, two).decide(ticket, other, command.apply(one, two));
            return commits.commit(cascade, wanted, new People(setup), now);
        });
    }

    /** The tickets that were walked must not have got other links until the commit, or two links could close a circle. */
    Ticket link(TicketId ticket, LinkKind kind, TicketId other, AgentId by) {
        Instant now = setup.now();
        return Attempts.untilDecided("linking two tickets", () -> {
            TicketState one = commits.required(ticket);
            TicketState two = commits.required(other);
            Map<TicketId, Long> beyond = new HashMap<>(new LinkWalk(setup).beyond(one.ticket(), two.ticket(), kind));
            TicketPairCommand command = new TicketPairCommand.Link(Actor.agent(by), kind, beyond.keySet());
            Cascade cascade = setup.cascade(now).about(one, two).decide(ticket, other, command);
            Changes.Builder changes = Changes.builder(setup.tenant());
            beyond.keySet().removeAll(Set.of(ticket, other));
            beyond.forEach(changes::unchanged);
            return commits.commit(cascade, ticket, new People(setup), changes, now);
        });
    }

    Ticket split(TicketId source, List<MessageId> messages, String subject, AgentId by) {
        Check.size("split.messages", messages, TicketSplit.MAX_MESSAGES);
        Instant now = setup.now();
        TicketId fresh = new TicketId(setup.ids().get());
        TicketNumber number =
                new TicketNumber(setup.numberPrefix(), setup.store().nextNumber(setup.tenant()));
        return Attempts.untilDecided("splitting a ticket", () -> {
            TicketState before = commits.required(source);
            List<Draft> copies = copies(source, messages);
            TicketSplit split = new TicketSplit(
                    Actor.agent(by),
                    number,
                    subject,
                    author(copies).orElse(before.ticket().requester()),
                    copies.stream().map(TicketPairs::copied).toList());
            Cascade cascade = setup.cascade(now, copies.toArray(Draft[]::new))
                    .about(before)
                    .split(source, fresh, split);
            Changes.Builder changes = Changes.builder(setup.tenant());
            offers.offer(cascade, fresh, changes, now);
            return commits.commit(cascade, fresh, new People(setup), changes, now);
        });
    }

    /** To be called after the ticket was looked up: what is redacted from then on changes the ticket, too. */
    private List<Draft> copies(TicketId source, List<MessageId> messages) {
        List<Draft> copies = new ArrayList<>();
        for (MessageId original : messages.stream().distinct().toList()) {
            Message message = setup.store()
                    .message(setup.tenant(), source, original)
                    .orElseThrow(() -> new InvalidValueException(
                            "split.messages", "names " + original + ", which is no message of the ticket"));
            copies.add(Draft.copyOf(message, new MessageId(setup.ids().get())));
        }
        copies.sort((a, b) -> Long.compare(sequence(a), sequence(b)));
        return copies;
    }

    private static long sequence(Draft copy) {
        return copy.original().orElseThrow().sequence();
    }

    private static TicketSplit.CopiedMessage copied(Draft copy) {
        Message original = copy.original().orElseThrow();
        return new TicketSplit.CopiedMessage(original.id(), copy.id(), original.role());
    }

    /** Who wrote the first of the customers' messages; whose machine answered by itself asks nothing. */
    private static Optional<ContactId> author(List<Draft> copies) {
        return copies.stream()
                .flatMap(copy -> copy.original().stream())
                .filter(message -> message.role() == MessageRole.CUSTOMER)
                .map(Message::by)
                .filter(Actor.Customer.class::isInstance)
                .map(by -> ((Actor.Customer) by).contact())
                .findFirst();
    }
}
