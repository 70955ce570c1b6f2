package dev.svar.mail;

import dev.svar.contact.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads reports about deliveries: those that programs can read (RFC 3464, RFC 6533) and those in words. The fields of the
 * former count first; what they leave open is taken from the words beside them.
 */
final class BounceReader {
    private static final int MAX_RECIPIENTS = 200;
    private static final int MAX_TEXT = 100_000;
    private static final Set<String> STATUS_TYPES = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> ORIGINAL_TYPES =
            Set.of("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers", "text/rfc822");

    private final Part root;
    private final List<Part> leaves;
    private final BounceLetter letter;

    private BounceReader(Part root, List<Part> leaves) {
        this.root = root;
        this.leaves = leaves;
        this.letter = BounceLetter.of(PlainText.cut(text(), MAX_TEXT));
    }

    /** What this mail reports about deliveries; empty if it is no report about them. */
    static Optional<BounceReport> read(Part root) {
        String type = root.type().parameter("report-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.equals("disposition-notification") || FeedbackReader.read(root).isPresent()) {
            return Optional.empty();
        }
        List<Part> leaves = new ArrayList<>();
        collect(root, leaves);
        boolean possible = type.equals("delivery-status")
                || leaves.stream().anyMatch(p -> STATUS_TYPES.contains(p.mediaType()))
                || BounceSigns.possible(root.headers());
        return possible ? new BounceReader(root, leaves).report(type) : Optional.empty();
    }

    private Optional<BounceReport> report(String reportType) {
        List<Headers> fields = leaves.stream()
                .filter(p -> STATUS_TYPES.contains(p.mediaType()))
                .flatMap(p -> blocks(Charsets.guess(p.body())).stream())
                .filter(BounceReader::namesRecipient)
                .limit(MAX_RECIPIENTS)
                .toList();
        if (!fields.isEmpty()) {
            return Optional.of(new BounceReport("delivery status (RFC 3464)", originalId(), byFields(fields)));
        }
        boolean status = leaves.stream().anyMatch(p -> STATUS_TYPES.contains(p.mediaType()));
        Optional<String> sign = BounceSigns.in(root.headers(), letter.said())
                .or(() -> status || reportType.equals("delivery-status")
                        ? Optional.of("a report that names no recipient in its fields")
                        : Optional.empty());
        return sign.map(form -> new BounceReport(form, originalId(), byWords()));
    }

    private List<BounceRecipient> byWords() {
        List<Headers> fields =
                blocks(letter.said()).stream().filter(BounceReader::namesRecipient).toList();
        if (!fields.isEmpty()) {
            return byFields(fields);
        }
        Map<Address, String> said = new LinkedHashMap<>(BouncedAddresses.in(letter.said(), notMeant()));
        List<Address> named = people("x-failed-recipients", root.headers());
        if (!named.isEmpty()) {
            Map<Address, String> only = new LinkedHashMap<>();
            named.forEach(a -> only.put(a, said.getOrDefault(a, letter.said())));
            said.clear();
            said.putAll(only);
        }
        if (said.isEmpty()) {
            original().flatMap(h -> people("to", h).stream().findFirst()).ifPresent(a -> said.put(a, letter.said()));
        }
        Optional<BounceAction> action = letterAction();
        if (said.isEmpty()) {
            return List.of(words("", action, letter.said()).judge(Optional.empty(), Optional.empty()));
        }
        return said.entrySet().stream()
                .limit(MAX_RECIPIENTS)
                .map(e -> words("", action, saidOf(e.getValue(), said.size())).judge(Optional.of(e.getKey()), Optional.empty()))
                .toList();
    }

    /** The reply of the other server may stand above the address; with one address it can only be about that. */
    private String saidOf(String after, int recipients) {
        boolean replied = ReplyCode.in(after).isPresent() || EnhancedStatus.in(after).isPresent();
        return replied || recipients > 1 ? after : after + "\n" + letter.said();
    }

    private Optional<BounceAction> letterAction() {
        String plain = BouncePhrases.plain(letter.said());
        boolean late = plain.contains("warning message only")
                || plain.contains("a warning only")
                || plain.contains("not yet been delivered")
                || plain.contains("has been delayed")
                || plain.contains("delivery incomplete");
        return late ? Optional.of(BounceAction.DELAYED) : Optional.of(BounceAction.FAILED);
    }

    private BounceWords words(String status, Optional<BounceAction> action, String diagnostic) {
        return new BounceWords(status, action, diagnostic, letter.said());
    }

    private List<BounceRecipient> byFields(List<Headers> blocks) {
        Map<Address, String> said = BouncedAddresses.in(letter.said(), notMeant());
        return blocks.stream().map(b -> byFields(b, said)).toList();
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
                        spoken.isBlank() ? letter.said() : spoken)
                .judge(address, original);
    }

    private static boolean namesRecipient(Headers block) {
        return block.has("final-recipient") || block.has("original-recipient");
    }

    /** The groups of fields, which blank lines divide. */
    private static List<Headers> blocks(String text) {
        List<Headers> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : (PlainText.lines(text, MAX_TEXT) + "\n\n").split("\n", -1)) {
            if (!line.isBlank()) {
                block.append(line).append('\n');
            } else if (block.length() > 0) {
                blocks.add(Headers.parse(block.toString().getBytes(StandardCharsets.UTF_8)));
                block.setLength(0);
            }
        }
        return blocks;
    }

    /** Those whom a report names without meaning them: who wrote it, and who wrote what it returns. */
    private Set<Address> notMeant() {
        Set<Address> people = new HashSet<>(people("from", root.headers()));
        people.addAll(people("to", root.headers()));
        original().ifPresent(h -> people.addAll(people("from", h)));
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

    private Optional<String> originalId() {
        return original().flatMap(MessageIds::own);
    }

    private Optional<Headers> original() {
        return leaves.stream()
                .filter(p -> ORIGINAL_TYPES.contains(p.mediaType()))
                .flatMap(p -> headers(p).stream())
                .filter(h -> !h.isEmpty())
                .findFirst()
                .or(() -> Optional.of(letter.header()).filter(h -> !h.isEmpty()));
    }

    private static Optional<Headers> headers(Part part) {
        try {
            return Optional.of(MimeParser.headers(part.body(), MailLimits.STANDARD));
        } catch (UnreadableMailException e) {
            return Optional.empty();
        }
    }

    private static void collect(Part part, List<Part> leaves) {
        if (part.children().isEmpty()) {
            leaves.add(part);
        }
        part.children().forEach(child -> collect(child, leaves));
    }

    /** What the report says to people: its plain text, else its HTML. */
    private String text() {
        String plain = texts("text/plain");
        return plain.isBlank() ? HtmlText.of(texts("text/html"), MAX_TEXT) : plain;
    }

    private String texts(String type) {
        return leaves.stream()
                .filter(p -> p.mediaType().equals(type) || (p.isMultipart() && type.equals("text/plain")))
                .limit(5)
                .map(p -> PlainText.lines(p.isMultipart() ? Charsets.guess(p.rawBody()) : p.text(), MAX_TEXT))
                .collect(Collectors.joining("\n"));
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
