package dev.svar;

import dev.svar.contact.Address;
import java.util.List;

/** Addresses behind which nobody reads (RFC 2142 and custom): copies of a ticket are not sent there. */
final class Robots {
    private static final List<String> BEGINNINGS = List.of(
            "noreply",
            "no-reply",
            "no_reply",
            "donotreply",
            "do-not-reply",
            "do_not_reply",
            "mailer-daemon",
            "postmaster",
            "bounce");

    private Robots() {}

    static boolean has(Address address) {
        return BEGINNINGS.stream().anyMatch(address.localPart()::startsWith);
    }
}
