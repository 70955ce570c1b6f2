package dev.svar.message;

import dev.svar.contact.Address;
import dev.svar.contact.Contact;
import dev.svar.error.Check;

/**
 * What somebody else wrote, within a message that passes it on. Whoever passes it on vouches for it; nothing proves it.
 *
 * @param from who wrote it
 * @param fromName the display name, possibly empty
 * @param text what he wrote, at most {@value Message#MAX_TEXT_LENGTH} characters
 */
public record ForwardedMessage(Address from, String fromName, String text) {
    /**
     * Checks the texts.
     *
     * @param from who wrote it
     * @param fromName the display name, possibly empty
     * @param text what he wrote
     */
    public ForwardedMessage {
        Check.length("forwarded.fromName", fromName, Contact.MAX_NAME_LENGTH);
        Check.length("forwarded.text", text, Message.MAX_TEXT_LENGTH);
    }

    /** {@return who wrote it, without what he wrote} */
    @Override
    public String toString() {
        return "forwarded message of " + from;
    }
}
