package dev.svar.mail;

import dev.svar.contact.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads delivery status notifications (RFC 3464) and which mail they are about. */
final class BounceReader {
    private static final int MAX_RECIPIENTS = 200;
    private static final int MAX_DIAGNOSTIC_LENGTH = 500;
    private static final Set<String> STATUS_TYPES = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> ORIGINAL_TYPES =
            Set.of("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers", "text/rfc822");

    private BounceReader() {}

    /** What this mail reports about deliveries; empty if it is no report about them. */
    static Optional<BounceReport> read(Part root) {
        List<Part> leaves = new ArrayList<>();
        collect(root, leaves);
        Optional<Part> status = leaves.stream()
                .filter(p -> STATUS_TYPES.contains(p.mediaType()))
                .findFirst();
        boolean report = root.mediaType().equals("multipart/report")
                && root.type()
                        .parameter("report-type")
                        .filter(t -> t.equalsIgnoreCase("delivery-status"))
                        .isPresent();
        if (status.isEmpty() && !report) {
            return Optional.empty();
        }
        List<BounceRecipient> recipients = status.stream()
                .flatMap(s -> blocks(s.body()).stream())
                .flatMap(b -> recipient(b).stream())
                .limit(MAX_RECIPIENTS)
                .toList();
        return Optional.of(new BounceReport("RFC 3464", originalMessageId(leaves), recipients));
    }

    private static void collect(Part part, List<Part> leaves) {
        if (part.children().isEmpty()) {
            leaves.add(part);
        }
        part.children().forEach(child -> collect(child, leaves));
    }

    /** The report's groups of fields, which blank lines divide. */
    private static List<Headers> blocks(byte[] body) {
        List<Headers> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line :
                (PlainText.lines(Charsets.guess(body), MailReader.MAX_HEADER_BYTES) + "\n\n").split("\n", -1)) {
            if (!line.isBlank()) {
                block.append(line).append('\n');
            } else if (block.length() > 0) {
                blocks.add(Headers.parse(block.toString().getBytes(StandardCharsets.UTF_8)));
                block.setLength(0);
            }
        }
        return blocks;
    }

    private static Optional<BounceRecipient> recipient(Headers block) {
        Optional<Address> address = block.first("original-recipient")
                .flatMap(BounceReader::address)
                .or(() -> block.first("final-recipient").flatMap(BounceReader::address));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String diagnostic =
                PlainText.line(withoutType(block.first("diagnostic-code").orElse("")), MAX_DIAGNOSTIC_LENGTH);
        String status = status(block.first("status").orElse(""), diagnostic);
        BounceAction action = BounceAction.named(block.first("action").orElse(""))
                .orElse(status.startsWith("5") ? BounceAction.FAILED : BounceAction.DELAYED);
        return Optional.of(new BounceRecipient(address, action, status, BounceCause.UNKNOWN, status.startsWith("5.1"), diagnostic));
    }

    /** The other server's own words tell more than a status such as 5.0.0. */
    private static String status(String field, String diagnostic) {
        String status = EnhancedStatus.in(field).orElse("");
        Optional<String> said = EnhancedStatus.in(diagnostic)
                .filter(code -> status.isEmpty() || (status.endsWith(".0.0") && code.charAt(0) == status.charAt(0)));
        return said.orElse(status);
    }

    /** Both fields have the form {@code rfc822; address}. */
    private static Optional<Address> address(String value) {
        String bare = withoutType(value);
        return AddressList.parse(bare).stream().map(MailPerson::address).findFirst();
    }

    private static String withoutType(String value) {
        int semicolon = value.indexOf(';');
        boolean typed = semicolon > 0 && value.substring(0, semicolon).strip().indexOf(' ') < 0;
        return typed ? value.substring(semicolon + 1).strip() : value;
    }

    private static Optional<String> originalMessageId(List<Part> leaves) {
        return leaves.stream()
                .filter(p -> ORIGINAL_TYPES.contains(p.mediaType().toLowerCase(Locale.ROOT)))
                .flatMap(p -> headers(p).stream())
                .flatMap(h -> MessageIds.own(h).stream())
                .findFirst();
    }

    private static Optional<Headers> headers(Part part) {
        try {
            return Optional.of(MimeParser.headers(part.body(), MailLimits.STANDARD));
        } catch (UnreadableMailException e) {
            return Optional.empty();
        }
    }
}
