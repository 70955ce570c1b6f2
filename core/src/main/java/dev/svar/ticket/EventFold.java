package dev.svar.ticket;

import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.ticket.TicketEvent.Assigned;
import dev.svar.ticket.TicketEvent.Categorized;
import dev.svar.ticket.TicketEvent.FieldChanged;
import dev.svar.ticket.TicketEvent.GaveBack;
import dev.svar.ticket.TicketEvent.Linked;
import dev.svar.ticket.TicketEvent.LinksRevoked;
import dev.svar.ticket.TicketEvent.MergedInto;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.ParticipantsChanged;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketEvent.SatisfactionRated;
import dev.svar.ticket.TicketEvent.SatisfactionReminded;
import dev.svar.ticket.TicketEvent.SilenceStepTaken;
import dev.svar.ticket.TicketEvent.Snoozed;
import dev.svar.ticket.TicketEvent.SpamCleared;
import dev.svar.ticket.TicketEvent.SpamMarked;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.SubjectEdited;
import dev.svar.ticket.TicketEvent.TagsChanged;
import dev.svar.ticket.TicketEvent.TeamAssigned;
import dev.svar.ticket.TicketEvent.TimeRecorded;
import dev.svar.ticket.TicketEvent.TookOver;
import dev.svar.ticket.TicketEvent.Unlinked;
import dev.svar.ticket.TicketEvent.Unmerged;
import dev.svar.ticket.TicketEvent.WatchersChanged;
import dev.svar.ticket.TicketEvent.Woken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a ticket is after an event. Decides nothing: what has happened has happened. */
final class EventFold {
    private EventFold() {}

    static Ticket first(TenantId tenant, RecordedEvent first) {
        if (!(first.event() instanceof Opened e)) {
            throw new IllegalArgumentException("a ticket begins with Opened, not with "
                    + first.event().getClass().getSimpleName());
        }
        return Ticket.builder(first.ticket(), tenant, e.number(), e.requester(), e.channel(), first.at())
                .subject(e.subject())
                .participants(e.participants())
                .priority(e.priority())
                .language(e.language())
                .answerable(e.answerable())
                .organization(e.organization())
                .context(e.context())
                .fields(e.fields())
                .status(e.status())
                .links(e.origin().map(Set::of).orElse(Set.of()))
                .version(first.sequence(), first.at())
                .build();
    }

    static Ticket apply(Ticket ticket, RecordedEvent recorded) {
        if (!recorded.ticket().equals(ticket.id()) || recorded.sequence() != ticket.version() + 1) {
            // Not the event itself: it may hold what a customer wrote.
            throw new IllegalArgumentException(
                    "event " + recorded.sequence() + " of " + recorded.ticket() + " does not follow " + ticket);
        }
        Ticket.Builder after = ticket.toBuilder().version(recorded.sequence(), recorded.at());
        TicketEvent event = recorded.event();
        if (event instanceof MessageAdded e) {
            messageAdded(ticket, e.role(), recorded.at(), after);
        } else if (event instanceof StatusChanged e) {
            statusChanged(ticket, e, recorded.at(), after);
        } else if (event instanceof Assigned e) {
            after.assignee(e.to());
        } else if (event instanceof TeamAssigned e) {
            after.team(e.to());
        } else if (event instanceof PriorityChanged e) {
            after.priority(e.to());
        } else if (event instanceof Categorized e) {
            after.category(Optional.of(e.to()));
        } else if (event instanceof SubjectEdited e) {
            after.subject(e.to());
        } else if (event instanceof TagsChanged e) {
            after.tags(CommandRules.changed(ticket.tags(), e.added(), e.removed()));
        } else if (event instanceof ParticipantsChanged e) {
            after.participants(CommandRules.changed(ticket.participants(), e.added(), e.removed()));
            // Who is sent away and asked back belongs to the ticket itself: the end of a merge changes that no more.
            after.absorbed(ticket.absorbed().stream()
                    .map(a -> new Absorbed(
                            a.source(), a.merged(), CommandRules.changed(a.joined(), Set.of(), e.removed())))
                    .toList());
        } else if (event instanceof WatchersChanged e) {
            after.watchers(CommandRules.changed(ticket.watchers(), e.added(), e.removed()));
        } else if (event instanceof FieldChanged e) {
            after.fields(withField(ticket, e));
        } else if (event instanceof TimeRecorded e) {
            after.timeSpent(ticket.timeSpent().plus(e.spent()));
        } else if (event instanceof LinksRevoked e) {
            after.linkGeneration(e.generation());
        } else if (event instanceof Snoozed e) {
            after.snoozedUntil(Optional.of(e.until()));
        } else if (event instanceof Woken) {
            after.snoozedUntil(Optional.empty()).silence(ticket.silence().next(recorded.at()));
        } else if (event instanceof SpamMarked) {
            after.spam(true);
        } else if (event instanceof SpamCleared) {
            // Or the plan would go on at once with what nobody did while it was spam, perhaps with the close.
            after.spam(false).silence(ticket.silence().next(recorded.at()));
        } else if (event instanceof SatisfactionRated e) {
            after.satisfaction(ticket.satisfaction()
                    .answered(new Satisfaction.Answer(e.rating(), e.comment(), e.how(), recorded.at())));
        } else if (event instanceof SatisfactionReminded) {
            after.satisfaction(ticket.satisfaction().asked(true));
        } else if (event instanceof SilenceStepTaken) {
            after.silence(ticket.silence().afterStep(recorded.at()));
        } else {
            concerningOthers(ticket, event, after);
        }
        return after.build();
    }

    private static void messageAdded(Ticket ticket, MessageRole role, Instant at, Ticket.Builder after) {
        if (role == MessageRole.CUSTOMER || role == MessageRole.REPLY) {
            after.silence(ticket.silence().next(at));
        }
    }

    private static void statusChanged(Ticket ticket, StatusChanged e, Instant at, Ticket.Builder after) {
        StatusCategory to = e.to().category();
        boolean settled = isSettled(to);
        boolean merge = to == StatusCategory.MERGED || e.from().category() == StatusCategory.MERGED;
        after.status(e.to());
        if (to != e.from().category()) {
            after.silence(ticket.silence().next(at));
        }
        if (merge) {
            return; // a merge and its end leave everything as it was
        }
        after.settledAt(settled ? ticket.settledAt().or(() -> Optional.of(at)) : Optional.empty());
        after.resolution(settled ? e.resolution().or(ticket::resolution) : Optional.empty());
        if (settled) {
            after.snoozedUntil(Optional.empty());
        } else {
            after.satisfaction(ticket.satisfaction().asked(false));
        }
    }

    static boolean isSettled(StatusCategory category) {
        return category == StatusCategory.SOLVED || category == StatusCategory.CLOSED;
    }

    private static Map<FieldKey, FieldValue> withField(Ticket ticket, FieldChanged e) {
        Map<FieldKey, FieldValue> fields = new HashMap<>(ticket.fields());
        e.to().ifPresentOrElse(value -> fields.put(e.key(), value), () -> fields.remove(e.key()));
        return fields;
    }

    private static void concerningOthers(Ticket ticket, TicketEvent event, Ticket.Builder after) {
        if (event instanceof Linked e) {
            after.links(CommandRules.changed(ticket.links(), Set.of(new TicketLink(e.kind(), e.other())), Set.of()));
        } else if (event instanceof Unlinked e) {
            after.links(CommandRules.changed(ticket.links(), Set.of(), Set.of(new TicketLink(e.kind(), e.other()))));
        } else if (event instanceof MergedInto e) {
            after.merge(Optional.of(new MergeRecord(e.into(), ticket.status())));
        } else if (event instanceof Unmerged) {
            after.merge(Optional.empty());
        } else if (event instanceof TookOver e) {
            List<Absorbed> absorbed = new ArrayList<>(ticket.absorbed());
            absorbed.add(new Absorbed(e.source(), e.merged(), e.joined()));
            after.absorbed(absorbed);
            after.participants(CommandRules.changed(ticket.participants(), e.joined(), Set.of()));
        } else if (event instanceof GaveBack e) {
            after.absorbed(ticket.absorbed().stream()
                    .filter(a -> !a.source().equals(e.source()))
                    .toList());
            Set<ContactId> left = e.left();
            after.participants(CommandRules.changed(ticket.participants(), Set.of(), left));
        }
    }
}
