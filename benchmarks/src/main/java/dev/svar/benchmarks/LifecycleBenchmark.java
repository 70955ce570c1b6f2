package dev.svar.benchmarks;

import dev.svar.contact.Actor;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import dev.svar.ticket.TicketNumber;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The rules alone: an agent's reply is decided and its two events are applied. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class LifecycleBenchmark {
    private static final Instant NOW = Instant.parse("2026-12-03T10:00:00Z");
    private static final TicketCommand REPLY =
            new TicketCommand.Reply(Actor.agent(new AgentId("ola")), new MessageId(new UUID(0, 3)), Status.PENDING);

    /** How many events the ticket has had: what it costs must not depend on them. */
    @Param({"2", "10000"})
    public long version;

    private Ticket ticket = ticketAt(1);

    @Setup
    public void ticket() {
        ticket = ticketAt(version);
        Ticket after = answer();
        if (after.version() != version + 2 || !after.status().equals(Status.PENDING)) {
            throw new IllegalStateException("a reply is a message and a change of status, but made " + after);
        }
    }

    @Benchmark
    public Ticket answer() {
        Ticket after = ticket;
        for (RecordedEvent event : TicketLifecycle.standard().decide(ticket, REPLY, NOW)) {
            after = TicketLifecycle.apply(after, event);
        }
        return after;
    }

    private static Ticket ticketAt(long version) {
        return Ticket.builder(
                        new TicketId(new UUID(0, 1)),
                        TenantId.DEFAULT,
                        new TicketNumber("SUP", 1),
                        new ContactId(new UUID(0, 2)),
                        Channel.MAIL,
                        NOW)
                .subject("Cannot pay")
                .version(version, NOW)
                .build();
    }
}
