package dev.svar.mail;

import dev.svar.message.OutboundMessage;
import dev.svar.message.UnsubscribeAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** One mail on its way out: keeps the Message-ID it was given and knows how far it has been handed to the server. */
final class OutgoingMail extends SMTPMessage {
    /** What mail of a desk is marked with, so that it knows its own when that comes back. */
    static final String OWN_MARK = "X-Svar-Loop";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final int MAX_HEADER_TEXT = 900;
    private static final int MAX_NAME = 200;
    private static final int MAX_REFERENCES = 30;

    private final String messageId;
    private boolean begun;
    private boolean handedOver;

    private OutgoingMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static OutgoingMail of(Session session, OutboundMessage message, SentFiles files, Instant now)
            throws MessagingException {
        OutgoingMail mail = new OutgoingMail(session, id(message.messageId()));
        mail.setFrom(address(message.from().value(), message.fromName()));
        if (!message.replyTo().equals(message.from())) {
            mail.setReplyTo(new InternetAddress[] {address(message.replyTo().value(), "")});
        }
        mail.setRecipient(RecipientType.TO, address(message.to().value(), ""));
        mail.setEnvelopeFrom(PlainText.line(message.from().value(), MAX_HEADER_TEXT));
        mail.setSubject(PlainText.line(message.subject(), MAX_HEADER_TEXT), "UTF-8");
        mail.setHeader("Date", DATE.format(now.atZone(ZoneOffset.UTC)));
        mail.setHeader(OWN_MARK, "<" + id(message.from().value()) + ">");
        mail.thread(message);
        if (message.automatic()) {
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "All");
            mail.setHeader("Precedence", "bulk");
        }
        if (message.unsubscribe().isPresent()) {
            mail.unsubscribe(message.unsubscribe().get());
        }
        new OutgoingBody(message, files).into(mail);
        mail.saveChanges();
        return mail;
    }

    /** Whether it can only be sent to a server that takes addresses in other letters (RFC 6531). */
    static boolean needsUtf8(OutboundMessage message) {
        return Stream.of(message.from(), message.replyTo(), message.to())
                .anyMatch(address -> address.value().chars().anyMatch(c -> c > 0x7e));
    }

    /** Whether some of the content may have gone to the server. */
    boolean isBegun() {
        return begun;
    }

    /** Whether the whole content went to the server, so that only the server knows whether it took it. */
    boolean isHandedOver() {
        return handedOver;
    }

    /** The whole mail, which is not handed to anybody by this. */
    byte[] raw() throws MessagingException {
        try {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            super.writeTo(raw, new String[0]);
            return raw.toByteArray();
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be written", e);
        }
    }

    /** The transport calls this once the server has answered DATA with "go ahead". */
    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, ignoreList);
        handedOver = true;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** One click is enough where the link is posted to (RFC 8058); older programs open it or write a mail (RFC 2369). */
    private void unsubscribe(UnsubscribeAddress where) throws MessagingException {
        String mail = where.mail()
                .map(address -> ",\r\n <mailto:" + id(address.value()) + ">")
                .orElse("");
        setHeader("List-Unsubscribe", "<" + where.link() + ">" + mail);
        setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private void thread(OutboundMessage message) throws MessagingException {
        List<String> references = new ArrayList<>();
        message.references().forEach(r -> references.add(id(r)));
        if (message.inReplyTo().isPresent()) {
            String answered = id(message.inReplyTo().get());
            if (answered.length() <= MAX_HEADER_TEXT) {
                setHeader("In-Reply-To", answered);
            }
            references.remove(answered);
            references.add(answered);
        }
        // Relays that give a mail another Message-ID leave this one, so that an answer still names it.
        references.remove(messageId);
        references.add(messageId);
        references.removeIf(reference -> reference.length() > MAX_HEADER_TEXT);
        setHeader("References", MimeUtility.fold("References: ".length(), String.join(" ", bounded(references))));
    }

    /** The first one, which names the thread, and the newest ones. */
    private static List<String> bounded(List<String> references) {
        if (references.size() <= MAX_REFERENCES) {
            return references;
        }
        List<String> kept =
                new ArrayList<>(references.subList(references.size() - MAX_REFERENCES + 1, references.size()));
        kept.add(0, references.get(0));
        return kept;
    }

    private static InternetAddress address(String value, String name) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress();
            address.setAddress(PlainText.line(value, MAX_HEADER_TEXT));
            String shown = PlainText.line(name, MAX_NAME);
            if (!shown.isEmpty()) {
                address.setPersonal(shown, StandardCharsets.UTF_8.name());
            }
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java platform has UTF-8", e);
        }
    }

    /** A Message-ID holds neither blanks nor control characters. */
    private static String id(String value) {
        StringBuilder id = new StringBuilder(value.length());
        value.codePoints()
                .filter(c -> c > ' ' && c != 0x7f && !Character.isISOControl(c))
                .forEach(id::appendCodePoint);
        return id.toString();
    }
}
