package dev.svar.benchmarks;

import dev.svar.DueRun;
import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.MailingOrder;
import dev.svar.announcement.RecipientList;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.MailingId;
import dev.svar.jdbc.JdbcStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** A mailing from its list to the last recipient: planned by {@code runDue} and handed over to a transport that accepts at once. */
final class SvarMailing implements DueContender {
    /** How much faster than ours the desk's time goes, so that the highest pace of a mailing holds nobody up. */
    private static final int SPEED = 100;

    private static final int TURN = 1_000;

    private final SpeedDatabase database;
    private final JdbcStore store;
    private final int threads;
    private MailingId mailing = new MailingId(new UUID(0, 0));

    SvarMailing(SpeedDatabase database, JdbcStore store, int threads) {
        this.database = database;
        this.store = store;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "d3: Svar's mailing, " + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public void prepare(int due, int pending) throws SQLException {
        clear();
        mailing = start(desk(InstantSource.fixed(SvarDue.NOW)), due);
    }

    void clear() throws SQLException {
        new SvarRows(database).clear();
        database.execute("TRUNCATE svar_mailing");
    }

    static MailingId start(HelpDesk desk, int recipients) {
        RecipientList list = RecipientList.of(
                Channel.MAIL,
                IntStream.range(0, recipients)
                        .mapToObj(i -> "customer" + i + "@x" + i % 7 + ".example\ten\tKari Nordmann")
                        .toList());
        Wording wording = new Wording(Locale.ENGLISH, "Closed tonight", "From two to four.");
        MailingOrder order =
                MailingOrder.of("maintenance", List.of(wording), list).atMostPerMinute(MailingOrder.MAX_PER_MINUTE);
        Mailing draft = desk.announcements().draft(order, list);
        return desk.announcements().start(draft.id()).id();
    }

    HelpDesk desk(InstantSource time) {
        return HelpDesk.builder(store)
                .time(time)
                .transport(new Taking())
                .mailbox(new Mailbox(Address.mail("support@example.com"), "Support"))
                .build();
    }

    @Override
    public int run() throws Exception {
        long begun = System.nanoTime();
        InstantSource fast = () -> now(begun);
        HelpDesk desk = desk(fast);
        Crew.of(threads, () -> {
            int all = 0;
            boolean more = true;
            while (more) {
                DueRun run = desk.runDue(TURN);
                all += run.done();
                more = run.next().isPresent();
            }
            return all;
        });
        return Math.toIntExact(
                store.deliveryCounts(TenantId.DEFAULT, mailing).getOrDefault(DeliveryState.ACCEPTED, 0L));
    }

    private static Instant now(long begun) {
        return SvarDue.NOW.plus(Duration.ofNanos((System.nanoTime() - begun) * SPEED));
    }
}
