package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.DamagedContentException;
import dev.svar.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What disks do. */
final class FileBlobsFaultsTest {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static final TenantId TENANT = new TenantId("../../../../tmp");

    @TempDir
    Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Path onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    @Test
    void a_file_has_its_digest_for_a_name_and_lies_in_a_folder_that_is_named_by_no_tenant() throws IOException {
        Content content = Story.content("a");
        FileBlobs.in(folder).put(TENANT, content);

        String path = folder.relativize(onlyFile()).toString();
        assertThat(path).matches("[0-9a-f]{64}.ca." + content.ref().digest());
    }

    @Test
    void bytes_that_changed_on_the_disk_are_damaged() throws IOException {
        FileBlobs blobs = FileBlobs.in(folder);
        Content content = Story.content("as it was");
        blobs.put(TENANT, content);
        Files.writeString(onlyFile(), "as it is_");
        Content found = blobs.find(TENANT, content.ref()).orElseThrow();

        assertThatThrownBy(found::bytes).isInstanceOf(DamagedContentException.class);
    }

    @Test
    void a_file_that_was_cut_is_damaged_until_the_bytes_are_put_again() throws IOException {
        FileBlobs blobs = FileBlobs.in(folder);
        Content content = Story.content("as it was");
        blobs.put(TENANT, content);
        Files.writeString(onlyFile(), "as");

        assertThatThrownBy(() -> blobs.find(TENANT, content.ref()))
                .isInstanceOf(DamagedContentException.class)
                .hasMessageEndingWith("has 2 bytes in its file");
        blobs.put(TENANT, content);
        assertThat(blobs.find(TENANT, content.ref()).orElseThrow().open()).hasContent("as it was");
    }

    @Test
    void what_an_interrupted_put_left_is_cleared_away_when_it_is_old_enough() throws IOException {
        FileBlobs blobs = FileBlobs.in(folder);
        blobs.put(TENANT, Story.content("a"));
        Path blob = onlyFile();
        Path left = BlobWalk.newUnfinished(blob.resolveSibling(""));
        Path foreign = Files.createFile(blob.resolveSibling("README"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2026-12-01T09:00:00Z")));

        blobs.visit(TENANT, Instant.parse("2026-12-01T09:00:00Z"), refs -> {});
        assertThat(files()).contains(left);
        blobs.visit(TENANT, LATER, refs -> assertThat(refs).hasSize(1));
        assertThat(files()).containsExactlyInAnyOrder(blob, foreign);
    }

    @Test
    void a_folder_that_is_a_file_is_a_lasting_error() throws IOException {
        FileBlobs blobs = FileBlobs.in(Files.createFile(folder.resolve("file")).resolve("blobs"));

        assertThatThrownBy(() -> blobs.put(TENANT, Story.content("a")))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isFalse());
    }

    @Test
    void a_full_disk_is_an_error_that_is_worth_another_try_and_leaves_nothing() throws Exception {
        List<String> limited = List.of("sh", "-c", "ulimit -f 64; exec \"$@\"", "sh");
        ChildJvm.End end = ChildJvm.run(limited, List.of("-XX:-UsePerfData"), Full.class, folder.toString());

        assertThat(end).isEqualTo(new ChildJvm.End(0, "retryable: true"));
        assertThat(files()).hasSize(1);
        assertThat(FileBlobs.in(folder).find(TENANT, Story.content("small").ref()))
                .isPresent();
    }

    /** Runs where no file may be longer than 64 blocks of 512 or 1024 bytes. */
    static final class Full {
        private Full() {}

        public static void main(String... arguments) {
            FileBlobs blobs = FileBlobs.in(Path.of(arguments[0]));
            blobs.put(TENANT, Story.content("small"));
            try {
                blobs.put(TENANT, Story.content("large".repeat(100_000)));
            } catch (StoreException e) {
                System.out.print("retryable: " + e.retryable());
            }
        }
    }
}
