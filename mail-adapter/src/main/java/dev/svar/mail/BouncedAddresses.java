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
    private static final String ENDS = " \t<>\"'(),;:[]{}|*=";

    private final Set<Address> notMeant;
    private final Map<Address, StringBuilder> found = new LinkedHashMap<>();
    private int indent = -1;
    private Optional<StringBuilder> open = Optional.empty();

    private BouncedAddresses(Set<Address> notMeant) {
        this.notMeant = notMeant;
    }

    /** The addresses with the words about each; without those who are surely not meant, such as the report's own sender. */
    static Map<Address, String> in(String text, Set<Address> notMeant) {
        BouncedAddresses reader = new BouncedAddresses(notMeant);
        text.lines().forEach(reader::line);
        Map<Address, String> said = new LinkedHashMap<>();
        reader.found.forEach((address, words) -> said.put(address, words.toString()));
        if (said.isEmpty()) {
            reader.anywhere(text).ifPresent(address -> said.put(address, text));
        }
        return said;
    }

    private void line(String line) {
        int start = 0;
        while (start < line.length() && " \t*•-\"'<".indexOf(line.charAt(start)) >= 0) {
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
            words.append(line, end, line.length()).append('\n');
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
            while (start > 0 && ENDS.indexOf(text.charAt(start - 1)) < 0 && text.charAt(start - 1) != '\n') {
                start--;
            }
            Optional<Address> address = AddressList.address(text.substring(start, end(text, at)));
            if (address.isPresent() && !isNotMeant(address.get())) {
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

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0 && text.charAt(end) != '\n') {
            end++;
        }
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }
}
