package dev.svar;

import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.sla.SlaClocks;
import dev.svar.sla.SlaPolicies;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketEvent.MessageCopied;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import dev.svar.ticket.TicketPairCommand;
import dev.svar.ticket.TicketSplit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one command leads to: its events, the reactions to them, the commands that these ask for, and so on
 * until nothing follows. Pure; used once, by one thread.
 */
final class Cascade {
    /** The most commands that reactions to one command may lead to, so that rules cannot set each other off forever. */
    static final int MAX_COMMANDS = 100;

    private final TenantId tenant;
    private final TicketLifecycle lifecycle;
    private final SlaPolicies policies;
    private final List<Reaction> reactions;
    private final List<Draft> drafts;
    private final Instant now;
    private final Map<TicketId, TicketState> before = new LinkedHashMap<>();
    private final Map<TicketId, TicketState> states = new LinkedHashMap<>();
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int followed;

    Cascade(
            TenantId tenant,
            TicketLifecycle lifecycle,
            SlaPolicies policies,
            List<Reaction> reactions,
            List<Draft> drafts,
            Instant now) {
        this.tenant = tenant;
        this.lifecycle = lifecycle;
        this.policies = policies;
        this.reactions = reactions;
        this.drafts = drafts;
        this.now = now;
    }

    /** What a reaction wants done with the ticket that it reacted to. */
    private record Wish(TicketId ticket, TicketCommand command) {}

    /** A cascade about a ticket, and perhaps others, as they stand. */
    Cascade about(TicketState... tickets) {
        for (TicketState state : tickets) {
            before.put(state.ticket().id(), state);
            states.put(state.ticket().id(), state);
        }
        return this;
    }

    Cascade open(TicketId id, TicketCommand.Open command) {
        return happen(lifecycle.open(id, command, now));
    }

    Cascade decide(TicketId ticket, TicketCommand command) {
        return happen(lifecycle.decide(current(ticket), command, now));
    }

    Cascade decide(TicketId ticket, TicketId other, TicketPairCommand command) {
        return happen(lifecycle.decide(current(ticket), current(other), command, now));
    }

    Cascade split(TicketId source, TicketId fresh, TicketSplit split) {
        return happen(lifecycle.split(current(source), fresh, split, now));
    }

    /** Lets all reactions have their say. */
    Cascade settle() {
        while (!wishes.isEmpty()) {
            Wish wish = wishes.remove();
            followed++;
            if (followed > MAX_COMMANDS) {
                throw new ReactionLimitException(current(wish.ticket()).number(), MAX_COMMANDS);
            }
            Ticket ticket = current(wish.ticket());
            if (ClimbLadder.stillWanted(wish.command(), ticket)
                    && RaiseNewTickets.stillWanted(wish.command(), ticket)) {
                decide(wish.ticket(), wish.command());
            }
        }
        return this;
    }

    /** Everything that followed. */
    Outcome outcome() {
        settle();
        return new Outcome(before, states, steps, notices);
    }

    /** The tickets as they are after what has happened so far. */
    TicketState state(TicketId ticket) {
        return Optional.ofNullable(states.get(ticket)).orElseThrow();
    }

    private Ticket current(TicketId ticket) {
        return state(ticket).ticket();
    }

    private Cascade happen(List<RecordedEvent> events) {
        events.forEach(this::happen);
        return this;
    }

    private void happen(RecordedEvent event) {
        Optional<TicketState> known = Optional.ofNullable(states.get(event.ticket()));
        Optional<Ticket> old = known.map(TicketState::ticket);
        Ticket after =
                old.map(t -> TicketLifecycle.apply(t, event)).orElseGet(() -> TicketLifecycle.first(tenant, event));
        SlaClocks clocks =
                known.map(TicketState::clocks).orElse(SlaClocks.none()).after(event, after, policies);
        states.put(event.ticket(), new TicketState(after, clocks));
        Step step = new Step(old, after, clocks, event, message(event));
        steps.add(step);
        for (Reaction reaction : reactions) {
            reaction.to(step).forEach(effect -> take(effect, step));
        }
    }

    private void take(Effect effect, Step step) {
        if (effect instanceof Effect.Follow follow) {
            wishes.add(new Wish(step.after().id(), follow.command()));
        } else {
            notices.add(new Notice(effect, step));
        }
    }

    private Optional<Message> message(RecordedEvent event) {
        if (event.event() instanceof MessageAdded added) {
            return Optional.of(message(event, added.message(), added.role()));
        } else if (event.event() instanceof MessageCopied copied) {
            return Optional.of(message(event, copied.message(), copied.role()));
        }
        return Optional.empty();
    }

    private Message message(RecordedEvent event, MessageId id, MessageRole role) {
        return drafts.stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "command", "adds a message that is not there, use reply, note or receive instead"))
                .addedBy(event, tenant, role);
    }
}
