package dev.svar.jdbc;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentId;
import dev.svar.announcement.IncidentState;
import dev.svar.announcement.Mailing;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.Digest;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ChangedArticle;
import dev.svar.knowledge.Phrasings;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.Disposition;
import dev.svar.message.Message;
import dev.svar.message.MessageKey;
import dev.svar.message.Receipt;
import dev.svar.store.BlobStore;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.CommitResult;
import dev.svar.store.Cursor;
import dev.svar.store.DeadWork;
import dev.svar.store.DeskStore;
import dev.svar.store.KeptValue;
import dev.svar.store.MacroQuery;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Page;
import dev.svar.store.Readers;
import dev.svar.store.StoreException;
import dev.svar.store.Tally;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.template.Macro;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
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
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A store in a relational database. Made with a data source, every call takes a connection from it, uses it for one short
 * transaction of its own and gives it back as it was; a pool is recommended. Made with {@link HostConnections}, or bound to one
 * transaction by {@link #within}, it works inside the host's transaction and leaves its end to the host. Nothing is connected
 * before the first call, which looks whether the tables are there (the host creates them with {@link Schema}) and whether
 * server and driver can do what is needed; if not, it throws an {@link UnsupportedDatabaseException}. Safe for use by any
 * number of threads and, on the same database, by any number of nodes.
 *
 * <p>Every write is conditional, so the isolation level READ COMMITTED is enough; higher ones work too, but make transactions
 * fail that many nodes want at once. On MariaDB and MySQL, whose default is higher and reads from a snapshot, the store's own
 * transactions ask for READ COMMITTED, each for itself. A transaction of its own that
 * the database rolled back because of another one (a deadlock, a serialization failure) is begun again, at most ten times,
 * since nothing of it was stored. All other failures are {@link StoreException}s whose {@link StoreException#retryable()}
 * follows from the SQLState; neither they nor what caused them hold stored values or the database's address.
 *
 * <p>Text is given back exactly as it was stored, also with characters that the database cannot hold. Instants are cut to
 * the microsecond. Bytes are stored and read in pieces of 256 KB, so that memory does not depend on how many they are.
 * Changes that speak of a ticket that does not exist are an {@link IllegalArgumentException}.
 */
public final class JdbcStore implements DeskStore {
    private final Transactions transactions;
    private final CheckedTables checked;
    private final Optional<BlobStore> blobs;

    /** Where ticket numbers are drawn: apart from a transaction of the host's, so that nobody waits for its end. */
    private final Transactions numbers;

    private JdbcStore(
            Transactions transactions, CheckedTables checked, Optional<BlobStore> blobs, Transactions numbers) {
        this.transactions = transactions;
        this.checked = checked;
        this.blobs = blobs;
        this.numbers = numbers;
    }

    /**
     * Starts a store that commits what it writes.
     *
     * @param source where connections come from
     * @return a builder with the defaults
     */
    public static Builder builder(DataSource source) {
        return new Builder(new OwnTransactions(source));
    }

    /**
     * Starts a store that joins the transaction that the host is in, as {@link #within} does, and commits what it writes when
     * the host is in none.
     *
     * @param host where the connection of the present transaction is found
     * @return a builder with the defaults
     */
    public static Builder builder(HostConnections host) {
        return new Builder(new HostTransactions(host));
    }

    /** Collects the parts of a store. Not safe for use by several threads. */
    public static final class Builder {
        private final Transactions transactions;
        private Optional<Dialect> dialect = Optional.empty();
        private String prefix = Schema.DEFAULT_PREFIX;
        private Optional<BlobStore> blobs = Optional.empty();

        private Builder(Transactions transactions) {
            this.transactions = transactions;
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

        /**
         * Sets where the bytes of raw messages and attachments are kept. What was kept elsewhere before stays there and is
         * still found: bytes in the database as long as the store is built with whatever blob store or none, bytes in a blob
         * store as long as it is built with that one.
         *
         * @param store the place; when not set, the bytes are kept in the database and are part of its commits and backups
         * @return this
         */
        public Builder blobs(BlobStore store) {
            this.blobs = Optional.of(store);
            return this;
        }

        /** {@return the store; it is not connected yet} */
        public JdbcStore build() {
            return new JdbcStore(transactions, new CheckedTables(dialect, prefix, blobs), blobs, transactions);
        }
    }

    /**
     * This store inside a transaction of the host's: what it writes is committed or rolled back with all else that the host
     * does there. The connection is never committed, rolled back, closed or changed; only savepoints are set and released,
     * one around each write. So a write that is refused or fails leaves nothing, and the transaction goes on without it.
     * Cheap enough to be called for each transaction; the tables are looked at once for all.
     * A store made with a data source draws ticket numbers on a connection of its own, so that no other transaction waits for
     * the end of this one: a rollback leaves a gap in the numbers, and the pool needs a connection beside the host's.
     *
     * <p>A write waits until other transactions that hold its rows have ended, then it is decided anew if need be. That works
     * under READ COMMITTED. Under a stricter isolation level, where a transaction never sees what was committed since it
     * began, a {@link #commit} that was overtaken is not {@link CommitResult#STALE} or
     * {@link CommitResult#ALREADY_RECEIVED} but a {@link StoreException} that is retryable by beginning the whole transaction
     * again. It is the same after a deadlock, under any level. The message of such an error says so.
     *
     * @param connection a connection of the host's to the same database, not in auto-commit mode
     * @return a store for that transaction, to be used by one thread, until the host ends it
     * @throws InvalidValueException if the connection is closed or in auto-commit mode
     * @throws StoreException if the connection cannot be asked
     */
    public JdbcStore within(Connection connection) {
        return new JdbcStore(HostTransaction.on(connection), checked, blobs, numbers);
    }

    @FunctionalInterface
    private interface TableStep<T> {
        T run(Connection connection, Tables tables) throws SQLException;
    }

    private <T> T read(String what, TableStep<T> step) {
        Tables tables = checked.get(transactions);
        return transactions.read(what, connection -> step.run(connection, tables));
    }

    private <T> T write(String what, TableStep<T> step) {
        Tables tables = checked.get(transactions);
        return transactions.write(what, connection -> step.run(connection, tables));
    }

    /**
     * Gives something out: a number, a turn, claims. If the answer is lost it has no owner: it is a gap, or comes back by
     * itself. So nothing that anybody was to store is in doubt.
     */
    private static <T> T givenOut(Supplier<T> write) {
        try {
            return write.get();
        } catch (StoreException e) {
            throw e.outcomeUnknown() ? SqlErrors.untold(e) : e;
        }
    }

    @Override
    public CommitResult commit(Changes changes) {
        blobs.ifPresent(store -> changes.contents().forEach(c -> store.put(changes.tenant(), c)));
        try {
            CommitResult result = commitOnce(changes);
            if (transactions.commits()) {
                blobs.ifPresent(store -> removeErased(changes));
            }
            return result;
        } catch (StoreException e) {
            if (e.outcomeUnknown()) {
                return settled(changes, e);
            }
            throw e;
        }
    }

    private CommitResult commitOnce(Changes changes) {
        try {
            return commit(changes, true);
        } catch (UnclearException e) {
            return commit(changes, false);
        }
    }

    /**
     * The answer to the end of the transaction was lost. If it is not stored it is done again, which waits for the lost
     * transaction if the database still works at it; whoever is refused then looks whether that one was it.
     */
    private CommitResult settled(Changes changes, StoreException unknown) {
        try {
            if (Evidence.isStored(this, changes)) {
                return CommitResult.COMMITTED;
            }
            CommitResult again = commitOnce(changes);
            return Evidence.isStored(this, changes) ? CommitResult.COMMITTED : again;
        } catch (RuntimeException e) {
            unknown.addSuppressed(e);
            throw unknown;
        }
    }

    private CommitResult commit(Changes changes, boolean together) {
        try {
            boolean alone = transactions.commits();
            return write("a commit", (connection, tables) -> tables.commit(connection, changes, together, alone));
        } catch (RefusedException e) {
            return e.result();
        }
    }

    private void removeErased(Changes changes) {
        try {
            changes.redactions().stream()
                    .flatMap(redaction -> redaction.erased().stream())
                    .forEach(ref -> keptContents().removeUnused(changes.tenant(), ref));
        } catch (StoreException e) {
            // The commit is done and must not look as if it were not; what is left is unused, and removed as such.
        }
    }

    /**
     * Removes blobs that no commit speaks of: those of commits that were refused, failed or were interrupted, and erased ones
     * that could not be removed at once. Without a blob store there is nothing to remove. To be called now and then, for
     * example each night; any number of nodes may call it at the same time, while others commit.
     *
     * @param tenant whose
     * @param putBefore only blobs that were put before it are looked at; a day ago is right, for younger ones may belong to a
     *     commit that is under way and would have to be put again
     * @return how many were removed
     * @throws StoreException if the database or the blob store failed; what was removed until then stays removed
     */
    public long removeUnusedBlobs(TenantId tenant, Instant putBefore) {
        return keptContents().removeUnused(tenant, putBefore);
    }

    private KeptContents keptContents() {
        return new KeptContents(transactions, checked.get(transactions).contents, blobs);
    }

    @Override
    public long nextNumber(TenantId tenant) {
        NumberRows rows = checked.get(transactions).numbers;
        return givenOut(() -> numbers.write(
                "giving out a ticket number",
                connection -> numbers.commits() ? rows.nextAlone(connection, tenant) : rows.next(connection, tenant)));
    }

    @Override
    public Optional<TicketState> ticket(TenantId tenant, TicketId id) {
        return read("finding a ticket", (connection, tables) -> tables.tickets.find(connection, tenant, id));
    }

    @Override
    public Map<TicketId, TicketState> ticketsById(TenantId tenant, Set<TicketId> ids) {
        return read("finding tickets", (connection, tables) -> tables.tickets.find(connection, tenant, ids));
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
    public Map<NotifiedPerson, NotificationPreferences> preferences(TenantId tenant, Set<NotifiedPerson> people) {
        return read("finding preferences", (connection, tables) -> tables.preferences.find(connection, tenant, people));
    }

    @Override
    public Readers readers(TenantId tenant, Set<NotifiedPerson> people, Set<Address> addresses) {
        return read(
                "finding preferences and what is known against addresses",
                (connection, tables) -> tables.readers.find(connection, tenant, people, addresses));
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
    public Optional<Macro> macro(TenantId tenant, MacroId id) {
        return read("finding a macro", (connection, tables) -> tables.macros.find(connection, tenant, id));
    }

    @Override
    public Optional<Macro> macro(TenantId tenant, MacroScope scope, String shortcut) {
        return read(
                "finding a macro by its shortcut",
                (connection, tables) -> tables.macros.find(connection, tenant, scope, shortcut));
    }

    @Override
    public Page<Macro> macros(TenantId tenant, MacroQuery query) {
        return read("listing macros", (connection, tables) -> tables.macros.page(connection, tenant, query));
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
        return keptContents().find(tenant, ref);
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
    public Optional<Delivery> deliveryByReference(TenantId tenant, Channel channel, String reference) {
        return read(
                "finding a delivery by its gateway's reference",
                (connection, tables) -> tables.deliveries.find(connection, tenant, channel, reference));
    }

    @Override
    public List<Delivery> deliveries(TenantId tenant, TicketId ticket, int limit) {
        return read(
                "listing a ticket's deliveries",
                (connection, tables) -> tables.deliveries.latest(connection, tenant, ticket, limit));
    }

    @Override
    public List<Delivery> deliveries(
            TenantId tenant, MailingId mailing, Set<DeliveryState> states, Optional<DeliveryId> after, int limit) {
        return read(
                "listing a mailing's deliveries",
                (connection, tables) -> tables.deliveries.page(connection, tenant, mailing, states, after, limit));
    }

    @Override
    public List<Delivery> heldFor(TenantId tenant, Digest digest, int limit) {
        return read(
                "listing what is held for one letter",
                (connection, tables) -> tables.deliveries.heldFor(connection, tenant, digest, limit));
    }

    @Override
    public List<Delivery> joinedIn(TenantId tenant, Digest digest, String messageId, int limit) {
        return read(
                "listing what was told in one letter",
                (connection, tables) -> tables.deliveries.joinedIn(connection, tenant, digest, messageId, limit));
    }

    @Override
    public Map<DeliveryState, Long> deliveryCounts(TenantId tenant, MailingId mailing) {
        return read(
                "counting a mailing's deliveries",
                (connection, tables) -> tables.deliveries.count(connection, tenant, mailing));
    }

    @Override
    public Map<Address, Suppression> suppressions(TenantId tenant, Set<Address> addresses) {
        return read(
                "finding what is known against addresses",
                (connection, tables) -> tables.suppressions.find(connection, tenant, addresses));
    }

    @Override
    public List<Suppression> suppressions(TenantId tenant, Optional<Address> after, int limit) {
        return read(
                "listing what is known against addresses",
                (connection, tables) -> tables.suppressions.page(connection, tenant, after, limit));
    }

    @Override
    public Set<DeliveryId> knownDeliveries(TenantId tenant, Set<DeliveryId> ids) {
        return read("finding deliveries", (connection, tables) -> tables.deliveries.known(connection, tenant, ids));
    }

    @Override
    public Optional<Mailing> mailing(TenantId tenant, MailingId id) {
        return read("finding a mailing", (connection, tables) -> tables.mailings.find(connection, tenant, id));
    }

    @Override
    public List<Mailing> mailings(TenantId tenant, Optional<Mailing> after, int limit) {
        return read("listing mailings", (connection, tables) -> tables.mailings.list(connection, tenant, after, limit));
    }

    @Override
    public Optional<Incident> incident(TenantId tenant, IncidentId id) {
        return read("finding an incident", (connection, tables) -> tables.incidents.find(connection, tenant, id));
    }

    @Override
    public List<Incident> incidents(TenantId tenant, IncidentState state, Optional<Incident> after, int limit) {
        return read(
                "listing incidents",
                (connection, tables) -> tables.incidents.list(connection, tenant, state, after, limit));
    }

    @Override
    public long keptVersion(TenantId tenant, String name) {
        return read("finding a kept version", (connection, tables) -> tables.kept.version(connection, tenant, name));
    }

    @Override
    public Optional<KeptValue> kept(TenantId tenant, String name) {
        return read("finding a kept value", (connection, tables) -> tables.kept.find(connection, tenant, name));
    }

    @Override
    public List<Tally> tallies(TenantId tenant, String series, long from, long until) {
        Check.range("tallies.hours", until - from, 0, Page.MAX_LIMIT);
        return read(
                "finding what was counted",
                (connection, tables) -> tables.tallies.find(connection, tenant, series, from, until));
    }

    @Override
    public List<Tally> busiest(TenantId tenant, long from, long until, int limit) {
        Check.range("busiest.limit", limit, 1, Page.MAX_LIMIT);
        return read(
                "finding of what most was counted",
                (connection, tables) -> tables.tallies.busiest(connection, tenant, from, until, limit));
    }

    @Override
    public int dropTallies(TenantId tenant, long before, int limit) {
        Check.range("drop.limit", limit, 1, Page.MAX_LIMIT);
        return write("dropping counts", (connection, tables) -> tables.tallies.drop(connection, tenant, before, limit));
    }

    @Override
    public Optional<Article> article(TenantId tenant, ArticleId id) {
        return read("finding an article", (connection, tables) -> tables.articles.find(connection, tenant, id));
    }

    @Override
    public List<Article> articleVersions(TenantId tenant, ArticleId id, long before, int limit) {
        return read(
                "listing an article's versions",
                (connection, tables) -> tables.articles.versions(connection, tenant, id, before, limit));
    }

    @Override
    public List<Article> articles(
            TenantId tenant, ArticleState state, Optional<String> section, Optional<Article> after, int limit) {
        return read(
                "listing articles",
                (connection, tables) -> tables.articles.list(connection, tenant, state, section, after, limit));
    }

    @Override
    public List<Article> articlesToReview(TenantId tenant, Instant now, Optional<Article> after, int limit) {
        return read(
                "listing articles to be looked at",
                (connection, tables) -> tables.articles.toReview(connection, tenant, now, after, limit));
    }

    @Override
    public List<ChangedArticle> changedArticles(TenantId tenant, long after, int limit) {
        return read(
                "listing changes of articles",
                (connection, tables) -> tables.articles.changed(connection, tenant, after, limit));
    }

    @Override
    public Phrasings phrasings(TenantId tenant, ArticleId article) {
        return read(
                "finding how customers ask for an article",
                (connection, tables) -> tables.articles.phrasings(connection, tenant, article));
    }

    @Override
    public void countArticle(TenantId tenant, ArticleId article, ArticleCount what) {
        write("counting about an article", (connection, tables) -> {
            tables.articleCounts.count(connection, tenant, article, what);
            return true;
        });
    }

    @Override
    public Map<ArticleId, ArticleCounts> articleCounts(TenantId tenant, Set<ArticleId> articles) {
        return read(
                "finding what was counted about articles",
                (connection, tables) -> tables.articleCounts.find(connection, tenant, articles));
    }

    @Override
    public Optional<Suggestion> suggestion(TenantId tenant, SuggestionId id) {
        return read("finding a suggestion", (connection, tables) -> tables.suggestions.find(connection, tenant, id));
    }

    @Override
    public List<Suggestion> suggestions(
            TenantId tenant, Instant from, Instant to, Optional<Suggestion> after, int limit) {
        return read(
                "listing suggestions",
                (connection, tables) -> tables.suggestions.list(connection, tenant, from, to, after, limit));
    }

    @Override
    public List<Suggestion> suggestionsBy(TenantId tenant, ContactId by, int limit) {
        return read(
                "finding what somebody asked",
                (connection, tables) -> tables.suggestions.by(connection, tenant, by, limit));
    }

    @Override
    public int dropSuggestions(TenantId tenant, Instant before, int limit) {
        Check.range("drop.limit", limit, 1, Page.MAX_LIMIT);
        return write(
                "dropping suggestions",
                (connection, tables) -> tables.suggestions.drop(connection, tenant, before, limit));
    }

    @Override
    public long cursor(TenantId tenant, String listener, TicketId ticket) {
        return read(
                "finding how far a listener was told",
                (connection, tables) -> tables.cursors.find(connection, tenant, listener, ticket));
    }

    @Override
    public List<Cursor> cursors(TenantId tenant, String listener, Optional<TicketId> after, int limit) {
        return read(
                "listing how far a listener was told",
                (connection, tables) -> tables.cursors.list(connection, tenant, listener, after, limit));
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
        return givenOut(() -> write(
                "taking a turn of a rotation",
                (connection, tables) -> tables.turns.next(connection, tenant, rotation)));
    }

    @Override
    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
        return givenOut(() -> write(
                "claiming work",
                (connection, tables) ->
                        tables.work.claim(connection, transactions.commits(), tenant, lane, now, lease, limit)));
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant, Set<WorkLane> lanes) {
        return read(
                "finding the next due work", (connection, tables) -> tables.work.nextDue(connection, tenant, lanes));
    }

    @Override
    public List<DeadWork> deadWork(TenantId tenant, Optional<DeadWork> after, int limit) {
        return read("listing dead work", (connection, tables) -> tables.dead.list(connection, tenant, after, limit));
    }

    @Override
    public boolean replay(TenantId tenant, WorkKey key, Instant now) {
        return write("replaying work", (connection, tables) -> tables.replay(connection, tenant, key, now));
    }
}
