package dev.svar;

import dev.svar.contact.Address;

/**
 * How somebody stands to letters of one kind, as the page behind an unsubscribe link shows it.
 *
 * @param at their address
 * @param kind which letters, as deliveries call them
 * @param wanted false if they want no more of them there
 */
public record Subscription(Address at, String kind, boolean wanted) {}
