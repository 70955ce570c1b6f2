package dev.svar;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.error.Check;

/**
 * Where the desk writes from.
 *
 * @param address the address that customers write to
 * @param name the name shown beside it; also the name of the desk in templates
 */
public record Mailbox(Address address, String name) {
    /**
     * Checks the name.
     *
     * @param address the address that customers write to
     * @param name the name shown beside it
     */
    public Mailbox {
        Check.line("mailbox.name", name, Contact.MAX_NAME_LENGTH);
    }

    /** The address that carries a token: {@code support+token@example.com} (RFC 5233). */
    Address replyAddress(String token) {
        return Address.mail(address.localPart() + "+" + token + "@" + address.domain());
    }

    boolean isOwn(Address other) {
        boolean samePerson = other.localPart().equals(address.localPart())
                || other.localPart().startsWith(address.localPart() + "+");
        return samePerson
                && other.channel().equals(address.channel())
                && other.domain().equals(address.domain());
    }
}
