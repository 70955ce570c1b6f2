package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svar.announcement.RecipientList;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.message.ContentRef;
import dev.svar.message.DamagedContentException;
import dev.svar.store.BlobStore;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import dev.svar.store.DeskStore;
import dev.svar.store.MessageRedaction;
import dev.svar.store.StoreException;
import dev.svar.testkit.Race;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes, the commits that speak of them, and bytes that no commit speaks of. */
final class ContentsTest {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.EPOCH;
    private static final Content LARGE = Story.content("0123456789abcdef".repeat(50_000));

    @TempDir
    Path folder;

    private static void mustCommit(DeskStore store, Changes changes) {
        assertThat(store.commit(changes)).isEqualTo(CommitResult.COMMITTED);
    }

    private static Changes keeping(TenantId tenant, Content... contents) {
        Changes.Builder changes = Changes.builder(tenant);
        Stream.of(contents).forEach(changes::content);
        return changes.build();
    }

    private static Changes erasing(Story story, Content content) {
        return Changes.builder(story.tenant)
                .redaction(new MessageRedaction(story.first, Set.of(content.ref())))
                .build();
    }

    private static Changes telling(Story story) {
        return Changes.builder(story.tenant)
                .ticket(story.opened)
                .message(story.first)
                .build();
    }

    private static String text(Content content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }

    private static JdbcStore.Builder tables(DataSource source, String prefix) {
        Schema.of(Dialect.of(source), prefix).apply(source);
        return JdbcStore.builder(source).tablePrefix(prefix);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_reads_slowly_holds_no_connection(Database database) throws Exception {
        TenantId tenant = new TenantId("slow");
        Faults counting = new Faults(database.source());
        JdbcStore store = tables(counting.source(), Databases.newPrefix()).build();
        mustCommit(store, keeping(tenant, LARGE));

        try (InputStream in = store.content(tenant, LARGE.ref()).orElseThrow().open()) {
            for (int piece = 0; piece < 4; piece++) {
                in.skipNBytes(150_000);
                assertThat(counting.openConnections()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytes_that_are_erased_while_they_are_read_are_damaged(Database database) throws Exception {
        JdbcStore store = Databases.newStore(database.source());
        Story story = new Story();
        mustCommit(store, telling(story));
        mustCommit(store, keeping(story.tenant, LARGE));

        try (InputStream in =
                store.content(story.tenant, LARGE.ref()).orElseThrow().open()) {
            in.skipNBytes(1_000);
            mustCommit(store, erasing(story, LARGE));
            assertThatThrownBy(in::readAllBytes).isInstanceOf(DamagedContentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_that_fails_or_is_refused_leaves_bytes_that_are_removed_as_unused(Database database)
            throws IOException {
        JdbcStore store = Databases.newStore(database.source(), FileBlobs.in(folder));
        Story story = new Story();
        mustCommit(store, story.opening());
        assertThat(store.commit(Changes.builder(story.tenant)
                        .ticket(story.opened)
                        .content(LARGE)
                        .build()))
                .isEqualTo(CommitResult.STALE);
        assertThat(files()).isEqualTo(2);

        assertThat(store.removeUnusedBlobs(story.tenant, NEVER)).isZero();
        assertThat(store.removeUnusedBlobs(new TenantId("other"), LATER)).isZero();
        assertThat(store.removeUnusedBlobs(story.tenant, LATER)).isEqualTo(1);
        assertThat(store.removeUnusedBlobs(story.tenant, LATER)).isZero();
        assertThat(files()).isEqualTo(1);
        assertThat(store.content(story.tenant, LARGE.ref())).isEmpty();
        assertThat(store.content(story.tenant, story.raw.ref()).orElseThrow().bytes())
                .isEqualTo(story.raw.bytes());
        mustCommit(store, keeping(story.tenant, LARGE));
        assertThat(store.content(story.tenant, LARGE.ref()).orElseThrow().bytes())
                .isEqualTo(LARGE.bytes());
    }

    @ParameterizedTest
    @EnumSource
    void what_a_redaction_erases_is_gone_from_the_disk(Database database) throws IOException {
        JdbcStore store = Databases.newStore(database.source(), FileBlobs.in(folder));
        Story story = new Story();
        TenantId other = new TenantId("other");
        mustCommit(store, telling(story));
        mustCommit(store, keeping(story.tenant, LARGE));
        mustCommit(store, keeping(other, LARGE));
        mustCommit(store, erasing(story, LARGE));

        assertThat(store.content(story.tenant, LARGE.ref())).isEmpty();
        assertThat(store.content(other, LARGE.ref())).isPresent();
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void bytes_are_found_where_they_were_put_also_when_new_ones_go_elsewhere() {
        DataSource source = Databases.h2InMemory();
        TenantId tenant = new TenantId("moving");
        String prefix = Databases.newPrefix();
        JdbcStore before = tables(source, prefix).build();
        mustCommit(before, keeping(tenant, LARGE));
        JdbcStore after = tables(source, prefix).blobs(FileBlobs.in(folder)).build();
        mustCommit(after, keeping(tenant, LARGE, Story.content("later")));

        assertThat(after.content(tenant, LARGE.ref()).orElseThrow().bytes()).isEqualTo(LARGE.bytes());
        assertThat(after.content(tenant, Story.content("later").ref())
                        .orElseThrow()
                        .open())
                .hasContent("later");
        assertThatThrownBy(() -> before.content(tenant, Story.content("later").ref()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("build the store with the blob store");
    }

    @Test
    void bytes_that_the_blob_store_lost_are_damaged() {
        JdbcStore store = Databases.newStore(Databases.h2InMemory(), FileBlobs.in(folder));
        TenantId tenant = new TenantId("loss");
        mustCommit(store, keeping(tenant, LARGE));
        FileBlobs.in(folder).delete(tenant, LARGE.ref());

        assertThatThrownBy(() -> store.content(tenant, LARGE.ref()))
                .isInstanceOf(DamagedContentException.class)
                .hasMessageEndingWith("is not in the blob store");
        mustCommit(store, keeping(tenant, LARGE));
        assertThat(store.content(tenant, LARGE.ref())).isPresent();
    }

    /** Takes every blob for old enough, so that a collection meets commits that are under way. */
    private BlobStore old(List<Content> contents) {
        List<ContentRef> refs = contents.stream().map(Content::ref).toList();
        return new ForwardingBlobs(FileBlobs.in(folder)) {
            @Override
            public void visit(TenantId tenant, Instant putBefore, Consumer<List<ContentRef>> visitor) {
                visitor.accept(refs);
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void no_collection_takes_bytes_away_that_a_commit_speaks_of(Database database) throws Exception {
        List<Content> contents = IntStream.range(0, 200)
                .mapToObj(i -> Story.content("number " + i))
                .toList();
        JdbcStore store = Databases.newStore(database.source(), old(contents));
        TenantId tenant = new TenantId("collected");
        AtomicInteger next = new AtomicInteger();
        AtomicInteger committing = new AtomicInteger(3);

        Race.of(6, runner -> {
            while (runner < 3 && committing.get() > 0) {
                store.removeUnusedBlobs(tenant, LATER);
            }
            try {
                for (int i = next.getAndIncrement(); runner >= 3 && i < contents.size(); i = next.getAndIncrement()) {
                    Content content = contents.get(i);
                    mustCommit(store, keeping(tenant, content));
                    assertThat(text(store.content(tenant, content.ref()).orElseThrow()))
                            .isEqualTo("number " + i);
                }
            } finally {
                committing.decrementAndGet();
            }
            return runner;
        });

        assertThat(contents)
                .allMatch(content -> store.content(tenant, content.ref()).isPresent());
    }

    /** Commits bring the same few contents, redactions erase them and a collector removes what is unused, all at once. */
    @ParameterizedTest
    @EnumSource
    void at_the_end_there_are_the_bytes_that_the_commits_speak_of_and_no_others(Database database) throws Exception {
        List<Content> contents = Stream.of("a", "b", "c").map(Story::content).toList();
        JdbcStore store = Databases.newStore(database.source(), old(contents));
        Story story = new Story();
        mustCommit(store, telling(story));
        long seed = System.nanoTime();

        Race.of(6, runner -> {
            Random random = new Random(seed + runner);
            for (int i = 0; i < 60; i++) {
                Content content = contents.get(random.nextInt(contents.size()));
                if (runner < 3) {
                    mustCommit(store, keeping(story.tenant, content));
                } else if (runner < 5) {
                    mustCommit(store, erasing(story, content));
                } else {
                    store.removeUnusedBlobs(story.tenant, LATER);
                }
            }
            return runner;
        });

        List<Content> left = contents.stream()
                .filter(content -> store.content(story.tenant, content.ref()).isPresent())
                .toList();
        store.removeUnusedBlobs(story.tenant, LATER);
        assertThat(files()).as("seed %d", seed).isEqualTo(left.size());
        for (Content content : left) {
            assertThat(text(store.content(story.tenant, content.ref()).orElseThrow()))
                    .as("seed %d", seed)
                    .isEqualTo(text(content));
        }
    }

    @Test
    void a_process_that_dies_between_the_bytes_and_the_commit_leaves_garbage_that_is_removed() throws Exception {
        Path database = folder.resolve("desk");
        Path blobs = folder.resolve("blobs");
        String url = "jdbc:h2:file:" + database.toAbsolutePath() + ";WRITE_DELAY=0";
        ChildJvm.End end = ChildJvm.run(List.of(), List.of(), Dying.class, url, blobs.toString());
        assertThat(end).isEqualTo(new ChildJvm.End(Dying.STATUS, ""));
        assertThat(FileBlobs.in(blobs).find(TenantId.DEFAULT, LARGE.ref())).isPresent();

        try (Connection only = DriverManager.getConnection(url)) {
            JdbcStore store = JdbcStore.builder(Databases.lending(only))
                    .blobs(FileBlobs.in(blobs))
                    .build();
            assertThat(store.content(TenantId.DEFAULT, Story.content("before").ref()))
                    .isPresent();
            assertThat(store.content(TenantId.DEFAULT, LARGE.ref())).isEmpty();
            assertThat(store.removeUnusedBlobs(TenantId.DEFAULT, LATER)).isEqualTo(1);
        }
        assertThat(FileBlobs.in(blobs).find(TenantId.DEFAULT, LARGE.ref())).isEmpty();
    }

    /** Commits once, and dies in the next commit when its bytes are put. */
    static final class Dying {
        static final int STATUS = 9;

        private Dying() {}

        public static void main(String... arguments) throws SQLException {
            FileBlobs blobs = FileBlobs.in(Path.of(arguments[1]));
            DataSource source = Databases.lending(DriverManager.getConnection(arguments[0]));
            Schema.of(Dialect.H2, Schema.DEFAULT_PREFIX).apply(source);
            mustCommit(
                    JdbcStore.builder(source).blobs(blobs).build(), keeping(TenantId.DEFAULT, Story.content("before")));
            BlobStore deadly = new ForwardingBlobs(blobs) {
                @Override
                public void put(TenantId tenant, Content content) {
                    super.put(tenant, content);
                    Runtime.getRuntime().halt(STATUS);
                }
            };
            JdbcStore.builder(source).blobs(deadly).build().commit(keeping(TenantId.DEFAULT, LARGE));
        }
    }

    @Test
    void bytes_that_are_erased_in_a_hosts_transaction_are_there_again_after_its_rollback() throws SQLException {
        DataSource source = Databases.h2InMemory();
        FileBlobs blobs = FileBlobs.in(folder);
        JdbcStore store = Databases.newStore(source, blobs);
        Story story = new Story();
        mustCommit(store, telling(story));
        mustCommit(store, keeping(story.tenant, LARGE));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            mustCommit(store.within(connection), erasing(story, LARGE));
            connection.rollback();
            assertThat(text(store.content(story.tenant, LARGE.ref()).orElseThrow()))
                    .isEqualTo(text(LARGE));

            mustCommit(store.within(connection), erasing(story, LARGE));
            connection.commit();
        }
        assertThat(store.content(story.tenant, LARGE.ref())).isEmpty();
        assertThat(blobs.find(story.tenant, LARGE.ref())).isPresent();
        assertThat(store.removeUnusedBlobs(story.tenant, LATER)).isEqualTo(1);
        assertThat(blobs.find(story.tenant, LARGE.ref())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_part_of_a_list_reads_the_rows_that_hold_it_wherever_it_begins(Database database) {
        AtomicInteger rows = new AtomicInteger();
        Story story = new Story();
        String prefix = Databases.newPrefix();
        tables(database.source(), prefix);
        DeskStore store = JdbcStore.builder(counting(database.source(), "SELECT bytes FROM", rows))
                .tablePrefix(prefix)
                .build();
        RecipientList list = RecipientList.of(
                Channel.MAIL,
                () -> IntStream.range(0, 100_000)
                        .mapToObj(i -> "kunde" + i + "@kunde.example")
                        .iterator());
        mustCommit(store, keeping(story.tenant, list.content()));
        int pieces = (int) (list.content().ref().size() / ContentRows.PIECE) + 1;
        assertThat(pieces).isGreaterThan(9);
        Optional<Long> from = Optional.of(0L);
        while (from.isPresent()) {
            rows.set(0);
            Content kept = store.content(story.tenant, list.content().ref()).orElseThrow();
            RecipientList.Part part = RecipientList.part(Channel.MAIL, kept, from.get(), 500);
            // The first row says that it is kept; a part may lie in two pieces.
            assertThat(rows).as("at %d", from.get()).hasValueLessThanOrEqualTo(from.get() == 0 ? pieces : 3);
            from = part.next();
        }
    }

    private static DataSource counting(DataSource source, String beginning, AtomicInteger count) {
        return (DataSource) Proxy.newProxyInstance(
                ContentsTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    Object result = invoked(method, source, arguments);
                    return result instanceof Connection connection ? counting(connection, beginning, count) : result;
                });
    }

    private static Connection counting(Connection connection, String beginning, AtomicInteger count) {
        return (Connection) Proxy.newProxyInstance(
                ContentsTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && ((String) arguments[0]).startsWith(beginning)) {
                        count.incrementAndGet();
                    }
                    return invoked(method, connection, arguments);
                });
    }

    private static Object invoked(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
