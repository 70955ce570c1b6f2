package dev.svar.testkit;

import static dev.svar.testkit.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.DeliveryId;
import dev.svar.memory.MemoryStore;
import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.store.Page;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.ticket.Status;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the contract of stores are made of. */
abstract class StoreSuite {
    /** Where the work of these tests waits. */
    static final WorkLane LANE = WorkLane.handOver(Channel.MAIL);

    static final Set<WorkLane> LANES = Set.of(LANE);
    static final Duration LEASE = Duration.ofMinutes(5);
    static final Actor AGENT = Actor.agent(new AgentId("ola"));
    static final int THREADS = 8;

    DeskStore store = new MemoryStore();
    TenantId tenant = TenantId.DEFAULT;
    Samples samples = new Samples(tenant);

    StoreSuite() {}

    protected abstract DeskStore openStore();

    /**
     * How long a search may miss a text that is committed: not at all when not overridden. For databases that bring their
     * index of words up to date in the background.
     *
     * @return the longest time
     */
    protected Duration textsAreFoundWithin() {
        return Duration.ZERO;
    }

    @BeforeEach
    final void open() {
        store = openStore();
        tenant = new TenantId("t-" + UUID.randomUUID());
        samples = new Samples(tenant);
    }

    final TicketChange committed(TicketChange change) {
        mustCommit(samples.changes().ticket(change));
        return change;
    }

    final void mustCommit(Changes.Builder changes) {
        assertThat(store.commit(changes.build())).isEqualTo(CommitResult.COMMITTED);
    }

    final void assertLost(Claim claim) {
        assertThat(store.commit(
                        samples.changes().workResult(new WorkResult.Done(claim)).build()))
                .isEqualTo(CommitResult.CLAIM_LOST);
    }

    final TicketChange solve(TicketState before) {
        return samples.changed(before, new TicketCommand.ChangeStatus(AGENT, Status.SOLVED), NOW.plusSeconds(60));
    }

    final TicketState state(long number) {
        return store.ticketByNumber(tenant, number).orElseThrow();
    }

    final Claim onlyClaim(Instant now) {
        return onlyClaim(LANE, now);
    }

    final Claim onlyClaim(WorkLane lane, Instant now) {
        List<Claim> claims = store.claim(tenant, lane, now, LEASE, 10);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    static TicketId idOf(TicketChange change) {
        return change.after().ticket().id();
    }

    static Work work(Instant dueAt) {
        return new Work(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), Channel.MAIL), dueAt);
    }

    static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Long> numbers(Page<TicketState> page) {
        return page.items().stream().map(s -> s.ticket().number().value()).toList();
    }
}
