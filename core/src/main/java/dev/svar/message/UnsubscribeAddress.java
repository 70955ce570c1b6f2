package dev.svar.message;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.net.URI;
import java.util.Optional;

/**
 * Where the reader of a message can say that he wants no more of its kind, in one click (RFC 8058) or by mail (RFC 2369).
 *
 * @param link an https address of at most {@value #MAX_LENGTH} ASCII characters that unsubscribes when it is posted to, without
 *     a login and without another question; who only opens it is not to be unsubscribed
 * @param mail a mail address that unsubscribes whoever writes to it, if there is one
 */
public record UnsubscribeAddress(URI link, Optional<Address> mail) {
    /** The most characters of a link: with its name and its brackets it still fits into one line of a mail (RFC 5322). */
    public static final int MAX_LENGTH = 900;

    /**
     * Checks both.
     *
     * @param link an https address that unsubscribes when it is posted to
     * @param mail a mail address that unsubscribes whoever writes to it, if there is one
     * @throws InvalidValueException if the link is not https or too long, or the other is no mail address
     */
    public UnsubscribeAddress {
        String written = Check.line("unsubscribe.link", link.toString(), MAX_LENGTH);
        if (!"https".equalsIgnoreCase(link.getScheme()) || link.getHost() == null) {
            throw new InvalidValueException("unsubscribe.link", "must be an https address with a host");
        }
        if (!written.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>' && c != ',')) {
            throw new InvalidValueException(
                    "unsubscribe.link", "must be written in ASCII, commas and angle brackets as percent codes");
        }
        if (mail.filter(m -> !m.channel().equals(Channel.MAIL)).isPresent()) {
            throw new InvalidValueException("unsubscribe.mail", "must be a mail address");
        }
    }

    /**
     * An address without a second way by mail.
     *
     * @param link an https address that unsubscribes when it is posted to
     * @return the address
     */
    public static UnsubscribeAddress of(URI link) {
        return new UnsubscribeAddress(link, Optional.empty());
    }
}
