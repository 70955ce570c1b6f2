package dev.svar.ticket;

import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.error.Check;
import dev.svar.ticket.MergeRefusedException.Reason;
import dev.svar.ticket.TicketEvent.GaveBack;
import dev.svar.ticket.TicketEvent.MergedInto;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.TookOver;
import dev.svar.ticket.TicketEvent.Unmerged;
import dev.svar.ticket.TicketEvent.Woken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When a ticket may be merged into another, when that may be undone, and what comes of it. */
final class MergeRules {
    private MergeRules() {}

    static List<RecordedEvent> merge(
            Ticket source, Ticket into, TicketPairCommand.Merge command, TicketRules rules, Instant now) {
        refusal(source, into, command).ifPresent(reason -> {
            throw new MergeRefusedException(source.number(), into.number(), reason);
        });
        Set<TicketId> merged = source.merged();
        merged.add(source.id());
        Set<ContactId> joined = source.people();
        joined.removeAll(ownPeople(into));
        Set<ContactId> together = new HashSet<>(into.participants());
        together.addAll(joined);
        Check.size("ticket.participants", together, TicketCommand.MAX_PARTICIPANTS);
        boolean awaitsAnswer = !source.spam() && deskActs(source);

        List<TicketEvent> ofTarget = new ArrayList<>();
        Optional<Waiting> waiting = command.waiting().filter(w -> awaitsAnswer);
        ofTarget.add(new TookOver(source.id(), source.number(), merged, joined, awaitsAnswer, waiting));
        if (awaitsAnswer && into.snoozedUntil().isPresent()) {
            ofTarget.add(new Woken());
        }
        if (!source.spam() && urgency(source) > urgency(into)) {
            ofTarget.add(opened(into, rules));
        }
        return new EventRecorder(command.by(), Channel.HOST, now)
                .after(
                        source,
                        List.of(
                                new MergedInto(into.id(), into.number()),
                                new StatusChanged(source.status(), Status.MERGED, source.resolution())))
                .after(into, ofTarget)
                .recorded();
    }

    private static Optional<Reason> refusal(Ticket source, Ticket into, TicketPairCommand.Merge command) {
        if (source.id().equals(into.id())) {
            return Optional.of(Reason.ITSELF);
        } else if (source.merge().isPresent()) {
            return Optional.of(Reason.MERGED_ALREADY);
        } else if (into.merge().isPresent()) {
            return Optional.of(Reason.OTHER_IS_MERGED);
        } else if (into.status().category() == StatusCategory.CLOSED) {
            return Optional.of(Reason.OTHER_IS_CLOSED);
        } else if (into.spam() && !source.spam()) {
            return Optional.of(Reason.OTHER_IS_SPAM);
        } else if (source.merged().size() + 1 + into.merged().size() > Absorbed.MAX_MERGED) {
            return Optional.of(Reason.TOO_MANY);
        } else if (!command.sharing() && !into.people().containsAll(source.people())) {
            return Optional.of(Reason.OTHER_PEOPLE);
        }
        return Optional.empty();
    }

    private static StatusChanged opened(Ticket into, TicketRules rules) {
        StatusCategory from = into.status().category();
        if (!rules.allowed(from).contains(StatusCategory.OPEN)) {
            throw new TransitionRefusedException(into.number(), from, StatusCategory.OPEN, rules.allowed(from));
        }
        return new StatusChanged(into.status(), rules.label(Status.OPEN));
    }

    /** A merge must not hide that somebody waits for the desk, or for those whom the desk waits for. */
    private static int urgency(Ticket ticket) {
        if (deskActs(ticket)) {
            return 2;
        }
        return ticket.status().category() == StatusCategory.PENDING_INTERNAL ? 1 : 0;
    }

    private static boolean deskActs(Ticket ticket) {
        StatusCategory category = ticket.status().category();
        return category == StatusCategory.NEW || category == StatusCategory.OPEN;
    }

    /** Who belongs to a ticket whether or not others are merged into it. */
    private static Set<ContactId> ownPeople(Ticket ticket) {
        Set<ContactId> own = ticket.people();
        ticket.absorbed().forEach(a -> own.removeAll(a.joined()));
        return own;
    }

    static List<RecordedEvent> undo(Ticket source, Ticket into, TicketPairCommand.UndoMerge command, Instant now) {
        Optional<MergeRecord> merge = source.merge().filter(m -> m.into().equals(into.id()));
        Optional<Absorbed> absorbed = into.absorbed().stream()
                .filter(a -> a.source().equals(source.id()))
                .findFirst();
        if (merge.isEmpty() || absorbed.isEmpty()) {
            throw new MergeRefusedException(source.number(), into.number(), Reason.NOT_MERGED);
        } else if (into.merge().isPresent()) {
            throw new MergeRefusedException(source.number(), into.number(), Reason.MERGED_ON);
        }
        Set<ContactId> left = new HashSet<>(absorbed.get().joined());
        into.absorbed().stream()
                .filter(other -> !other.equals(absorbed.get()))
                .forEach(other -> left.removeAll(other.joined()));
        return new EventRecorder(command.by(), Channel.HOST, now)
                .after(
                        source,
                        List.of(
                                new Unmerged(into.id(), into.number()),
                                new StatusChanged(source.status(), merge.get().before(), source.resolution())))
                .after(
                        into,
                        List.of(new GaveBack(
                                source.id(), source.number(), absorbed.get().merged(), left)))
                .recorded();
    }
}
