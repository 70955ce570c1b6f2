package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom a report in words is about, and what it says of each: an address at the beginning of a line, as nearly all mail
 * systems write it, or behind a word for a recipient, and what follows until the next one; else the first address that
 * it names at all.
 */
final class BouncedAddresses {
    private static final int MAX_RECIPIENTS = 200;
    private static final int MAX_WORDS = 4_000;
    private static final int MAX_BEFORE = 40;

    private static final Pattern TRANSCRIPT = Pattern.compile("[45].*");
    private static final Pattern ID = Pattern.compile("(?:^|.*\\W)id\\W{0,4}");
    private static final Pattern MAIL_ID = Pattern.compile(".*(?:mail|user|recipient)[ -]?id\\W{0,4}");
    private static final Pattern MESSAGE = Pattern.compile("(?:^|.*\\W)message[ \\t<(\"']{1,3}");

    private final Set<Address> notMeant;
    private final AddressLines form;
    private final Map<Address, StringBuilder> found = new LinkedHashMap<>();
    private int indent = -1;
    private String before = "";
    private Optional<StringBuilder> open = Optional.empty();

    private BouncedAddresses(Set<Address> notMeant, AddressLines form) {
        this.notMeant = notMeant;
        this.form = form;
    }

    /** The addresses with the words about each; without those who are surely not meant, such as the report's own sender. */
    static Map<Address, String> in(String text, Set<Address> notMeant) {
        Set<Address> bare = notMeant.stream().map(BouncedAddresses::withoutTag).collect(Collectors.toSet());
        for (AddressLines form : AddressLines.values()) {
            BouncedAddresses addresses = new BouncedAddresses(bare, form);
            text.lines()
                    .filter(line -> form != AddressLines.TRANSCRIPT
                            || TRANSCRIPT.matcher(line).lookingAt())
                    .forEach(addresses::line);
            if (!addresses.found.isEmpty()) {
                return said(addresses.found);
            }
        }
        return new BouncedAddresses(bare, AddressLines.SENTENCES).anywhere(text);
    }

    /** What the text says of each of these: from where it names one to where it names another. */
    static Map<Address, String> about(String text, Collection<Address> whom) {
        Set<Address> asked = new LinkedHashSet<>(whom);
        Map<Address, StringBuilder> words = new LinkedHashMap<>();
        StringBuilder open = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = AddressWords.start(text, at);
            int end = AddressWords.end(text, at);
            Optional<Address> next =
                    AddressList.address(text.substring(start, end)).filter(asked::contains);
            if (next.isPresent() && start >= from) {
                append(open, text, from, start);
                open = words.computeIfAbsent(next.get(), a -> new StringBuilder());
                from = end;
            }
        }
        append(open, text, from, text.length());
        Map<Address, String> said = said(words);
        asked.forEach(a -> said.putIfAbsent(a, ""));
        return said;
    }

    private static void append(StringBuilder words, String text, int from, int to) {
        words.append(text, from, Math.min(to, from + MAX_WORDS)).append('\n');
    }

    /** Of several who stand together, with nothing said between them, the same is said. */
    private static Map<Address, String> said(Map<Address, StringBuilder> found) {
        List<Address> addresses = new ArrayList<>(found.keySet());
        Map<Address, String> backwards = new LinkedHashMap<>();
        String next = "";
        for (int i = addresses.size() - 1; i >= 0; i--) {
            String words =
                    found.getOrDefault(addresses.get(i), new StringBuilder()).toString();
            next = words.chars().anyMatch(Character::isLetterOrDigit) ? words : next;
            backwards.put(addresses.get(i), next);
        }
        Map<Address, String> said = new LinkedHashMap<>();
        addresses.forEach(a -> said.put(a, backwards.getOrDefault(a, "")));
        return said;
    }

    private void line(String line) {
        int blanks = line.length() - line.stripLeading().length();
        Optional<AddressLines.Beginning> beginning = Optional.of(line)
                .filter(l -> (indent < 0 || blanks <= indent) && found.size() < MAX_RECIPIENTS && !isId(before))
                .flatMap(form::in);
        List<Address> meant = beginning.stream()
                .flatMap(b -> b.addresses().stream())
                .filter(a -> !isNotMeant(a))
                .toList();
        if (!meant.isEmpty()) {
            indent = form == AddressLines.LABELS ? Integer.MAX_VALUE : blanks;
            meant.forEach(a -> open = Optional.of(found.computeIfAbsent(a, key -> new StringBuilder())));
        }
        String words = meant.isEmpty()
                ? line
                : beginning.map(AddressLines.Beginning::rest).orElse("");
        open.filter(said -> said.length() < MAX_WORDS)
                .ifPresent(said -> said.append(words).append('\n'));
        before = line.isBlank() ? before : line.substring(Math.max(0, line.length() - MAX_BEFORE));
    }

    private Map<Address, String> anywhere(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = AddressWords.start(text, at);
            int end = AddressWords.end(text, at);
            Optional<Address> address = AddressList.address(text.substring(start, end));
            if (address.isPresent()
                    && !isNotMeant(address.get())
                    && !isOther(text.substring(Math.max(0, start - MAX_BEFORE), start))) {
                Map<Address, String> together = new LinkedHashMap<>();
                together.put(address.get(), text);
                AddressWords.following(text, end).stream()
                        .filter(a -> !isNotMeant(a))
                        .limit(MAX_RECIPIENTS - 1)
                        .forEach(a -> together.put(a, text));
                return together;
            }
        }
        return Map.of();
    }

    private boolean isNotMeant(Address address) {
        String local = address.localPart().toLowerCase(Locale.ROOT);
        return notMeant.contains(withoutTag(address))
                || local.equals("postmaster")
                || local.startsWith("mailer-daemon");
    }

    /** What stands behind the plus sign says who is asked to answer, not who that is. */
    private static Address withoutTag(Address address) {
        int plus = address.localPart().indexOf('+');
        return plus <= 0
                ? address
                : AddressList.address(address.localPart().substring(0, plus) + "@" + address.domain())
                        .orElse(address);
    }

    /** Whether the words in front announce whom to ask, or the name of a message. */
    private static boolean isOther(String before) {
        String plain = before.toLowerCase(Locale.ROOT).replace('\n', ' ');
        return plain.contains("contact")
                || plain.contains("assistance")
                || plain.contains("help")
                || MESSAGE.matcher(plain).matches()
                || isId(plain);
    }

    private static boolean isId(String before) {
        String plain = before.toLowerCase(Locale.ROOT).replace('\n', ' ');
        return ID.matcher(plain).matches() && !MAIL_ID.matcher(plain).matches();
    }
}
