package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.error.SvarException;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SilencePlan;
import dev.svar.sla.SlaClocks;
import dev.svar.sla.SlaPolicies;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.TicketState;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SilenceStep;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketEvent.ParticipantsChanged;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import dev.svar.ticket.TicketPairCommand;
import dev.svar.ticket.TicketSplit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tickets that random commands happen to, good ones and bad ones, decided by the pure rules alone. After each command the
 * tickets that it changed are held against {@link DeskInvariants}.
 */
final class RandomDesk {
    static final SlaPolicies POLICIES =
            SlaPolicies.of(SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo"))));
    static final SilencePlan SILENCE = SilencePlan.builder()
            .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(2), SilenceStep.ASK)
            .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(1), SilenceStep.WARN)
            .step(StatusCategory.PENDING_CUSTOMER, Duration.ofDays(1), SilenceStep.CLOSE)
            .step(StatusCategory.SOLVED, Duration.ofDays(3), SilenceStep.CLOSE)
            .build();

    private static final int REFOLD_EVERY = 500;

    private final long seed;
    private final RandomWishes wishes;
    private final Random random;
    private final TicketLifecycle lifecycle;
    private final Map<TicketId, TicketState> states = new LinkedHashMap<>();
    private final Map<TicketId, List<RecordedEvent>> histories = new LinkedHashMap<>();
    private final Map<TicketId, Set<ContactId>> ownPeople = new HashMap<>();
    private final Map<TicketId, Ticket> beforeMerge = new HashMap<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private Instant now = Instant.parse("2026-01-05T08:00:00Z");

    RandomDesk(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.wishes = new RandomWishes(random);
        this.lifecycle = TicketLifecycle.of(wishes.rules());
    }

    Map<TicketId, List<RecordedEvent>> histories() {
        return histories;
    }

    /** How often each event happened and each refusal was made, by name. */
    Map<String, Integer> seen() {
        return seen;
    }

    RandomDesk run(int steps) {
        for (int step = 1; step <= steps; step++) {
            // Clocks of several nodes do not agree to the microsecond.
            long minutes = random.nextInt(20) == 0 ? 0 : random.nextInt(200);
            now = now.plus(Duration.ofMinutes(minutes)).minusNanos(random.nextInt(2_000_000) * 1000L);
            try {
                next();
                if (step % REFOLD_EVERY == 0) {
                    refold();
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", step " + step + ", " + wishes.latest(), e);
            }
        }
        return this;
    }

    private void next() {
        List<TicketId> ids = List.copyOf(states.keySet());
        if (ids.size() < 2 || (ids.size() < RandomWishes.MAX_TICKETS && random.nextInt(25) == 0)) {
            attempt(List.of(), () -> lifecycle.open(wishes.fresh(), wishes.opening(), now));
            return;
        }
        TicketId one = ids.get(random.nextInt(ids.size()));
        TicketId other = ids.get(random.nextInt(ids.size()));
        int kind = random.nextInt(20);
        if (kind < 4) {
            attempt(List.of(one, other), () -> {
                TicketPairCommand command = wishes.pair(this, one, other);
                return lifecycle.decide(ticket(one), ticket(other), command, now);
            });
        } else if (kind == 4) {
            // Merges are undone by whoever erred, so of the ticket that was merged.
            ticket(one)
                    .merge()
                    .ifPresent(merge -> attempt(
                            List.of(one, merge.into()),
                            () -> lifecycle.decide(ticket(one), ticket(merge.into()), wishes.undo(), now)));
        } else if (kind == 5 && ids.size() < RandomWishes.MAX_TICKETS) {
            TicketSplit split = wishes.split();
            attempt(List.of(one), () -> lifecycle.split(ticket(one), wishes.fresh(), split, now));
        } else if (kind == 6 && ids.size() < RandomWishes.MAX_TICKETS) {
            followedUp(one);
        } else {
            attempt(List.of(one), () -> lifecycle.decide(ticket(one), wishes.command(state(one), now), now));
        }
    }

    private void followedUp(TicketId one) {
        attempt(List.of(one), () -> {
            TicketId fresh = wishes.fresh();
            TicketCommand.Open opening = wishes.following(one);
            List<RecordedEvent> events = new ArrayList<>(lifecycle.open(fresh, opening, now));
            events.addAll(lifecycle.decide(
                    ticket(one), new TicketCommand.RecordFollowUp(opening.by(), fresh, opening.number()), now));
            return events;
        });
    }

    private interface Decision {
        List<RecordedEvent> events();
    }

    private void attempt(List<TicketId> concerned, Decision decision) {
        List<RecordedEvent> events;
        try {
            events = decision.events();
        } catch (SvarException e) {
            seen.merge(wishes.nameOf(e), 1, Integer::sum);
            return;
        }
        Set<TicketId> changed = new LinkedHashSet<>(concerned);
        for (RecordedEvent event : events) {
            changed.add(event.ticket());
            happen(event);
        }
        DeskInvariants invariants = new DeskInvariants(this);
        changed.forEach(invariants::check);
    }

    private void happen(RecordedEvent recorded) {
        TicketId id = recorded.ticket();
        Optional<TicketState> known = Optional.ofNullable(states.get(id));
        Ticket after = known.map(s -> TicketLifecycle.apply(s.ticket(), recorded))
                .orElseGet(() -> TicketLifecycle.first(TenantId.DEFAULT, recorded));
        SlaClocks clocks =
                known.map(TicketState::clocks).orElse(SlaClocks.none()).after(recorded, after, POLICIES);
        states.put(id, new TicketState(after, clocks));
        histories.computeIfAbsent(id, i -> new ArrayList<>()).add(recorded);
        TicketEvent event = recorded.event();
        seen.merge(event.getClass().getSimpleName(), 1, Integer::sum);
        if (event instanceof TicketEvent.Opened opened) {
            ownPeople.put(id, new HashSet<>(opened.participants()));
        } else if (event instanceof ParticipantsChanged e) {
            ownPeople.get(id).addAll(e.added());
            ownPeople.get(id).removeAll(e.removed());
        } else if (event instanceof TicketEvent.MergedInto) {
            known.ifPresent(s -> beforeMerge.put(id, s.ticket()));
        } else if (event instanceof TicketEvent.StatusChanged e && e.from().category() == StatusCategory.MERGED) {
            restored(after);
        }
    }

    private void restored(Ticket after) {
        if (after.status().category() != StatusCategory.MERGED) {
            new DeskInvariants(this).restored(ticketBeforeMerge(after.id()), after);
        }
    }

    private Ticket ticketBeforeMerge(TicketId id) {
        return Optional.ofNullable(beforeMerge.get(id)).orElseThrow();
    }

    /** All histories, told again from their beginnings. */
    void refold() {
        histories.forEach((id, history) -> {
            Ticket ticket = TicketLifecycle.first(TenantId.DEFAULT, history.get(0));
            SlaClocks clocks = SlaClocks.none().after(history.get(0), ticket, POLICIES);
            for (RecordedEvent event : history.subList(1, history.size())) {
                ticket = TicketLifecycle.apply(ticket, event);
                clocks = clocks.after(event, ticket, POLICIES);
            }
            new DeskInvariants(this).same(new TicketState(ticket, clocks), state(id));
        });
    }

    /** Undoes every merge, those of tickets that were merged on last. */
    void undoAllMerges() {
        boolean more = true;
        while (more) {
            more = false;
            for (TicketId id : List.copyOf(states.keySet())) {
                Optional<TicketId> into = ticket(id).merge().map(m -> m.into());
                if (into.isPresent() && ticket(into.get()).merge().isEmpty()) {
                    lifecycle
                            .decide(
                                    ticket(id),
                                    ticket(into.get()),
                                    new TicketPairCommand.UndoMerge(Actor.rule("test")),
                                    now.truncatedTo(ChronoUnit.MICROS))
                            .forEach(this::happen);
                    more = true;
                }
            }
        }
        states.keySet().forEach(new DeskInvariants(this)::check);
    }

    Set<ContactId> ownPeople(TicketId id) {
        return Optional.ofNullable(ownPeople.get(id)).orElseThrow();
    }

    Map<TicketId, TicketState> states() {
        return states;
    }

    TicketState state(TicketId id) {
        return Optional.ofNullable(states.get(id)).orElseThrow();
    }

    Ticket ticket(TicketId id) {
        return state(id).ticket();
    }
}
