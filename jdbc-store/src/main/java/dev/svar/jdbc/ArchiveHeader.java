package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.time.Instant;
import java.util.Optional;

/** The first line of an archive: what it is, whose desk and when. */
record ArchiveHeader(TenantId tenant, Instant exportedAt) {
    JsonObject write() {
        return JsonObject.empty()
                .put("format", ArchiveFormat.NAME)
                .put("version", ArchiveFormat.VERSION)
                .put("tenant", tenant.value())
                .put("exportedAt", exportedAt)
                .put("schema", Schema.VERSION);
    }

    static ArchiveHeader read(ArchiveLine line) {
        JsonObject json = line.json();
        if (!json.optionalText("format").equals(Optional.of(ArchiveFormat.NAME))) {
            throw new ArchiveException(
                    line.number(),
                    ArchiveException.Problem.NO_ARCHIVE,
                    "is no header of the format " + ArchiveFormat.NAME);
        }
        newer(line, "the format", json.number("version"), ArchiveFormat.VERSION);
        newer(line, "the tables", json.number("schema"), Schema.VERSION);
        return new ArchiveHeader(new TenantId(json.text("tenant")), json.at("exportedAt"));
    }

    private static void newer(ArchiveLine line, String what, long version, int known) {
        if (version > known) {
            throw new ArchiveException(
                    line.number(),
                    ArchiveException.Problem.NEWER,
                    "tells of version " + version + " of " + what + ", this version of Svar knows " + known
                            + ": use a newer one");
        }
    }
}
