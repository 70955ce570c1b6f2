package dev.svar;

import dev.svar.EventFacts.Word;
import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.contact.TeamId;
import dev.svar.template.Value;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.Assigned;
import dev.svar.ticket.TicketEvent.Categorized;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.DeliveryFailed;
import dev.svar.ticket.TicketEvent.FieldChanged;
import dev.svar.ticket.TicketEvent.GaveBack;
import dev.svar.ticket.TicketEvent.Linked;
import dev.svar.ticket.TicketEvent.LinksRevoked;
import dev.svar.ticket.TicketEvent.MergedInto;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.MessageCopied;
import dev.svar.ticket.TicketEvent.MessageRedacted;
import dev.svar.ticket.TicketEvent.MessageRefused;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.ParticipantsChanged;
import dev.svar.ticket.TicketEvent.PriorityChanged;
import dev.svar.ticket.TicketEvent.ReactionsFailed;
import dev.svar.ticket.TicketEvent.SatisfactionRated;
import dev.svar.ticket.TicketEvent.SatisfactionReminded;
import dev.svar.ticket.TicketEvent.SilenceStepTaken;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaEscalated;
import dev.svar.ticket.TicketEvent.SlaReviewed;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.Snoozed;
import dev.svar.ticket.TicketEvent.SpamCleared;
import dev.svar.ticket.TicketEvent.SpamMarked;
import dev.svar.ticket.TicketEvent.SplitOff;
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
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLink;
import dev.svar.ticket.TicketNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the line of an event is written from. The names of the types are part of what hosts write templates against, so they
 * stay. Nobody's address is among the facts, nor what a mail server said, which often holds one.
 */
final class HistoryFacts {
    /** The most tags or people that a line lists. */
    private static final int MAX_LISTED = 20;

    private final Names names;

    HistoryFacts(Names names) {
        this.names = names;
    }

    Map<String, Value> of(RecordedEvent recorded) {
        return Map.of("event", facts(recorded.event()).value(), "actor", actor(recorded.by()));
    }

    private Value actor(Actor by) {
        if (by instanceof Actor.Rule rule) {
            return Value.of(Map.of("kind", "rule", "name", rule.name()));
        }
        if (by instanceof Actor.DeskAgent agent) {
            return Value.of(Map.of("kind", "agent", "name", agent(agent.agent()).text()));
        }
        return Value.of(Map.of("kind", "customer", "name", names.person(by)));
    }

    private EventFacts facts(TicketEvent event) {
        if (event instanceof Opened e) {
            return new EventFacts("opened")
                    .with("link", e.origin().map(TicketLink::kind).map(EventFacts::code))
                    .with("number", number(e.origin().map(TicketLink::ticket)));
        } else if (event instanceof MessageAdded e) {
            return new EventFacts("message_added").with("role", EventFacts.code(e.role()));
        } else if (event instanceof MessageCopied e) {
            return new EventFacts("message_copied")
                    .with("role", EventFacts.code(e.role()))
                    .with("number", number(Optional.of(e.from())));
        } else if (event instanceof StatusChanged e) {
            return new EventFacts("status_changed")
                    .changed(Word.of(e.from()), Word.of(e.to()))
                    .with("resolution", e.resolution().map(EventFacts::code));
        } else if (event instanceof Assigned e) {
            return new EventFacts("assigned").changed(e.from().map(this::agent), e.to().map(this::agent));
        } else if (event instanceof TeamAssigned e) {
            return new EventFacts("team_assigned")
                    .changed(e.from().map(HistoryFacts::team), e.to().map(HistoryFacts::team));
        } else if (event instanceof PriorityChanged e) {
            return new EventFacts("priority_changed").changed(Word.of(e.from()), Word.of(e.to()));
        } else if (event instanceof Categorized e) {
            return new EventFacts("categorized").changed(e.from().map(Word::text), Optional.of(Word.text(e.to())));
        } else if (event instanceof SubjectEdited e) {
            return new EventFacts("subject_edited").changed(Word.text(e.from()), Word.text(e.to()));
        } else if (event instanceof TagsChanged e) {
            return new EventFacts("tags_changed").changed(tags(e.added()), tags(e.removed()));
        } else if (event instanceof ParticipantsChanged e) {
            return new EventFacts("participants_changed").changed(people(e.added()), people(e.removed()));
        } else if (event instanceof WatchersChanged e) {
            return new EventFacts("watchers_changed").changed(agents(e.added()), agents(e.removed()));
        } else if (event instanceof FieldChanged e) {
            return new EventFacts("field_changed")
                    .with("field", names.field(e.key()))
                    .changed(e.from().map(Word::of), e.to().map(Word::of));
        } else if (event instanceof TimeRecorded e) {
            return new EventFacts("time_recorded").with("spent", time(e.spent()));
        }
        return found(event);
    }

    /** Events that tell what somebody found out, or of a change to which there are no values. */
    private EventFacts found(TicketEvent event) {
        if (event instanceof SlaWarned e) {
            return new EventFacts("sla_warned")
                    .with("target", e.target().label())
                    .with("due", e.due());
        } else if (event instanceof DelayAnnounced e) {
            return new EventFacts("delay_announced")
                    .with("target", e.target().label())
                    .with("due", e.due())
                    .with("new_due", e.newDue());
        } else if (event instanceof SlaBreached e) {
            return new EventFacts("sla_breached")
                    .with("target", e.target().label())
                    .with("due", e.due());
        } else if (event instanceof SlaEscalated e) {
            return new EventFacts("sla_escalated")
                    .with("target", e.target().label())
                    .with("count", e.step())
                    .with("due", e.due());
        } else if (event instanceof SlaReviewed) {
            return new EventFacts("sla_reviewed");
        } else if (event instanceof ReactionsFailed e) {
            return new EventFacts("reactions_failed").with("code", e.endless() ? "endless" : "");
        } else if (event instanceof DeliveryFailed e) {
            return new EventFacts("delivery_failed")
                    .with("recipient", names.holder(e.recipient()))
                    .with("code", e.status().indexOf('@') < 0 ? EventFacts.shown(e.status()) : "");
        } else if (event instanceof LinksRevoked) {
            return new EventFacts("links_revoked");
        } else if (event instanceof Snoozed e) {
            return new EventFacts("snoozed").with("until", e.until());
        } else if (event instanceof Woken) {
            return new EventFacts("woken");
        } else if (event instanceof SpamMarked) {
            return new EventFacts("spam_marked");
        } else if (event instanceof SpamCleared) {
            return new EventFacts("spam_cleared");
        } else if (event instanceof MessageRedacted e) {
            return new EventFacts("message_redacted")
                    .with("passages", e.passages())
                    .with("files", e.files());
        } else if (event instanceof SilenceStepTaken e) {
            return new EventFacts("silence_step_taken").with("step", EventFacts.code(e.step()));
        } else if (event instanceof SatisfactionRated e) {
            return new EventFacts("satisfaction_rated")
                    .with("code", EventFacts.code(e.rating()))
                    .with("resolution", e.how().map(EventFacts::code));
        } else if (event instanceof SatisfactionReminded) {
            return new EventFacts("satisfaction_reminded");
        } else if (event instanceof MessageRefused) {
            return new EventFacts("message_refused");
        }
        return ofTwo(event);
    }

    private static EventFacts ofTwo(TicketEvent event) {
        if (event instanceof MergedInto e) {
            return ofTwo("merged_into", e.number());
        } else if (event instanceof TookOver e) {
            return ofTwo("took_over", e.number());
        } else if (event instanceof Unmerged e) {
            return ofTwo("unmerged", e.number());
        } else if (event instanceof GaveBack e) {
            return ofTwo("gave_back", e.number());
        } else if (event instanceof Linked e) {
            return ofTwo("linked", e.number()).with("link", EventFacts.code(e.kind()));
        } else if (event instanceof Unlinked e) {
            return ofTwo("unlinked", e.number()).with("link", EventFacts.code(e.kind()));
        } else if (event instanceof SplitOff e) {
            return ofTwo("split_off", e.number()).with("count", e.messages().size());
        }
        throw new IllegalArgumentException("nobody has said how to tell of " + event.getClass());
    }

    private static EventFacts ofTwo(String type, TicketNumber other) {
        return new EventFacts(type).with("number", other.toString());
    }

    private Optional<String> number(Optional<TicketId> ticket) {
        return ticket.flatMap(names::number).map(TicketNumber::toString);
    }

    private Word agent(AgentId agent) {
        return Word.text(names.agent(agent).orElse(agent.value()));
    }

    private static Word team(TeamId team) {
        return Word.text(team.value());
    }

    private static List<String> tags(Set<Tag> tags) {
        return listed(tags.stream().sorted().map(Tag::value), tags.size());
    }

    private List<String> agents(Set<AgentId> agents) {
        return listed(
                agents.stream().map(id -> names.agent(id).orElse(id.value())).sorted(), agents.size());
    }

    private List<String> people(Set<ContactId> contacts) {
        return listed(
                contacts.stream()
                        .flatMap(contact -> names.customer(contact).stream())
                        .sorted(),
                contacts.size());
    }

    /** Those without a name and those too many are counted: {@code Kari Nordmann, +2}. */
    private static List<String> listed(Stream<String> known, int all) {
        List<String> listed = new ArrayList<>(known.limit(MAX_LISTED).toList());
        int others = all - listed.size();
        if (others > 0) {
            listed.add("+" + others);
        }
        return listed;
    }

    private static Map<String, Object> time(Duration spent) {
        Duration whole = Duration.ofSeconds(Math.max(1, spent.toSeconds()));
        return Map.of("hours", whole.toHours(), "minutes", whole.toMinutesPart(), "seconds", whole.toSecondsPart());
    }
}
