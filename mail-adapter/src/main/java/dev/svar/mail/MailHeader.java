package dev.svar.mail;

import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;

/** The header of a message on a server, without the rest. */
final class MailHeader {
    private MailHeader() {}

    /** Empty if somebody removed the message. */
    static Optional<byte[]> of(Message message) throws MessagingException {
        StringBuilder header = new StringBuilder();
        try {
            for (String line : Collections.list(((MimeMessage) message).getAllHeaderLines())) {
                if (header.length() + line.length() > MailReader.MAX_HEADER_BYTES) {
                    break;
                }
                header.append(line).append("\r\n");
            }
        } catch (MessageRemovedException e) {
            return Optional.empty();
        }
        return Optional.of(header.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }
}
