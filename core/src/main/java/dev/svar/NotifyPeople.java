package dev.svar;

import dev.svar.NoticeReason.Known;
import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.ContactId;
import dev.svar.message.Message;
import dev.svar.sla.SilencePlan;
import dev.svar.sla.SlaPolicies;
import dev.svar.template.Value;
import dev.svar.ticket.LinkKind;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.Assigned;
import dev.svar.ticket.TicketEvent.DelayAnnounced;
import dev.svar.ticket.TicketEvent.MergedInto;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.MessageRefused;
import dev.svar.ticket.TicketEvent.Opened;
import dev.svar.ticket.TicketEvent.SatisfactionReminded;
import dev.svar.ticket.TicketEvent.SilenceStepTaken;
import dev.svar.ticket.TicketEvent.SlaBreached;
import dev.svar.ticket.TicketEvent.SlaWarned;
import dev.svar.ticket.TicketEvent.StatusChanged;
import dev.svar.ticket.TicketEvent.Woken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is told what: the desk's own notifications. {@link Notices} leaves out what nobody needs to be told. */
final class NotifyPeople implements Reaction {
    private final NotificationRules rules;
    private final SlaPolicies policies;
    private final SilencePlan silence;
    private final Mentions mentions;

    NotifyPeople(NotificationRules rules, SlaPolicies policies, SilencePlan silence, Mentions mentions) {
        this.rules = rules;
        this.policies = policies;
        this.silence = silence;
        this.mentions = mentions;
    }

    @Override
    public List<Effect> to(Step step) {
        return notices(step).stream()
                .filter(notice -> rules.tells(notice.kind))
                .map(notice -> notice.effect)
                .toList();
    }

    /** What is told, and of which kind it is. */
    private record Told(NotificationKind kind, Effect effect) {}

    private List<Told> notices(Step step) {
        Ticket ticket = step.after();
        TicketEvent event = step.event().event();
        if (event instanceof Opened e) {
            // Who is told that a ticket was split off wonders which of the two to answer.
            boolean split =
                    e.origin().filter(o -> o.kind() == LinkKind.SPLIT_FROM).isPresent();
            return split ? List.of() : requester(ticket, NotificationKind.ACKNOWLEDGED, Map.of());
        } else if (event instanceof MessageAdded e) {
            return message(step, e.role());
        } else if (event instanceof StatusChanged e) {
            return status(step, e);
        } else if (event instanceof Assigned e) {
            return assigned(step, e);
        } else if (event instanceof MergedInto e) {
            return requester(
                    ticket,
                    NotificationKind.MERGED,
                    notice("merged_into", e.number().toString()));
        } else if (event instanceof MessageRefused && step.event().by() instanceof Actor.Customer sender) {
            return List.of(customer(sender.contact(), NotificationKind.MESSAGE_REFUSED, Known.SENDER, Map.of()));
        }
        return due(step);
    }

    /** What is told since a time came. */
    private List<Told> due(Step step) {
        Ticket ticket = step.after();
        TicketEvent event = step.event().event();
        if (event instanceof DelayAnnounced e) {
            Map<String, Value> facts = new LinkedHashMap<>(sla(e.target(), e.due()));
            facts.putAll(notice("new_due", e.newDue()));
            return requester(ticket, NotificationKind.DELAY_NOTICE, facts);
        } else if (event instanceof SilenceStepTaken e) {
            return requester(
                    ticket,
                    kind(e.step()),
                    silence.closesAt(ticket).map(at -> notice("closes_at", at)).orElse(Map.of()));
        } else if (event instanceof SatisfactionReminded) {
            return requester(ticket, NotificationKind.SATISFACTION_REMINDER, Map.of());
        } else if (event instanceof SlaWarned e) {
            return promise(NotificationKind.SLA_WARNING, step, e.target(), e.due());
        } else if (event instanceof SlaBreached e) {
            return promise(NotificationKind.SLA_BREACH, step, e.target(), e.due());
        } else if (event instanceof Woken && step.event().by() instanceof Actor.Rule) {
            return agents(followers(ticket), NotificationKind.WOKEN, Map.of());
        }
        return List.of();
    }

    private List<Told> message(Step step, MessageRole role) {
        Ticket ticket = step.after();
        if (role == MessageRole.REPLY) {
            return Stream.concat(
                            requester(ticket, NotificationKind.REPLIED, Map.of()).stream(),
                            ticket.participants().stream()
                                    .map(p -> customer(p, NotificationKind.REPLIED, Known.PARTICIPANT, Map.of())))
                    .toList();
        } else if (role == MessageRole.NOTE) {
            Map<AgentId, Known> named = new LinkedHashMap<>();
            step.message()
                    .map(Message::visibleText)
                    .map(mentions::in)
                    .orElse(List.of())
                    .forEach(agent -> named.put(agent, Known.MENTIONED));
            return agents(named, NotificationKind.MENTIONED, Map.of());
        }
        return List.of();
    }

    private static List<Told> status(Step step, StatusChanged e) {
        StatusCategory from = e.from().category();
        StatusCategory to = e.to().category();
        boolean merge = from == StatusCategory.MERGED || to == StatusCategory.MERGED;
        if (from == to || merge) {
            return List.of();
        } else if (to == StatusCategory.SOLVED && from != StatusCategory.CLOSED) {
            if (step.event().by().equals(SolveIncidents.RULE)) {
                return List.of(); // the mailing about the incident tells it
            }
            return requester(step.after(), NotificationKind.SOLVED, Map.of());
        } else if (to == StatusCategory.PENDING_CUSTOMER) {
            return requester(step.after(), NotificationKind.WAITING_FOR_YOU, Map.of());
        } else if (from == StatusCategory.NEW && to == StatusCategory.OPEN) {
            return takenUp(step);
        } else if (isDone(from) && !isDone(to)) {
            return agents(followers(step.after()), NotificationKind.REOPENED, Map.of());
        }
        return List.of();
    }

    private static boolean isDone(StatusCategory category) {
        return category == StatusCategory.SOLVED || category == StatusCategory.CLOSED;
    }

    /** Whoever assigns a ticket to somebody else, or has a rule do it, has not begun to work on it. */
    private static List<Told> assigned(Step step, Assigned e) {
        Map<AgentId, Known> assignee = new LinkedHashMap<>();
        e.to().ifPresent(agent -> assignee.put(agent, Known.ASSIGNEE));
        boolean fresh = e.from().isEmpty() && step.after().status().category() == StatusCategory.NEW;
        boolean himself =
                e.to().map(Actor::agent).filter(step.event().by()::equals).isPresent();
        return Stream.concat(
                        agents(assignee, NotificationKind.ASSIGNED, Map.of()).stream(),
                        fresh && himself ? takenUp(step).stream() : Stream.of())
                .toList();
    }

    private static List<Told> takenUp(Step step) {
        return step.event().by() instanceof Actor.DeskAgent
                ? requester(step.after(), NotificationKind.WORKING_ON_IT, Map.of())
                : List.of();
    }

    private static NotificationKind kind(SilenceStep step) {
        return switch (step) {
            case ASK -> NotificationKind.SILENCE_QUESTION;
            case WARN -> NotificationKind.SILENCE_WARNING;
            case CLOSE -> NotificationKind.CLOSED_AFTER_SILENCE;
        };
    }

    private static List<Told> requester(Ticket ticket, NotificationKind kind, Map<String, Value> facts) {
        return List.of(customer(ticket.requester(), kind, Known.REQUESTER, facts));
    }

    private static Told customer(ContactId contact, NotificationKind kind, Known reason, Map<String, Value> facts) {
        boolean automatic = kind != NotificationKind.REPLIED;
        return new Told(kind, new Effect.NotifyCustomer(contact, kind.template(), reason, automatic, facts));
    }

    private List<Told> promise(NotificationKind kind, Step step, SlaTarget target, Instant due) {
        Map<AgentId, Known> reasons = followers(step.after());
        Optional<AgentId> lookingAfter =
                step.clocks().clock(target).flatMap(clock -> policies.of(clock).escalateTo());
        lookingAfter.ifPresent(agent -> reasons.putIfAbsent(agent, Known.ESCALATION));
        return agents(reasons, kind, sla(target, due));
    }

    /** Who is told of what happens to a ticket, each once, with the strongest reason. */
    private static Map<AgentId, Known> followers(Ticket ticket) {
        Map<AgentId, Known> reasons = new LinkedHashMap<>();
        ticket.assignee().ifPresent(agent -> reasons.put(agent, Known.ASSIGNEE));
        ticket.watchers().stream()
                .sorted(Comparator.comparing(AgentId::value))
                .forEach(agent -> reasons.putIfAbsent(agent, Known.WATCHER));
        return reasons;
    }

    private static List<Told> agents(Map<AgentId, Known> reasons, NotificationKind kind, Map<String, Value> facts) {
        List<Told> told = new ArrayList<>();
        reasons.forEach((agent, reason) ->
                told.add(new Told(kind, new Effect.NotifyAgent(agent, kind.template(), reason, facts))));
        return told;
    }

    private static Map<String, Value> notice(String name, Object value) {
        return Map.of("notice", Value.of(Map.of(name, value)));
    }

    /** What the templates about promises are told. */
    static Map<String, Value> sla(SlaTarget target, Instant due) {
        return Map.of("sla", Value.of(Map.of("target", target.label(), "due", due)));
    }
}
