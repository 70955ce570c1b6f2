package dev.svar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.SearchIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
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
        try (TenantIndexes two = onDisk(2);
                TenantIndexes other = onDisk(2)) {
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
        try (TenantIndexes memory = new TenantIndexes(Optional.empty())) {
            moved(memory, A, 0);
            moved(memory, B, 0);
            assertThat(position(memory, A)).isEqualTo(1);
        }
    }

    @Test
    void a_tenant_whose_index_is_being_opened_holds_up_no_other() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch slowDisk = new CountDownLatch(1);
        ExecutorService somebody = Executors.newSingleThreadExecutor();
        try (TenantIndexes indexes = new TenantIndexes(
                tenant -> {
                    if (tenant.equals(A)) {
                        opening.countDown();
                        await(slowDisk);
                    }
                    return new MemoryShelf();
                },
                1)) {
            moved(indexes, B, 0);
            Future<Boolean> slow = somebody.submit(() -> moved(indexes, A, 0));
            await(opening);
            assertThat(moved(indexes, C, 0)).isTrue();
            assertThat(moved(indexes, C, 1)).isTrue();
            slowDisk.countDown();
            assertThat(slow.get(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            slowDisk.countDown();
            somebody.shutdownNow();
        }
    }

    @Test
    void an_index_that_is_being_used_is_not_closed_for_another() {
        try (TenantIndexes one = onDisk(1);
                TenantIndexes other = onDisk(1)) {
            one.with(A, "nest", index -> {
                assertThat(moved(one, B, 0)).isTrue();
                assertThat(moved(one, C, 0)).isTrue();
                return index.edit(0, new Stand(1, ""), writer -> {});
            });
            assertThatThrownBy(() -> position(other, A)).isInstanceOf(SearchIndexException.class);
            assertThat(position(one, B)).isEqualTo(1);
            assertThat(position(other, A)).as("B needed its place").isEqualTo(1);
        }
    }

    @Test
    void more_tenants_than_stay_open_lose_nothing_when_many_ask_at_once() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(4);
        try (TenantIndexes indexes = onDisk(3)) {
            AtomicLongArray moves = new AtomicLongArray(7);
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                done.add(many.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        TenantId tenant = new TenantId("t" + i % 7);
                        boolean moved = indexes.with(tenant, "count", index -> {
                            long at = index.stand().position();
                            return index.edit(at, new Stand(at + 1, ""), writer -> {});
                        });
                        moves.addAndGet(i % 7, moved ? 1 : 0);
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get(60, TimeUnit.SECONDS);
            }
            for (int i = 0; i < 7; i++) {
                assertThat(position(indexes, new TenantId("t" + i)))
                        .isPositive()
                        .isEqualTo(moves.get(i));
            }
        } finally {
            many.shutdownNow();
        }
    }

    private TenantIndexes onDisk(int open) {
        return new TenantIndexes(tenant -> FolderShelf.open(folder.resolve(TenantFolder.of(tenant))), open);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IOException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static long position(TenantIndexes indexes, TenantId tenant) {
        return indexes.with(tenant, "look", index -> index.stand().position());
    }

    private static boolean moved(TenantIndexes indexes, TenantId tenant, long from) {
        return indexes.with(tenant, "move", index -> index.edit(from, new Stand(from + 1, ""), writer -> {}));
    }
}
