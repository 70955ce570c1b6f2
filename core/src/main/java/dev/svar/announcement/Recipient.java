package dev.svar.announcement;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.error.Check;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody to whom a mailing goes.
 *
 * @param address where
 * @param locale which language they read, if known
 * @param name how they are called, possibly empty; at most {@value Contact#MAX_NAME_LENGTH} characters
 */
public record Recipient(Address address, Optional<Locale> locale, String name) {
    /**
     * Checks the name.
     *
     * @param address where
     * @param locale which language they read, if known
     * @param name how they are called, possibly empty
     */
    public Recipient {
        name = name.isEmpty() ? "" : Check.line("recipient.name", name, Contact.MAX_NAME_LENGTH);
    }

    /** {@return nothing that tells who it is} */
    @Override
    public String toString() {
        return "a recipient on " + address.channel();
    }
}
