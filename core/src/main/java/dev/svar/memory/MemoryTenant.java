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
import dev.svar.store.DeliveryChange;
import dev.svar.store.KeptValue;
import dev.svar.store.MacroQuery;
import dev.svar.store.MessageRedaction;
import dev.svar.store.OrganizationQuery;
import dev.svar.store.Page;
import dev.svar.store.PreferencesChange;
import dev.svar.store.Tally;
import dev.svar.store.TicketChange;
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
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One tenant's data. Every method holds the tenant's lock, so each look-up sees whole commits only. */
final class MemoryTenant {
    private static final Comparator<Receipt> BY_TIME = Comparator.comparing(Receipt::at)
            .thenComparing(r -> r.key().mailbox().channel().name())
            .thenComparing(r -> r.key().mailbox().value())
            .thenComparing(r -> r.key().value());

    private static final Comparator<Delivery> BY_PLAN =
            Comparator.comparing(Delivery::plannedAt).thenComparing(d -> d.id().toString());

    private final MemoryTickets tickets = new MemoryTickets();
    private final MemoryContacts contacts = new MemoryContacts();
    private final MemoryMacros macros = new MemoryMacros();
    private final Map<MessageKey, Receipt> receipts = new HashMap<>();
    private final Map<MessageId, MessageKey> receiptsByMessage = new HashMap<>();
    private final Map<Disposition, NavigableSet<Receipt>> receiptsByTime = new HashMap<>();
    private final Map<ContentRef, Content> contents = new HashMap<>();
    private final Map<DeliveryId, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<Digest, Set<DeliveryId>> digests = new HashMap<>();
    private final Map<String, DeliveryId> deliveriesByMessageId = new HashMap<>();
    private final Map<ReferenceKey, Set<DeliveryId>> deliveriesByReference = new HashMap<>();
    private final Map<MailingId, NavigableMap<String, DeliveryId>> mailings = new HashMap<>();
    private final Map<String, TicketId> ticketsByMessageId = new HashMap<>();
    private final Map<NotifiedPerson, NotificationPreferences> preferences = new HashMap<>();
    private final Map<CursorKey, Long> cursors = new HashMap<>();
    private final MemorySuppressions suppressions = new MemorySuppressions();
    private final MemoryMailings orders = new MemoryMailings();
    private final MemoryIncidents incidents = new MemoryIncidents();
    private final MemoryArticles articles = new MemoryArticles();
    private final MemorySuggestions suggested = new MemorySuggestions();
    private final MemoryWork work = new MemoryWork();
    private final MemoryTallies tallies = new MemoryTallies();
    private final Map<String, KeptValue> kept = new HashMap<>();
    private final Map<String, Long> nextTurns = new HashMap<>();
    private long lastNumber;

    private record ReferenceKey(Channel channel, String reference) {}

    private record CursorKey(String listener, TicketId ticket) {}

    synchronized CommitResult commit(Changes changes) {
        if (!changes.workResults().stream().allMatch(result -> work.holds(result.claim()))) {
            return CommitResult.CLAIM_LOST;
        }
        if (changes.receipt().isPresent()
                && receipts.containsKey(changes.receipt().get().key())) {
            return CommitResult.ALREADY_RECEIVED;
        }
        requireTickets(changes);
        changes.redactions().forEach(this::requireMessage);
        boolean current = changes.tickets().stream().allMatch(this::isCurrent)
                && changes.messages().stream().allMatch(this::isUnknown)
                && contacts.areCurrent(changes)
                && macros.areCurrent(changes)
                && changes.newDeliveries().stream().allMatch(this::isUnknown)
                && changes.deliveries().stream().allMatch(this::isCurrent)
                && changes.preferences().stream().allMatch(this::isCurrent)
                && changes.suppressions().stream().allMatch(suppressions::isCurrent)
                && changes.mailings().stream().allMatch(orders::isCurrent)
                && changes.incidents().stream().allMatch(incidents::isCurrent)
                && changes.kept().stream().allMatch(value -> keptVersion(value.name()) == value.expectedVersion())
                && articles.areCurrent(changes)
                && changes.suggestions().stream().allMatch(suggested::isCurrent)
                && changes.unchanged().entrySet().stream().allMatch(e -> isAt(e.getKey(), e.getValue()));
        if (!current) {
            return CommitResult.STALE;
        }
        keep(changes.contents());
        changes.kept().stream().map(MemoryTenant::inMemory).toList().forEach(value -> kept.put(value.name(), value));
        apply(changes);
        return CommitResult.COMMITTED;
    }

    private boolean isCurrent(TicketChange change) {
        Ticket after = change.after().ticket();
        return find(after.id())
                .map(known -> known.ticket().version() == change.expectedVersion())
                .orElseGet(() -> change.expectedVersion() == 0
                        && tickets.find(after.number().value()).isEmpty());
    }

    private static boolean speaksOf(Changes changes, TicketId id) {
        return changes.tickets().stream().anyMatch(t -> t.after().ticket().id().equals(id));
    }

    private void requireTickets(Changes changes) {
        Stream.concat(
                        changes.messages().stream().map(Message::ticket),
                        changes.newDeliveries().stream().flatMap(d -> d.ticket().stream()))
                .filter(id -> find(id).isEmpty() && !speaksOf(changes, id))
                .forEach(id -> {
                    throw new IllegalArgumentException("changes speak of a ticket that does not exist: " + id);
                });
    }

    private boolean isAt(TicketId id, long version) {
        return find(id).filter(h -> h.state.ticket().version() == version).isPresent();
    }

    private void requireMessage(MessageRedaction redaction) {
        Message after = redaction.after();
        if (find(after.ticket())
                .flatMap(h -> Optional.ofNullable(h.messages.get(after.sequence())))
                .filter(m -> m.id().equals(after.id()))
                .isEmpty()) {
            throw new IllegalArgumentException("changes speak of a message that does not exist: " + after.id());
        }
    }

    private boolean isUnknown(Message message) {
        return find(message.ticket())
                .filter(h -> h.messages.containsKey(message.sequence()))
                .isEmpty();
    }

    private boolean isCurrent(PreferencesChange change) {
        long version = Optional.ofNullable(preferences.get(change.after().person()))
                .map(NotificationPreferences::version)
                .orElse(0L);
        return version == change.expectedVersion();
    }

    private boolean isUnknown(Delivery delivery) {
        return !deliveries.containsKey(delivery.id());
    }

    private boolean isCurrent(DeliveryChange change) {
        Delivery now = deliveries.get(change.after().id());
        return now != null && now.state() == change.expected();
    }

    /** Reads all of them before it keeps one: a file may turn out to be another than it was. */
    private void keep(List<Content> added) {
        List<Content> read = added.stream()
                .filter(c -> !contents.containsKey(c.ref()))
                .map(Content::inMemory)
                .toList();
        read.forEach(c -> contents.put(c.ref(), c));
    }

    private void apply(Changes changes) {
        changes.tickets().forEach(this::apply);
        changes.messages().forEach(this::add);
        contacts.apply(changes);
        macros.apply(changes);
        changes.receipt().ifPresent(this::add);
        changes.redactions().forEach(this::redact);
        changes.cursors().forEach(c -> cursors.put(new CursorKey(c.listener(), c.ticket()), c.sequence()));
        changes.cursors().stream()
                .filter(c -> c.sequence() == 0)
                .forEach(c -> cursors.remove(new CursorKey(c.listener(), c.ticket()), 0L));
        changes.newDeliveries().forEach(this::add);
        changes.deliveries().forEach(d -> put(d.after()));
        changes.preferences().forEach(p -> preferences.put(p.after().person(), p.after()));
        changes.suppressions().forEach(suppressions::apply);
        changes.mailings().forEach(orders::put);
        changes.incidents().forEach(incidents::put);
        changes.tallies().forEach(tallies::add);
        articles.apply(changes);
        changes.credits().forEach(articles::credit);
        changes.suggestions().forEach(suggested::put);
        changes.workResults().forEach(work::apply);
        changes.cancelled().forEach(work::cancel);
        changes.scheduled().forEach(work::schedule);
        changes.scheduledIfAbsent().forEach(work::scheduleIfAbsent);
    }

    private void redact(MessageRedaction redaction) {
        known(redaction.after().ticket()).put(redaction.after());
        redaction.erased().forEach(contents::remove);
    }

    private void apply(TicketChange change) {
        tickets.put(change.after()).events.addAll(change.events());
    }

    private void add(Message message) {
        known(message.ticket()).put(message);
        message.messageId().ifPresent(id -> ticketsByMessageId.putIfAbsent(id, message.ticket()));
    }

    private void add(Receipt receipt) {
        receipts.put(receipt.key(), receipt);
        receipt.message().ifPresent(id -> receiptsByMessage.put(id, receipt.key()));
        receiptsByTime
                .computeIfAbsent(receipt.disposition(), d -> new TreeSet<>(BY_TIME))
                .add(receipt);
    }

    private void put(Delivery delivery) {
        deliveries.put(delivery.id(), delivery);
        delivery.reference()
                .ifPresent(reference -> deliveriesByReference
                        .computeIfAbsent(
                                new ReferenceKey(delivery.message().to().channel(), reference), k -> new HashSet<>())
                        .add(delivery.id()));
    }

    private void add(Delivery delivery) {
        put(delivery);
        deliveriesByMessageId.put(delivery.message().messageId(), delivery.id());
        delivery.digest()
                .ifPresent(digest ->
                        digests.computeIfAbsent(digest, d -> new HashSet<>()).add(delivery.id()));
        delivery.mailing()
                .ifPresent(m -> mailings.computeIfAbsent(m, unknown -> new TreeMap<>())
                        .put(delivery.id().toString(), delivery.id()));
        delivery.ticket().ifPresent(ticket -> {
            known(ticket).deliveries.add(delivery.id());
            ticketsByMessageId.putIfAbsent(delivery.message().messageId(), ticket);
        });
    }

    private MemoryTicket known(TicketId id) {
        return find(id).orElseThrow();
    }

    private Optional<MemoryTicket> find(TicketId id) {
        return tickets.find(id);
    }

    synchronized long nextNumber() {
        lastNumber++;
        return lastNumber;
    }

    synchronized long nextTurn(String rotation) {
        return nextTurns.merge(rotation, 1L, Long::sum) - 1;
    }

    synchronized Map<AgentId, Integer> openTickets(Set<AgentId> agents) {
        return tickets.openTickets(agents);
    }

    synchronized Optional<AgentId> lastAssignee(Set<ContactId> requesters) {
        return tickets.lastAssignee(requesters);
    }

    synchronized Optional<TicketState> ticket(TicketId id) {
        return find(id).map(h -> h.state);
    }

    synchronized Map<TicketId, TicketState> ticketsById(Set<TicketId> ids) {
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .collect(Collectors.toMap(t -> t.state.ticket().id(), t -> t.state));
    }

    synchronized Optional<TicketState> ticketByNumber(long number) {
        return tickets.find(number).map(t -> t.state);
    }

    synchronized Page<TicketState> tickets(TicketQuery query) {
        return tickets.page(query);
    }

    synchronized long count(TicketQuery query, int atMost) {
        return tickets.count(query, atMost);
    }

    synchronized List<TicketId> ticketsOfMail(List<String> messageIds) {
        return messageIds.stream()
                .filter(ticketsByMessageId::containsKey)
                .map(ticketsByMessageId::get)
                .distinct()
                .toList();
    }

    synchronized List<RecordedEvent> events(TicketId ticket, long after, int limit) {
        List<RecordedEvent> all = find(ticket).map(h -> h.events).orElse(List.of());
        int from = (int) Math.min(Math.max(after, 0), all.size());
        int to = (int) Math.min((long) from + limit, all.size());
        return List.copyOf(all.subList(from, to));
    }

    synchronized List<Message> messages(TicketId ticket, long after, int limit) {
        return find(ticket)
                .map(h -> h.messages.tailMap(after, false).values().stream()
                        .limit(limit)
                        .toList())
                .orElse(List.of());
    }

    synchronized Optional<Message> message(TicketId ticket, MessageId id) {
        return find(ticket)
                .flatMap(h -> h.messages.values().stream()
                        .filter(m -> m.id().equals(id))
                        .findFirst());
    }

    synchronized List<Message> latestMessages(TicketId ticket, Set<MessageRole> roles, int limit) {
        return find(ticket)
                .map(h -> roles.stream()
                        .flatMap(role -> h.latest(role).limit(limit))
                        .sorted(Comparator.comparingLong(Message::sequence).reversed())
                        .limit(limit)
                        .toList())
                .orElse(List.of());
    }

    synchronized Optional<Contact> contact(ContactId id) {
        return contacts.contact(id);
    }

    synchronized Optional<Contact> contactAt(Address address) {
        return contacts.contactAt(address);
    }

    synchronized Map<NotifiedPerson, NotificationPreferences> preferences(Set<NotifiedPerson> people) {
        return people.stream()
                .flatMap(person -> Optional.ofNullable(preferences.get(person)).stream())
                .collect(Collectors.toMap(NotificationPreferences::person, Function.identity()));
    }

    synchronized Optional<Organization> organization(OrganizationId id) {
        return contacts.organization(id);
    }

    synchronized Optional<Organization> organizationOf(MailDomain domain) {
        return contacts.organizationOf(domain);
    }

    synchronized Optional<Macro> macro(MacroId id) {
        return macros.find(id);
    }

    synchronized Optional<Macro> macro(MacroScope scope, String shortcut) {
        return macros.find(scope, shortcut);
    }

    synchronized Page<Macro> macros(MacroQuery query) {
        return macros.page(query);
    }

    synchronized Page<Organization> organizations(OrganizationQuery query) {
        return contacts.organizations(query);
    }

    synchronized Optional<Receipt> receipt(MessageKey key) {
        return Optional.ofNullable(receipts.get(key));
    }

    synchronized Optional<Receipt> receiptOf(MessageId message) {
        return Optional.ofNullable(receiptsByMessage.get(message)).map(receipts::get);
    }

    synchronized long cursor(String listener, TicketId ticket) {
        return cursors.getOrDefault(new CursorKey(listener, ticket), 0L);
    }

    synchronized List<Cursor> cursors(String listener, Optional<TicketId> after, int limit) {
        return cursors.entrySet().stream()
                .filter(entry -> entry.getKey().listener().equals(listener))
                .map(entry -> new Cursor(listener, entry.getKey().ticket(), entry.getValue()))
                .sorted(Comparator.comparing(cursor -> cursor.ticket().value()))
                .filter(cursor -> after.isEmpty()
                        || cursor.ticket().value().compareTo(after.get().value()) > 0)
                .limit(limit)
                .toList();
    }

    private static KeptValue inMemory(KeptValue value) {
        return new KeptValue(
                value.name(), value.version(), value.asOf(), value.content().inMemory());
    }

    synchronized long keptVersion(String name) {
        return kept(name).map(KeptValue::version).orElse(0L);
    }

    synchronized Optional<KeptValue> kept(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    synchronized List<Tally> tallies(String series, long from, long until) {
        return tallies.find(series, from, until);
    }

    synchronized List<Tally> busiest(long from, long until, int limit) {
        return tallies.busiest(from, until, limit);
    }

    synchronized int dropTallies(long before, int limit) {
        return tallies.drop(before, limit);
    }

    synchronized List<Receipt> receipts(Disposition disposition, Optional<Receipt> after, int limit) {
        NavigableSet<Receipt> all = receiptsByTime.getOrDefault(disposition, new TreeSet<>(BY_TIME));
        return after.map(r -> all.tailSet(r, false)).orElse(all).stream()
                .limit(limit)
                .toList();
    }

    synchronized Optional<Content> content(ContentRef ref) {
        return Optional.ofNullable(contents.get(ref));
    }

    synchronized Optional<Delivery> delivery(DeliveryId id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    synchronized Optional<Delivery> deliveryOf(String messageId) {
        return Optional.ofNullable(deliveriesByMessageId.get(messageId)).map(deliveries::get);
    }

    synchronized Optional<Delivery> deliveryByReference(Channel channel, String reference) {
        return deliveriesByReference.getOrDefault(new ReferenceKey(channel, reference), Set.of()).stream()
                .map(this::planned)
                .max(BY_PLAN);
    }

    synchronized List<Delivery> deliveries(TicketId ticket, int limit) {
        List<Delivery> all = find(ticket).map(h -> h.deliveries).orElse(List.of()).stream()
                .map(this::planned)
                .sorted(BY_PLAN)
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    synchronized List<Delivery> deliveries(
            MailingId mailing, Set<DeliveryState> states, Optional<DeliveryId> after, int limit) {
        NavigableMap<String, DeliveryId> all = mailings.getOrDefault(mailing, new TreeMap<>());
        return after.map(id -> all.tailMap(id.toString(), false)).orElse(all).values().stream()
                .map(this::planned)
                .filter(d -> states.contains(d.state()))
                .limit(limit)
                .toList();
    }

    synchronized List<Delivery> heldFor(Digest digest, int limit) {
        return digests.getOrDefault(digest, Set.of()).stream()
                .map(this::planned)
                .filter(delivery -> delivery.state() == DeliveryState.PLANNED)
                .sorted(BY_PLAN)
                .limit(limit)
                .toList();
    }

    synchronized List<Delivery> joinedIn(Digest digest, String messageId, int limit) {
        return digests.getOrDefault(digest, Set.of()).stream()
                .map(this::planned)
                .filter(delivery -> delivery.state() == DeliveryState.JOINED
                        && delivery.detail().equals(messageId))
                .sorted(BY_PLAN)
                .limit(limit)
                .toList();
    }

    synchronized Map<DeliveryState, Long> deliveryCounts(MailingId mailing) {
        return mailings.getOrDefault(mailing, new TreeMap<>()).values().stream()
                .map(this::planned)
                .collect(Collectors.groupingBy(Delivery::state, Collectors.counting()));
    }

    synchronized Set<DeliveryId> knownDeliveries(Set<DeliveryId> ids) {
        return ids.stream().filter(deliveries::containsKey).collect(Collectors.toSet());
    }

    synchronized Optional<Mailing> mailing(MailingId id) {
        return orders.find(id);
    }

    synchronized List<Mailing> mailings(Optional<Mailing> after, int limit) {
        return orders.list(after, limit);
    }

    synchronized Optional<Incident> incident(IncidentId id) {
        return incidents.find(id);
    }

    synchronized List<Incident> incidents(IncidentState state, Optional<Incident> after, int limit) {
        return incidents.list(state, after, limit);
    }

    synchronized Optional<Article> article(ArticleId id) {
        return articles.find(id);
    }

    synchronized List<Article> articleVersions(ArticleId id, long before, int limit) {
        return articles.versions(id, before, limit);
    }

    synchronized List<Article> articles(
            ArticleState state, Optional<String> section, Optional<Article> after, int limit) {
        return articles.list(state, section, after, limit);
    }

    synchronized List<Article> articlesToReview(Instant now, Optional<Article> after, int limit) {
        return articles.toReview(now, after, limit);
    }

    synchronized List<ChangedArticle> changedArticles(long after, int limit) {
        return articles.changed(after, limit);
    }

    synchronized Phrasings phrasings(ArticleId article) {
        return articles.phrasings(article);
    }

    synchronized void countArticle(ArticleId article, ArticleCount what) {
        articles.count(article, what);
    }

    synchronized Map<ArticleId, ArticleCounts> articleCounts(Set<ArticleId> ids) {
        return articles.counts(ids);
    }

    synchronized Optional<Suggestion> suggestion(SuggestionId id) {
        return suggested.find(id);
    }

    synchronized List<Suggestion> suggestions(Instant from, Instant to, Optional<Suggestion> after, int limit) {
        return suggested.list(from, to, after, limit);
    }

    synchronized List<Suggestion> suggestionsBy(ContactId by, int limit) {
        return suggested.by(by, limit);
    }

    synchronized int dropSuggestions(Instant before, int limit) {
        return suggested.drop(before, limit);
    }

    private Delivery planned(DeliveryId id) {
        return Optional.ofNullable(deliveries.get(id)).orElseThrow();
    }

    synchronized Map<Address, Suppression> suppressions(Set<Address> addresses) {
        return suppressions.find(addresses);
    }

    synchronized List<Suppression> suppressions(Optional<Address> after, int limit) {
        return suppressions.page(after, limit);
    }

    synchronized List<Claim> claim(WorkLane lane, Instant now, Duration lease, int limit) {
        return work.claim(lane, now, lease, limit);
    }

    synchronized Optional<Instant> nextDue(Set<WorkLane> lanes) {
        return work.nextDue(lanes);
    }

    synchronized List<DeadWork> deadWork(Optional<DeadWork> after, int limit) {
        return work.dead(after, limit);
    }

    synchronized boolean replay(WorkKey key, Instant now) {
        return work.replay(key, now);
    }
}
