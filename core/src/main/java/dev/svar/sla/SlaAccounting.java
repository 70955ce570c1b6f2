package dev.svar.sla;

import dev.svar.contact.TenantId;
import dev.svar.sla.SlaAccount.Kind;
import dev.svar.sla.SlaAccount.Stretch;
import dev.svar.sla.SlaAccount.Term;
import dev.svar.sla.SlaClock.State;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketLifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lives through the events of a ticket again and keeps what became of one promise, to make its {@link SlaAccount}. Used once,
 * by one thread; what it keeps grows with how often the promise stood still, not with how many events there are.
 */
public final class SlaAccounting {
    private final TenantId tenant;
    private final SlaTarget target;
    private final SlaPolicies policies;
    private final List<Term> terms = new ArrayList<>();
    private final List<Lap> laps = new ArrayList<>();
    private Optional<Ticket> ticket = Optional.empty();
    private SlaClocks clocks = SlaClocks.none();
    private Optional<TicketEvent> startedBy = Optional.empty();

    /**
     * Begins before the first event.
     *
     * @param tenant whose ticket it is
     * @param target which promise
     * @param policies the policies in force
     */
    public SlaAccounting(TenantId tenant, SlaTarget target, SlaPolicies policies) {
        this.tenant = tenant;
        this.target = target;
        this.policies = policies;
    }

    /** A time in which the clock did the same, under one calendar, from an instant until the next one. */
    private record Lap(Instant from, Kind kind, BusinessCalendar calendar) {}

    /**
     * Lives through the next event.
     *
     * @param event the one that follows, beginning with the first
     */
    public void add(RecordedEvent event) {
        Ticket after =
                ticket.map(t -> TicketLifecycle.apply(t, event)).orElseGet(() -> TicketLifecycle.first(tenant, event));
        Optional<SlaClock> was = clocks.clock(target);
        clocks = clocks.after(event, after, policies);
        clocks.clock(target).ifPresent(is -> follow(was, is, after, event));
        ticket = Optional.of(after);
    }

    private void follow(Optional<SlaClock> was, SlaClock is, Ticket after, RecordedEvent event) {
        if (was.isEmpty() || was.get().cycle() != is.cycle()) {
            terms.clear();
            laps.clear();
            startedBy = Optional.of(event.event());
        }
        boolean over = was.filter(w -> w.cycle() == is.cycle() && !w.open()).isPresent() && !is.open();
        if (over) {
            return;
        }
        Term term = new Term(event.at(), is.policy(), after.priority(), is.allowed());
        if (terms.isEmpty() || !sameTerms(terms.get(terms.size() - 1), term)) {
            terms.add(term);
        }
        Lap lap = new Lap(event.at(), kind(is, after), policies.of(is).calendar(target));
        if (laps.isEmpty() || !sameLap(laps.get(laps.size() - 1), lap)) {
            laps.add(lap);
        }
    }

    private static boolean sameTerms(Term one, Term other) {
        return one.policy().equals(other.policy())
                && one.priority() == other.priority()
                && one.allowed().equals(other.allowed());
    }

    private static boolean sameLap(Lap one, Lap other) {
        return one.kind() == other.kind() && one.calendar().equals(other.calendar());
    }

    private static Kind kind(SlaClock clock, Ticket ticket) {
        if (clock.state() == State.RUNNING) {
            return Kind.COUNTED;
        }
        StatusCategory category = ticket.status().category();
        if (ticket.spam()) {
            return Kind.SPAM;
        }
        return switch (category) {
            case MERGED -> Kind.MERGED;
            case SOLVED, CLOSED -> Kind.SETTLED;
            case PENDING_CUSTOMER -> clock.open() ? Kind.WAITING_FOR_CUSTOMER : Kind.NOT_PROMISED;
            case PENDING_INTERNAL -> clock.open() ? Kind.ON_HOLD : Kind.NOT_PROMISED;
            case NEW, OPEN -> Kind.NOT_PROMISED;
        };
    }

    /**
     * The account of the latest cycle.
     *
     * @param stored the promise as the store has it
     * @param now when it is asked for, not before the last event
     * @return the account, or nothing if the events never began such a promise
     * @throws CalendarException if it has more than {@value BusinessCalendar#MAX_EXPLAINED_SPANS} stretches
     */
    public Optional<SlaAccount> account(SlaClock stored, Instant now) {
        return clocks.clock(target).map(replayed -> {
            boolean ended = !stored.open();
            Instant end = ended ? stored.since() : now;
            List<Stretch> stretches = new ArrayList<>();
            for (int i = 0; i < laps.size(); i++) {
                Instant to = i + 1 < laps.size() ? laps.get(i + 1).from() : end;
                stretches.addAll(stretches(laps.get(i), laps.get(i).from(), to));
            }
            Duration counted = stretches.stream()
                    .filter(stretch -> stretch.kind() == Kind.COUNTED)
                    .map(Stretch::length)
                    .reduce(Duration.ZERO, Duration::plus);
            if (stored.state() == State.RUNNING) {
                stretches.addAll(stretches(laps.get(laps.size() - 1), end, stored.due()));
            }
            return new SlaAccount(
                    stored, startedBy.orElseThrow(), terms, stretches, counted, end, replayed.equals(stored));
        });
    }

    private static List<Stretch> stretches(Lap lap, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        } else if (lap.kind() != Kind.COUNTED) {
            return List.of(new Stretch(from, to, lap.kind(), ""));
        }
        return lap.calendar().explain(from, to).stream()
                .map(span ->
                        new Stretch(span.from(), span.to(), span.counted() ? Kind.COUNTED : Kind.CLOSED, span.reason()))
                .toList();
    }
}
