package dev.svar.message;

import dev.svar.contact.Address;

/**
 * One recipient of a bounced message.
 *
 * @param address whom it did not reach
 * @param status the enhanced status code (RFC 3463) such as {@code 5.1.1}; empty if the report names none
 * @param failed true if delivery was given up; false if it is only late
 * @param hard true if the address is useless from now on, and not only for this message or for a while
 * @param diagnostic what the other server said, one line, possibly empty
 */
public record BouncedRecipient(Address address, String status, boolean failed, boolean hard, String diagnostic) {}
