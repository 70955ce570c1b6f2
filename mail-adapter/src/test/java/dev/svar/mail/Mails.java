package dev.svar.mail;

import dev.svar.contact.Address;
import dev.svar.message.InboundMessage;
import dev.svar.message.OutboundMessage;
import dev.svar.message.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Mails for tests and shortcuts to what was read of them. */
final class Mails {
    static final Address MAILBOX = Address.mail("support@desk.example");
    static final MailReader READER = MailReader.forMailbox(MAILBOX);

    private Mails() {}

    /** Bytes of a mail written with line feeds, one character a byte. */
    static byte[] raw(String mail) {
        return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    static InboundMessage read(String mail) {
        return read(raw(mail));
    }

    static InboundMessage read(byte[] raw) {
        return (InboundMessage) READER.read(raw);
    }

    static String whyNot(byte[] raw) {
        return ((UnreadableMessage) READER.read(raw)).reason();
    }

    static OutboundMessage outbound(String to, String subject, String text) {
        return new OutboundMessage(
                "<delivery-17@desk.example>",
                MAILBOX,
                "The Desk",
                Address.mail("support+token17@desk.example"),
                Address.mail(to),
                subject,
                text,
                Optional.of("<question@customer.example>"),
                List.of("<first@customer.example>", "<question@customer.example>"),
                true);
    }
}
