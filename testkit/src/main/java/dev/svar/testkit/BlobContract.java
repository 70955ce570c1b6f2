package dev.svar.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.store.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BlobStore} must do: extend it, give the blob store, and all of it must pass. */
public abstract class BlobContract {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static final int THREADS = 8;
    private static final int ROUNDS = 20;

    private BlobStore blobs;
    private TenantId tenant;

    /** For subclasses. */
    protected BlobContract() {}

    /**
     * Opens a blob store.
     *
     * @return one that the suite may fill; it may be the same for all tests
     */
    protected abstract BlobStore openBlobs();

    @BeforeEach
    final void open() {
        blobs = openBlobs();
        tenant = new TenantId("t-" + UUID.randomUUID());
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertFound(TenantId whose, Content content) {
        Content found = blobs.find(whose, content.ref()).orElseThrow();
        assertThat(found).isEqualTo(content);
        assertThat(found.bytes()).isEqualTo(content.bytes());
        assertThat(found.bytes()).as("read again").isEqualTo(content.bytes());
    }

    @Test
    final void what_was_put_is_found_and_can_be_read_as_often_as_wanted() {
        List<Content> contents =
                List.of(content(""), content("a"), content("Hei\u0000\r\n"), content("0123456789".repeat(300_000)));
        contents.forEach(content -> blobs.put(tenant, content));

        contents.forEach(content -> assertFound(tenant, content));
    }

    @Test
    final void what_was_not_put_is_not_found() {
        assertThat(blobs.find(tenant, content("a").ref())).isEmpty();
        blobs.put(tenant, content("a"));
        assertThat(blobs.find(tenant, content("b").ref())).isEmpty();
    }

    @Test
    final void putting_the_same_bytes_again_changes_nothing() {
        blobs.put(tenant, content("a"));
        blobs.put(tenant, content("a"));

        assertFound(tenant, content("a"));
        assertThat(visited(tenant, LATER)).containsExactly(content("a").ref());
    }

    @Test
    final void what_was_deleted_is_gone_and_can_be_put_again() {
        blobs.delete(tenant, content("never there").ref());
        blobs.put(tenant, content("a"));
        blobs.put(tenant, content("b"));
        blobs.delete(tenant, content("a").ref());

        assertThat(blobs.find(tenant, content("a").ref())).isEmpty();
        assertThat(visited(tenant, LATER)).containsExactly(content("b").ref());
        assertFound(tenant, content("b"));
        blobs.put(tenant, content("a"));
        assertFound(tenant, content("a"));
    }

    @Test
    final void the_same_bytes_of_two_tenants_are_two_blobs() {
        TenantId other = new TenantId("other-" + UUID.randomUUID());
        blobs.put(tenant, content("a"));
        assertThat(blobs.find(other, content("a").ref())).isEmpty();
        assertThat(visited(other, LATER)).isEmpty();
        blobs.put(other, content("a"));
        blobs.delete(tenant, content("a").ref());

        assertThat(blobs.find(tenant, content("a").ref())).isEmpty();
        assertFound(other, content("a"));
        assertThat(visited(other, LATER)).containsExactly(content("a").ref());
    }

    @Test
    final void tenants_are_kept_apart_whatever_they_are_called() {
        String unique = UUID.randomUUID().toString();
        List<TenantId> tenants = List.of(
                        ".",
                        "..",
                        "../a",
                        "../../../../../tmp/a",
                        "/a",
                        "\\a",
                        "C:\\a",
                        "a/b",
                        "a%2Fb",
                        "con",
                        "nul.txt",
                        "A",
                        "a",
                        "\u00e5",
                        "a\u030a",
                        "a ",
                        " a",
                        "a.",
                        "?",
                        "*",
                        "\ud83d",
                        "\udd42",
                        "\ud83d\ude42")
                .stream()
                .flatMap(name -> List.of(new TenantId(name), new TenantId(name + unique)).stream())
                .toList();
        for (TenantId whose : tenants) {
            tenants.forEach(all -> blobs.delete(all, content("a").ref()));
            blobs.put(whose, content("a"));

            assertFound(whose, content("a"));
            assertThat(tenants)
                    .filteredOn(t -> blobs.find(t, content("a").ref()).isPresent())
                    .containsExactly(whose);
        }
        tenants.forEach(all -> blobs.delete(all, content("a").ref()));
    }

    @Test
    final void bytes_that_are_not_what_their_digest_says_are_refused_and_never_seen() {
        ContentRef ref = content("as it was").ref();
        for (String now : List.of("as it is_", "as it", "as it was and more")) {
            Content wrong = Content.reading(ref, () -> new ByteArrayInputStream(now.getBytes(StandardCharsets.UTF_8)));

            assertThatThrownBy(() -> blobs.put(tenant, wrong)).isInstanceOf(DamagedContentException.class);
        }
        assertThat(blobs.find(tenant, ref)).isEmpty();
        assertThat(visited(tenant, LATER)).isEmpty();
    }

    @Test
    final void a_put_that_breaks_off_leaves_nothing_and_can_be_done_again() {
        Content whole = content("0123456789".repeat(100_000));
        Content broken = Content.reading(
                whole.ref(),
                () -> new SequenceInputStream(
                        new ByteArrayInputStream("0123456789".repeat(90_000).getBytes(StandardCharsets.UTF_8)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the cable is out");
                            }
                        }));

        assertThatThrownBy(() -> blobs.put(tenant, broken)).isInstanceOf(DamagedContentException.class);
        assertThat(blobs.find(tenant, whole.ref())).isEmpty();
        assertThat(visited(tenant, LATER)).isEmpty();
        blobs.put(tenant, whole);
        assertFound(tenant, whole);
    }

    @Test
    final void puts_of_the_same_bytes_at_once_all_succeed() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Content same = content("round " + round + " of many".repeat(20_000));
            Race.of(THREADS, i -> {
                blobs.put(tenant, same);
                assertFound(tenant, same);
                return i;
            });
        }
        assertThat(visited(tenant, LATER)).hasSize(ROUNDS);
    }

    @Test
    final void who_looks_while_bytes_are_put_sees_all_of_them_or_nothing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Content large = content("round " + round + " of many".repeat(100_000));
            Race.of(2, i -> {
                if (i == 0) {
                    blobs.put(tenant, large);
                    return true;
                }
                Optional<Content> found = blobs.find(tenant, large.ref());
                while (found.isEmpty()) {
                    found = blobs.find(tenant, large.ref());
                }
                assertThat(found.get().bytes()).isEqualTo(large.bytes());
                return true;
            });
        }
    }

    @Test
    final void all_blobs_are_visited_in_batches_and_may_be_deleted_then() {
        List<Content> contents = IntStream.range(0, 2 * BlobStore.MAX_BATCH + 50)
                .mapToObj(i -> content("number " + i))
                .toList();
        contents.forEach(content -> blobs.put(tenant, content));
        List<ContentRef> all = contents.stream().map(Content::ref).toList();

        assertThat(visited(tenant, LATER)).containsExactlyInAnyOrderElementsOf(all);
        blobs.visit(tenant, LATER, refs -> refs.forEach(ref -> blobs.delete(tenant, ref)));
        assertThat(visited(tenant, LATER)).isEmpty();
        contents.forEach(
                content -> assertThat(blobs.find(tenant, content.ref())).isEmpty());
    }

    @Test
    final void blobs_that_were_put_later_are_not_visited() {
        blobs.put(tenant, content("a"));

        assertThat(visited(tenant, Instant.EPOCH)).isEmpty();
        assertThat(visited(tenant, LATER)).hasSize(1);
        assertThat(visited(new TenantId("nobody-" + UUID.randomUUID()), LATER)).isEmpty();
    }

    private List<ContentRef> visited(TenantId whose, Instant putBefore) {
        List<ContentRef> seen = new ArrayList<>();
        blobs.visit(whose, putBefore, refs -> {
            assertThat(refs).hasSizeBetween(1, BlobStore.MAX_BATCH);
            seen.addAll(refs);
        });
        return seen;
    }
}
