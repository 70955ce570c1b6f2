package dev.svar.ticket;

import dev.svar.contact.Channel;
import dev.svar.ticket.TicketEvent.Linked;
import dev.svar.ticket.TicketEvent.MessageCopied;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.SplitOff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What comes of splitting messages off a ticket. */
final class SplitRules {
    private SplitRules() {}

    static List<RecordedEvent> split(Ticket source, TicketId fresh, TicketSplit split, TicketRules rules, Instant now) {
        if (source.merge().isPresent()) {
            throw new TransitionRefusedException(
                    source.number(), source.status().category(), StatusCategory.OPEN, Set.of());
        }
        LinkRules.checkSize(source, new TicketLink(LinkKind.SPLIT_INTO, fresh));
        // What is known about the requester is nothing for somebody else to see.
        boolean samePerson = split.requester().equals(source.requester());
        List<TicketEvent> ofFresh = new ArrayList<>();
        ofFresh.add(new Opened(
                split.number(),
                split.subject(),
                split.requester(),
                Set.of(),
                source.priority(),
                source.channel(),
                source.language(),
                source.answerable(),
                samePerson ? source.organization() : Optional.empty(),
                samePerson ? source.context() : List.of(),
                samePerson ? source.fields() : Map.of(),
                rules.label(Status.NEW),
                Optional.of(new TicketLink(LinkKind.SPLIT_FROM, source.id()))));
        split.messages().forEach(m -> ofFresh.add(new MessageCopied(m.copy(), m.role(), source.id(), m.original())));
        List<MessageId> originals = split.messages().stream()
                .map(TicketSplit.CopiedMessage::original)
                .toList();
        return new EventRecorder(split.by(), Channel.HOST, now)
                .after(fresh, 0, ofFresh)
                .after(
                        source,
                        List.of(
                                new SplitOff(fresh, split.number(), originals),
                                new Linked(LinkKind.SPLIT_INTO, fresh, split.number())))
                .recorded();
    }
}
