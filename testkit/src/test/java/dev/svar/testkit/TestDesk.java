package dev.svar.testkit;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.NewTicket;
import dev.svar.category.RuleCategorizer;
import dev.svar.contact.Actor;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.Delivery;
import dev.svar.memory.MemoryStore;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageKey;
import dev.svar.message.OutboundMessage;
import dev.svar.message.Transport;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.DeskStore;
import dev.svar.store.TicketQuery;
import dev.svar.store.TicketState;
import dev.svar.ticket.Priority;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.SigningKey;
import dev.svar.ticket.SlaTarget;
import dev.svar.ticket.Ticket;
import dev.svar.ticket.TicketEvent;
import dev.svar.ticket.TicketId;
import dev.svar.ticket.TicketTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A desk in Oslo with everything set, on a Tuesday at ten in the morning there. */
final class TestDesk {
    static final Address MAILBOX = Address.mail("support@paamelding.example");
    static final Address KARI = Address.mail("kari@kunde.example");
    static final Address OLA = Address.mail("ola@kunde.example");
    static final Address STRANGER = Address.mail("mallory@evil.example");
    static final AgentId LARS = new AgentId("lars");
    static final Actor AGENT = Actor.agent(LARS);
    static final AgentId BERIT = new AgentId("berit");
    static final AgentId SIV = new AgentId("siv");
    static final TenantId TENANT = TenantId.DEFAULT;
    static final String LINKS = "https://paamelding.example/t/";
    static final SlaPolicy POLICY = SlaPolicy.builder(BusinessCalendar.standard(ZoneId.of("Europe/Oslo")))
            .promise(SlaTarget.FIRST_RESPONSE, Priority.NORMAL, Duration.ofHours(8))
            .promise(SlaTarget.NEXT_RESPONSE, Priority.NORMAL, Duration.ofHours(8))
            .promise(SlaTarget.RESOLUTION, Priority.NORMAL, Duration.ofHours(24))
            .escalateTo(BERIT)
            .build();

    private static final Locale BOKMAL = Locale.forLanguageTag("nb");

    final ManualTime time = ManualTime.at("2026-12-01T09:00:00Z");
    final DeskStore store;
    final RecordingTransport mail = RecordingTransport.mail();
    final HelpDesk desk;

    TestDesk() {
        this(new MemoryStore());
    }

    TestDesk(DeskStore store) {
        this.store = store;
        this.desk = builder(mail).build();
    }

    HelpDesk.Builder builder(Transport transport) {
        return HelpDesk.builder(store)
                .time(time)
                .sla(POLICY)
                .agents(AgentDirectory.of(
                        new Agent(LARS, "Lars Holm", Address.mail("lars@paamelding.example"), BOKMAL),
                        new Agent(BERIT, "Berit Moe", Address.mail("berit@paamelding.example"), BOKMAL),
                        new Agent(SIV, "Siv Dahl", Address.mail("siv@paamelding.example"), BOKMAL)))
                .categorizer(RuleCategorizer.builder()
                        .rule("payment", "betal*", "kort*", "pay*", "card")
                        .build())
                .transport(transport)
                .mailbox(new Mailbox(MAILBOX, "Påmelding"))
                .tokens(TicketTokens.signedWith(SigningKey.of(1, new byte[SigningKey.MIN_SECRET_BYTES])))
                .followUpLinks(URI.create(LINKS))
                .ticketLinks(URI.create("https://paamelding.example/desk/"));
    }

    Ticket opened() {
        return desk.open(NewTicket.builder(KARI, "Betaling", "Jeg får ikke betalt med kortet mitt.")
                .name("Kari Nordmann")
                .build());
    }

    static InboundMessage.Builder mail(String id, Address from) {
        String messageId = "<" + id + "@kunde.example>";
        return InboundMessage.builder(new MessageKey(MAILBOX, messageId), raw("raw form of " + id), from)
                .messageId(messageId)
                .recipients(List.of(MAILBOX))
                .subject("Betaling")
                .text("Jeg får ikke betalt med kortet mitt.");
    }

    static Content raw(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Hands over what is planned and returns what was offered by it. */
    List<OutboundMessage> sent() {
        int before = mail.offered().size();
        desk.runDue(100);
        return mail.offered().subList(before, mail.offered().size());
    }

    OutboundMessage last() {
        return mail.offered().get(mail.offered().size() - 1);
    }

    static String replyToken(OutboundMessage message) {
        String local = message.replyTo().localPart();
        return local.substring(local.indexOf('+') + 1);
    }

    static String followToken(OutboundMessage message) {
        int start = message.text().indexOf(LINKS) + LINKS.length();
        return message.text().substring(start).split("\\s", 2)[0];
    }

    Ticket fresh(Ticket ticket) {
        return state(ticket.id()).ticket();
    }

    TicketState state(TicketId id) {
        return desk.find(id).orElseThrow();
    }

    List<TicketState> allTickets() {
        return desk.tickets(TicketQuery.all(1000)).items();
    }

    <E extends TicketEvent> List<E> events(TicketId id, Class<E> kind) {
        return desk.history(id, 0, 1000).stream()
                .map(RecordedEvent::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    List<String> kinds(TicketId id) {
        return desk.deliveries(id, 1000).stream().map(Delivery::kind).sorted().toList();
    }

    Delivery only(TicketId id) {
        List<Delivery> all = desk.deliveries(id, 1000);
        if (all.size() != 1) {
            throw new AssertionError("one delivery was expected, there are " + all);
        }
        return all.get(0);
    }
}
