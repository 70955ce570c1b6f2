package dev.svar.mail;

import dev.svar.contact.Address;

/**
 * Somebody named in the header of a mail.
 *
 * @param address the mail address
 * @param name the display name, decoded, one line, possibly empty
 */
public record MailPerson(Address address, String name) {}
