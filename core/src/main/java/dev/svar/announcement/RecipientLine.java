package dev.svar.announcement;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;
import dev.svar.contact.Contact;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** A line of a list: an address and perhaps a language tag and a name, separated by tabs. */
final class RecipientLine {
    /** The most characters of a line: an address, a language tag and a name with room to spare. */
    static final int MAX_LENGTH = Address.MAX_LENGTH + Contact.MAX_NAME_LENGTH + 146;

    private RecipientLine() {}

    static Recipient read(Channel channel, String line) {
        String[] parts = Check.length("line", line, MAX_LENGTH).split("\t", -1);
        if (parts.length > 3) {
            throw new InvalidValueException("line", "has more than three parts, they are address, language and name");
        }
        Optional<Locale> locale = parts.length > 1 ? locale(parts[1].strip()) : Optional.empty();
        String name = parts.length > 2 ? parts[2].strip() : "";
        return new Recipient(new Address(channel, parts[0]), locale, name);
    }

    private static Optional<Locale> locale(String tag) {
        try {
            return tag.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Locale.Builder().setLanguageTag(tag).build());
        } catch (IllformedLocaleException e) {
            throw new InvalidValueException("language", "is no language tag (BCP 47), it must look like nb or sv-FI");
        }
    }

    static String write(Recipient recipient) {
        String locale = recipient.locale().map(Locale::toLanguageTag).orElse("");
        return recipient.address().value() + "\t" + locale + "\t" + recipient.name() + "\n";
    }
}
