package dev.svar.mail;

import dev.svar.message.OutboundMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
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

/** One mail on its way out: keeps the Message-ID it was given and knows whether it has been handed to the server. */
final class OutgoingMail extends MimeMessage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final int MAX_HEADER_TEXT = 900;
    private static final int MAX_REFERENCES = 30;

    private final String messageId;
    private boolean handedOver;

    private OutgoingMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static OutgoingMail of(Session session, OutboundMessage message, Instant now) throws MessagingException {
        OutgoingMail mail = new OutgoingMail(session, id(message.messageId()));
        mail.setFrom(address(message.from().value(), message.fromName()));
        if (!message.replyTo().equals(message.from())) {
            mail.setReplyTo(new InternetAddress[] {address(message.replyTo().value(), "")});
        }
        mail.setRecipient(RecipientType.TO, address(message.to().value(), ""));
        mail.setSubject(PlainText.line(message.subject(), MAX_HEADER_TEXT), "UTF-8");
        mail.setHeader("Date", DATE.format(now.atZone(ZoneOffset.UTC)));
        mail.thread(message);
        if (message.automatic()) {
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "All");
        }
        mail.setText(message.text().replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n"), "UTF-8");
        mail.saveChanges();
        return mail;
    }

    /** Whether the whole content went to the server, so that only the server knows whether it took it. */
    boolean isHandedOver() {
        return handedOver;
    }

    /** The transport calls this once the server has answered DATA with "go ahead". */
    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        super.writeTo(out, ignoreList);
        handedOver = true;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private void thread(OutboundMessage message) throws MessagingException {
        List<String> references = new ArrayList<>();
        message.references().forEach(r -> references.add(id(r)));
        if (message.inReplyTo().isPresent()) {
            String answered = id(message.inReplyTo().get());
            setHeader("In-Reply-To", answered);
            references.remove(answered);
            references.add(answered);
        }
        if (!references.isEmpty()) {
            List<String> kept = bounded(references);
            setHeader("References", MimeUtility.fold("References: ".length(), String.join(" ", kept)));
        }
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
            String shown = PlainText.line(name, MAX_HEADER_TEXT);
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
