package dev.svar.testkit;

import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.contact.ContactId;
import dev.svar.contact.MailDomain;
import dev.svar.contact.Organization;
import dev.svar.contact.OrganizationId;
import dev.svar.contact.TeamId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.Suppression;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleAudience;
import dev.svar.knowledge.ArticleId;
import dev.svar.knowledge.ArticleState;
import dev.svar.knowledge.ArticleText;
import dev.svar.knowledge.ShownArticle;
import dev.svar.knowledge.Suggestion;
import dev.svar.knowledge.SuggestionId;
import dev.svar.knowledge.TaughtWords;
import dev.svar.message.Attachment;
import dev.svar.message.Content;
import dev.svar.message.Disposition;
import dev.svar.message.Message;
import dev.svar.message.MessageKey;
import dev.svar.message.OutboundMessage;
import dev.svar.message.Receipt;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaClocks;
import dev.svar.sla.SlaPolicies;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.Changes;
import dev.svar.store.TicketChange;
import dev.svar.store.TicketState;
import dev.svar.template.Macro;
import dev.svar.template.MacroActions;
import dev.svar.template.MacroId;
import dev.svar.template.MacroScope;
import dev.svar.ticket.MessageId;
import dev.svar.ticket.MessageRole;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.Status;
import dev.svar.ticket.Tag;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketCommand;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketLifecycle;
import dev.svar.ticket.TicketNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Things to store, one tenant's. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-12-03T10:00:00.123456Z");
    static final Address MAILBOX = Address.mail("support@paamelding.example");

    private static final SlaPolicies POLICIES =
            SlaPolicies.of(SlaPolicy.standard(BusinessCalendar.standard(ZoneId.of("Europe/Oslo"))));

    private final TenantId tenant;

    Samples(TenantId tenant) {
        this.tenant = tenant;
    }

    Contact contact(String address) {
        return Contact.builder(new ContactId(UUID.randomUUID()), tenant, List.of(Address.mail(address)))
                .name("Kari Nordmann")
                .locale(Optional.of(Locale.forLanguageTag("nb")))
                .build();
    }

    /** A macro with all that one can have. */
    Macro macro(MacroScope scope, String shortcut, String name) {
        return new Macro(
                new MacroId(UUID.randomUUID()),
                1,
                scope,
                shortcut,
                name,
                Map.of(Locale.forLanguageTag("nb"), "Hei {{ name }} «🙂»", Locale.ENGLISH, "Hello"),
                new MacroActions(
                        Optional.of(Status.SOLVED),
                        Optional.of(Priority.URGENT),
                        Set.of(new Tag("betalt")),
                        Set.of(new Tag("kort")),
                        Optional.of(new AgentId("lars")),
                        Optional.of(new TeamId("kasse"))));
    }

    /** An article with all that one can have, as it is stored first. */
    Article article(ArticleState state, String section, Instant at) {
        return new Article(
                new ArticleId(UUID.randomUUID()),
                tenant,
                1,
                state,
                ArticleAudience.CUSTOMERS,
                section,
                Set.of(new Tag("kort"), new Tag("betalt")),
                Map.of("product", Set.of("mobil «1»", "web"), "plan", Set.of()),
                List.of(
                        new ArticleText(Locale.forLanguageTag("nb"), 3, "Betale med «kort» 🙂", "Slik:\n\n\u0000 nul."),
                        ArticleText.of(Locale.ENGLISH, "Pay by card", "Like this.")),
                Optional.of(new TicketId(UUID.randomUUID())),
                Optional.of(at.plusSeconds(60)),
                new AgentId("Åse «1»"),
                NOW,
                at);
    }

    /** A question with all that can come of it. */
    Suggestion suggestion(ContactId by, Instant at) {
        ArticleId opened = new ArticleId(UUID.randomUUID());
        ArticleId shown = new ArticleId(UUID.randomUUID());
        return new Suggestion(
                new SuggestionId(UUID.randomUUID()),
                tenant,
                1,
                at,
                "hvordan betaler «jeg» 🙂\u0000",
                Optional.of(Locale.forLanguageTag("nb")),
                Optional.of(by),
                List.of(shown, opened),
                List.of(new ShownArticle(opened, 1000), new ShownArticle(shown, 50)),
                Set.of(opened),
                Map.of(opened, true, shown, false),
                Optional.of(opened),
                Optional.of(new TaughtWords(Locale.forLanguageTag("nn"), "korleis betaler «eg» 🙂\u0000")),
                Optional.of(new TicketId(UUID.randomUUID())));
    }

    Organization organization(String name, String... domains) {
        return Organization.builder(new OrganizationId(UUID.randomUUID()), tenant, name)
                .domains(Arrays.stream(domains).map(MailDomain::new).collect(Collectors.toSet()))
                .build();
    }

    TicketChange opened(long number) {
        return opened(new TicketId(UUID.randomUUID()), number);
    }

    TicketChange opened(TicketId id, long number) {
        ContactId requester = new ContactId(UUID.randomUUID());
        TicketCommand.Open command = new TicketCommand.Open(
                Actor.customer(requester),
                new TicketNumber("SUP", number),
                "Får ikke betalt «påmelding» 💳",
                requester,
                Set.of(new ContactId(UUID.randomUUID())),
                Priority.HIGH,
                Channel.MAIL,
                Optional.of(Locale.forLanguageTag("nb")),
                true,
                new MessageId(UUID.randomUUID()));
        return folded(Optional.empty(), TicketLifecycle.standard().open(id, command, NOW));
    }

    /** A ticket with something in each of its parts, whose history has every kind of event. */
    TicketChange everything(long number) {
        return new FullTicket(tenant, number).change();
    }

    TicketChange changed(TicketState before, TicketCommand command, Instant at) {
        return folded(Optional.of(before), TicketLifecycle.standard().decide(before.ticket(), command, at));
    }

    private TicketChange folded(Optional<TicketState> before, List<RecordedEvent> events) {
        Optional<TicketState> state = before;
        for (RecordedEvent event : events) {
            Ticket ticket = state.map(s -> TicketLifecycle.apply(s.ticket(), event))
                    .orElseGet(() -> TicketLifecycle.first(tenant, event));
            SlaClocks clocks =
                    state.map(TicketState::clocks).orElse(SlaClocks.none()).after(event, ticket, POLICIES);
            state = Optional.of(new TicketState(ticket, clocks));
        }
        return new TicketChange(state.orElseThrow(), events);
    }

    Message message(TicketId ticket, long sequence, MessageRole role, String text, Optional<String> messageId) {
        Content file = Content.of("a,b\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8));
        return new Message(
                new MessageId(UUID.randomUUID()),
                tenant,
                ticket,
                sequence,
                role,
                Actor.customer(new ContactId(UUID.randomUUID())),
                NOW.plusSeconds(sequence),
                messageId,
                text,
                text + "\n> quoted",
                Optional.of("<p>" + text + "</p>"),
                List.of(new Attachment("deltakere.csv", "text/csv", Optional.of("part1@paamelding"), file.ref())));
    }

    Delivery delivery(TicketId ticket, Instant at) {
        DeliveryId id = new DeliveryId(UUID.randomUUID());
        return Delivery.planned(id, tenant, ticket, "acknowledged", "opened the ticket", message(id), at);
    }

    Delivery delivery(MailingId mailing, Instant at) {
        DeliveryId id = new DeliveryId(UUID.randomUUID());
        return Delivery.planned(id, tenant, mailing, "maintenance", "uses the service", message(id), at);
    }

    Delivery text(TicketId ticket, Channel channel, Instant at) {
        DeliveryId id = new DeliveryId(UUID.randomUUID());
        Address to = new Address(channel, "+4799887766");
        return Delivery.planned(id, tenant, ticket, "replied", "asked", message(id, to), at);
    }

    Suppression suppression(Address address, Suppression.Cause cause) {
        return new Suppression(
                tenant,
                address,
                cause,
                "5.1.1 «ukjent» nul \u0000",
                List.of(NOW, NOW.plusSeconds(1)),
                NOW,
                Optional.of(NOW.plusSeconds(60)),
                Optional.of(new DeliveryId(UUID.randomUUID())),
                1);
    }

    private static OutboundMessage message(DeliveryId id) {
        return message(id, Address.mail("kari@kunde.example"));
    }

    private static OutboundMessage message(DeliveryId id, Address to) {
        return new OutboundMessage(
                "<svar." + id + "@paamelding.example>",
                MAILBOX,
                "Påmelding",
                Address.mail("support+abc@paamelding.example"),
                to,
                "Vi har fått meldingen din [SUP-1]",
                "Hei Kari,\n\nTakk.",
                Optional.of("<a@kunde.example>"),
                List.of("<a@kunde.example>"),
                true);
    }

    Receipt receipt(String key, Disposition disposition, Instant at, Content raw) {
        return new Receipt(
                tenant,
                new MessageKey(MAILBOX, key),
                at,
                disposition,
                "belongs to no ticket",
                Optional.of(new TicketId(UUID.randomUUID())),
                Optional.of(new MessageId(UUID.randomUUID())),
                raw.ref());
    }

    Changes.Builder changes() {
        return Changes.builder(tenant);
    }

    Changes changes(TicketChange change) {
        return changes().ticket(change).build();
    }
}
