package dev.svar.testkit;

import dev.svar.contact.Address;
import dev.svar.message.BouncedRecipient;
import dev.svar.message.Content;
import dev.svar.message.InboundMessage;
import dev.svar.message.MessageKey;
import dev.svar.message.MessageNature;
import dev.svar.message.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The report of a mail system that a mail of the desk did not reach its recipient (RFC 3464), as a mail adapter would have
 * read it. Building it twice gives the same report again. Not safe for use by several threads.
 */
public final class BounceMail {
    private final OutboundMessage lost;
    private final Address daemon;
    private final String messageId;
    private String status = "5.1.1";
    private String diagnostic = "550 5.1.1 no such user";
    private boolean failed = true;

    private BounceMail(OutboundMessage lost) {
        this.lost = lost;
        this.daemon = Address.mail("mailer-daemon@" + lost.to().domain());
        this.messageId = MailNumbers.messageId(daemon);
    }

    /**
     * A report that a mail could not be delivered, since there is no such user.
     *
     * @param lost the mail of the desk, to a mail address
     * @return the report
     */
    public static BounceMail of(OutboundMessage lost) {
        return new BounceMail(lost);
    }

    /**
     * Sets why.
     *
     * @param code the enhanced status code (RFC 3463), such as {@code 5.2.2}
     * @param said what the other server said, one line
     * @return this
     */
    public BounceMail because(String code, String said) {
        this.status = code;
        this.diagnostic = said;
        return this;
    }

    /**
     * Makes it a report that the mail is late: its delivery is not given up.
     *
     * @return this
     */
    public BounceMail late() {
        this.status = "4.4.1";
        this.diagnostic = "450 4.4.1 no answer from the other server";
        this.failed = false;
        return this;
    }

    /** {@return the message, to the address that the lost mail came from} */
    public InboundMessage build() {
        String text = failed ? "Your mail could not be delivered." : "Your mail is not delivered yet.";
        String raw = "From: " + daemon + "\r\nTo: " + lost.from() + "\r\nMessage-ID: " + messageId + "\r\n\r\n" + text
                + "\r\n" + lost.to() + ": " + diagnostic + "\r\n";
        return InboundMessage.builder(
                        new MessageKey(lost.from(), messageId),
                        Content.of(raw.getBytes(StandardCharsets.UTF_8)),
                        daemon)
                .messageId(messageId)
                .recipients(List.of(lost.from()))
                .subject("Undelivered Mail Returned to Sender")
                .text(text)
                .nature(new MessageNature.Bounce(
                        Optional.of(lost.messageId()),
                        List.of(new BouncedRecipient(lost.to(), status, failed, failed, diagnostic))))
                .mayNotAnswer("it reports a failed delivery")
                .build();
    }
}
