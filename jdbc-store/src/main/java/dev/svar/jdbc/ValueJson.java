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
import dev.svar.delivery.DeliveryId;
import dev.svar.delivery.DeliveryState;
import dev.svar.delivery.Resend;
import dev.svar.delivery.Suppression;
import dev.svar.message.Attachment;
import dev.svar.message.ContentRef;
import dev.svar.message.OutboundMessage;
import dev.svar.message.UnsubscribeAddress;
import dev.svar.ticket.Status;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Tag;
import dev.svar.ticket.TicketNumber;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Values as JSON. */
final class ValueJson {
    private ValueJson() {}

    static String tag(Locale locale) {
        return locale.toLanguageTag();
    }

    static TicketNumber number(JsonObject json) {
        return new TicketNumber(json.text("prefix"), json.number("number"));
    }

    static List<String> texts(Collection<ContactId> contacts) {
        return contacts.stream().map(ContactId::toString).sorted().toList();
    }

    static Set<ContactId> contacts(Collection<String> texts) {
        return texts.stream().map(t -> new ContactId(UUID.fromString(t))).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> agentTexts(Collection<AgentId> agents) {
        return agents.stream().map(AgentId::value).sorted().toList();
    }

    static Set<AgentId> agents(Collection<String> texts) {
        return texts.stream().map(AgentId::new).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> tagTexts(Collection<Tag> tags) {
        return tags.stream().sorted().map(Tag::value).toList();
    }

    static Set<Tag> tags(Collection<String> texts) {
        return texts.stream().map(Tag::new).collect(Collectors.toUnmodifiableSet());
    }

    static JsonObject status(Status status) {
        return JsonObject.empty().put("label", status.label()).put("category", status.category());
    }

    static Status status(JsonObject json) {
        return new Status(json.text("label"), json.constant(StatusCategory.class, "category"));
    }

    static JsonObject address(Address address) {
        return JsonObject.empty().put("channel", address.channel().name()).put("value", address.value());
    }

    static Address address(JsonObject json) {
        return new Address(new Channel(json.text("channel")), json.text("value"));
    }

    static JsonObject actor(Actor actor) {
        JsonObject json = JsonObject.empty();
        if (actor instanceof Actor.Customer customer) {
            return json.put("type", "customer")
                    .put("contact", customer.contact().value());
        } else if (actor instanceof Actor.DeskAgent agent) {
            return json.put("type", "agent").put("agent", agent.agent().value());
        } else if (actor instanceof Actor.Rule rule) {
            return json.put("type", "rule").put("name", rule.name());
        }
        throw new IllegalStateException(actor.getClass() + " has no form to be stored in");
    }

    static Actor actor(JsonObject json) {
        return switch (json.text("type")) {
            case "customer" -> new Actor.Customer(new ContactId(json.id("contact")));
            case "agent" -> new Actor.DeskAgent(new AgentId(json.text("agent")));
            case "rule" -> new Actor.Rule(json.text("name"));
            default -> throw Constants.unknown("author");
        };
    }

    static JsonObject contact(Contact contact) {
        return JsonObject.empty()
                .put("version", contact.version())
                .put("name", contact.name())
                .putObjects(
                        "addresses",
                        contact.addresses().stream().map(ValueJson::address).toList())
                .put("locale", contact.locale().map(ValueJson::tag))
                .put("zone", contact.zone().map(ZoneId::getId))
                .put("organization", contact.organization().map(OrganizationId::toString))
                .put("mergedInto", contact.mergedInto().map(ContactId::toString))
                .putTexts("merged", texts(contact.merged()));
    }

    /** A zone that only a newer Java knows is as good as none. */
    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Contact contact(TenantId tenant, ContactId id, JsonObject json) {
        return Contact.builder(
                        id,
                        tenant,
                        json.objects("addresses").stream()
                                .map(ValueJson::address)
                                .toList())
                .version(json.number("version"))
                .name(json.text("name"))
                .locale(json.optionalLocale("locale"))
                .zone(json.optionalText("zone").flatMap(ValueJson::zone))
                .organization(json.optionalId("organization").map(OrganizationId::new))
                .mergedInto(json.optionalId("mergedInto").map(ContactId::new))
                .merged(contacts(json.texts("merged")))
                .build();
    }

    static JsonObject organization(Organization organization) {
        return JsonObject.empty()
                .put("version", organization.version())
                .put("name", organization.name())
                .put("contactPerson", organization.contactPerson().map(ContactId::toString))
                .put("locale", organization.locale().map(ValueJson::tag))
                .putTexts(
                        "domains",
                        organization.domains().stream()
                                .map(MailDomain::value)
                                .sorted()
                                .toList());
    }

    static Organization organization(TenantId tenant, OrganizationId id, JsonObject json) {
        return Organization.builder(id, tenant, json.text("name"))
                .version(json.number("version"))
                .contactPerson(json.optionalId("contactPerson").map(ContactId::new))
                .locale(json.optionalLocale("locale"))
                .domains(json.texts("domains").stream().map(MailDomain::new).collect(Collectors.toUnmodifiableSet()))
                .build();
    }

    static JsonObject attachments(Collection<Attachment> attachments) {
        return JsonObject.empty()
                .putObjects(
                        "files", attachments.stream().map(ValueJson::attachment).toList());
    }

    static List<Attachment> attachments(JsonObject json) {
        return json.objects("files").stream().map(ValueJson::attachment).toList();
    }

    private static JsonObject attachment(Attachment attachment) {
        return JsonObject.empty()
                .put("name", attachment.name())
                .put("contentType", attachment.contentType())
                .put("contentId", attachment.contentId())
                .put("digest", attachment.content().digest())
                .put("size", attachment.content().size());
    }

    private static Attachment attachment(JsonObject json) {
        return new Attachment(
                json.text("name"),
                json.text("contentType"),
                json.optionalText("contentId"),
                new ContentRef(json.text("digest"), json.number("size")));
    }

    /** Nothing for none, so that the many deliveries that were never sent again take no room for it. */
    static Optional<String> resends(List<Resend> resends) {
        if (resends.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(JsonObject.empty()
                .putObjects("resends", resends.stream().map(ValueJson::resend).toList())
                .write());
    }

    private static JsonObject resend(Resend resend) {
        return JsonObject.empty()
                .put("why", resend.why())
                .put("from", resend.from())
                .put("attempts", resend.attempts())
                .put("code", resend.code())
                .put("detail", resend.detail())
                .put("at", resend.at());
    }

    static List<Resend> resends(Optional<String> json) {
        return json.map(text -> JsonObject.parse(text).objects("resends").stream()
                        .map(ValueJson::resend)
                        .toList())
                .orElse(List.of());
    }

    private static Resend resend(JsonObject json) {
        return new Resend(
                json.text("why"),
                json.constant(DeliveryState.class, "from"),
                json.smallNumber("attempts"),
                json.text("code"),
                json.text("detail"),
                json.at("at"));
    }

    static JsonObject suppression(Suppression suppression) {
        return JsonObject.empty()
                .put("cause", suppression.cause())
                .put("said", suppression.said())
                .putTexts(
                        "softBounces",
                        suppression.softBounces().stream()
                                .map(Instant::toString)
                                .toList())
                .put("since", suppression.since())
                .put("until", suppression.until().map(Instant::toString))
                .put("delivery", suppression.delivery().map(DeliveryId::toString));
    }

    static Suppression suppression(TenantId tenant, Address address, long version, JsonObject json) {
        return new Suppression(
                tenant,
                address,
                json.constant(Suppression.Cause.class, "cause"),
                json.text("said"),
                json.texts("softBounces").stream().map(Instant::parse).toList(),
                json.at("since"),
                json.optionalAt("until"),
                json.optionalId("delivery").map(DeliveryId::new),
                version);
    }

    static JsonObject outbound(OutboundMessage message) {
        JsonObject json = JsonObject.empty()
                .put("messageId", message.messageId())
                .put("from", address(message.from()))
                .put("fromName", message.fromName())
                .put("replyTo", address(message.replyTo()))
                .put("to", address(message.to()))
                .put("subject", message.subject())
                .put("text", message.text())
                .put("inReplyTo", message.inReplyTo())
                .putTexts("references", message.references())
                .put("automatic", message.automatic())
                .put("unsubscribe", message.unsubscribe().map(u -> u.link().toString()))
                .put(
                        "unsubscribeMail",
                        message.unsubscribe().flatMap(UnsubscribeAddress::mail).map(Address::value))
                .put("returnPath", message.returnPath().map(Address::value))
                .put("html", message.html());
        return message.files().isEmpty() ? json : json.put("files", attachments(message.files()));
    }

    static OutboundMessage outbound(JsonObject json) {
        return new OutboundMessage(
                json.text("messageId"),
                address(json.object("from")),
                json.text("fromName"),
                address(json.object("replyTo")),
                address(json.object("to")),
                json.text("subject"),
                json.text("text"),
                json.optionalText("inReplyTo"),
                json.texts("references"),
                json.flag("automatic"),
                json.optionalText("unsubscribe")
                        .map(link -> new UnsubscribeAddress(
                                URI.create(link),
                                json.optionalText("unsubscribeMail").map(Address::mail))),
                json.optionalText("returnPath").map(Address::mail),
                json.optionalText("html"),
                json.has("files") ? attachments(json.object("files")) : List.of());
    }
}
