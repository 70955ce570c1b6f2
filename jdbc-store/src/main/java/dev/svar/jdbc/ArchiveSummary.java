package dev.svar.jdbc;

import dev.svar.contact.TenantId;
import java.util.Map;

/**
 * What a whole archive holds.
 *
 * @param tenant whose desk was exported or filled
 * @param lines how many lines it has, the first and the last one included
 * @param counts how many lines of each kind, by the kind's name; kinds without lines are left out
 * @param digest the digest of its last line, 64 hexadecimal digits: the same for the same archive
 */
public record ArchiveSummary(TenantId tenant, long lines, Map<String, Long> counts, String digest) {
    /**
     * Copies the counts.
     *
     * @param tenant whose desk was exported or filled
     * @param lines how many lines it has, the first and the last one included
     * @param counts how many lines of each kind
     * @param digest the digest of its last line
     */
    public ArchiveSummary {
        counts = Map.copyOf(counts);
    }
}
