package dev.svar.contact;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one spelling of a host's name: lower case, an internationalized name in its ASCII form (RFC 5890). Java knows the rules of
 * 2003, by which {@code straße} is {@code strasse}; since 2010 they are two names, and what goes to one must not go to the other.
 */
final class HostName {
    private static final String PREFIX = "xn--";
    private static final int MAX_LABEL = 63;
    private static final Pattern DOT = Pattern.compile("[.\u3002\uFF0E\uFF61]");
    private static final Pattern ROOT = Pattern.compile("([^.\u3002\uFF0E\uFF61])[.\u3002\uFF0E\uFF61]$");
    private static final Pattern DEVIATING = Pattern.compile("[ßẞς]");

    private HostName() {}

    /** Full-width forms of delimiters become the delimiters themselves, so the result is looked at too. */
    static Optional<String> canonical(String name) {
        try {
            String bare = ROOT.matcher(name).replaceFirst("$1");
            String ascii = DEVIATING.matcher(bare).find() ? byLabel(bare) : ascii(bare);
            return ascii.isEmpty() || ascii.endsWith(".") || ascii.chars().anyMatch(c -> delimits(c) || c == '@')
                    ? Optional.empty()
                    : Optional.of(ascii.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String ascii(String name) {
        return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
    }

    private static String byLabel(String name) {
        return Stream.of(DOT.split(name, -1)).map(HostName::label).collect(Collectors.joining("."));
    }

    private static String label(String label) {
        if (label.isEmpty()) {
            throw new IllegalArgumentException("an empty label");
        } else if (!DEVIATING.matcher(label).find()) {
            return ascii(label);
        }
        ascii(label); // the rules of 2003 refuse what those of today refuse as well
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(label, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        String ascii = PREFIX + Punycode.encode(folded.toString());
        if (ascii.length() > MAX_LABEL) {
            throw new IllegalArgumentException("a label that is too long");
        }
        return ascii;
    }

    /** What ends an address in a list of them. */
    static boolean delimits(int c) {
        return c <= ' ' || c == '<' || c == '>' || c == ',' || c == ';';
    }
}
