package dev.svar;

import dev.svar.contact.Actor;
import dev.svar.delivery.Delivery;
import dev.svar.store.Changes;
import dev.svar.store.StoreException;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a cascade came to into the changes of one commit: events, messages, timers and deliveries. */
final class ChangeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWriter.class);

    private final DeskSetup setup;
    private final Letters letters;
    private final Digests digests;

    ChangeWriter(DeskSetup setup) {
        this.setup = setup;
        this.letters = new Letters(setup);
        this.digests = new Digests(setup);
    }

    /** What the tickets are after all that followed. */
    private static final class Tail {
        private final List<Step> steps;
        private final Map<TicketId, TicketState> after;

        Tail(Outcome outcome) {
            this.steps = new ArrayList<>(outcome.steps());
            this.after = new LinkedHashMap<>(outcome.after());
        }

        void add(Outcome more) {
            steps.addAll(more.steps());
            after.putAll(more.after());
        }

        TicketState after(TicketId ticket) {
            return Optional.ofNullable(after.get(ticket)).orElseThrow();
        }

        List<RecordedEvent> events(TicketId ticket) {
            return steps.stream()
                    .map(Step::event)
                    .filter(e -> e.ticket().equals(ticket))
                    .toList();
        }
    }

    /**
     * Writes the changes.
     *
     * @return the tickets after all of them
     */
    Map<TicketId, TicketState> write(Changes.Builder changes, Outcome outcome, People people, Instant now) {
        if (outcome.steps().isEmpty()) {
            return outcome.after();
        }
        Tail tail = new Tail(outcome);
        for (Delivery stillborn : plan(changes, letters.write(outcome, people, now))) {
            Outcome more = lossOf(stillborn, tail.after(stillborn.ticket().orElseThrow()), now);
            plan(changes, letters.write(more, people, now));
            tail.add(more);
        }
        for (TicketState after : tail.after.values()) {
            TicketId id = after.ticket().id();
            List<RecordedEvent> events = tail.events(id);
            if (!events.isEmpty()) {
                changes.ticket(new TicketChange(after, events));
                boolean reviewed = events.stream().anyMatch(e -> e.event() instanceof TicketEvent.SlaReviewed);
                timers(changes, Optional.ofNullable(outcome.before().get(id)), after, reviewed);
                tell(changes, id, now);
                learn(changes, id, events, now);
            }
        }
        tail.steps.forEach(step -> step.message().ifPresent(changes::message));
        return tail.after;
    }

    /** Whether articles were linked is looked at by then: the replies may be older than this commit. */
    private void learn(Changes.Builder changes, TicketId ticket, List<RecordedEvent> events, Instant now) {
        boolean solved = events.stream()
                .anyMatch(e -> e.event() instanceof TicketEvent.StatusChanged changed
                        && changed.to().category() == StatusCategory.SOLVED);
        if (solved && setup.knowledge().links().isPresent()) {
            changes.schedule(new Work(new WorkKey.LearnPhrasing(ticket), now));
        }
    }

    /** A reaction that fails must not undo what the letter was to tell about. */
    private Outcome lossOf(Delivery stillborn, TicketState state, Instant now) {
        try {
            return lossOf(stillborn, state.ticket().id(), setup.cascade(now).about(state));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("a reaction to the loss of delivery {} failed", stillborn.id(), e);
            return lossOf(
                    stillborn, state.ticket().id(), setup.quietCascade(now).about(state));
        }
    }

    /** The tickets of a delivery learn of its loss: all that it tells of; a delivery of a mailing has none. */
    void tellLoss(Changes.Builder changes, Delivery lost, Supplier<Cascade> cascades, People people, Instant now) {
        for (TicketId ticket : digests.toldIn(lost)) {
            TicketState state = setup.store()
                    .ticket(setup.tenant(), ticket)
                    .orElseThrow(() -> new IllegalStateException("a delivery without its ticket"));
            write(changes, lossOf(lost, ticket, cascades.get().about(state)), people, now);
        }
    }

    /** A ticket learns that somebody did not get something, or perhaps did not. */
    private static Outcome lossOf(Delivery lost, TicketId ticket, Cascade cascade) {
        return cascade.decide(
                        ticket,
                        new TicketCommand.ReportDeliveryFailure(
                                Actor.rule("delivery"), lost.message().to(), lost.code(), lost.detail()))
                .outcome();
    }

    /** Plans the deliveries and gives back those of whose loss their ticket is to learn already. */
    private List<Delivery> plan(Changes.Builder changes, List<Letter> written) {
        for (Letter letter : written) {
            Delivery delivery = letter.delivery();
            changes.newDelivery(delivery);
            if (delivery.state().waiting()) {
                changes.schedule(new Work(WorkKey.HandOver.of(delivery), letter.due()));
            }
        }
        return written.stream()
                .map(Letter::delivery)
                .filter(setup.deliveryRules()::tells)
                .toList();
    }

    /**
     * Only what differs is written, as far as the store is known to have what the ticket had: not if its policy became
     * another meanwhile.
     */
    private void timers(Changes.Builder changes, Optional<TicketState> before, TicketState after, boolean reviewed) {
        Map<WorkKey, Instant> old = before.map(setup.timers()::of).orElse(Map.of());
        Map<WorkKey, Instant> wanted = setup.timers().of(after);
        old.keySet().stream().filter(key -> !wanted.containsKey(key)).forEach(changes::cancel);
        wanted.forEach((key, at) -> {
            if (reviewed || !at.equals(old.get(key))) {
                changes.schedule(new Work(key, at));
            }
        });
    }

    /** Whoever tells a listener of a ticket goes on until nothing is new, so one reminder is enough. */
    private void tell(Changes.Builder changes, TicketId ticket, Instant now) {
        setup.listeners()
                .keySet()
                .forEach(name -> changes.scheduleIfAbsent(new Work(new WorkKey.Tell(name, ticket), now)));
    }
}
