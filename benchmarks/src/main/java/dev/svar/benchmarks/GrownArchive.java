package dev.svar.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the archive of a desk that has the tickets of a small archive many times, each time with other ids and numbers and with
 * the same contacts, as any program may write one from the format's description.
 */
final class GrownArchive {
    private static final int LINES_PER_CHECKPOINT = 1000;
    private static final Pattern KIND = Pattern.compile("\\{\"kind\":\"([a-z-]+)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("(\"prefix\":\"SUP\",\"number\":)(\\d+)");
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(\\{\"kind\":\"mail-thread\",\"messageId\":\")[0-9a-f]{8}");

    private final List<String> small;
    private final Set<String> contacts = new HashSet<>();
    private final int tickets;
    private final OutputStream out;
    private final Map<String, Long> counts = new TreeMap<>();
    private final MessageDigest digest = MessageDigest.getInstance("SHA-256");
    private long lines;

    private GrownArchive(byte[] archive, OutputStream out) throws NoSuchAlgorithmException {
        this.small = new String(archive, StandardCharsets.UTF_8).lines().toList();
        this.out = out;
        ofKind("contact"::equals).forEach(line -> ids(line).results().limit(1).forEach(id -> contacts.add(id.group())));
        this.tickets = ofKind("ticket"::equals).size();
    }

    /** Whole copies of the small desk are written until there are at least so many tickets. */
    static void write(byte[] archive, int tickets, OutputStream out) throws IOException {
        try {
            new GrownArchive(archive, out).write(tickets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private List<String> ofKind(Predicate<String> wanted) {
        return small.stream().filter(line -> wanted.test(kind(line))).toList();
    }

    private static String kind(String line) {
        Matcher kind = KIND.matcher(line);
        return kind.lookingAt() ? kind.group(1) : "";
    }

    private static Matcher ids(String line) {
        return ID.matcher(line);
    }

    private void write(int wanted) throws IOException {
        int copies = (wanted + tickets - 1) / tickets;
        line(small.get(0));
        line("number", "{\"kind\":\"number\",\"last\":" + (long) copies * tickets + "}");
        for (String contact : ofKind("contact"::equals)) {
            line("contact", contact);
        }
        for (String kind : List.of("ticket", "event", "message", "mail-thread", "delivery", "work")) {
            List<String> lines = ofKind(kind::equals);
            for (int copy = 0; copy < copies; copy++) {
                for (String line : lines) {
                    line(kind, copied(line, copy));
                }
            }
        }
        checkpoint("end", "");
        out.flush();
    }

    private String copied(String line, int copy) {
        String renamed = ids(line)
                .replaceAll(id -> contacts.contains(id.group())
                        ? id.group()
                        : moved(UUID.fromString(id.group()), copy).toString());
        String numbered = NUMBER.matcher(renamed)
                .replaceAll(n -> n.group(1) + (Long.parseLong(n.group(2)) + (long) copy * tickets));
        return MESSAGE_ID
                .matcher(numbered)
                .replaceAll(found -> found.group(1) + String.format(Locale.ROOT, "%08x", copy));
    }

    private static UUID moved(UUID id, int copy) {
        return new UUID(id.getMostSignificantBits() + ((long) copy << 16), id.getLeastSignificantBits());
    }

    private void line(String kind, String line) throws IOException {
        line(line);
        counts.merge(kind, 1L, Long::sum);
        if (lines % LINES_PER_CHECKPOINT == 0) {
            checkpoint("checkpoint", "\"last\":{\"kind\":\"" + kind + "\",\"key\":[]},");
        }
    }

    private void checkpoint(String kind, String last) throws IOException {
        String counted = counts.entrySet().stream()
                .map(count -> "\"" + count.getKey() + "\":" + count.getValue())
                .collect(Collectors.joining(","));
        line("{\"kind\":\"" + kind + "\",\"line\":" + (lines + 1) + ",\"tenant\":\"default\",\"counts\":{" + counted
                + "}," + last + "\"digest\":\"" + HexFormat.of().formatHex(digest.digest()) + "\"}");
    }

    private void line(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        out.write(bytes);
        lines++;
    }
}
