package dev.svar.contact;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who writes to the desk. An address belongs to at most one contact of a tenant.
 *
 * @param id the contact's id
 * @param tenant whose contact it is
 * @param name the name as the contact gave it, possibly empty; at most {@value #MAX_NAME_LENGTH} characters
 * @param addresses where the contact can be reached, first the preferred one; at least one
 * @param locale the language the contact writes in, if known
 */
public record Contact(ContactId id, TenantId tenant, String name, List<Address> addresses, Optional<Locale> locale) {
    /** The most characters a name may have. */
    public static final int MAX_NAME_LENGTH = 200;

    /** The most addresses a contact may have. */
    public static final int MAX_ADDRESSES = 50;

    private static final int MAX_GREETING_LENGTH = 30;

    /**
     * Checks and copies.
     *
     * @param id the contact's id
     * @param tenant whose contact it is
     * @param name the name as the contact gave it, possibly empty
     * @param addresses where the contact can be reached, first the preferred one
     * @param locale the language the contact writes in, if known
     */
    public Contact {
        if (!name.isEmpty()) {
            Check.line("contact.name", name, MAX_NAME_LENGTH);
        }
        if (addresses.isEmpty()) {
            throw new InvalidValueException("contact.addresses", "is empty, a contact needs at least one address");
        }
        addresses = List.copyOf(Check.size("contact.addresses", addresses, MAX_ADDRESSES));
    }

    /**
     * Where the contact can be reached on one channel.
     *
     * @param channel the channel
     * @return the preferred address there
     */
    public Optional<Address> address(Channel channel) {
        return addresses.stream().filter(a -> a.channel().equals(channel)).findFirst();
    }

    /**
     * The first word of the name when it can safely open an automatic letter. A sender chooses the own display name, so
     * anything but a short word of letters (an advertisement, a link, a number) is not used.
     *
     * @return the name to greet with
     */
    public Optional<String> firstName() {
        String[] words = name.strip().split("\\s+", -1);
        boolean familyNameFirst = words.length > 1 && words[0].endsWith(",");
        String first = familyNameFirst ? words[1] : words[0];
        boolean plain = first.codePoints().anyMatch(Character::isLetter)
                && first.length() <= MAX_GREETING_LENGTH
                && first.codePoints().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'' || c == '’')
                && name.codePoints().allMatch(Contact::ordinaryInNames);
        return plain ? Optional.of(first) : Optional.empty();
    }

    private static boolean ordinaryInNames(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || " -'’.,()".indexOf(c) >= 0;
    }
}
