package dev.svar;

import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Message;
import dev.svar.sla.SlaClocks;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.TicketState;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent.MessageAdded;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one command leads to: its events, the reactions to them, the commands that these ask for, and so on
 * until nothing follows. Pure; used once, by one thread.
 */
final class Cascade {
    /** The most commands that reactions to one command may lead to, so that rules cannot set each other off forever. */
    static final int MAX_COMMANDS = 100;

    private final TenantId tenant;
    private final SlaPolicy policy;
    private final List<Reaction> reactions;
    private final Optional<Draft> draft;
    private final Instant now;
    private final Deque<TicketCommand> commands = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private Optional<TicketState> state = Optional.empty();
    private int followed;

    Cascade(TenantId tenant, SlaPolicy policy, List<Reaction> reactions, Optional<Draft> draft, Instant now) {
        this.tenant = tenant;
        this.policy = policy;
        this.reactions = reactions;
        this.draft = draft;
        this.now = now;
    }

    /** What a cascade came to; no steps if everything was already as wished. */
    record Outcome(TicketState after, List<Step> steps, List<Notice> notices) {}

    Outcome open(TicketId id, TicketCommand.Open command) {
        return run(TicketLifecycle.open(id, command, now));
    }

    Outcome decide(TicketState before, TicketCommand command) {
        return decide(before, List.of(command));
    }

    Outcome decide(TicketState before, List<TicketCommand> wishes) {
        state = Optional.of(before);
        for (TicketCommand wish : wishes) {
            TicketLifecycle.decide(current().ticket(), wish, now).forEach(this::happen);
        }
        return run(List.of());
    }

    private Outcome run(List<RecordedEvent> first) {
        first.forEach(this::happen);
        while (!commands.isEmpty()) {
            followed++;
            if (followed > MAX_COMMANDS) {
                throw new ReactionLimitException(current().ticket().number(), MAX_COMMANDS);
            }
            TicketLifecycle.decide(current().ticket(), commands.remove(), now).forEach(this::happen);
        }
        return new Outcome(current(), List.copyOf(steps), List.copyOf(notices));
    }

    private TicketState current() {
        return state.orElseThrow();
    }

    private void happen(RecordedEvent event) {
        Optional<Ticket> before = state.map(TicketState::ticket);
        Ticket after =
                before.map(t -> TicketLifecycle.apply(t, event)).orElseGet(() -> TicketLifecycle.first(tenant, event));
        SlaClocks clocks =
                state.map(TicketState::clocks).orElse(SlaClocks.none()).after(event, after, policy);
        state = Optional.of(new TicketState(after, clocks));
        Step step = new Step(before, after, clocks, event, message(event));
        steps.add(step);
        for (Reaction reaction : reactions) {
            reaction.to(step).forEach(effect -> take(effect, step));
        }
    }

    private void take(Effect effect, Step step) {
        if (effect instanceof Effect.Follow follow) {
            commands.add(follow.command());
        } else {
            notices.add(new Notice(effect, step));
        }
    }

    private Optional<Message> message(RecordedEvent event) {
        if (!(event.event() instanceof MessageAdded added)) {
            return Optional.empty();
        }
        Draft text = draft.filter(d -> d.id().equals(added.message()))
                .orElseThrow(() -> new InvalidValueException(
                        "command", "adds a message that is not there, use reply, note or receive instead"));
        return Optional.of(text.addedBy(event, tenant, added.role()));
    }
}
