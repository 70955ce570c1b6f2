package dev.svar;

import dev.svar.contact.Address;

/**
 * How somebody stands to letters of one kind, as the page behind an unsubscribe link shows it.
 *
 * @param at their address
 * @param kind which letters, as deliveries call them
 * @param wanted whether letters like the one with the link come to them there: false if they said no by a link, or in the
 *     preferences of their contact, which a link does not change; those count for all but the letters to a list
 */
public record Subscription(Address at, String kind, boolean wanted) {}
