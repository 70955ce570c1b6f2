package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads reports about deliveries: those that programs can read (RFC 3464, RFC 6533) and those in words. The fields of the
 * former count first; what they leave open is taken from the words beside them.
 */
final class BounceReader {
    private static final int MAX_RECIPIENTS = 200;
    private static final List<String> LATE = List.of(
            "warning message only",
            "a warning only",
            "not yet been delivered",
            "has been delayed",
            "delivery incomplete",
            "is delayed",
            "delay reason");

    /** Subjects of reports that the message is late, whatever the language of their words. */
    private static final List<String> LATE_SUBJECTS = List.of(
            "(delay)",
            "delayed mail",
            "delivery delayed",
            "delivery delay",
            "warning: message",
            "warning: could not send");

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
        Optional<String> form = certain ? Optional.of("delivery status (RFC 3464)") : BounceSigns.in(headers, letter);
        return form.map(f -> new BounceReport(f, parts.originalId(), recipients()));
    }

    private List<BounceRecipient> recipients() {
        List<Headers> fields = parts.recipients();
        return fields.isEmpty() ? byWords() : byFields(fields);
    }

    private List<BounceRecipient> byWords() {
        Map<Address, String> said = whoAndWhy();
        BounceAction action = isLate() ? BounceAction.DELAYED : BounceAction.FAILED;
        if (said.isEmpty()) {
            return List.of(
                    new BounceWords("", Optional.of(action), letter, letter).judge(Optional.empty(), Optional.empty()));
        }
        return said.entrySet().stream()
                .limit(MAX_RECIPIENTS)
                .map(e -> new BounceWords("", Optional.of(action), whole(e.getValue(), said.size()), letter)
                        .judge(Optional.of(e.getKey()), Optional.empty()))
                .toList();
    }

    private boolean isLate() {
        String subject =
                BouncePhrases.plain(EncodedWords.decode(headers.first("subject").orElse("")));
        return LATE.stream().anyMatch(BouncePhrases.plain(letter)::contains)
                || LATE_SUBJECTS.stream().anyMatch(subject::contains);
    }

    /** A header that names the recipients is surer than the words; the returned mail is the last to ask. */
    private Map<Address, String> whoAndWhy() {
        Map<Address, String> said = BouncedAddresses.in(letter, notMeant());
        List<Address> named = people("x-failed-recipients", headers);
        if (named.isEmpty() && !said.isEmpty()) {
            return said;
        }
        Map<Address, String> sure = new LinkedHashMap<>();
        named.forEach(a -> sure.put(a, said.getOrDefault(a, letter)));
        if (sure.isEmpty()) {
            parts.originalRecipient().ifPresent(a -> sure.put(a, letter));
        }
        return sure;
    }

    /** The reply of the other server may stand above the address; with one address it can only be about that. */
    private String whole(String after, int recipients) {
        boolean replied =
                ReplyCode.in(after).isPresent() || EnhancedStatus.in(after).isPresent();
        return replied || recipients > 1 ? after : after + "\n" + letter;
    }

    private List<BounceRecipient> byFields(List<Headers> blocks) {
        Map<Address, String> said = BouncedAddresses.in(letter, notMeant());
        return blocks.stream().limit(MAX_RECIPIENTS).map(b -> byFields(b, said)).toList();
    }

    private BounceRecipient byFields(Headers block, Map<Address, String> said) {
        Optional<Address> original = block.first("original-recipient").flatMap(BounceReader::address);
        Optional<Address> address = block.first("final-recipient")
                .flatMap(BounceReader::address)
                .or(() -> original)
                .or(() -> block.first("x-actual-recipient").flatMap(BounceReader::address));
        String diagnostic = withoutType(String.join(" ", block.all("diagnostic-code")));
        String spoken = address.map(a -> said.getOrDefault(a, "")).orElse("");
        return new BounceWords(
                        block.first("status").orElse(""),
                        block.first("action").flatMap(BounceAction::named),
                        diagnostic.isBlank() ? spoken : diagnostic,
                        spoken.isBlank() ? letter : spoken)
                .judge(address, original);
    }

    /** Those whom a report names without meaning them: who wrote and got it, and who wrote what it returns. */
    private Set<Address> notMeant() {
        Set<Address> people = new HashSet<>(people("from", headers));
        people.addAll(people("to", headers));
        parts.original().ifPresent(h -> people.addAll(people("from", h)));
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
