package dev.svar.examples;

import dev.svar.HelpDesk;
import dev.svar.Mailbox;
import dev.svar.contact.Address;
import dev.svar.contact.Agent;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.AgentId;
import dev.svar.memory.MemoryStore;
import dev.svar.message.InboundMessage;
import dev.svar.message.OutboundMessage;
import dev.svar.sla.BusinessCalendar;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.DeskStore;
import dev.svar.testkit.CustomerMail;
import dev.svar.testkit.ManualTime;
import dev.svar.testkit.RecordingTransport;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What the examples of one feature share: a shop's desk in memory, a clock that is set by hand and mail that is kept instead
 * of sent. {@link FirstTicket} shows the same wiring with a database and a mail server.
 */
final class Stage {
    static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    static final Address SUPPORT = Address.mail("support@shop.example");
    static final Address KARI = Address.mail("kari@customer.example");
    static final Address PER = Address.mail("per@neighbor.example");
    static final AgentId OLA = new AgentId("ola");
    static final AgentId LISE = new AgentId("lise");

    private final ManualTime time = ManualTime.at("2026-12-01T09:00:00Z"); // a Tuesday, ten o'clock in Oslo
    private final RecordingTransport mail = RecordingTransport.mail();
    private final Story story;

    Stage(PrintStream out) {
        this.story = new Story(out);
    }

    static Stage printing() {
        return new Stage(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    HelpDesk.Builder desk() {
        return desk(new MemoryStore());
    }

    HelpDesk.Builder desk(DeskStore store) {
        return HelpDesk.builder(store)
                .time(time)
                .transport(mail)
                .mailbox(new Mailbox(SUPPORT, "The shop"))
                .sla(SlaPolicy.standard(BusinessCalendar.standard(ZONE)))
                .agents(AgentDirectory.of(
                        new Agent(OLA, "Ola Vik", Address.mail("ola@shop.example"), Locale.ENGLISH),
                        new Agent(LISE, "Lise Dahl", Address.mail("lise@shop.example"), Locale.ENGLISH)));
    }

    /** One of many customers. */
    static Address customer(int number) {
        return Address.mail("customer" + number + "@many.example");
    }

    /** The customer's answer to a letter, as a mail adapter reads it. */
    static InboundMessage answer(OutboundMessage letter, String text) {
        return CustomerMail.from(letter.to())
                .to(SUPPORT)
                .answering(letter)
                .text(text)
                .build();
    }

    ManualTime time() {
        return time;
    }

    RecordingTransport mail() {
        return mail;
    }

    Story story() {
        return story;
    }
}
