package dev.svar.jdbc;

import dev.svar.contact.Actor;
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
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleLifecycle;
import dev.svar.knowledge.ArticleRules;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ArticleText;
import dev.svar.knowledge.ShownArticle;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.message.Attachment;
import dev.svar.message.Content;
import dev.svar.message.Disposition;
import dev.svar.message.Message;
import dev.svar.message.MessageKey;
import dev.svar.message.OutboundMessage;
import dev.svar.message.Receipt;
import dev.svar.sla.SlaClocks;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.ContactChange;
import dev.svar.store.Cursor;
import dev.svar.store.DeliveryChange;
import dev.svar.store.KeptValue;
import dev.svar.store.MacroChange;
import dev.svar.store.MessageRedaction;
import dev.svar.store.OrganizationChange;
import dev.svar.store.Tally;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketState;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import dev.svar.ticket.TicketNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A mail that opens a ticket and what follows from it, in a tenant of its own: every table gets a row. */
final class Story {
    static final WorkLane LANE = WorkLane.handOver(Channel.MAIL);
    static final Set<WorkLane> LANES = Set.of(LANE);
    static final Instant NOW = Instant.parse("2026-12-03T10:00:00.123456Z");
    static final Actor OLA = Actor.agent(new AgentId("ola"));
    static final Address MAILBOX = Address.mail("support@paamelding.example");

    final TenantId tenant;
    final TicketId ticket = new TicketId(UUID.randomUUID());
    final Contact kari;
    final Organization club;
    final Macro macro;
    final Content raw = content("raw of " + ticket);
    final Delivery acknowledgement;
    final WorkKey handOver;
    final TicketChange opened;
    final Message first;

    Story() {
        this(new TenantId("t-" + UUID.randomUUID()), 1);
    }

    Story(TenantId tenant, long number) {
        this.tenant = tenant;
        this.kari = contact("kari-" + ticket + "@kunde.example");
        this.macro = new Macro(
                new MacroId(UUID.randomUUID()),
                1,
                MacroScope.DESK,
                "m-" + ticket,
                "Betaling",
                Map.of(Locale.ENGLISH, "Hello"),
                MacroActions.none());
        this.club = organization("Klubb " + ticket, "kunde-" + ticket + ".example");
        this.acknowledgement = delivery("<ack." + ticket + "@paamelding.example>");
        this.handOver = WorkKey.HandOver.of(acknowledgement);
        this.opened = opened(number);
        this.first = message(2, "Hei", Optional.of("<in." + ticket + "@kunde.example>"));
    }

    static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    Contact contact(String address) {
        return Contact.builder(
                        new ContactId(UUID.randomUUID()),
                        tenant,
                        List.of(Address.mail(address), new Address(Channel.HOST, "user-" + UUID.randomUUID())))
                .name("Kari Nordmann")
                .locale(Optional.of(Locale.forLanguageTag("nb-NO")))
                .build();
    }

    Organization organization(String name, String domain) {
        return Organization.builder(new OrganizationId(UUID.randomUUID()), tenant, name)
                .domains(Set.of(new MailDomain(domain)))
                .build();
    }

    private TicketChange opened(long number) {
        TicketCommand.Open command = new TicketCommand.Open(
                Actor.customer(kari.id()),
                new TicketNumber("SUP", number),
                "Får ikke betalt",
                kari.id(),
                Set.of(new ContactId(UUID.randomUUID()), new ContactId(UUID.randomUUID())),
                Priority.HIGH,
                Channel.MAIL,
                Optional.of(Locale.forLanguageTag("nb")),
                true,
                new MessageId(UUID.randomUUID()));
        return folded(Optional.empty(), TicketLifecycle.standard().open(ticket, command, NOW));
    }

    TicketChange assigned(TicketState before, String agent) {
        return then(before, new TicketCommand.Assign(OLA, Optional.of(new AgentId(agent))));
    }

    TicketChange tagged(TicketState before, String tag) {
        return then(before, new TicketCommand.ChangeTags(OLA, Set.of(new Tag(tag)), Set.of()));
    }

    TicketChange then(TicketState before, TicketCommand... commands) {
        List<RecordedEvent> events = new ArrayList<>();
        Ticket ticket = before.ticket();
        for (TicketCommand command : commands) {
            List<RecordedEvent> more = TicketLifecycle.standard().decide(ticket, command, NOW.plusSeconds(1));
            for (RecordedEvent event : more) {
                ticket = TicketLifecycle.apply(ticket, event);
            }
            events.addAll(more);
        }
        return folded(Optional.of(before), events);
    }

    private TicketChange folded(Optional<TicketState> before, List<RecordedEvent> events) {
        Optional<Ticket> state = before.map(TicketState::ticket);
        for (RecordedEvent event : events) {
            state = Optional.of(state.map(t -> TicketLifecycle.apply(t, event))
                    .orElseGet(() -> TicketLifecycle.first(tenant, event)));
        }
        return new TicketChange(new TicketState(state.orElseThrow(), SlaClocks.none()), events);
    }

    Message message(long sequence, String text, Optional<String> messageId) {
        return new Message(
                new MessageId(UUID.randomUUID()),
                tenant,
                ticket,
                sequence,
                MessageRole.CUSTOMER,
                Actor.customer(kari.id()),
                NOW,
                messageId,
                text,
                text + "\n> quoted",
                Optional.of("<p>" + text + "</p>"),
                List.of(new Attachment("a.csv", "text/csv", Optional.empty(), raw.ref())));
    }

    private static Message blotted(Message m) {
        return new Message(
                m.id(),
                m.tenant(),
                m.ticket(),
                m.sequence(),
                m.role(),
                m.by(),
                m.at(),
                m.messageId(),
                "█",
                "█",
                Optional.empty(),
                List.of());
    }

    Article article() {
        ArticleText text = ArticleText.of(Locale.ENGLISH, "Pay by card", "Like this.");
        Article draft = Article.draft(
                        new ArticleId(UUID.randomUUID()), tenant, "billing", text, new AgentId("ola"), NOW)
                .reviewedAt(Optional.of(NOW));
        return ArticleLifecycle.begin(draft, new AgentId("ola"), NOW);
    }

    static Article published(Article draft) {
        return ArticleLifecycle.move(
                draft, ArticleState.PUBLISHED, new AgentId("ola"), ArticleRules.standard(), NOW.plusSeconds(1));
    }

    Suggestion suggestion(ArticleId article) {
        return Suggestion.begin(new SuggestionId(UUID.randomUUID()), tenant, Optional.of(kari.id()), NOW)
                .asked(
                        "my card is «declined»",
                        Optional.of(Locale.ENGLISH),
                        Optional.empty(),
                        List.of(ShownArticle.of(article, 0.7)));
    }

    Delivery delivery(String messageId) {
        OutboundMessage message = new OutboundMessage(
                messageId,
                MAILBOX,
                "Påmelding",
                MAILBOX,
                Address.mail("kari@kunde.example"),
                "Vi har fått meldingen din",
                "Hei Kari",
                Optional.of("<a@kunde.example>"),
                List.of("<a@kunde.example>"),
                true);
        return Delivery.planned(
                new DeliveryId(UUID.randomUUID()), tenant, ticket, "acknowledged", "opened it", message, NOW);
    }

    Receipt receipt(String key) {
        return new Receipt(
                tenant,
                new MessageKey(MAILBOX, key),
                NOW,
                Disposition.OPENED,
                "belongs to no ticket",
                Optional.of(ticket),
                Optional.empty(),
                raw.ref());
    }

    /** Touches every table but those of the numbers and the cursors. */
    Changes opening() {
        return Changes.builder(tenant)
                .ticket(opened)
                .message(first)
                .newContact(kari)
                .organization(new OrganizationChange(0, club))
                .macro(MacroChange.put(0, macro))
                .receipt(receipt("<in." + ticket + "@kunde.example>"))
                .content(raw)
                .newDelivery(acknowledgement)
                .schedule(new Work(handOver, NOW))
                .build();
    }

    /** Without bytes, which are written piece by piece: PostgreSQL gets it, and its end, in one round trip. */
    Changes smallOpening() {
        return Changes.builder(tenant)
                .ticket(opened)
                .message(first)
                .newContact(kari)
                .receipt(receipt("<in." + ticket + "@kunde.example>"))
                .newDelivery(acknowledgement)
                .schedule(new Work(handOver, NOW))
                .build();
    }

    /** What follows under a claim: everything is updated, and work is scheduled and cancelled. */
    Changes handing(Claim claim) {
        return Changes.builder(tenant)
                .workResult(new WorkResult.PutOff(claim, NOW.plusSeconds(60)))
                .ticket(tagged(opened.after(), "vip"))
                .delivery(new DeliveryChange(acknowledgement.state(), acknowledgement.claimed(NOW)))
                .newContact(contact("per-" + ticket + "@kunde.example"))
                .contact(new ContactChange(
                        1,
                        kari.toBuilder()
                                .addresses(List.of(kari.addresses().get(1), Address.mail("k-" + ticket + "@a.example")))
                                .version(2)
                                .build()))
                .organization(new OrganizationChange(
                        1,
                        club.toBuilder()
                                .domains(Set.of(new MailDomain("a-" + ticket + ".example")))
                                .version(2)
                                .build()))
                .macro(MacroChange.put(1, macro.at(2)))
                .content(content("more of " + ticket))
                .schedule(new Work(new WorkKey.HandOver(new DeliveryId(ticket.value()), Channel.MAIL), NOW))
                .cancel(new WorkKey.HandOver(new DeliveryId(UUID.randomUUID()), Channel.MAIL))
                .scheduleIfAbsent(new Work(new WorkKey.Tell("mirror", ticket), NOW))
                .redaction(new MessageRedaction(blotted(first), Set.of(raw.ref())))
                .cursor(new Cursor("mirror", ticket, 2))
                .keep(new KeptValue("model", 1, NOW, raw))
                .tally(new Tally("category/billing", 490_000, 1))
                .build();
    }
}
