package dev.svar.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a sender protected a mail: S/MIME (RFC 8551) or OpenPGP (RFC 3156, and its armour within the text). Nothing is
 * checked or decrypted: whoever has the keys finds every byte in the raw mail, and the protected parts among the files.
 */
public enum MailProtection {
    /** Signed with a certificate. The text is there to read, unless the mail is one sealed {@code smime.p7m}. */
    SMIME_SIGNED,
    /** Encrypted for a certificate: the text is in {@code smime.p7m}. */
    SMIME_ENCRYPTED,
    /** Signed with an OpenPGP key. */
    PGP_SIGNED,
    /** Encrypted for an OpenPGP key. */
    PGP_ENCRYPTED;

    private static final int MAX_DEPTH = 4;

    /** Certificates alone, and what is only compressed. */
    private static final Set<String> UNPROTECTED = Set.of("certs-only", "compressed-data");

    private static final Pattern ARMOUR = Pattern.compile("(?m)^-----BEGIN PGP (SIGNED MESSAGE|MESSAGE)-----[ \\t]*$");

    /** Finds the outermost protection: lists and gateways wrap protected mail, attached mails do not count. */
    static Optional<MailProtection> of(Part root, String text) {
        return ofParts(root, 0).or(() -> ofText(text));
    }

    private static Optional<MailProtection> ofParts(Part part, int depth) {
        Optional<MailProtection> own = ofPart(part);
        if (own.isPresent() || depth == MAX_DEPTH) {
            return own;
        }
        return part.children().stream()
                .flatMap(child -> ofParts(child, depth + 1).stream())
                .findFirst();
    }

    private static Optional<MailProtection> ofPart(Part part) {
        String protocol = part.type().parameter("protocol").orElse("").toLowerCase(Locale.ROOT);
        String kind = part.type().parameter("smime-type").orElse("").toLowerCase(Locale.ROOT);
        return switch (part.mediaType()) {
            case "multipart/signed" ->
                Optional.of(protocol.contains("pgp") ? PGP_SIGNED : SMIME_SIGNED)
                        .filter(p -> p == PGP_SIGNED || protocol.contains("pkcs7"));
            case "multipart/encrypted" -> Optional.of(PGP_ENCRYPTED).filter(p -> protocol.contains("pgp"));
            case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
                UNPROTECTED.contains(kind)
                        ? Optional.empty()
                        : Optional.of(kind.equals("signed-data") ? SMIME_SIGNED : SMIME_ENCRYPTED);
            default -> Optional.empty();
        };
    }

    private static Optional<MailProtection> ofText(String text) {
        var armour = ARMOUR.matcher(text);
        return armour.find()
                ? Optional.of(armour.group(1).equals("MESSAGE") ? PGP_ENCRYPTED : PGP_SIGNED)
                : Optional.empty();
    }
}
