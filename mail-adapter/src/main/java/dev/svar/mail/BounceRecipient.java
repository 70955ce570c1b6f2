package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.Optional;

/**
 * What a report says about one recipient.
 *
 * @param address whom it did or did not reach in the end; empty if the report hides that
 * @param original to whom it was first sent, if the report names that too (RFC 3461) and it may differ
 * @param action what became of the message
 * @param status an enhanced status code (RFC 3463) such as {@code 5.1.1}: the one that the report names or, where it names
 *     none, the one that its words amount to; empty if they amount to none
 * @param cause why it went wrong
 * @param hard whether this address is useless and no further mail should go there. A full mailbox or a message taken for
 *     spam is not hard, however final the failure of that one message
 * @param diagnostic the words of the other server, one line, possibly empty
 */
public record BounceRecipient(
        Optional<Address> address,
        Optional<Address> original,
        BounceAction action,
        String status,
        BounceCause cause,
        boolean hard,
        String diagnostic) {}
