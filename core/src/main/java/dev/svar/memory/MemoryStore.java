package dev.svar.memory;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A store that forgets everything when it is dropped. Safe for use by any number of threads. */
public final class MemoryStore implements DeskStore {
    private final Map<TenantId, MemoryTenant> tenants = new ConcurrentHashMap<>();

    /** An empty store. */
    public MemoryStore() {}

    private MemoryTenant of(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, t -> new MemoryTenant());
    }

    @Override
    public CommitResult commit(Changes changes) {
        return of(changes.tenant()).commit(changes);
    }

    @Override
    public long nextNumber(TenantId tenant) {
        return of(tenant).nextNumber();
    }

    @Override
    public Optional<TicketState> ticket(TenantId tenant, TicketId id) {
        return of(tenant).ticket(id);
    }

    @Override
    public Map<TicketId, TicketState> ticketsById(TenantId tenant, Set<TicketId> ids) {
        return of(tenant).ticketsById(ids);
    }

    @Override
    public Optional<TicketState> ticketByNumber(TenantId tenant, long number) {
        return of(tenant).ticketByNumber(number);
    }

    @Override
    public Page<TicketState> tickets(TenantId tenant, TicketQuery query) {
        return of(tenant).tickets(query);
    }

    @Override
    public long count(TenantId tenant, TicketQuery query, int atMost) {
        Check.range("count.atMost", atMost, 1, MAX_COUNT);
        return of(tenant).count(query, atMost);
    }

    @Override
    public List<TicketId> ticketsOfMail(TenantId tenant, List<String> messageIds) {
        return of(tenant).ticketsOfMail(messageIds);
    }

    @Override
    public List<RecordedEvent> events(TenantId tenant, TicketId ticket, long after, int limit) {
        return of(tenant).events(ticket, after, limit);
    }

    @Override
    public List<Message> messages(TenantId tenant, TicketId ticket, long after, int limit) {
        return of(tenant).messages(ticket, after, limit);
    }

    @Override
    public Optional<Message> message(TenantId tenant, TicketId ticket, MessageId message) {
        return of(tenant).message(ticket, message);
    }

    @Override
    public List<Message> latestMessages(TenantId tenant, TicketId ticket, Set<MessageRole> roles, int limit) {
        return of(tenant).latestMessages(ticket, roles, limit);
    }

    @Override
    public Optional<Contact> contact(TenantId tenant, ContactId id) {
        return of(tenant).contact(id);
    }

    @Override
    public Optional<Contact> contactAt(TenantId tenant, Address address) {
        return of(tenant).contactAt(address);
    }

    @Override
    public Map<NotifiedPerson, NotificationPreferences> preferences(TenantId tenant, Set<NotifiedPerson> people) {
        return of(tenant).preferences(people);
    }

    @Override
    public Optional<Organization> organization(TenantId tenant, OrganizationId id) {
        return of(tenant).organization(id);
    }

    @Override
    public Optional<Organization> organizationOf(TenantId tenant, MailDomain domain) {
        return of(tenant).organizationOf(domain);
    }

    @Override
    public Page<Organization> organizations(TenantId tenant, OrganizationQuery query) {
        return of(tenant).organizations(query);
    }

    @Override
    public Optional<Macro> macro(TenantId tenant, MacroId id) {
        return of(tenant).macro(id);
    }

    @Override
    public Optional<Macro> macro(TenantId tenant, MacroScope scope, String shortcut) {
        return of(tenant).macro(scope, shortcut);
    }

    @Override
    public Page<Macro> macros(TenantId tenant, MacroQuery query) {
        return of(tenant).macros(query);
    }

    @Override
    public Optional<Receipt> receipt(TenantId tenant, MessageKey key) {
        return of(tenant).receipt(key);
    }

    @Override
    public Optional<Receipt> receiptOf(TenantId tenant, MessageId message) {
        return of(tenant).receiptOf(message);
    }

    @Override
    public List<Receipt> receipts(TenantId tenant, Disposition disposition, Optional<Receipt> after, int limit) {
        return of(tenant).receipts(disposition, after, limit);
    }

    @Override
    public Optional<Content> content(TenantId tenant, ContentRef ref) {
        return of(tenant).content(ref);
    }

    @Override
    public Optional<Delivery> delivery(TenantId tenant, DeliveryId id) {
        return of(tenant).delivery(id);
    }

    @Override
    public Optional<Delivery> deliveryOf(TenantId tenant, String messageId) {
        return of(tenant).deliveryOf(messageId);
    }

    @Override
    public Optional<Delivery> deliveryByReference(TenantId tenant, Channel channel, String reference) {
        return of(tenant).deliveryByReference(channel, reference);
    }

    @Override
    public List<Delivery> deliveries(TenantId tenant, TicketId ticket, int limit) {
        return of(tenant).deliveries(ticket, limit);
    }

    @Override
    public List<Delivery> deliveries(
            TenantId tenant, MailingId mailing, Set<DeliveryState> states, Optional<DeliveryId> after, int limit) {
        return of(tenant).deliveries(mailing, states, after, limit);
    }

    @Override
    public List<Delivery> heldFor(TenantId tenant, Digest digest, int limit) {
        return of(tenant).heldFor(digest, limit);
    }

    @Override
    public List<Delivery> joinedIn(TenantId tenant, Digest digest, String messageId, int limit) {
        return of(tenant).joinedIn(digest, messageId, limit);
    }

    @Override
    public Map<DeliveryState, Long> deliveryCounts(TenantId tenant, MailingId mailing) {
        return of(tenant).deliveryCounts(mailing);
    }

    @Override
    public Map<Address, Suppression> suppressions(TenantId tenant, Set<Address> addresses) {
        return of(tenant).suppressions(addresses);
    }

    @Override
    public List<Suppression> suppressions(TenantId tenant, Optional<Address> after, int limit) {
        return of(tenant).suppressions(after, limit);
    }

    @Override
    public Set<DeliveryId> knownDeliveries(TenantId tenant, Set<DeliveryId> ids) {
        return of(tenant).knownDeliveries(ids);
    }

    @Override
    public Optional<Mailing> mailing(TenantId tenant, MailingId id) {
        return of(tenant).mailing(id);
    }

    @Override
    public List<Mailing> mailings(TenantId tenant, Optional<Mailing> after, int limit) {
        return of(tenant).mailings(after, limit);
    }

    @Override
    public Optional<Incident> incident(TenantId tenant, IncidentId id) {
        return of(tenant).incident(id);
    }

    @Override
    public List<Incident> incidents(TenantId tenant, IncidentState state, Optional<Incident> after, int limit) {
        return of(tenant).incidents(state, after, limit);
    }

    @Override
    public long keptVersion(TenantId tenant, String name) {
        return of(tenant).keptVersion(name);
    }

    @Override
    public Optional<KeptValue> kept(TenantId tenant, String name) {
        return of(tenant).kept(name);
    }

    @Override
    public List<Tally> tallies(TenantId tenant, String series, long from, long until) {
        Check.range("tallies.hours", until - from, 0, Page.MAX_LIMIT);
        return of(tenant).tallies(series, from, until);
    }

    @Override
    public List<Tally> busiest(TenantId tenant, long from, long until, int limit) {
        Check.range("busiest.limit", limit, 1, Page.MAX_LIMIT);
        return of(tenant).busiest(from, until, limit);
    }

    @Override
    public int dropTallies(TenantId tenant, long before, int limit) {
        Check.range("drop.limit", limit, 1, Page.MAX_LIMIT);
        return of(tenant).dropTallies(before, limit);
    }

    @Override
    public Optional<Article> article(TenantId tenant, ArticleId id) {
        return of(tenant).article(id);
    }

    @Override
    public List<Article> articleVersions(TenantId tenant, ArticleId id, long before, int limit) {
        return of(tenant).articleVersions(id, before, limit);
    }

    @Override
    public List<Article> articles(
            TenantId tenant, ArticleState state, Optional<String> section, Optional<Article> after, int limit) {
        return of(tenant).articles(state, section, after, limit);
    }

    @Override
    public List<Article> articlesToReview(TenantId tenant, Instant now, Optional<Article> after, int limit) {
        return of(tenant).articlesToReview(now, after, limit);
    }

    @Override
    public List<ChangedArticle> changedArticles(TenantId tenant, long after, int limit) {
        return of(tenant).changedArticles(after, limit);
    }

    @Override
    public Phrasings phrasings(TenantId tenant, ArticleId article) {
        return of(tenant).phrasings(article);
    }

    @Override
    public void countArticle(TenantId tenant, ArticleId article, ArticleCount what) {
        of(tenant).countArticle(article, what);
    }

    @Override
    public Map<ArticleId, ArticleCounts> articleCounts(TenantId tenant, Set<ArticleId> articles) {
        return of(tenant).articleCounts(articles);
    }

    @Override
    public Optional<Suggestion> suggestion(TenantId tenant, SuggestionId id) {
        return of(tenant).suggestion(id);
    }

    @Override
    public List<Suggestion> suggestions(
            TenantId tenant, Instant from, Instant to, Optional<Suggestion> after, int limit) {
        return of(tenant).suggestions(from, to, after, limit);
    }

    @Override
    public List<Suggestion> suggestionsBy(TenantId tenant, ContactId by, int limit) {
        return of(tenant).suggestionsBy(by, limit);
    }

    @Override
    public int dropSuggestions(TenantId tenant, Instant before, int limit) {
        Check.range("drop.limit", limit, 1, Page.MAX_LIMIT);
        return of(tenant).dropSuggestions(before, limit);
    }

    @Override
    public long cursor(TenantId tenant, String listener, TicketId ticket) {
        return of(tenant).cursor(listener, ticket);
    }

    @Override
    public List<Cursor> cursors(TenantId tenant, String listener, Optional<TicketId> after, int limit) {
        return of(tenant).cursors(listener, after, limit);
    }

    @Override
    public Map<AgentId, Integer> openTickets(TenantId tenant, Set<AgentId> agents) {
        return of(tenant).openTickets(agents);
    }

    @Override
    public Optional<AgentId> lastAssignee(TenantId tenant, Set<ContactId> requesters) {
        return of(tenant).lastAssignee(requesters);
    }

    @Override
    public long nextTurn(TenantId tenant, String rotation) {
        return of(tenant).nextTurn(rotation);
    }

    @Override
    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
        return of(tenant).claim(lane, now, lease, limit);
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant, Set<WorkLane> lanes) {
        return of(tenant).nextDue(lanes);
    }

    @Override
    public List<DeadWork> deadWork(TenantId tenant, Optional<DeadWork> after, int limit) {
        return of(tenant).deadWork(after, limit);
    }

    @Override
    public boolean replay(TenantId tenant, WorkKey key, Instant now) {
        return of(tenant).replay(key, now);
    }
}
