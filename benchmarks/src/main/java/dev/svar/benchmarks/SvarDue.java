package dev.svar.benchmarks;

import dev.svar.HelpDesk;
import dev.svar.LetterCaps;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.contact.Address;
import dev.svar.contact.TenantId;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.message.Transport;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.ticket.Priority;
import dev.svar.ticket.SlaTarget;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Svar's due work: the port alone, breaches that change their tickets, deliveries to a transport that accepts at once. */
final class SvarDue implements DueContender {
    /** When the promise to all tickets is broken. */
    static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    private static final Instant OPENED = NOW.minus(Duration.ofHours(80));
    private static final Instant FUTURE = NOW.plus(Duration.ofDays(1));
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int BATCH = 100;
    private static final int TURN = 10_000;

    private final SpeedDatabase database;
    private final String name;
    private final int threads;
    private final Kind kind;
    private final JdbcStore store;

    private SvarDue(SpeedDatabase database, String name, int threads, Kind kind, JdbcStore store) {
        this.database = database;
        this.name = name + ", " + threads + (threads == 1 ? " thread" : " threads");
        this.threads = threads;
        this.kind = kind;
        this.store = store;
    }

    private enum Kind {
        PORT,
        BREACHES,
        DELIVERIES
    }

    static List<DueContender> all(SpeedDatabase database) {
        Schema.of(Dialect.POSTGRESQL, "svar_").apply(database.source());
        JdbcStore store =
                JdbcStore.builder(database.source()).tablePrefix("svar_").build();
        List<DueContender> all = new ArrayList<>();
        for (int threads : new int[] {1, 4}) {
            all.add(new SvarDue(database, "d: Svar's port, claim and commit", threads, Kind.PORT, store));
            DueContender breaches = new SvarDue(database, "c: Svar's breaches", threads, Kind.BREACHES, store);
            all.add(new RawBreaches(database, threads, breaches));
            all.add(breaches);
        }
        SvarDue lateTickets = new SvarDue(database, "late tickets", 1, Kind.BREACHES, store);
        all.add(new SavedEach(database, lateTickets));
        all.add(SchedulerDue.ofBreaches(database, lateTickets));
        for (int threads : new int[] {1, 4, 16}) {
            SvarDue deliveries = new SvarDue(database, "d2: Svar's deliveries", threads, Kind.DELIVERIES, store);
            all.add(new RawDeliveries(database, threads, deliveries));
            all.add(deliveries);
            SvarMailing mailing = new SvarMailing(database, store, threads);
            all.add(new RawMailing(database, mailing, threads));
            all.add(mailing);
        }
        return all;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int due, int pending) throws SQLException {
        SvarRows rows = new SvarRows(database);
        long now = micros(NOW.minusSeconds(3600));
        rows.clear();
        if (kind == Kind.BREACHES || kind == Kind.DELIVERIES) {
            desk(InstantSource.fixed(OPENED), kind)
                    .open(NewTicket.builder(
                                    Address.mail("kari@customer.example"), "Cannot pay", "The page stays blank.")
                            .build());
            rows.keep();
            rows.clear();
        }
        switch (kind) {
            case BREACHES -> rows.tickets(due);
            case DELIVERIES -> rows.deliveries(due);
            default -> rows.work(due, "tickets", now);
        }
        rows.work(pending, kind == Kind.DELIVERIES ? "hand-over/mail" : "tickets", micros(FUTURE));
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000;
    }

    private HelpDesk desk(InstantSource time, Kind of) {
        return desk(time, of, new Taking());
    }

    /** A desk for which the deliveries of {@link #prepare} are due. */
    HelpDesk deskWith(Transport transport) {
        return desk(InstantSource.fixed(NOW), Kind.DELIVERIES, transport);
    }

    static SvarDue deliveries(SpeedDatabase database) {
        JdbcStore store =
                JdbcStore.builder(database.source()).tablePrefix("svar_").build();
        return new SvarDue(database, "deliveries", 1, Kind.DELIVERIES, store);
    }

    private HelpDesk desk(InstantSource time, Kind of, Transport transport) {
        HelpDesk.Builder desk = HelpDesk.builder(store).time(time);
        if (of == Kind.BREACHES) {
            desk.sla(SlaPolicy.builder(BusinessCalendar.roundTheClock(ZoneOffset.UTC))
                    .promise(SlaTarget.RESOLUTION, Priority.NORMAL, Duration.ofHours(79))
                    .warnAtPercent()
                    .noDelayNotices()
                    .build());
        } else {
            desk.transport(transport)
                    .mailbox(new Mailbox(Address.mail("support@example.com"), "Support"))
                    .letterCaps(LetterCaps.STANDARD.ofDesk(LetterCaps.MAX_OF_DESK, Duration.ofMinutes(10)));
        }
        return desk.build();
    }

    @Override
    public int run() throws Exception {
        HelpDesk desk = desk(InstantSource.fixed(NOW), kind);
        return Crew.of(threads, () -> {
            int all = 0;
            int done = once(desk);
            while (done > 0) {
                all += done;
                done = once(desk);
            }
            return all;
        });
    }

    private int once(HelpDesk desk) {
        return kind == Kind.PORT ? batch(store) : desk.runDue(TURN).done();
    }

    private static int batch(DeskStore store) {
        List<Claim> claims = store.claim(TenantId.DEFAULT, WorkLane.TICKETS, NOW, LEASE, BATCH);
        Changes.Builder changes = Changes.builder(TenantId.DEFAULT);
        claims.forEach(claim -> changes.workResult(new WorkResult.Done(claim)));
        if (!claims.isEmpty() && store.commit(changes.build()) != CommitResult.COMMITTED) {
            throw new IllegalStateException("a claim was lost");
        }
        return claims.size();
    }
}
