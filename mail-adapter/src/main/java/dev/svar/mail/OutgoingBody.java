package dev.svar.mail;

import dev.svar.message.Attachment;
import dev.svar.message.Content;
import dev.svar.message.OutboundMessage;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands in a mail: its text, its HTML beside it, the images that the HTML shows (RFC 2387, RFC 2392) and its files. Files
 * are read while they are sent, not before.
 */
final class OutgoingBody {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String UNKNOWN_TYPE = "application/octet-stream";
    private static final String TOKEN = "[!#$&^_.+a-z0-9-]{1,100}";

    private final OutboundMessage message;
    private final SentFiles files;

    OutgoingBody(OutboundMessage message, SentFiles files) {
        this.message = message;
        this.files = files;
    }

    void into(OutgoingMail mail) throws MessagingException {
        List<MimeBodyPart> shown = new ArrayList<>();
        List<MimeBodyPart> attached = new ArrayList<>();
        for (Attachment file : message.files()) {
            Optional<String> id = file.contentId().filter(i -> message.html().isPresent() && isId(i));
            (id.isPresent() ? shown : attached).add(file(file, id));
        }
        Optional<MimeMultipart> both =
                message.html().isPresent() ? Optional.of(both(message.html().get(), shown)) : Optional.empty();
        if (!attached.isEmpty()) {
            attached.add(0, both.isPresent() ? around(both.get()) : text(message.text(), "plain"));
            mail.setContent(multipart("mixed", attached));
        } else if (both.isPresent()) {
            mail.setContent(both.get());
        } else {
            mail.setText(lines(message.text()), UTF_8);
        }
    }

    /** The text, and the same in HTML with the images that it shows. */
    private MimeMultipart both(String written, List<MimeBodyPart> shown) throws MessagingException {
        MimeBodyPart html = text(written, "html");
        if (!shown.isEmpty()) {
            shown.add(0, html);
            html = around(multipart("related", shown));
        }
        return multipart("alternative", List.of(text(message.text(), "plain"), html));
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(lines(text), UTF_8, subtype);
        return part;
    }

    private MimeBodyPart file(Attachment file, Optional<String> id) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Streamed(type(file), files.open(file.content()))));
        // Named here: otherwise every file would be read twice, to see how it must be encoded.
        part.setHeader("Content-Transfer-Encoding", "base64");
        ParameterList names = new ParameterList();
        names.set("filename", PlainText.line(file.name(), Attachment.MAX_NAME_LENGTH), UTF_8);
        part.setHeader(
                "Content-Disposition",
                new ContentDisposition(id.isPresent() ? "inline" : "attachment", names).toString());
        if (id.isPresent()) {
            part.setHeader("Content-ID", "<" + id.get() + ">");
        }
        return part;
    }

    /** Mails and multiparts must not be encoded (RFC 2046), so as files they are plain bytes. */
    private static String type(Attachment file) {
        String type = file.contentType().toLowerCase(Locale.ROOT);
        boolean plain =
                type.matches(TOKEN + "/" + TOKEN) && !type.startsWith("multipart/") && !type.startsWith("message/");
        return plain ? type : UNKNOWN_TYPE;
    }

    private static boolean isId(String id) {
        return id.length() <= Attachment.MAX_NAME_LENGTH
                && id.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>');
    }

    private static MimeMultipart multipart(String subtype, List<MimeBodyPart> parts) throws MessagingException {
        MimeMultipart all = new MimeMultipart(subtype);
        for (MimeBodyPart part : parts) {
            all.addBodyPart(part);
        }
        return all;
    }

    private static MimeBodyPart around(MimeMultipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }

    /** The bytes of a file, from where they lie. */
    private record Streamed(String type, Content content) implements DataSource {
        @Override
        public InputStream getInputStream() {
            return content.open();
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("a file that is sent is only read");
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
