package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.error.SvarException;
import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.DeadWork;
import dev.svar.store.TicketQuery;
import dev.svar.store.WorkLane;
import dev.svar.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DeskArchiveTest {
    /** What follows from other tables when they are imported. */
    private static final Set<String> DERIVED = Set.of("term", "text_word", "contact_address", "organization_domain");

    /** What is about this database and not about a desk. */
    private static final Set<String> OWN = Set.of("schema", "import", "kept_value", "article_place");

    /** Claims are not carried, and whoever keeps an index of articles begins anew. */
    private static final Map<String, List<String>> NOT_CARRIED =
            Map.of("work", List.of("held_until", "fence"), "article", List.of("change_place"));

    private static final Set<WorkLane> LANES =
            Set.of(WorkLane.TICKETS, WorkLane.handOver(Channel.MAIL), WorkLane.tell("report"));

    @Test
    void every_table_is_carried_or_derived() throws SQLException {
        ArchivedDesk desk = ArchivedDesk.empty(Databases.h2InMemory());
        Set<String> known = new TreeSet<>(DERIVED);
        known.addAll(OWN);
        kinds().forEach(kind -> known.add(kind.name().replace('-', '_')));

        assertThat(desk.tables()).isEqualTo(known);
    }

    private static List<LineKind<?>> kinds() {
        return LineKinds.of("", new Tables(Dialect.H2, "", Optional.empty()), Optional.empty());
    }

    @Test
    void a_desk_moves_through_all_databases_and_comes_back_with_every_column_of_every_table() throws SQLException {
        ArchivedDesk before = ArchivedDesk.lived(Databases.h2InMemory());
        byte[] archive = before.exported();
        ArchivedDesk postgres = ArchivedDesk.empty(Databases.postgres());
        ArchivedDesk mariaDb = ArchivedDesk.empty(Databases.mariaDb());
        ArchivedDesk after = ArchivedDesk.empty(Databases.h2InMemory());

        ArchiveSummary imported = postgres.imports(archive);
        mariaDb.imports(postgres.exported());
        after.imports(mariaDb.exported());

        assertThat(imported.counts().keySet())
                .as("kinds that the desk has, seed %d", ArchivedDesk.SEED)
                .isEqualTo(kinds().stream().map(LineKind::name).collect(Collectors.toSet()));
        assertThat(imported.lines()).isEqualTo(ArchivedDesk.lines(archive).size());
        for (ArchivedDesk desk : List.of(postgres, mariaDb, after)) {
            assertThat(ArchivedDesk.lines(desk.exported())).isEqualTo(ArchivedDesk.lines(archive));
            assertThat(desk.exported()).isEqualTo(archive);
        }
        for (String table : before.tables()) {
            List<String> without = NOT_CARRIED.getOrDefault(table, List.of());
            if (!OWN.contains(table)) {
                List<String> rows = before.rows(table, without);
                assertThat(rows).as(table).isNotEmpty();
                assertThat(after.rows(table, without)).as(table).isEqualTo(rows);
            }
            if (!OWN.contains(table) && !table.equals("text_word")) {
                assertThat(postgres.rows(table, without)).as(table).isEqualTo(before.rows(table, without));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_desk_goes_on_where_it_was(Database database) {
        ManualTime time = ManualTime.at("2026-12-01T09:00:00Z");
        RandomLife life = new RandomLife(new Random(ArchivedDesk.SEED), time);
        ArchivedDesk before = ArchivedDesk.empty(Databases.h2InMemory()).lived(life, time, 150);
        ArchivedDesk after = ArchivedDesk.empty(database.source());
        after.archive().importDesk(ArchivedDesk.in(before.exported()));
        ModelDesk old = new ModelDesk(before.store, time, 1_000_000);
        ModelDesk moved = new ModelDesk(after.store, time, 1_000_000);
        for (int step = 1; step <= 150; step++) {
            RandomLife.Deed deed = life.next();
            Object expected = outcome(deed, old);
            assertThat(outcome(deed, moved))
                    .as("seed %d, step %d: %s", ArchivedDesk.SEED, step, deed.name())
                    .isEqualTo(expected);
            life.learn(expected);
        }

        assertThat(moved.told()).hasSameSizeAs(old.told()).isNotEmpty();
        assertThat(moved.mail().offered()).hasSameSizeAs(old.mail().offered()).isNotEmpty();
        assertThat(after.store.nextNumber(TenantId.DEFAULT)).isEqualTo(before.store.nextNumber(TenantId.DEFAULT));
        assertThat(after.store.nextDue(TenantId.DEFAULT, LANES))
                .isEqualTo(before.store.nextDue(TenantId.DEFAULT, LANES));
    }

    private static Object outcome(RandomLife.Deed deed, ModelDesk desk) {
        try {
            return deed.on(desk);
        } catch (SvarException e) {
            return e.getClass().getSimpleName() + "Exception: " + e.getMessage();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_claimed_is_free_in_the_new_desk(Database database) {
        ArchivedDesk before = ArchivedDesk.empty(Databases.h2InMemory());
        Story story = new Story();
        before.store.commit(story.opening());
        List<Claim> claims = before.store.claim(story.tenant, Story.LANE, Story.NOW, ArchivedDesk.LEASE, 10);
        ArchivedDesk after = ArchivedDesk.empty(database.source());

        after.archive().importDesk(ArchivedDesk.in(before.exported(story.tenant)));

        assertThat(claims).isNotEmpty();
        assertThat(after.store.claim(story.tenant, Story.LANE, Story.NOW, ArchivedDesk.LEASE, 10))
                .extracting(Claim::work)
                .isEqualTo(claims.stream().map(Claim::work).toList());
    }

    @ParameterizedTest
    @EnumSource
    void work_that_was_tried_is_tried_as_often_again_and_dead_work_can_be_replayed(Database database) {
        ArchivedDesk before = ArchivedDesk.lived(Databases.h2InMemory());
        ArchivedDesk after = ArchivedDesk.empty(database.source());
        List<DeadWork> dead = before.store.deadWork(TenantId.DEFAULT, Optional.empty(), 10);

        after.imports(before.exported());

        Claim again = after.claim(ArchivedDesk.TRIED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(dead).hasSize(1);
        assertThat(after.store.deadWork(TenantId.DEFAULT, Optional.empty(), 10)).isEqualTo(dead);
        assertThat(after.store.replay(TenantId.DEFAULT, dead.get(0).work().key(), ArchivedDesk.NOW))
                .isTrue();
        assertThat(after.store.deadWork(TenantId.DEFAULT, Optional.empty(), 10)).isEmpty();
        assertThat(after.claim(ArchivedDesk.DEAD).attempt()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_search_finds_what_was_imported_by_subject_and_by_message(Database database) {
        ArchivedDesk before = ArchivedDesk.empty(Databases.h2InMemory());
        Story story = new Story();
        before.store.commit(story.opening());
        ArchivedDesk after = ArchivedDesk.empty(database.source());

        after.imports(before.exported(story.tenant));

        for (String text : List.of("betalt", "hei", "bet får hei")) {
            assertThat(after.store
                            .tickets(
                                    story.tenant,
                                    TicketQuery.builder().text(text).build())
                            .items())
                    .as(text)
                    .containsExactly(story.opened.after());
        }
        assertThat(after.store
                        .tickets(
                                story.tenant,
                                TicketQuery.builder().text("borte").build())
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void bytes_are_the_same_whether_they_are_in_rows_or_in_files(Database database, @TempDir Path folder)
            throws IOException {
        byte[] bytes = new byte[3 * ContentRows.PIECE + 7];
        new Random(ArchivedDesk.SEED).nextBytes(bytes);
        List<Content> contents = List.of(
                Content.of(bytes),
                Content.of(Arrays.copyOf(bytes, 2 * ContentRows.PIECE)),
                Content.of(Arrays.copyOf(bytes, ContentRows.PIECE)),
                Content.of(Arrays.copyOf(bytes, 1)),
                Story.content(""));
        ArchivedDesk rows = ArchivedDesk.empty(database.source());
        Changes.Builder changes = Changes.builder(TenantId.DEFAULT);
        contents.forEach(changes::content);
        rows.store.commit(changes.build());
        byte[] archive = rows.exported();
        ArchivedDesk files = ArchivedDesk.empty(database.source(), FileBlobs.in(folder));
        ArchivedDesk rowsAgain = ArchivedDesk.empty(database.source());

        files.imports(archive);
        rowsAgain.imports(files.exported());

        assertThat(files.exported()).isEqualTo(archive);
        assertThat(rowsAgain.exported()).isEqualTo(archive);
        for (Content content : contents) {
            for (ArchivedDesk desk : List.of(files, rowsAgain)) {
                Content found =
                        desk.store.content(TenantId.DEFAULT, content.ref()).orElseThrow();
                try (InputStream expected = content.open();
                        InputStream actual = found.open()) {
                    assertThat(actual).hasSameContentAs(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_tenant_is_neither_in_the_archive_nor_touched_by_its_import(Database database) {
        Story mine = new Story();
        Story other = new Story();
        ArchivedDesk before = ArchivedDesk.empty(database.source());
        before.opened(mine);
        before.opened(other);
        ArchivedDesk after = ArchivedDesk.empty(database.source());
        after.opened(other);
        byte[] others = after.exported(other.tenant);

        byte[] archive = before.exported(mine.tenant);
        after.imports(archive);

        assertThat(new String(archive, StandardCharsets.UTF_8))
                .contains(mine.ticket.toString())
                .doesNotContain(other.ticket.toString(), other.tenant.value());
        assertThat(after.exported(mine.tenant)).isEqualTo(archive);
        assertThat(after.exported(other.tenant)).isEqualTo(others);
    }

    @Test
    void a_desk_can_get_another_tenant_beside_the_old_one() {
        ArchivedDesk desk = ArchivedDesk.lived(Databases.h2InMemory());
        TenantId copy = new TenantId("copy");
        byte[] archive = desk.exported();

        ArchiveSummary imported = desk.archive().importDesk(ArchivedDesk.in(archive), copy);

        assertThat(imported.tenant()).isEqualTo(copy);
        assertThat(things(desk.exported(copy))).isEqualTo(things(archive));
        assertThat(desk.exported()).isEqualTo(archive);
        assertThat(desk.store.nextNumber(copy)).isEqualTo(desk.store.nextNumber(TenantId.DEFAULT));
    }

    /** Lines that name no tenant. */
    private static List<String> things(byte[] archive) {
        return ArchivedDesk.lines(archive).stream()
                .filter(line -> !line.contains("\"tenant\""))
                .toList();
    }

    @Test
    void none_of_the_tickets_numbers_is_given_out_again_though_the_archive_does_not_tell_the_last_one() {
        ArchivedDesk before = ArchivedDesk.empty(Databases.h2InMemory());
        Story story = new Story(TenantId.DEFAULT, 41);
        before.store.commit(story.opening());
        ArchivedDesk after = ArchivedDesk.empty(Databases.h2InMemory());

        after.archive().importDesk(ArchivedDesk.in(before.exported()));

        assertThat(after.store.nextNumber(TenantId.DEFAULT)).isEqualTo(42);
    }

    @Test
    void an_empty_desk_has_an_archive_too() {
        ArchivedDesk before = ArchivedDesk.empty(Databases.h2InMemory());
        ArchivedDesk after = ArchivedDesk.empty(Databases.h2InMemory());

        assertThat(after.archive()
                        .importDesk(ArchivedDesk.in(before.exported()))
                        .counts())
                .isEmpty();
        assertThat(after.store.nextNumber(TenantId.DEFAULT)).isEqualTo(1);
        assertThat(before.exported()).isEqualTo(before.exported());
    }

    @ParameterizedTest
    @EnumSource
    void an_archive_is_the_desk_at_the_moment_when_export_began(Database database) {
        ArchivedDesk desk = ArchivedDesk.empty(database.source());
        new ArrayList<>(List.of(1, 2, 3)).forEach(n -> desk.store.commit(new Story(TenantId.DEFAULT, n).opening()));
        byte[] quiet = desk.exported();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream busy = new OutputStream() {
            private long number = 100;

            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void write(byte[] b, int from, int length) {
                bytes.write(b, from, length);
                if (number < 110 && bytes.size() > 600) {
                    desk.store.commit(new Story(TenantId.DEFAULT, ++number).opening());
                }
            }
        };

        desk.archive().exportDesk(TenantId.DEFAULT, ArchivedDesk.NOW, busy);

        assertThat(desk.store.ticketByNumber(TenantId.DEFAULT, 110)).isPresent();
        assertThat(bytes.toByteArray()).isEqualTo(quiet);
    }
}
