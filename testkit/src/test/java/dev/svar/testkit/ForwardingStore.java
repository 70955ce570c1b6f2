package dev.svar.testkit;

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
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCounts;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ChangedArticle;
import dev.svar.knowledge.Phrasings;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.memory.MemoryStore;
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
import dev.svar.store.Readers;
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

/** Does what a store in memory does, unless a method is replaced. */
class ForwardingStore implements DeskStore {
    final DeskStore store = new MemoryStore();

    @Override
    public CommitResult commit(Changes changes) {
        return store.commit(changes);
    }

    @Override
    public long nextNumber(TenantId tenant) {
        return store.nextNumber(tenant);
    }

    @Override
    public Optional<TicketState> ticket(TenantId tenant, TicketId id) {
        return store.ticket(tenant, id);
    }

    @Override
    public Optional<TicketState> ticketByNumber(TenantId tenant, long number) {
        return store.ticketByNumber(tenant, number);
    }

    @Override
    public Page<TicketState> tickets(TenantId tenant, TicketQuery query) {
        return store.tickets(tenant, query);
    }

    @Override
    public long count(TenantId tenant, TicketQuery query, int atMost) {
        return store.count(tenant, query, atMost);
    }

    @Override
    public List<TicketId> ticketsOfMail(TenantId tenant, List<String> messageIds) {
        return store.ticketsOfMail(tenant, messageIds);
    }

    @Override
    public List<RecordedEvent> events(TenantId tenant, TicketId ticket, long after, int limit) {
        return store.events(tenant, ticket, after, limit);
    }

    @Override
    public List<Message> messages(TenantId tenant, TicketId ticket, long after, int limit) {
        return store.messages(tenant, ticket, after, limit);
    }

    @Override
    public Optional<Message> message(TenantId tenant, TicketId ticket, MessageId message) {
        return store.message(tenant, ticket, message);
    }

    @Override
    public List<Message> latestMessages(TenantId tenant, TicketId ticket, Set<MessageRole> roles, int limit) {
        return store.latestMessages(tenant, ticket, roles, limit);
    }

    @Override
    public Optional<Contact> contact(TenantId tenant, ContactId id) {
        return store.contact(tenant, id);
    }

    @Override
    public Optional<Contact> contactAt(TenantId tenant, Address address) {
        return store.contactAt(tenant, address);
    }

    @Override
    public Map<NotifiedPerson, NotificationPreferences> preferences(TenantId tenant, Set<NotifiedPerson> people) {
        return store.preferences(tenant, people);
    }

    @Override
    public Optional<Organization> organization(TenantId tenant, OrganizationId id) {
        return store.organization(tenant, id);
    }

    @Override
    public Optional<Organization> organizationOf(TenantId tenant, MailDomain domain) {
        return store.organizationOf(tenant, domain);
    }

    @Override
    public Page<Organization> organizations(TenantId tenant, OrganizationQuery query) {
        return store.organizations(tenant, query);
    }

    @Override
    public Optional<Macro> macro(TenantId tenant, MacroId id) {
        return store.macro(tenant, id);
    }

    @Override
    public Optional<Macro> macro(TenantId tenant, MacroScope scope, String shortcut) {
        return store.macro(tenant, scope, shortcut);
    }

    @Override
    public Page<Macro> macros(TenantId tenant, MacroQuery query) {
        return store.macros(tenant, query);
    }

    @Override
    public Optional<Receipt> receipt(TenantId tenant, MessageKey key) {
        return store.receipt(tenant, key);
    }

    @Override
    public Optional<Receipt> receiptOf(TenantId tenant, MessageId message) {
        return store.receiptOf(tenant, message);
    }

    @Override
    public List<Receipt> receipts(TenantId tenant, Disposition disposition, Optional<Receipt> after, int limit) {
        return store.receipts(tenant, disposition, after, limit);
    }

    @Override
    public Optional<Content> content(TenantId tenant, ContentRef ref) {
        return store.content(tenant, ref);
    }

    @Override
    public Optional<Delivery> delivery(TenantId tenant, DeliveryId id) {
        return store.delivery(tenant, id);
    }

    @Override
    public Optional<Delivery> deliveryOf(TenantId tenant, String messageId) {
        return store.deliveryOf(tenant, messageId);
    }

    @Override
    public Optional<Delivery> deliveryByReference(TenantId tenant, Channel channel, String reference) {
        return store.deliveryByReference(tenant, channel, reference);
    }

    @Override
    public List<Delivery> deliveries(TenantId tenant, TicketId ticket, int limit) {
        return store.deliveries(tenant, ticket, limit);
    }

    @Override
    public List<Delivery> deliveries(
            TenantId tenant, MailingId mailing, Set<DeliveryState> states, Optional<DeliveryId> after, int limit) {
        return store.deliveries(tenant, mailing, states, after, limit);
    }

    @Override
    public List<Delivery> heldFor(TenantId tenant, Digest digest, int limit) {
        return store.heldFor(tenant, digest, limit);
    }

    @Override
    public List<Delivery> joinedIn(TenantId tenant, Digest digest, String messageId, int limit) {
        return store.joinedIn(tenant, digest, messageId, limit);
    }

    @Override
    public Map<DeliveryState, Long> deliveryCounts(TenantId tenant, MailingId mailing) {
        return store.deliveryCounts(tenant, mailing);
    }

    @Override
    public Readers readers(TenantId tenant, Set<NotifiedPerson> people, Set<Address> addresses) {
        return store.readers(tenant, people, addresses);
    }

    @Override
    public Map<Address, Suppression> suppressions(TenantId tenant, Set<Address> addresses) {
        return store.suppressions(tenant, addresses);
    }

    @Override
    public List<Suppression> suppressions(TenantId tenant, Optional<Address> after, int limit) {
        return store.suppressions(tenant, after, limit);
    }

    @Override
    public Set<DeliveryId> knownDeliveries(TenantId tenant, Set<DeliveryId> ids) {
        return store.knownDeliveries(tenant, ids);
    }

    @Override
    public Optional<Mailing> mailing(TenantId tenant, MailingId id) {
        return store.mailing(tenant, id);
    }

    @Override
    public List<Mailing> mailings(TenantId tenant, Optional<Mailing> after, int limit) {
        return store.mailings(tenant, after, limit);
    }

    @Override
    public Optional<Incident> incident(TenantId tenant, IncidentId id) {
        return store.incident(tenant, id);
    }

    @Override
    public List<Incident> incidents(TenantId tenant, IncidentState state, Optional<Incident> after, int limit) {
        return store.incidents(tenant, state, after, limit);
    }

    @Override
    public long keptVersion(TenantId tenant, String name) {
        return store.keptVersion(tenant, name);
    }

    @Override
    public Optional<KeptValue> kept(TenantId tenant, String name) {
        return store.kept(tenant, name);
    }

    @Override
    public List<Tally> tallies(TenantId tenant, String series, long from, long until) {
        return store.tallies(tenant, series, from, until);
    }

    @Override
    public List<Tally> busiest(TenantId tenant, long from, long until, int limit) {
        return store.busiest(tenant, from, until, limit);
    }

    @Override
    public int dropTallies(TenantId tenant, long before, int limit) {
        return store.dropTallies(tenant, before, limit);
    }

    @Override
    public Optional<Article> article(TenantId tenant, ArticleId id) {
        return store.article(tenant, id);
    }

    @Override
    public List<Article> articleVersions(TenantId tenant, ArticleId id, long before, int limit) {
        return store.articleVersions(tenant, id, before, limit);
    }

    @Override
    public List<Article> articles(
            TenantId tenant, ArticleState state, Optional<String> section, Optional<Article> after, int limit) {
        return store.articles(tenant, state, section, after, limit);
    }

    @Override
    public List<Article> articlesToReview(TenantId tenant, Instant now, Optional<Article> after, int limit) {
        return store.articlesToReview(tenant, now, after, limit);
    }

    @Override
    public List<ChangedArticle> changedArticles(TenantId tenant, long after, int limit) {
        return store.changedArticles(tenant, after, limit);
    }

    @Override
    public Phrasings phrasings(TenantId tenant, ArticleId article) {
        return store.phrasings(tenant, article);
    }

    @Override
    public void countArticle(TenantId tenant, ArticleId article, ArticleCount what) {
        store.countArticle(tenant, article, what);
    }

    @Override
    public Map<ArticleId, ArticleCounts> articleCounts(TenantId tenant, Set<ArticleId> articles) {
        return store.articleCounts(tenant, articles);
    }

    @Override
    public Optional<Suggestion> suggestion(TenantId tenant, SuggestionId id) {
        return store.suggestion(tenant, id);
    }

    @Override
    public List<Suggestion> suggestions(
            TenantId tenant, Instant from, Instant to, Optional<Suggestion> after, int limit) {
        return store.suggestions(tenant, from, to, after, limit);
    }

    @Override
    public List<Suggestion> suggestionsBy(TenantId tenant, ContactId by, int limit) {
        return store.suggestionsBy(tenant, by, limit);
    }

    @Override
    public int dropSuggestions(TenantId tenant, Instant before, int limit) {
        return store.dropSuggestions(tenant, before, limit);
    }

    @Override
    public long cursor(TenantId tenant, String listener, TicketId ticket) {
        return store.cursor(tenant, listener, ticket);
    }

    @Override
    public List<Cursor> cursors(TenantId tenant, String listener, Optional<TicketId> after, int limit) {
        return store.cursors(tenant, listener, after, limit);
    }

    @Override
    public Map<AgentId, Integer> openTickets(TenantId tenant, Set<AgentId> agents) {
        return store.openTickets(tenant, agents);
    }

    @Override
    public Optional<AgentId> lastAssignee(TenantId tenant, Set<ContactId> requesters) {
        return store.lastAssignee(tenant, requesters);
    }

    @Override
    public long nextTurn(TenantId tenant, String rotation) {
        return store.nextTurn(tenant, rotation);
    }

    @Override
    public List<Claim> claim(TenantId tenant, WorkLane lane, Instant now, Duration lease, int limit) {
        return store.claim(tenant, lane, now, lease, limit);
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant, Set<WorkLane> lanes) {
        return store.nextDue(tenant, lanes);
    }

    @Override
    public List<DeadWork> deadWork(TenantId tenant, Optional<DeadWork> after, int limit) {
        return store.deadWork(tenant, after, limit);
    }

    @Override
    public boolean replay(TenantId tenant, WorkKey key, Instant now) {
        return store.replay(tenant, key, now);
    }

    @Override
    public Map<TicketId, TicketState> ticketsById(TenantId tenant, Set<TicketId> ids) {
        return store.ticketsById(tenant, ids);
    }
}
