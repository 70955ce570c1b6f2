package dev.svar.mail;

import dev.svar.message.Attachment;
import java.util.Map;

/** Names files from mail: no path, one line, nothing that makes a name look like another one. */
final class AttachmentName {
    private static final int MAX_EXTENSION_LENGTH = 12;

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("message/rfc822", ".eml"),
            Map.entry("message/global", ".eml"),
            Map.entry("message/delivery-status", ".txt"),
            Map.entry("text/rfc822-headers", ".txt"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/html", ".html"),
            Map.entry("text/plain", ".txt"),
            Map.entry("text/csv", ".csv"),
            Map.entry("image/png", ".png"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/gif", ".gif"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/pkcs7-mime", ".p7m"),
            Map.entry("application/pkcs7-signature", ".p7s"),
            Map.entry("application/pgp-signature", ".asc"),
            Map.entry("application/pgp-encrypted", ".asc"),
            Map.entry("application/ms-tnef", ".dat"),
            Map.entry("application/zip", ".zip"));

    private AttachmentName() {}

    /** The name of a part; one made of its kind if it has none. */
    static String of(Part part) {
        String named = part.disposition()
                .parameter("filename")
                .or(() -> part.type().parameter("name"))
                .orElse("");
        String clean = clean(named);
        if (!clean.isEmpty()) {
            return clean;
        }
        String extension = EXTENSIONS.getOrDefault(part.mediaType(), ".bin");
        String base = part.mediaType().substring(0, part.mediaType().indexOf('/'));
        return (base.equals("message") ? "forwarded" : base.equals("application") ? "attachment" : base) + extension;
    }

    /** The name of a forwarded mail, from its subject. */
    static String ofForwarded(String subject) {
        String clean = clean(subject.replace('/', '-').replace('\\', '-').replace(':', ' '));
        return clean.isEmpty() ? "forwarded.eml" : cut(clean + ".eml");
    }

    static String clean(String name) {
        String line = PlainText.line(name, 4 * Attachment.MAX_NAME_LENGTH);
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        StringBuilder out = new StringBuilder();
        last.codePoints().filter(AttachmentName::isVisible).forEach(out::appendCodePoint);
        String visible = out.toString().strip();
        boolean onlyDots = visible.chars().allMatch(c -> c == '.' || c == ' ');
        return onlyDots ? "" : cut(visible);
    }

    /** Shortens a name before its extension. */
    private static String cut(String name) {
        if (name.length() <= Attachment.MAX_NAME_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= MAX_EXTENSION_LENGTH ? name.substring(dot) : "";
        return PlainText.cut(name, Attachment.MAX_NAME_LENGTH - extension.length()) + extension;
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.FORMAT && type != Character.CONTROL && type != Character.LINE_SEPARATOR;
    }
}
