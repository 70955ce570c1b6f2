package dev.svar.sla;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import dev.svar.ticket.TicketNumber;
import dev.svar.ticket.TicketPairCommand;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A ticket that lives under a policy; times are written as they are in Oslo's offset, for example {@code +01:00}. */
final class TicketUnderSla {
    private static final ContactId KARI = new ContactId(new UUID(0, 1));
    private static final Actor CUSTOMER = Actor.customer(KARI);
    static final Actor AGENT = Actor.agent(new AgentId("lars"));
    private static final Actor RULE = Actor.rule("sla");
    private static final MessageId MESSAGE = new MessageId(new UUID(0, 2));

    private SlaPolicies policies;
    private Ticket ticket;
    private final List<RecordedEvent> events = new ArrayList<>();
    private SlaClocks clocks = SlaClocks.none();

    private TicketUnderSla(SlaPolicies policies, Ticket ticket) {
        this.policies = policies;
        this.ticket = ticket;
    }

    static Instant at(String offsetTime) {
        return OffsetDateTime.parse(offsetTime).toInstant();
    }

    static TicketUnderSla opened(SlaPolicy policy, Priority priority, String at) {
        return opened(policy, priority, 1, at);
    }

    static TicketUnderSla opened(SlaPolicy policy, Priority priority, int number, String at) {
        return opened(SlaPolicies.of(policy), priority, number, at);
    }

    static TicketUnderSla opened(SlaPolicies policies, Priority priority, int number, String at) {
        TicketCommand.Open open = new TicketCommand.Open(
                CUSTOMER,
                new TicketNumber("SUP", number),
                "Betaling",
                KARI,
                Set.of(),
                priority,
                Channel.MAIL,
                Optional.empty(),
                true,
                MESSAGE);
        List<RecordedEvent> events = TicketLifecycle.standard().open(new TicketId(new UUID(7, number)), open, at(at));
        TicketUnderSla life = new TicketUnderSla(policies, TicketLifecycle.first(TenantId.DEFAULT, events.get(0)));
        life.events.add(events.get(0));
        life.clocks = life.clocks.after(events.get(0), life.ticket, policies);
        life.happen(events.subList(1, events.size()));
        return life;
    }

    private void happen(List<RecordedEvent> more) {
        for (RecordedEvent event : more) {
            events.add(event);
            ticket = TicketLifecycle.apply(ticket, event);
            clocks = clocks.after(event, ticket, policies);
        }
    }

    TicketUnderSla then(TicketCommand command, String at) {
        happen(TicketLifecycle.standard().decide(ticket, command, at(at)));
        return this;
    }

    TicketUnderSla customerWrites(String at) {
        return then(new TicketCommand.AddCustomerMessage(CUSTOMER, MESSAGE), at);
    }

    /** A message that reopens nothing. */
    TicketUnderSla thanks(String at) {
        return then(new TicketCommand.AddCustomerMessage(CUSTOMER, MESSAGE, Channel.MAIL, false), at);
    }

    TicketUnderSla machineWrites(String at) {
        return then(new TicketCommand.AddAutomaticMessage(CUSTOMER, MESSAGE), at);
    }

    TicketUnderSla noted(String at) {
        return then(new TicketCommand.AddNote(AGENT, MESSAGE), at);
    }

    TicketUnderSla replied(Status then, String at) {
        return then(new TicketCommand.Reply(AGENT, MESSAGE, then), at);
    }

    TicketUnderSla status(Status status, String at) {
        return then(new TicketCommand.ChangeStatus(AGENT, status), at);
    }

    TicketUnderSla priority(Priority priority, String at) {
        return then(new TicketCommand.ChangePriority(AGENT, priority), at);
    }

    TicketUnderSla team(String team, String at) {
        return then(new TicketCommand.AssignTeam(AGENT, Optional.of(new TeamId(team))), at);
    }

    TicketUnderSla category(String category, String at) {
        return then(new TicketCommand.Categorize(AGENT, category, List.of()), at);
    }

    TicketUnderSla snoozed(String until, String at) {
        return then(new TicketCommand.Snooze(AGENT, at(until)), at);
    }

    TicketUnderSla woken(String at) {
        return then(new TicketCommand.Wake(AGENT), at);
    }

    TicketUnderSla reviewed(String at) {
        return then(new TicketCommand.ReviewSla(AGENT), at);
    }

    TicketUnderSla spam(String at) {
        return then(new TicketCommand.MarkSpam(AGENT), at);
    }

    TicketUnderSla noSpam(String at) {
        return then(new TicketCommand.ClearSpam(AGENT), at);
    }

    TicketUnderSla mergedInto(TicketUnderSla other, String at) {
        return with(other, new TicketPairCommand.Merge(AGENT, false, clocks.waiting(policies, at(at))), at);
    }

    TicketUnderSla givenBackBy(TicketUnderSla other, String at) {
        return with(other, new TicketPairCommand.UndoMerge(AGENT), at);
    }

    private TicketUnderSla with(TicketUnderSla other, TicketPairCommand command, String at) {
        List<RecordedEvent> events = TicketLifecycle.standard().decide(ticket, other.ticket, command, at(at));
        happen(events.stream().filter(e -> e.ticket().equals(ticket.id())).toList());
        other.happen(events.stream()
                .filter(e -> e.ticket().equals(other.ticket.id()))
                .toList());
        return this;
    }

    TicketUnderSla reached(SlaTarget target, SlaLevel level, int cycle, String at) {
        SlaClock clock = clock(target);
        TicketCommand command = switch (level.kind()) {
            case WARNING -> new TicketCommand.WarnOfSla(RULE, target, cycle, level.step(), clock.due());
            case DELAY_NOTICE -> new TicketCommand.AnnounceDelay(RULE, target, cycle, clock.due(), clock.due());
            case BREACH -> new TicketCommand.BreachSla(RULE, target, cycle, clock.due(), clock.allowed());
            case ESCALATION -> new TicketCommand.EscalateSla(RULE, target, cycle, level.step(), clock.due());
        };
        return then(command, at);
    }

    /** The host has other policies from now on. */
    TicketUnderSla under(SlaPolicies now) {
        policies = now;
        return this;
    }

    SlaReplay replayed(SlaPolicies under) {
        SlaReplay replay = new SlaReplay(TenantId.DEFAULT, under);
        events.forEach(replay::add);
        return replay;
    }

    Ticket ticket() {
        return ticket;
    }

    List<SlaTimer> timers() {
        return clocks.timers(ticket, policies);
    }

    SlaClocks clocks() {
        return clocks;
    }

    SlaClock clock(SlaTarget target) {
        return clocks.clock(target).orElseThrow();
    }

    List<String> timersOf(SlaTarget target) {
        return timers().stream()
                .filter(t -> t.target() == target)
                .map(t -> t.level() + " " + t.at())
                .toList();
    }
}
