package dev.svar.search;

import static dev.svar.search.Library.TENANT;
import static dev.svar.search.Library.article;
import static dev.svar.search.Library.asked;
import static dev.svar.search.Library.everything;
import static dev.svar.search.Library.ids;
import static dev.svar.search.Library.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.contact.TenantId;
import dev.svar.knowledge.SearchIndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IndexOnDiskTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_taken_is_there_after_a_restart() {
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            put(index, TENANT, Library.ENGLISH);
        }
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            assertThat(index.position(TENANT)).isEqualTo(1);
            assertThat(ids(index.find(asked("reset my password")))).containsExactly("password");
        }
    }

    @Test
    void a_rebuilt_index_is_there_after_a_restart_and_the_old_one_is_not() throws IOException {
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            put(index, TENANT, Library.ENGLISH);
            index.rebuild(TENANT, List.of(article("new", Locale.ENGLISH, "Zebras", "Striped.")), 9);
        }
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            assertThat(index.position(TENANT)).isEqualTo(9);
            assertThat(ids(index.find(everything("zebras password")))).containsExactly("new");
        }
        assertThat(generations()).hasSize(1);
    }

    @Test
    void a_generation_that_was_never_finished_is_removed() throws IOException {
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            put(index, TENANT, Library.ENGLISH);
        }
        Path begun = generations().get(0).resolveSibling("g77");
        Files.createDirectories(begun);
        Files.writeString(begun.resolve("_0.cfs"), "half");
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            assertThat(index.position(TENANT)).isEqualTo(1);
        }
        assertThat(begun).doesNotExist();
    }

    @Test
    void a_folder_that_is_in_use_is_refused() {
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder);
                LuceneArticleIndex second = LuceneArticleIndex.in(folder)) {
            put(index, TENANT, Library.ENGLISH);
            assertThatThrownBy(() -> second.position(TENANT))
                    .isInstanceOfSatisfying(
                            SearchIndexException.class,
                            e -> assertThat(e.reason()).isEqualTo(SearchIndexException.Reason.LOCKED));
            assertThat(index.find(asked("reset my password"))).isNotEmpty();
        }
        try (LuceneArticleIndex third = LuceneArticleIndex.in(folder)) {
            assertThat(third.position(TENANT)).isEqualTo(1);
        }
    }

    @Test
    void a_closed_index_says_so() {
        LuceneArticleIndex index = LuceneArticleIndex.in(folder);
        put(index, TENANT, Library.ENGLISH);
        index.close();
        assertThatThrownBy(() -> index.find(asked("password")))
                .isInstanceOfSatisfying(
                        SearchIndexException.class,
                        e -> assertThat(e.reason()).isEqualTo(SearchIndexException.Reason.CLOSED));
        index.close();
    }

    @Test
    void a_folder_that_cannot_be_one_says_so() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (LuceneArticleIndex index = LuceneArticleIndex.in(file)) {
            assertThatThrownBy(() -> index.position(TENANT))
                    .isInstanceOfSatisfying(
                            SearchIndexException.class,
                            e -> assertThat(e.reason()).isEqualTo(SearchIndexException.Reason.STORAGE));
        }
    }

    @Test
    void what_could_not_be_opened_is_not_locked() throws IOException {
        Path inTheWay = folder.resolve(TenantFolder.of(TENANT)).resolve("g1");
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "no folder");
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> index.position(TENANT))
                        .isInstanceOfSatisfying(
                                SearchIndexException.class,
                                e -> assertThat(e.reason()).isEqualTo(SearchIndexException.Reason.STORAGE));
            }
            Files.delete(inTheWay);
            assertThat(index.position(TENANT)).isZero();
        }
    }

    /** Whatever is done to its files, an index answers as it should or begins again, and takes changes afterwards. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void damage_leads_to_the_truth_or_to_a_new_beginning(long seed) throws IOException {
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            put(index, TENANT, Library.ENGLISH);
            put(index, article("zebra", Locale.ENGLISH, "Zebras", "Striped."));
        }
        String harm = harm(new Random(seed));
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            long position = index.position(TENANT);
            List<String> found = ids(index.find(everything("zebras")));
            assertThat(position).as("seed %d: %s", seed, harm).isIn(0L, 2L);
            assertThat(found).as("seed %d: %s", seed, harm).isEqualTo(position == 0 ? List.of() : List.of("zebra"));
            put(index, TENANT, Library.ENGLISH);
            assertThat(ids(index.find(asked("reset my password")))).containsExactly("password");
        }
    }

    private String harm(Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(generations().get(0).getParent())) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        int place = random.nextInt(Math.max(1, bytes.length));
        switch (random.nextInt(4)) {
            case 0 -> Files.delete(file);
            case 1 -> Files.write(file, Arrays.copyOf(bytes, place));
            case 2 -> Files.write(file, new byte[bytes.length]);
            default -> {
                bytes[place] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bytes);
            }
        }
        return file + " at " + place;
    }

    @Test
    void an_index_of_another_version_begins_again() throws IOException {
        Path generation = folder.resolve(TenantFolder.of(TENANT)).resolve("g1");
        try (Directory directory = FSDirectory.open(generation);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of("svar.format", "0", "svar.position", "12").entrySet());
            writer.commit();
        }
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            assertThat(index.position(TENANT)).isZero();
            put(index, TENANT, Library.ENGLISH);
        }
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            assertThat(index.position(TENANT)).isEqualTo(1);
        }
    }

    @Test
    void tenants_whose_names_are_alike_have_folders_of_their_own() {
        List<TenantId> tenants = Stream.of(
                        "a", "A", "a/b", "a_2fb", "..", "a".repeat(64), "å".repeat(64), "Å".repeat(64))
                .map(TenantId::new)
                .toList();
        try (LuceneArticleIndex index = LuceneArticleIndex.in(folder)) {
            for (TenantId tenant : tenants) {
                assertThat(index.position(tenant)).isZero();
                put(index, tenant, List.of(article(tenant.value(), Locale.ENGLISH, "Zebras", "Striped.")));
            }
            for (TenantId tenant : tenants) {
                assertThat(TenantFolder.of(tenant).toLowerCase(Locale.ROOT)).isEqualTo(TenantFolder.of(tenant));
                assertThat(folder.resolve(TenantFolder.of(tenant)))
                        .isDirectory()
                        .hasParent(folder);
            }
        }
        assertThat(tenants.stream().map(TenantFolder::of)).doesNotHaveDuplicates();
    }

    private List<Path> generations() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(TenantFolder.of(TENANT)))) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }
}
