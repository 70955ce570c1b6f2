package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a report in words is about, and what it says of each: an address at the beginning of a line, as nearly all mail
 * systems write it, and what follows until the next one; else the first address that it names at all.
 */
final class BouncedAddresses {
    private static final int MAX_RECIPIENTS = 200;
    private static final int MAX_WORDS = 4_000;
    /** More than an address may have, so that what is longer is none. */
    private static final int MAX_TOKEN = Address.MAX_LENGTH + 10;

    private static final String LIST = " \t*•->\"'<";
    private static final String TRANSCRIPT = " \t<.0123456789";
    private static final String ENDS = " \t<>\"'(),;:[]{}|*=";

    private final Set<Address> notMeant;
    private final String before;
    private final Map<Address, StringBuilder> found = new LinkedHashMap<>();
    private int indent = -1;
    private Optional<StringBuilder> open = Optional.empty();

    private BouncedAddresses(Set<Address> notMeant, String before) {
        this.notMeant = notMeant;
        this.before = before;
    }

    /** The addresses with the words about each; without those who are surely not meant, such as the report's own sender. */
    static Map<Address, String> in(String text, Set<Address> notMeant) {
        BouncedAddresses plain = new BouncedAddresses(notMeant, LIST);
        text.lines().forEach(plain::line);
        if (!plain.found.isEmpty()) {
            return plain.said();
        }
        // A transcript: 554 <address>... Host unknown
        BouncedAddresses transcript = new BouncedAddresses(notMeant, TRANSCRIPT);
        text.lines().filter(l -> l.startsWith("5") || l.startsWith("4")).forEach(transcript::line);
        if (transcript.found.isEmpty()) {
            return plain.anywhere(text).map(a -> Map.of(a, text)).orElse(Map.of());
        }
        return transcript.said();
    }

    private Map<Address, String> said() {
        Map<Address, String> said = new LinkedHashMap<>();
        found.forEach((address, words) -> said.put(address, words.toString()));
        return said;
    }

    private void line(String line) {
        int start = 0;
        while (start < line.length() && before.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        int blanks = line.length() - line.stripLeading().length();
        int end = end(line, start);
        Optional<Address> address = AddressList.address(line.substring(start, end));
        boolean begins = address.isPresent()
                && !isNotMeant(address.get())
                && (indent < 0 || blanks <= indent)
                && found.size() < MAX_RECIPIENTS;
        if (begins) {
            indent = blanks;
            StringBuilder words = found.computeIfAbsent(address.get(), a -> new StringBuilder());
            words.append(line, before.equals(TRANSCRIPT) ? 0 : end, line.length())
                    .append('\n');
            open = Optional.of(words);
        } else {
            open.filter(words -> words.length() < MAX_WORDS)
                    .ifPresent(words -> words.append(line).append('\n'));
        }
    }

    private Optional<Address> anywhere(String text) {
        int at = text.indexOf('@');
        while (at > 0) {
            int start = at;
            while (start > 0
                    && at - start < MAX_TOKEN
                    && ENDS.indexOf(text.charAt(start - 1)) < 0
                    && text.charAt(start - 1) != '\n') {
                start--;
            }
            Optional<Address> address = AddressList.address(text.substring(start, end(text, at)));
            if (address.isPresent()
                    && !isNotMeant(address.get())
                    && !isHelp(text.substring(Math.max(0, start - 40), start))) {
                return address;
            }
            at = text.indexOf('@', at + 1);
        }
        return Optional.empty();
    }

    private boolean isNotMeant(Address address) {
        String local = address.localPart().toLowerCase(Locale.ROOT);
        return notMeant.contains(address) || local.equals("postmaster") || local.startsWith("mailer-daemon");
    }

    private static boolean isAscii(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean isHelp(String before) {
        String plain = before.toLowerCase(Locale.ROOT);
        return plain.contains("contact") || plain.contains("assistance") || plain.contains("help");
    }

    private static int end(String text, int from) {
        int end = from;
        int last = Math.min(text.length(), from + MAX_TOKEN);
        boolean domain = false;
        while (end < last && ENDS.indexOf(text.charAt(end)) < 0 && text.charAt(end) != '\n') {
            // Chinese, Japanese and Korean go on behind the address without a space.
            if (domain && ThreadWords.isUnspaced(text.charAt(end)) && isAscii(text.charAt(end - 1))) {
                break;
            }
            domain |= text.charAt(end) == '@';
            end++;
        }
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }
}
