package dev.svar;

import dev.svar.contact.Channel;
import dev.svar.sla.SlaLevel;
import dev.svar.store.Claim;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Does what is due: claims it in batches, lane by lane in turn, and gives it to whoever knows how. */
final class DueWork {
    /** How long a claim holds. Work that it runs out for before it was begun goes back, as if it had not been claimed. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** How far the clocks of two nodes may be apart without harm: work is not begun when less than that is left of a lease. */
    static final Duration SKEW = Duration.ofSeconds(30);

    /** How much is claimed at a time of what reaches out of the store: little enough that other nodes get their share. */
    static final int BATCH = 20;

    /** How much is claimed at a time of what needs the store alone, and is stored in one commit if possible. */
    static final int TICKETS_BATCH = 100;

    /** Levels that became due at the same instant are reached one after the other, the breach last. */
    private static final Comparator<Claim> IN_ORDER =
            Comparator.comparing((Claim claim) -> claim.work().dueAt()).thenComparing(DueWork::rank);

    private final DeskSetup setup;
    private final HandOvers handOvers;
    private final DueTimers timers;
    private final Telling telling;
    private final Offers offers;
    private final MailingPlans mailings;
    private final SolveIncidents incidents;
    private final LearnPhrasings phrasings;
    private final ArticleFeed articles;
    private final TicketFeed tickets;
    private final Expiry expiry;
    private final FailedWork failures;
    private final Map<WorkLane, Channel> channels;

    /** With which lane the next run begins: the first one that got nothing of the last, since the others used it up. */
    private final AtomicInteger firstLane = new AtomicInteger();

    DueWork(
            DeskSetup setup,
            HandOvers handOvers,
            DueTimers timers,
            Telling telling,
            Offers offers,
            SolveIncidents incidents,
            LearnPhrasings phrasings,
            ArticleFeed articles,
            TicketFeed tickets) {
        this.setup = setup;
        this.handOvers = handOvers;
        this.timers = timers;
        this.telling = telling;
        this.offers = offers;
        this.mailings = new MailingPlans(setup);
        this.incidents = incidents;
        this.phrasings = phrasings;
        this.articles = articles;
        this.tickets = tickets;
        this.expiry = new Expiry(setup);
        this.failures = new FailedWork(setup);
        this.channels = setup.transports().keySet().stream()
                .collect(Collectors.toUnmodifiableMap(WorkLane::handOver, channel -> channel));
    }

    /** What one run came to. */
    private static final class Tally {
        private int claimed;
        private int done;
        private int failed;
        private int dead;

        void add(FailedWork.Fate fate) {
            done++;
            failed += fate == FailedWork.Fate.SUCCEEDED ? 0 : 1;
            dead += fate == FailedWork.Fate.DIED ? 1 : 0;
        }
    }

    DueRun run(int limit) {
        articles.runBesideOthers(limit);
        tickets.runBesideOthers(limit);
        expiry.runBesideOthers();
        List<WorkLane> lanes = lanes();
        int first = firstLane.getAndSet(0);
        boolean passedOver = false;
        Tally tally = new Tally();
        boolean more = isDue(nextDue(lanes));
        while (more) {
            more = false;
            for (int i = 0; i < lanes.size(); i++) {
                int place = (first + i) % lanes.size();
                WorkLane lane = lanes.get(place);
                int room = room(lane);
                int size = Math.min(room, limit - tally.claimed);
                if (size > 0) {
                    List<Claim> claims = setup.store().claim(setup.tenant(), lane, setup.now(), LEASE, size);
                    tally.claimed += claims.size();
                    more |= claims.size() == size;
                    work(claims.stream().sorted(IN_ORDER).toList(), tally);
                } else if (room > 0 && !passedOver) {
                    passedOver = true;
                    firstLane.set(place);
                }
            }
        }
        return new DueRun(tally.done, tally.failed, tally.dead, nextDue(lanes));
    }

    private int room(WorkLane lane) {
        Channel channel = channels.get(lane);
        return channel == null
                ? lane.equals(WorkLane.TICKETS) ? TICKETS_BATCH : BATCH
                : setup.throughput().room(channel, setup.now(), BATCH);
    }

    /** What waits for a channel on which nothing can be handed over is not due before there is room. */
    private Optional<Instant> nextDue(List<WorkLane> lanes) {
        Instant now = setup.now();
        Set<WorkLane> open = new HashSet<>(lanes);
        List<Instant> later = new ArrayList<>();
        for (WorkLane lane : lanes) {
            if (room(lane) == 0) {
                open.remove(lane);
                setup.store()
                        .nextDue(setup.tenant(), Set.of(lane))
                        .map(due -> later(due, setup.throughput().opensAt(channel(lane), now)))
                        .ifPresent(later::add);
            }
        }
        setup.store().nextDue(setup.tenant(), open).ifPresent(later::add);
        return later.stream().min(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Channel channel(WorkLane lane) {
        return Optional.ofNullable(channels.get(lane)).orElseThrow();
    }

    private List<WorkLane> lanes() {
        List<WorkLane> lanes = new ArrayList<>();
        lanes.add(WorkLane.TICKETS);
        setup.transports().keySet().forEach(channel -> lanes.add(WorkLane.handOver(channel)));
        setup.listeners().keySet().forEach(listener -> lanes.add(WorkLane.tell(listener)));
        return lanes;
    }

    private boolean isDue(Optional<Instant> next) {
        return next.filter(at -> !at.isAfter(setup.now())).isPresent();
    }

    private void work(List<Claim> claims, Tally tally) {
        List<Claim> timed = claims.stream().filter(DueWork::firesWithOthers).toList();
        List<Claim> left = timers.fireTogether(timed);
        for (int fired = left.size(); fired < timed.size(); fired++) {
            tally.add(FailedWork.Fate.SUCCEEDED);
        }
        new HandOverRow(setup, handOvers, failures)
                .of(claims.stream().filter(DueWork::isHandedOverInARow).toList())
                .forEach(tally::add);
        List<Claim> alone = new ArrayList<>(left);
        claims.stream()
                .filter(claim -> claim.attempt() == 1 && !firesWithOthers(claim) && !isHandedOverInARow(claim))
                .forEach(alone::add);
        alone.addAll(
                shuffled(claims.stream().filter(claim -> claim.attempt() > 1).toList()));
        for (Claim claim : alone) {
            if (mayBegin(setup, claim)) {
                tally.add(failures.surviving(claim, () -> work(claim)));
            } else {
                failures.unbegun(claim);
            }
        }
    }

    /** Whether a claim is good and, if it is for a hand-over, its channel is not known to be out of reach. */
    static boolean mayBegin(DeskSetup setup, Claim claim) {
        Instant now = setup.now();
        return hasTime(claim, now) && !setup.throughput().bars(claim, now);
    }

    /** Whether work may begin: its claim holds for a while, also by the clock of a node that is ahead. */
    static boolean hasTime(Claim claim, Instant now) {
        return now.plus(SKEW).isBefore(claim.leaseUntil());
    }

    /** In another order each time, so that whatever ends the process does not always keep the same work from its turn. */
    private static List<Claim> shuffled(List<Claim> claims) {
        List<Claim> shuffled = new ArrayList<>(claims);
        claims.stream().findFirst().ifPresent(first -> Collections.shuffle(shuffled, new Random(first.fence())));
        return shuffled;
    }

    /** What was begun before and never ended may be what ended the process: it must not take others with it again. */
    private static boolean firesWithOthers(Claim claim) {
        return claim.work().key() instanceof WorkKey.TicketTimer && claim.attempt() == 1;
    }

    private static boolean isHandedOverInARow(Claim claim) {
        return claim.work().key() instanceof WorkKey.HandOver && claim.attempt() == 1;
    }

    private void work(Claim claim) {
        Instant now = setup.now();
        WorkKey key = claim.work().key();
        if (key instanceof WorkKey.HandOver) {
            handOvers.handOver(claim, now);
        } else if (key instanceof WorkKey.TicketTimer timer) {
            timers.fire(timer, claim, now);
        } else if (key instanceof WorkKey.Tell tell) {
            telling.tell(tell, claim);
        } else if (key instanceof WorkKey.Offer offer) {
            offers.again(offer, claim, now);
        } else if (key instanceof WorkKey.PlanMailing plan) {
            mailings.plan(plan, claim, now);
        } else if (key instanceof WorkKey.SolveIncident solve) {
            incidents.solve(solve, claim, now);
        } else if (key instanceof WorkKey.LearnPhrasing learn) {
            phrasings.learn(learn, claim, now);
        }
    }

    private static int rank(Claim claim) {
        return claim.work().key() instanceof WorkKey.ReachLevel reach
                ? reach.level().kind().ordinal() * SlaLevel.MAX_STEP
                        + reach.level().step()
                : 0;
    }
}
