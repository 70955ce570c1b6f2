package dev.svar.contact;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Where somebody can be reached on one channel. Two spellings of the same mail address are equal: case is folded, letters
 * are composed (NFC) and an internationalized domain is kept in its ASCII form (RFC 5890). So are two of the same telephone number, which is kept in
 * the form of ITU-T E.164.
 *
 * @param channel the way to reach them
 * @param value the address on that channel, one line of at most {@value #MAX_LENGTH} characters
 */
public record Address(Channel channel, String value) {
    /** The most characters an address may have: the limit that RFC 5321 sets for a mail path, without its brackets. */
    public static final int MAX_LENGTH = 254;

    /**
     * Checks the value and, for mail and telephone, brings it into its one spelling.
     *
     * @param channel the way to reach them
     * @param value the address on that channel, one line of at most {@value #MAX_LENGTH} characters
     */
    public Address {
        value = Check.line("address", value.strip(), MAX_LENGTH);
        if (channel.equals(Channel.MAIL)) {
            value = canonicalMail(value);
        } else if (channel.equals(Channel.PHONE)) {
            value = PhoneNumber.canonical(value);
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
     * A telephone number.
     *
     * @param value the number with plus sign and country code; spaces, dots, hyphens, slashes and brackets around an area
     *     code do not matter
     * @return the address in its one spelling, for example {@code +4799887766}
     * @throws InvalidValueException if it is not an international telephone number
     */
    public static Address phone(String value) {
        return new Address(Channel.PHONE, value);
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
        if (!shaped || value.chars().anyMatch(HostName::delimits)) {
            throw new InvalidValueException("address", "is not a mail address, it must look like local@domain");
        }
        String local = Normalizer.normalize(value.substring(0, at), Normalizer.Form.NFC);
        if (local.codePoints().anyMatch(Address::isUnseen)) {
            throw new InvalidValueException("address", "has a character before the @ that nobody sees");
        }
        String domain = HostName.canonical(value.substring(at + 1))
                .orElseThrow(() -> new InvalidValueException("address", "has a domain that is not a host name"));
        // Once more: some letters are composed in lower case only.
        String folded = Normalizer.normalize(local.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        String address = folded + "@" + domain;
        return Check.length("address", address, MAX_LENGTH);
    }

    /** A space or a mark that looks like nothing: two addresses that look the same must be the same. Some scripts need joiners. */
    private static boolean isUnseen(int c) {
        boolean joiner = c == 0x200c || c == 0x200d;
        return Character.isSpaceChar(c) || (Character.getType(c) == Character.FORMAT && !joiner);
    }
}
