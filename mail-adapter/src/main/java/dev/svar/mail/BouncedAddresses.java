package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
    private static final int MAX_BEFORE = 40;
    private static final int MAX_BEHIND = 200;

    private static final Pattern TRANSCRIPT = Pattern.compile("[45].*");
    private static final Pattern ID = Pattern.compile("(?:^|.*\\W)id\\W{0,4}");
    private static final Pattern MAIL_ID = Pattern.compile(".*(?:mail|user|recipient)[ -]?id\\W{0,4}");
    private static final Pattern MESSAGE_ID = Pattern.compile(".*message[ -]?id\\W{0,4}");
    private static final Pattern MESSAGE = Pattern.compile("(?:^|.*\\W)message[ \\t<(\"']{1,3}");

    private final Set<Address> notMeant;
    private final Set<Address> refused;
    private final AddressLines form;
    private final BounceReasons reasons = new BounceReasons();
    private final Set<Address> found = new HashSet<>();
    private int indent = -1;
    private String before = "";

    private BouncedAddresses(Set<Address> notMeant, Set<Address> refused, AddressLines form) {
        this.notMeant = notMeant;
        this.refused = refused;
        this.form = form;
    }

    /** The addresses with the words about each; without those who are surely not meant, such as the report's own sender. */
    static Map<Address, String> in(String text, Set<Address> notMeant) {
        Set<Address> bare = notMeant.stream().map(BouncedAddresses::withoutTag).collect(Collectors.toSet());
        List<String> lines = text.lines().toList();
        Set<Address> refused = refused(lines);
        for (AddressLines form : AddressLines.values()) {
            BouncedAddresses addresses = new BouncedAddresses(bare, refused, form);
            addresses.read(lines.stream()
                    .filter(line -> form != AddressLines.TRANSCRIPT
                            || TRANSCRIPT.matcher(line).lookingAt())
                    .toList());
            if (!addresses.found.isEmpty()) {
                return addresses.reasons.said();
            }
        }
        BouncedAddresses addresses = new BouncedAddresses(bare, refused, AddressLines.SENTENCES);
        return addresses.anywhere(
                lines.stream().filter(line -> !addresses.leavesOpen(line)).collect(Collectors.joining("\n")), text);
    }

    /** Whom replies name behind their codes. */
    private static Set<Address> refused(List<String> lines) {
        Set<Address> refused = new HashSet<>();
        for (String line : lines) {
            Optional<String> code = ReplyCode.in(line).or(() -> EnhancedStatus.in(line));
            int at = code.map(c -> line.indexOf('@', line.indexOf(c))).orElse(-1);
            if (at >= 0) {
                AddressList.address(line.substring(AddressWords.start(line, at), AddressWords.end(line, at)))
                        .ifPresent(refused::add);
            }
        }
        return refused;
    }

    /** Whether the line names several to whom the message went, of whom no reply names one. */
    private boolean leavesOpen(String line) {
        return AddressLines.isHeader(line)
                && AddressLines.LABELS
                        .in(line)
                        .map(AddressLines.Beginning::addresses)
                        .filter(named -> named.size() > 1 && named.stream().noneMatch(refused::contains))
                        .isPresent();
    }

    /** What the text says of each of these: from where it names one to where it names another, or the words above. */
    static Map<Address, String> about(String text, Collection<Address> whom) {
        Set<Address> asked = new LinkedHashSet<>(whom);
        BounceReasons reasons = new BounceReasons();
        int from = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = AddressWords.start(text, at);
            int end = AddressWords.end(text, at);
            Optional<Address> next =
                    AddressList.address(text.substring(start, end)).filter(asked::contains);
            if (next.isPresent() && start >= from) {
                reasons.say(text, from, start);
                reasons.name(next.get());
                from = end;
            }
        }
        reasons.say(text, from, text.length());
        Map<Address, String> said = reasons.said();
        asked.forEach(a -> said.putIfAbsent(a, ""));
        return said;
    }

    private void read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : "");
        }
    }

    private void line(String line, String next) {
        int blanks = line.length() - line.stripLeading().length();
        Optional<AddressLines.Beginning> named = Optional.of(line)
                .filter(l -> (indent < 0 || blanks <= indent) && found.size() < MAX_RECIPIENTS && !leavesOpen(l))
                .flatMap(form::in)
                .filter(b -> !isId(before, b.addresses().get(0), b.rest() + "\n" + next));
        List<Address> meant = meant(named.map(AddressLines.Beginning::addresses).orElse(List.of()));
        if (!meant.isEmpty()) {
            indent = form == AddressLines.LABELS ? Integer.MAX_VALUE : blanks;
            meant.forEach(reasons::name);
            found.addAll(meant);
        }
        String words =
                meant.isEmpty() ? line : named.map(AddressLines.Beginning::rest).orElse("");
        reasons.say(words + "\n", 0, words.length() + 1);
        before = line.isBlank() ? before : line.substring(Math.max(0, line.length() - MAX_BEFORE));
    }

    /** Of several in a line those whom a reply names, if it names any. */
    private List<Address> meant(List<Address> named) {
        boolean told = named.size() > 1 && named.stream().anyMatch(refused::contains);
        return named.stream()
                .filter(a -> !isNotMeant(a) && (!told || refused.contains(a)))
                .toList();
    }

    private Map<Address, String> anywhere(String text, String words) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = AddressWords.start(text, at);
            int end = AddressWords.end(text, at);
            Optional<Address> address = AddressList.address(text.substring(start, end));
            if (address.isPresent()
                    && !isNotMeant(address.get())
                    && !isOther(
                            text.substring(Math.max(0, start - MAX_BEFORE), start),
                            address.get(),
                            PlainText.cut(text.substring(end), MAX_BEHIND))) {
                List<Address> named = new ArrayList<>(List.of(address.get()));
                named.addAll(AddressWords.following(text, end));
                Map<Address, String> together = new LinkedHashMap<>();
                meant(named).stream().limit(MAX_RECIPIENTS).forEach(a -> together.put(a, words));
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
    private static boolean isOther(String before, Address address, String behind) {
        String plain = before.toLowerCase(Locale.ROOT).replace('\n', ' ');
        return plain.contains("contact")
                || plain.contains("assistance")
                || plain.contains("help")
                || plain.contains("write to")
                || (MESSAGE.matcher(plain).matches() && !isTold(address, behind))
                || isId(plain, address, behind);
    }

    private static boolean isId(String before, Address address, String behind) {
        String plain = before.toLowerCase(Locale.ROOT).replace('\n', ' ');
        return ID.matcher(plain).matches()
                && !MAIL_ID.matcher(plain).matches()
                && (MESSAGE_ID.matcher(plain).matches() || !isTold(address, behind));
    }

    /** Whether a code or a cause follows the address, and before that no other one. */
    private static boolean isTold(Address address, String behind) {
        String words = PlainText.cut(behind, MAX_BEHIND);
        int at = words.indexOf('@');
        boolean other = at >= 0
                && AddressList.address(words.substring(AddressWords.start(words, at), AddressWords.end(words, at)))
                        .filter(address::equals)
                        .isEmpty();
        return !other
                && (ReplyCode.in(words).isPresent()
                        || EnhancedStatus.in(words).isPresent()
                        || BouncePhrases.cause(words).isPresent());
    }
}
