package dev.svar.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.HelpDesk;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.store.Page;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketSort;
import dev.svar.store.TicketState;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Reading tickets through the façade on PostgreSQL, beside the same SQL by hand: by id, the newest page of a queue and the page
 * after a thousand others; first with the tickets of the queue alone, then among a million.
 */
public final class ReadSpeed {
    private static final int TICKETS = 1_000_000;
    private static final int ONE_IS_NEW_OF = 16;
    private static final int PAGES = 1_000;
    private static final int ROUNDS = 7;
    private static final int MILLISECONDS = 1_000;
    private static final int CONNECTIONS = 8;
    private static final String PREFIX = "svar_";

    private static final TicketQuery QUEUE = TicketQuery.builder()
            .statuses(EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN))
            .descending(TicketSort.OPENED)
            .limit(50)
            .build();

    private final Server server;
    private final HelpDesk desk;
    private final HandWrittenReads byHand;

    private ReadSpeed(Server server, HelpDesk desk, HandWrittenReads byHand) {
        this.server = server;
        this.desk = desk;
        this.byHand = byHand;
    }

    /** The last ticket of a page, and the query for what follows. */
    private record Place(Ticket last, TicketQuery next) {}

    /**
     * Measures and prints.
     *
     * @param args how many tickets; a million if there are none
     * @throws Exception if the database cannot be started or does not answer
     */
    public static void main(String[] args) throws Exception {
        int tickets = args.length > 0 && args[0].matches("\\d+") ? Integer.parseInt(args[0]) : TICKETS;
        try (Server server = Server.start();
                HikariDataSource source = server.pool(CONNECTIONS)) {
            System.out.println(server.settings());
            Schema.of(Dialect.POSTGRESQL, PREFIX).apply(source);
            HelpDesk desk =
                    PostedDesk.on(JdbcStore.builder(source).tablePrefix(PREFIX).build());
            FilledTables tables = new FilledTables(source, PREFIX, desk);
            ReadSpeed speed = new ReadSpeed(server, desk, new HandWrittenReads(source, PREFIX));
            timed("the tickets of the queue", () -> tables.addNew(tickets, ONE_IS_NEW_OF));
            speed.run("the queue alone", tickets / ONE_IS_NEW_OF, ONE_IS_NEW_OF);
            timed("solved tickets", () -> tables.addSolved(tickets, ONE_IS_NEW_OF));
            speed.run("among " + tickets + " tickets", tickets, 1);
        }
    }

    private interface Filling {
        void run() throws SQLException;
    }

    private static void timed(String what, Filling filling) throws SQLException {
        long begin = System.nanoTime();
        filling.run();
        System.out.printf(
                Locale.ROOT,
                "%s written in %d s%n",
                what,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private void run(String title, int places, int each) throws Exception {
        Place deep = walk();
        Optional<Ticket> none = Optional.empty();
        Optional<Ticket> last = Optional.of(deep.last());
        new Contest(server, ROUNDS, MILLISECONDS)
                .with("plain JDBC", () -> one(byHand.ticket(any(places, each))))
                .with("Svar", () -> one(desk.find(any(places, each)).orElseThrow()))
                .run("by id, " + title, 1);
        new Contest(server, ROUNDS, MILLISECONDS)
                .with("plain JDBC, newest", () -> one(byHand.page(none)))
                .with("Svar, newest", () -> one(desk.tickets(QUEUE)))
                .with("plain JDBC, " + PAGES + " pages in", () -> one(byHand.page(last)))
                .with("Svar, " + PAGES + " pages in", () -> one(desk.tickets(deep.next())))
                .run("a page of 50, " + title, 1);
    }

    private static TicketId any(int places, int each) {
        return FilledTables.id((1 + ThreadLocalRandom.current().nextInt(places)) * each);
    }

    private static int one(Object read) {
        Objects.requireNonNull(read);
        return 1;
    }

    private Place walk() {
        Page<TicketState> page = desk.tickets(QUEUE);
        for (int i = 1; i < PAGES; i++) {
            page = desk.tickets(after(page));
        }
        return new Place(page.items().get(page.items().size() - 1).ticket(), after(page));
    }

    private static TicketQuery after(Page<TicketState> page) {
        return QUEUE.from(page.next().orElseThrow());
    }
}
