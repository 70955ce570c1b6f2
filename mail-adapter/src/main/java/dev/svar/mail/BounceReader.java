package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads reports about deliveries: those that programs can read (RFC 3464, RFC 6533) and those in words. The fields of the
 * former count first; what they leave open is taken from the words beside them.
 */
final class BounceReader {
    private static final int MAX_RECIPIENTS = 200;
    private static final String RETURNED = "Returned mail: ";
    private final Headers headers;
    private final BounceParts parts;
    private final String letter;

    private BounceReader(Headers headers, BounceParts parts) {
        this.headers = headers;
        this.parts = parts;
        this.letter = parts.letter().said();
    }

    /** What this mail reports about deliveries; empty if it is no report about them. */
    static Optional<BounceReport> read(Part root) {
        String type = root.type().parameter("report-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.equals("disposition-notification") || FeedbackReader.read(root).isPresent()) {
            return Optional.empty();
        }
        boolean certain = type.equals("delivery-status")
                || (BounceParts.haveStatus(root) && BounceSigns.possible(root.headers()));
        return certain || BounceSigns.possible(root.headers())
                ? new BounceReader(root.headers(), BounceParts.of(root)).report(certain)
                : Optional.empty();
    }

    private Optional<BounceReport> report(boolean certain) {
        Optional<String> form = certain
                ? Optional.of("delivery status (RFC 3464)")
                : BounceSigns.in(headers, letter, parts.returns(letter), this::namesSomebody)
                        .or(this::inCodes);
        return form.map(f -> new BounceReport(f, parts.originalId(), recipients()));
    }

    /** A refusal that names nobody could be about anything. */
    private Optional<String> inCodes() {
        return BounceSigns.inCodes(headers, letter).filter(sign -> namesSomebody());
    }

    private boolean namesSomebody() {
        return !BouncedAddresses.in(letter, notMeant()).isEmpty();
    }

    private List<BounceRecipient> recipients() {
        List<Headers> fields = parts.recipients();
        return fields.isEmpty() ? byWords() : byFields(fields);
    }

    private List<BounceRecipient> byWords() {
        Map<Address, String> said = whoAndWhy();
        BounceAction action = isLate() ? BounceAction.DELAYED : BounceAction.FAILED;
        if (said.isEmpty()) {
            return List.of(new BounceWords("", Optional.of(action), letter, true, letter)
                    .judge(Optional.empty(), Optional.empty()));
        }
        // What stands above them all is said of them all.
        boolean together = said.size() == 1 || said.values().stream().allMatch(String::isBlank);
        return said.entrySet().stream()
                .limit(MAX_RECIPIENTS)
                .map(e -> byWords(e.getValue(), together, action).judge(Optional.of(e.getKey()), Optional.empty()))
                .toList();
    }

    /** The reply of the other server may stand above the address; with nothing below it is about every address. */
    private BounceWords byWords(String after, boolean together, BounceAction action) {
        boolean replied =
                ReplyCode.in(after).isPresent() || EnhancedStatus.in(after).isPresent();
        String words = together && !replied ? after + "\n" + letter : after;
        return new BounceWords("", Optional.of(action), words, true, together ? letter + "\n" + told() : "");
    }

    /** What befell the message, as Sendmail has it in its subject: "Returned mail: User unknown". */
    private String told() {
        String subject = EncodedWords.decode(headers.first("subject").orElse(""));
        boolean tells = subject.regionMatches(true, 0, RETURNED, 0, RETURNED.length());
        return tells ? subject.substring(RETURNED.length()) : "";
    }

    private boolean isLate() {
        String subject = EncodedWords.decode(headers.first("subject").orElse(""));
        String returned = parts.original()
                .flatMap(h -> h.first("subject"))
                .map(EncodedWords::decode)
                .orElse("");
        return BounceDelays.in(subject, returned.isBlank() ? letter : letter.replace(returned, " "))
                .isPresent();
    }

    /** A header that names the recipients is surer than the words; the returned mail is the last to ask. */
    private Map<Address, String> whoAndWhy() {
        List<Address> named = people("x-failed-recipients", headers);
        if (named.size() > 1) {
            return BouncedAddresses.about(letter, named);
        }
        Map<Address, String> said = BouncedAddresses.in(letter, notMeant());
        if (named.isEmpty() && !said.isEmpty()) {
            return said;
        }
        return Stream.concat(named.stream(), parts.originalRecipient().stream())
                .findFirst()
                .map(a -> Map.of(a, said.getOrDefault(a, letter)))
                .orElse(Map.of());
    }

    private List<BounceRecipient> byFields(List<Headers> blocks) {
        Map<Address, String> said = blocks.size() == 1
                ? BouncedAddresses.in(letter, notMeant())
                : BouncedAddresses.about(
                        letter,
                        blocks.stream()
                                .limit(MAX_RECIPIENTS)
                                .flatMap(b -> addresses(b).stream())
                                .toList());
        return blocks.stream()
                .limit(MAX_RECIPIENTS)
                .map(b -> byFields(b, said, blocks.size() == 1))
                .toList();
    }

    private static List<Address> addresses(Headers block) {
        return Stream.of("final-recipient", "original-recipient", "x-actual-recipient")
                .flatMap(field -> block.first(field).flatMap(BounceReader::address).stream())
                .toList();
    }

    private BounceRecipient byFields(Headers block, Map<Address, String> said, boolean alone) {
        List<Address> addresses = addresses(block);
        Optional<Address> original = block.first("original-recipient").flatMap(BounceReader::address);
        String diagnostic = withoutType(String.join(" ", block.all("diagnostic-code")));
        String spoken = addresses.stream()
                .map(a -> said.getOrDefault(a, ""))
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
        boolean quoted = !diagnostic.isBlank();
        return new BounceWords(
                        block.first("status").orElse(""),
                        block.first("action").flatMap(BounceAction::named),
                        quoted ? diagnostic : spoken,
                        quoted,
                        spoken.isBlank() && alone ? letter : spoken)
                .judge(addresses.stream().findFirst(), original);
    }

    /** Whom a report names without meaning them: who wrote and got it, who wrote what it returns, and the name of that. */
    private Set<Address> notMeant() {
        Set<Address> people = new HashSet<>(people("from", headers));
        people.addAll(people("to", headers));
        parts.original().ifPresent(h -> people.addAll(people("from", h)));
        parts.originalId()
                .flatMap(id -> AddressList.address(id.substring(1, id.length() - 1)))
                .ifPresent(people::add);
        return people;
    }

    private static List<Address> people(String field, Headers headers) {
        return headers.all(field).stream()
                .flatMap(v -> AddressList.parse(v).stream())
                .map(MailPerson::address)
                .distinct()
                .limit(MAX_RECIPIENTS)
                .toList();
    }

    /** An address field has the form {@code rfc822; address} (RFC 3464) or {@code utf-8; address} (RFC 6533). */
    private static Optional<Address> address(String value) {
        String bare = UnicodeAddress.decode(withoutType(value));
        return AddressList.parse(bare).stream().map(MailPerson::address).findFirst();
    }

    private static String withoutType(String value) {
        int semicolon = value.indexOf(';');
        boolean typed = semicolon > 0 && value.substring(0, semicolon).strip().indexOf(' ') < 0;
        return typed ? value.substring(semicolon + 1).strip() : value;
    }
}
