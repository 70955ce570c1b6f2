package dev.svar;

import dev.svar.contact.Contact;
import java.util.Optional;

/** The parts of people's names. */
final class PersonNames {
    private PersonNames() {}

    /** The first word of a name. */
    static String first(String name) {
        return name.strip().split("\\s+", 2)[0];
    }

    /** What follows the first word. */
    static Optional<String> last(String name) {
        String[] parts = name.strip().split("\\s+", 2);
        return parts.length < 2 ? Optional.empty() : Optional.of(parts[1]);
    }

    /** The rest of a name whose first name is plainly one. */
    static Optional<String> last(Contact contact) {
        String name = contact.name().strip();
        int comma = name.indexOf(',');
        Optional<String> rest = comma > 0 ? Optional.of(name.substring(0, comma)) : last(name);
        return contact.firstName().flatMap(first -> rest);
    }
}
