package dev.svar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.SearchIndexException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TenantIndexesTest {
    private static final TenantId A = new TenantId("a");
    private static final TenantId B = new TenantId("b");
    private static final TenantId C = new TenantId("c");

    @TempDir
    private Path folder;

    @Test
    void of_many_tenants_the_one_that_was_not_used_for_longest_is_closed_and_opened_again() {
        try (TenantIndexes two = new TenantIndexes(Optional.of(folder), 2);
                TenantIndexes other = new TenantIndexes(Optional.of(folder), 2)) {
            assertThat(moved(two, A, 0)).isTrue();
            assertThat(moved(two, B, 0)).isTrue();
            assertThat(position(two, A)).isEqualTo(1);
            assertThat(moved(two, C, 0)).isTrue();
            assertThat(position(other, B)).as("its lock is free").isEqualTo(1);
            assertThatThrownBy(() -> position(other, A)).isInstanceOf(SearchIndexException.class);
            other.close();
            assertThat(moved(two, B, 1)).isTrue();
            assertThat(position(two, A)).isEqualTo(1);
        }
    }

    @Test
    void in_memory_none_is_closed() {
        try (TenantIndexes memory = new TenantIndexes(Optional.empty(), 1)) {
            moved(memory, A, 0);
            moved(memory, B, 0);
            assertThat(position(memory, A)).isEqualTo(1);
        }
    }

    private static long position(TenantIndexes indexes, TenantId tenant) {
        return indexes.with(tenant, "look", index -> index.stand().position());
    }

    private static boolean moved(TenantIndexes indexes, TenantId tenant, long from) {
        return indexes.with(tenant, "move", index -> index.edit(from, new Stand(from + 1, ""), writer -> {}));
    }
}
