package dev.svar.mail;

import dev.svar.contact.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report is made of: fields for programs, words for people, and the mail that it returns. */
final class BounceParts {
    static final int MAX_TEXT = 100_000;
    private static final int MAX_TEXT_PARTS = 5;
    private static final Set<String> STATUS_TYPES = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> ORIGINAL_TYPES =
            Set.of("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers", "text/rfc822");

    private final List<Part> leaves;
    private final BounceLetter letter;

    private BounceParts(List<Part> leaves) {
        this.leaves = leaves;
        this.letter = BounceLetter.of(PlainText.cut(text(), MAX_TEXT));
    }

    static BounceParts of(Part root) {
        return new BounceParts(leaves(root));
    }

    /** Whether the mail has fields about deliveries. */
    static boolean haveStatus(Part root) {
        return leaves(root).stream().anyMatch(BounceParts::isStatus);
    }

    private static boolean isStatus(Part part) {
        return STATUS_TYPES.contains(part.mediaType());
    }

    private static List<Part> leaves(Part root) {
        List<Part> leaves = new ArrayList<>();
        collect(root, leaves);
        return leaves;
    }

    private static void collect(Part part, List<Part> leaves) {
        if (part.children().isEmpty()) {
            leaves.add(part);
        }
        part.children().forEach(child -> collect(child, leaves));
    }

    BounceLetter letter() {
        return letter;
    }

    /** The groups of fields about one recipient each; those in the words if the mail lost the header of its parts. */
    List<Headers> recipients() {
        List<Headers> blocks = leaves.stream()
                .filter(BounceParts::isStatus)
                .flatMap(p -> blocks(Charsets.guess(p.body())).stream())
                .toList();
        return blocks.isEmpty() ? blocks(letter.said()) : blocks;
    }

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
        return blocks.stream()
                .filter(b -> b.has("final-recipient") || b.has("original-recipient"))
                .toList();
    }

    /** Whether a mail is attached whose first recipient these words name. */
    boolean returns(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        return attached()
                .flatMap(BounceParts::firstRecipient)
                .filter(a -> small.contains(a.value()))
                .isPresent();
    }

    /** The header of the mail that is returned. */
    Optional<Headers> original() {
        return attached().or(() -> Optional.of(letter.header()).filter(h -> !h.isEmpty()));
    }

    private Optional<Headers> attached() {
        return leaves.stream()
                .filter(p -> ORIGINAL_TYPES.contains(p.mediaType()))
                .flatMap(p -> headers(p).stream())
                .filter(h -> !h.isEmpty())
                .findFirst();
    }

    Optional<String> originalId() {
        return original().flatMap(MessageIds::own);
    }

    /** The first of those to whom the returned mail was sent. */
    Optional<Address> originalRecipient() {
        return original().flatMap(BounceParts::firstRecipient);
    }

    private static Optional<Address> firstRecipient(Headers original) {
        return AddressList.parse(original.first("to").orElse("")).stream()
                .findFirst()
                .map(MailPerson::address);
    }

    private static Optional<Headers> headers(Part part) {
        try {
            return Optional.of(MimeParser.headers(part.body(), MailLimits.STANDARD));
        } catch (UnreadableMailException e) {
            return Optional.empty();
        }
    }

    /** What the report says to people: its plain text, else its HTML. */
    private String text() {
        String plain = texts("text/plain");
        return plain.isBlank() ? HtmlText.of(texts("text/html"), MAX_TEXT) : plain;
    }

    private String texts(String type) {
        return leaves.stream()
                .filter(p -> p.mediaType().equals(type) || (p.isMultipart() && type.equals("text/plain")))
                .limit(MAX_TEXT_PARTS)
                .map(p -> PlainText.lines(p.isMultipart() ? Charsets.guess(p.rawBody()) : p.text(), MAX_TEXT))
                .collect(Collectors.joining("\n"));
    }
}
