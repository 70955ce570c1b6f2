package dev.svar.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** The one spelling of a host's name: lower case, an internationalized name in its ASCII form (RFC 5890). */
final class HostName {
    private HostName() {}

    /** Full-width forms of delimiters become the delimiters themselves, so the result is looked at too. */
    static Optional<String> canonical(String name) {
        try {
            String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
            return ascii.isEmpty() || ascii.chars().anyMatch(c -> delimits(c) || c == '@')
                    ? Optional.empty()
                    : Optional.of(ascii.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What ends an address in a list of them. */
    static boolean delimits(int c) {
        return c <= ' ' || c == '<' || c == '>' || c == ',' || c == ';';
    }
}
