package dev.svar.jdbc;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.Disposition;
import dev.svar.message.Message;
import dev.svar.message.MessageKey;
import dev.svar.message.Receipt;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Page;
import dev.svar.store.StoreException;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in a relational database. Every call takes a connection from the host's data source, uses it for one short
 * transaction of its own and gives it back as it was. Nothing is connected before the first call, which looks whether the
 * tables are there (the host creates them with {@link Schema}) and whether server and driver can do what is needed; if not, it
 * throws an {@link UnsupportedDatabaseException}. A pool is recommended. Safe for use by any number of threads
 * and, on the same database, by any number of nodes.
 *
 * <p>Every write is conditional, so the isolation level READ COMMITTED is enough; higher ones work too, but make transactions
 * fail that many nodes want at once. On MariaDB and MySQL, whose default is higher and reads from a snapshot, the store's own
 * transactions ask for READ COMMITTED, each for itself. A transaction that
 * the database rolled back because of another one (a deadlock, a serialization failure) is begun again, at most ten times,
 * since nothing of it was stored. All other failures are {@link StoreException}s whose {@link StoreException#retryable()}
 * follows from the SQLState; neither they nor what caused them hold stored values or the database's address.
 *
 * <p>Text is given back exactly as it was stored, also with characters that the database cannot hold. Instants are cut to
 * the microsecond. Changes that speak of a ticket that does not exist are an {@link IllegalArgumentException}.
 */
public final class JdbcStore implements DeskStore {
    private final DataSource source;
    private final Transactions transactions;
    private final Optional<Dialect> dialect;
    private final String prefix;

    /** Set by the first call that finds the tables as they must be. */
    private volatile @Nullable Tables checked;

    private JdbcStore(Builder b) {
        this.source = b.source;
        this.transactions = new OwnTransactions(b.source);
        this.dialect = b.dialect;
        this.prefix = b.prefix;
    }

    /**
     * Starts a store.
     *
     * @param source where connections come from
     * @return a builder with the defaults
     */
    public static Builder builder(DataSource source) {
        return new Builder(source);
    }

    /** Collects the parts of a store. Not safe for use by several threads. */
    public static final class Builder {
        private final DataSource source;
        private Optional<Dialect> dialect = Optional.empty();
        private String prefix = Schema.DEFAULT_PREFIX;

        private Builder(DataSource source) {
            this.source = source;
        }

        /**
         * Sets the kind of database.
         *
         * @param known the dialect; when not set, the database is asked for its name at the first call
         * @return this
         */
        public Builder dialect(Dialect known) {
            this.dialect = Optional.of(known);
            return this;
        }

        /**
         * Sets what the tables' names begin with.
         *
         * @param tablePrefix one to 20 lower-case letters, digits and underscores, first a letter;
         *     {@value Schema#DEFAULT_PREFIX} when not set
         * @return this
         * @throws InvalidValueException if it is none
         */
        public Builder tablePrefix(String tablePrefix) {
            this.prefix = Schema.checkedPrefix(tablePrefix);
            return this;
        }

        /** {@return the store; it is not connected yet} */
        public JdbcStore build() {
            return new JdbcStore(this);
        }
    }

    @FunctionalInterface
    private interface TableStep<T> {
        T run(Connection connection, Tables tables) throws SQLException;
    }

    private Tables tables() {
        Tables known = checked;
        if (known == null) {
            Dialect present = dialect.orElseGet(() -> Dialect.of(source));
            Schema.of(present, prefix).check(transactions);
            known = new Tables(present, prefix);
            checked = known;
        }
        return known;
    }

    private <T> T read(String what, TableStep<T> step) {
        Tables tables = tables();
        return transactions.read(what, connection -> step.run(connection, tables));
    }

    private <T> T write(String what, TableStep<T> step) {
        Tables tables = tables();
        return transactions.write(what, connection -> step.run(connection, tables));
    }

    @Override
    public CommitResult commit(Changes changes) {
        try {
            return write("a commit", (connection, tables) -> tables.commit(connection, changes));
        } catch (RefusedException e) {
            return e.result();
        }
    }

    @Override
    public long nextNumber(TenantId tenant) {
        return write("giving out a ticket number", (connection, tables) -> tables.numbers.next(connection, tenant));
    }

    @Override
    public Optional<TicketState> ticket(TenantId tenant, TicketId id) {
        return read("finding a ticket", (connection, tables) -> tables.tickets.find(connection, tenant, id));
    }

    @Override
    public Optional<TicketState> ticketByNumber(TenantId tenant, long number) {
        return read(
                "finding a ticket by its number",
                (connection, tables) -> tables.tickets.find(connection, tenant, number));
    }

    @Override
    public Page<TicketState> tickets(TenantId tenant, TicketQuery query) {
        return read("listing tickets", (connection, tables) -> tables.search.page(connection, tenant, query));
    }

    @Override
    public long count(TenantId tenant, TicketQuery query, int atMost) {
        Check.range("count.atMost", atMost, 1, MAX_COUNT);
        return read("counting tickets", (connection, tables) -> tables.search.count(connection, tenant, query, atMost));
    }

    @Override
    public List<TicketId> ticketsOfMail(TenantId tenant, List<String> messageIds) {
        return read(
                "finding the ticket of a mail",
                (connection, tables) -> tables.threads.tickets(connection, tenant, messageIds));
    }

    @Override
    public List<RecordedEvent> events(TenantId tenant, TicketId ticket, long after, int limit) {
        return read(
                "reading a ticket's events",
                (connection, tables) -> tables.tickets.events(connection, tenant, ticket, after, limit));
    }

    @Override
    public List<Message> messages(TenantId tenant, TicketId ticket, long after, int limit) {
        return read(
                "reading a ticket's messages",
                (connection, tables) -> tables.messages.list(connection, tenant, ticket, after, limit));
    }

    @Override
    public Optional<Message> message(TenantId tenant, TicketId ticket, MessageId message) {
        return read(
                "finding a message", (connection, tables) -> tables.messages.find(connection, tenant, ticket, message));
    }

    @Override
    public List<Message> latestMessages(TenantId tenant, TicketId ticket, Set<MessageRole> roles, int limit) {
        return read(
                "reading a ticket's latest message",
                (connection, tables) -> tables.messages.latest(connection, tenant, ticket, roles, limit));
    }

    @Override
    public Optional<Contact> contact(TenantId tenant, ContactId id) {
        return read("finding a contact", (connection, tables) -> tables.contacts.find(connection, tenant, id));
    }

    @Override
    public Optional<Contact> contactAt(TenantId tenant, Address address) {
        return read(
                "finding a contact by an address",
                (connection, tables) -> tables.contacts.find(connection, tenant, address));
    }

    @Override
    public Optional<Organization> organization(TenantId tenant, OrganizationId id) {
        return read(
                "finding an organization", (connection, tables) -> tables.organizations.find(connection, tenant, id));
    }

    @Override
    public Optional<Organization> organizationOf(TenantId tenant, MailDomain domain) {
        return read(
                "finding an organization by a domain",
                (connection, tables) -> tables.organizations.find(connection, tenant, domain));
    }

    @Override
    public Page<Organization> organizations(TenantId tenant, OrganizationQuery query) {
        return read(
                "listing organizations", (connection, tables) -> tables.organizations.page(connection, tenant, query));
    }

    @Override
    public Optional<Receipt> receipt(TenantId tenant, MessageKey key) {
        return read("finding a receipt", (connection, tables) -> tables.receipts.find(connection, tenant, key));
    }

    @Override
    public Optional<Receipt> receiptOf(TenantId tenant, MessageId message) {
        return read(
                "finding the receipt of a message",
                (connection, tables) -> tables.receipts.find(connection, tenant, message));
    }

    @Override
    public List<Receipt> receipts(TenantId tenant, Disposition disposition, Optional<Receipt> after, int limit) {
        return read(
                "listing receipts",
                (connection, tables) -> tables.receipts.list(connection, tenant, disposition, after, limit));
    }

    @Override
    public Optional<Content> content(TenantId tenant, ContentRef ref) {
        return read("reading bytes", (connection, tables) -> tables.contents.find(connection, tenant, ref));
    }

    @Override
    public Optional<Delivery> delivery(TenantId tenant, DeliveryId id) {
        return read("finding a delivery", (connection, tables) -> tables.deliveries.find(connection, tenant, id));
    }

    @Override
    public Optional<Delivery> deliveryOf(TenantId tenant, String messageId) {
        return read(
                "finding a delivery by its Message-ID",
                (connection, tables) -> tables.deliveries.find(connection, tenant, messageId));
    }

    @Override
    public List<Delivery> deliveries(TenantId tenant, TicketId ticket, int limit) {
        return read(
                "listing a ticket's deliveries",
                (connection, tables) -> tables.deliveries.latest(connection, tenant, ticket, limit));
    }

    @Override
    public long cursor(TenantId tenant, String listener, TicketId ticket) {
        return read(
                "finding how far a listener was told",
                (connection, tables) -> tables.cursors.find(connection, tenant, listener, ticket));
    }

    @Override
    public Map<AgentId, Integer> openTickets(TenantId tenant, Set<AgentId> agents) {
        return read(
                "counting agents' tickets",
                (connection, tables) -> tables.workloads.openTickets(connection, tenant, agents));
    }

    @Override
    public Optional<AgentId> lastAssignee(TenantId tenant, Set<ContactId> requesters) {
        return read(
                "finding who looks after somebody",
                (connection, tables) -> tables.workloads.lastAssignee(connection, tenant, requesters));
    }

    @Override
    public long nextTurn(TenantId tenant, String rotation) {
        return write(
                "taking a turn of a rotation", (connection, tables) -> tables.turns.next(connection, tenant, rotation));
    }

    @Override
    public List<Claim> claim(TenantId tenant, Instant now, Duration lease, int limit) {
        return write("claiming work", (connection, tables) -> tables.work.claim(connection, tenant, now, lease, limit));
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant) {
        return read("finding the next due work", (connection, tables) -> tables.work.nextDue(connection, tenant));
    }
}
