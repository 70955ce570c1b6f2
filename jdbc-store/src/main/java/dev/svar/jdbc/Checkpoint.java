package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A line that closes a part of an archive: all before it is known to be right, so import stores up to it, and export can be
 * continued after it. The last line is one as well.
 *
 * @param last the row that was exported last; empty in the last line
 */
record Checkpoint(TenantId tenant, long line, SortedMap<String, Long> counts, Optional<Position> last, String digest) {
    /** A row by its kind and the parts of its key. */
    record Position(String kind, List<String> key) {}

    boolean end() {
        return last.isEmpty();
    }

    static boolean is(String kind) {
        return kind.equals(ArchiveFormat.CHECKPOINT) || kind.equals(ArchiveFormat.END);
    }

    JsonObject write() {
        JsonObject json = JsonObject.empty()
                .put(ArchiveFormat.KIND, end() ? ArchiveFormat.END : ArchiveFormat.CHECKPOINT)
                .put("line", line)
                .put("tenant", tenant.value());
        JsonObject counted = JsonObject.empty();
        counts.forEach(counted::put);
        json.put("counts", counted);
        last.ifPresent(position -> json.put(
                "last",
                JsonObject.empty().put(ArchiveFormat.KIND, position.kind()).putTexts("key", position.key())));
        return json.put("digest", digest);
    }

    static Checkpoint read(JsonObject json, List<LineKind<?>> kinds) {
        SortedMap<String, Long> counts = new TreeMap<>();
        JsonObject counted = json.object("counts");
        for (LineKind<?> kind : kinds) {
            if (counted.has(kind.name())) {
                counts.put(kind.name(), counted.number(kind.name()));
            }
        }
        boolean end = json.text(ArchiveFormat.KIND).equals(ArchiveFormat.END);
        Optional<Position> last = end ? Optional.empty() : Optional.of(position(json.object("last")));
        return new Checkpoint(
                new TenantId(json.text("tenant")), json.number("line"), counts, last, json.text("digest"));
    }

    private static Position position(JsonObject json) {
        return new Position(json.text(ArchiveFormat.KIND), json.texts("key"));
    }
}
