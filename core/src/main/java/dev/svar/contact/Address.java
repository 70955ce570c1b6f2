package dev.svar.contact;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.net.IDN;
import java.util.Locale;

/**
 * Where somebody can be reached on one channel. Two spellings of the same mail address are equal: case is folded and an
 * internationalized domain is kept in its ASCII form (RFC 5890).
 *
 * @param channel the way to reach them
 * @param value the address on that channel, one line of at most {@value #MAX_LENGTH} characters
 */
public record Address(Channel channel, String value) {
    /** The most characters an address may have: the limit that RFC 5321 sets for a mail path, without its brackets. */
    public static final int MAX_LENGTH = 254;

    /**
     * Checks the value and, for mail, brings it into its one spelling.
     *
     * @param channel the way to reach them
     * @param value the address on that channel, one line of at most {@value #MAX_LENGTH} characters
     */
    public Address {
        value = Check.line("address", value.strip(), MAX_LENGTH);
        if (channel.equals(Channel.MAIL)) {
            value = canonicalMail(value);
        }
    }

    /**
     * A mail address.
     *
     * @param value the bare address, {@code local@domain}, without a display name or brackets
     * @return the address in its one spelling
     * @throws InvalidValueException if it is not a mail address
     */
    public static Address mail(String value) {
        return new Address(Channel.MAIL, value);
    }

    /**
     * The part after the last {@code @}.
     *
     * @return the domain of a mail address; empty text on other channels
     */
    public String domain() {
        return channel.equals(Channel.MAIL) ? value.substring(value.lastIndexOf('@') + 1) : "";
    }

    /**
     * The part before the last {@code @}.
     *
     * @return the local part of a mail address; the whole value on other channels
     */
    public String localPart() {
        return channel.equals(Channel.MAIL) ? value.substring(0, value.lastIndexOf('@')) : value;
    }

    @Override
    public String toString() {
        return value;
    }

    private static String canonicalMail(String value) {
        int at = value.lastIndexOf('@');
        boolean shaped = at > 0 && at < value.length() - 1;
        if (!shaped || value.chars().anyMatch(Address::delimits)) {
            throw new InvalidValueException("address", "is not a mail address, it must look like local@domain");
        }
        String address = value.substring(0, at) + "@" + asciiDomain(value.substring(at + 1));
        return Check.length("address", address.toLowerCase(Locale.ROOT), MAX_LENGTH);
    }

    /** Full-width forms of delimiters become the delimiters themselves, so the result is looked at too. */
    private static String asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
            if (!ascii.isEmpty() && ascii.chars().noneMatch(c -> delimits(c) || c == '@')) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw noHostName();
        }
        throw noHostName();
    }

    private static InvalidValueException noHostName() {
        return new InvalidValueException("address", "has a domain that is not a host name");
    }

    private static boolean delimits(int c) {
        return c <= ' ' || c == '<' || c == '>' || c == ',' || c == ';';
    }
}
