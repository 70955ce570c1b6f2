package dev.svar.testkit;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.store.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract is kept by blobs in memory, and notices those that break one promise. */
final class BlobContractTest extends BlobContract {
    @Override
    protected BlobStore openBlobs() {
        return new MemoryBlobs();
    }

    private static void assertNoticed(Supplier<? extends BlobStore> broken, String... by)
            throws ReflectiveOperationException {
        SuiteRun.assertNoticed(
                BlobContract.class,
                () -> new BlobContract() {
                    private final BlobStore blobs = broken.get();

                    @Override
                    protected BlobStore openBlobs() {
                        return blobs;
                    }
                },
                by);
    }

    @Test
    void one_room_for_all_tenants() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    @Override
                    String wall(TenantId tenant) {
                        return "";
                    }
                },
                "the_same_bytes_of_two_tenants_are_two_blobs",
                "tenants_are_kept_apart_whatever_they_are_called",
                "blobs_that_were_put_later_are_not_visited");
    }

    @Test
    void tenants_whose_names_differ_in_case_only() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    @Override
                    String wall(TenantId tenant) {
                        return tenant.value().toLowerCase(Locale.ROOT);
                    }
                },
                "tenants_are_kept_apart_whatever_they_are_called");
    }

    @Test
    void bytes_that_are_not_copied_or_looked_at() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    @Override
                    Content copied(Content content) {
                        return content;
                    }
                },
                "bytes_that_are_not_what_their_digest_says_are_refused_and_never_seen",
                "a_put_that_breaks_off_leaves_nothing_and_can_be_done_again");
    }

    @Test
    void bytes_that_can_be_read_once() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    @Override
                    public Optional<Content> find(TenantId tenant, ContentRef ref) {
                        return super.find(tenant, ref).map(content -> {
                            InputStream only = new ByteArrayInputStream(content.bytes());
                            return Content.reading(ref, () -> only);
                        });
                    }
                },
                "what_was_put_is_found_and_can_be_read_as_often_as_wanted",
                "putting_the_same_bytes_again_changes_nothing",
                "what_was_deleted_is_gone_and_can_be_put_again",
                "the_same_bytes_of_two_tenants_are_two_blobs",
                "tenants_are_kept_apart_whatever_they_are_called",
                "a_put_that_breaks_off_leaves_nothing_and_can_be_done_again",
                "puts_of_the_same_bytes_at_once_all_succeed");
    }

    @Test
    void no_bytes_that_are_never_found() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    @Override
                    public Optional<Content> find(TenantId tenant, ContentRef ref) {
                        return super.find(tenant, ref).filter(content -> ref.size() > 0);
                    }
                },
                "what_was_put_is_found_and_can_be_read_as_often_as_wanted");
    }

    @Test
    void bytes_that_stay_when_they_are_deleted() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    @Override
                    public void delete(TenantId tenant, ContentRef ref) {
                        // They stay.
                    }
                },
                "what_was_deleted_is_gone_and_can_be_put_again",
                "the_same_bytes_of_two_tenants_are_two_blobs",
                "tenants_are_kept_apart_whatever_they_are_called",
                "all_blobs_are_visited_in_batches_and_may_be_deleted_then");
    }

    @Test
    void bytes_that_are_seen_after_their_put_failed() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    private final Map<ContentRef, Content> unfinished = new ConcurrentHashMap<>();

                    @Override
                    Content copied(Content content) {
                        try {
                            return super.copied(content);
                        } catch (DamagedContentException e) {
                            unfinished.put(content.ref(), content);
                            throw e;
                        }
                    }

                    @Override
                    public Optional<Content> find(TenantId tenant, ContentRef ref) {
                        return super.find(tenant, ref).or(() -> Optional.ofNullable(unfinished.get(ref)));
                    }
                },
                "bytes_that_are_not_what_their_digest_says_are_refused_and_never_seen",
                "a_put_that_breaks_off_leaves_nothing_and_can_be_done_again");
    }

    @Test
    void batches_that_are_too_long() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    @Override
                    int batch() {
                        return MAX_BATCH + 1;
                    }
                },
                "all_blobs_are_visited_in_batches_and_may_be_deleted_then");
    }

    @Test
    void a_visit_that_ends_after_one_batch() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    @Override
                    public void visit(TenantId tenant, Instant putBefore, Consumer<List<ContentRef>> visitor) {
                        boolean[] seen = {false};
                        super.visit(tenant, putBefore, refs -> {
                            if (!seen[0]) {
                                visitor.accept(refs);
                            }
                            seen[0] = true;
                        });
                    }
                },
                "all_blobs_are_visited_in_batches_and_may_be_deleted_then");
    }

    @Test
    void a_visit_of_blobs_that_are_too_young() throws Exception {
        assertNoticed(
                () -> new MemoryBlobs() {
                    @Override
                    public void visit(TenantId tenant, Instant putBefore, Consumer<List<ContentRef>> visitor) {
                        super.visit(tenant, Instant.MAX, visitor);
                    }
                },
                "blobs_that_were_put_later_are_not_visited");
    }
}
