package dev.svar.contact;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.Optional;

/**
 * The part of a mail address after the {@code @}. Two spellings of the same domain are equal: case is folded and an
 * internationalized name is kept in its ASCII form (RFC 5890).
 *
 * @param value the host name, at most {@value #MAX_LENGTH} characters
 */
public record MailDomain(String value) {
    /** The most characters a domain may have (RFC 1035). */
    public static final int MAX_LENGTH = 253;

    /**
     * Checks the domain and brings it into its one spelling.
     *
     * @param value the host name, without an {@code @}
     */
    public MailDomain {
        String name = Check.line("domain", value.strip(), MAX_LENGTH);
        value = Check.length(
                "domain",
                HostName.canonical(name)
                        .orElseThrow(() -> new InvalidValueException(
                                "domain", "is not a host name, it must look like example.com")),
                MAX_LENGTH);
    }

    /**
     * The domain of an address.
     *
     * @param address an address on any channel
     * @return its domain; empty if it is no mail address
     */
    public static Optional<MailDomain> of(Address address) {
        return address.channel().equals(Channel.MAIL)
                ? Optional.of(new MailDomain(address.domain()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
