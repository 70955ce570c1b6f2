package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.svar.contact.TenantId;
import dev.svar.error.InvalidValueException;
import dev.svar.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever interrupts an export or an import, it goes on and comes to the same. */
final class ArchiveInterruptionTest {
    private static final String CONNECTION_LOST = "08006";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final int MOST_FAILURES = 300;
    private static final ArchivedDesk DESK = ArchivedDesk.lived(Databases.h2InMemory());
    private static final byte[] ARCHIVE = DESK.exported();

    private final Random random = new Random(ArchivedDesk.SEED);

    /** In the middle of any line: counted in bytes, most would lie in the contents. */
    private int anywhere() {
        List<String> lines = ArchivedDesk.lines(ARCHIVE);
        int line = 1 + random.nextInt(lines.size() - 1);
        int before = lines.subList(0, line).stream()
                .mapToInt(ArchiveInterruptionTest::size)
                .sum();
        return before + random.nextInt(size(lines.get(line)));
    }

    private static int size(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1;
    }

    private static InputStream failingAfter(int bytes) {
        return new FilterInputStream(ArchivedDesk.in(ARCHIVE)) {
            private int left = bytes;

            @Override
            public int read(byte[] b, int from, int length) throws IOException {
                if (left <= 0) {
                    throw new IOException("the line went dead");
                }
                int read = super.read(b, from, Math.min(length, left));
                left -= read;
                return read;
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void an_import_whose_stream_fails_again_and_again_comes_to_the_same(Database database) {
        ArchivedDesk desk = ArchivedDesk.empty(database.source());
        for (int i = 0; i < 20; i++) {
            int bytes = anywhere();
            assertThatThrownBy(() -> desk.archive().importDesk(failingAfter(bytes)))
                    .as("seed %d, cut at %d", ArchivedDesk.SEED, bytes)
                    .isInstanceOf(UncheckedIOException.class);
        }

        ArchiveSummary imported = desk.archive().importDesk(ArchivedDesk.in(ARCHIVE));

        assertThat(desk.exported()).isEqualTo(ARCHIVE);
        assertThat(imported.lines()).isEqualTo(ArchivedDesk.lines(ARCHIVE).size());
    }

    @ParameterizedTest
    @EnumSource
    void an_import_whose_connection_fails_at_random_statements_comes_to_the_same(Database database) {
        ArchivedDesk desk = ArchivedDesk.empty(database.source());
        Faults faults = new Faults(desk.source);
        int failures = 0;
        Throwable thrown;
        do {
            faults.failAt(1 + random.nextInt(150), random.nextBoolean(), CONNECTION_LOST);
            thrown = catchThrowable(() -> desk.archive(faults.source()).importDesk(ArchivedDesk.in(ARCHIVE)));
            if (thrown != null) {
                assertThat(thrown).as("seed %d", ArchivedDesk.SEED).isInstanceOf(StoreException.class);
                failures++;
                assertThat(failures).isLessThan(MOST_FAILURES);
            }
            assertThat(faults.openConnections()).isZero();
        } while (thrown != null);

        assertThat(failures).isGreaterThan(3);
        assertThat(desk.exported()).isEqualTo(ARCHIVE);
    }

    @ParameterizedTest
    @EnumSource
    void a_part_that_the_database_rolled_back_is_stored_again(Database database) {
        ArchivedDesk desk = ArchivedDesk.empty(database.source());
        Faults faults = new Faults(desk.source);
        faults.failAt(40, false, SERIALIZATION_FAILURE);

        desk.archive(faults.source()).importDesk(ArchivedDesk.in(ARCHIVE));

        assertThat(faults.reached()).isTrue();
        assertThat(desk.exported()).isEqualTo(ARCHIVE);
    }

    @Test
    void the_same_archive_once_more_changes_nothing_though_the_desk_went_on() {
        ArchivedDesk desk = ArchivedDesk.empty(Databases.h2InMemory());
        ArchiveSummary first = desk.archive().importDesk(ArchivedDesk.in(ARCHIVE));
        desk.store.commit(new Story(TenantId.DEFAULT, desk.store.nextNumber(TenantId.DEFAULT)).opening());
        byte[] before = desk.exported();

        assertThat(desk.archive().importDesk(ArchivedDesk.in(ARCHIVE))).isEqualTo(first);
        assertThat(desk.exported()).isEqualTo(before);
    }

    @Test
    void a_desk_with_data_of_its_own_is_refused() {
        ArchivedDesk desk = ArchivedDesk.empty(Databases.h2InMemory());
        desk.store.nextNumber(TenantId.DEFAULT);
        byte[] before = desk.exported();

        assertThatThrownBy(() -> desk.archive().importDesk(ArchivedDesk.in(ARCHIVE)))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessage("the desk of tenant default cannot take the archive: it has data of its own");
        assertThat(desk.exported()).isEqualTo(before);
    }

    @Test
    void a_desk_with_another_import_is_refused() {
        ArchivedDesk desk = ArchivedDesk.empty(Databases.h2InMemory());
        assertThatThrownBy(() -> desk.archive().importDesk(failingAfter(ARCHIVE.length - 5000)))
                .isInstanceOf(UncheckedIOException.class);
        byte[] before = desk.exported();
        byte[] shorter = ArchivedDesk.empty(Databases.h2InMemory()).exported();
        byte[] other = ArchivedDesk.lived(Databases.h2InMemory()).exported();

        for (byte[] archive : new byte[][] {shorter, other}) {
            assertThatThrownBy(() -> desk.archive().importDesk(ArchivedDesk.in(archive)))
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessageContaining("another one was imported into it");
        }
        assertThat(desk.exported()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void of_two_imports_into_one_desk_one_is_refused_and_the_other_one_comes_to_its_end(Database database) {
        ArchivedDesk desk = ArchivedDesk.empty(database.source());
        InputStream overtaken = new FilterInputStream(ArchivedDesk.in(ARCHIVE)) {
            private int calls;

            @Override
            public int read(byte[] b, int from, int length) throws IOException {
                if (++calls == 3) {
                    desk.archive().importDesk(ArchivedDesk.in(ARCHIVE));
                }
                return super.read(b, from, length);
            }
        };

        assertThatThrownBy(() -> desk.archive().importDesk(overtaken))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("another import is running");
        assertThat(desk.exported()).isEqualTo(ARCHIVE);
    }

    @ParameterizedTest
    @EnumSource
    void an_export_goes_on_after_its_last_checkpoint(Database database) {
        ArchivedDesk desk = ArchivedDesk.empty(database.source());
        desk.archive().importDesk(ArchivedDesk.in(ARCHIVE));
        int afterCheckpoint =
                new String(ARCHIVE, StandardCharsets.ISO_8859_1).indexOf("{\"kind\":\"checkpoint\"") + 2000;
        for (int i = 0; i < 20; i++) {
            int cut = Math.max(anywhere(), afterCheckpoint);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(
                            () -> desk.archive().exportDesk(TenantId.DEFAULT, ArchivedDesk.NOW, failingAfter(cut, out)))
                    .as("seed %d, cut at %d", ArchivedDesk.SEED, cut)
                    .isInstanceOf(UncheckedIOException.class);
            String written = out.toString(StandardCharsets.UTF_8);
            int begin = written.lastIndexOf("\n{\"kind\":\"checkpoint\"", written.lastIndexOf('\n') - 1) + 1;
            int end = written.indexOf('\n', begin);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(written.substring(0, end + 1).getBytes(StandardCharsets.UTF_8));

            ArchiveSummary summary =
                    desk.archive().continueExport(TenantId.DEFAULT, written.substring(begin, end), whole);

            assertThat(whole.toByteArray()).as("cut at %d", cut).isEqualTo(ARCHIVE);
            assertThat(summary.lines()).isEqualTo(ArchivedDesk.lines(ARCHIVE).size());
        }
    }

    private static OutputStream failingAfter(int bytes, OutputStream out) {
        return new OutputStream() {
            private int left = bytes;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] b, int from, int length) throws IOException {
                out.write(b, from, Math.min(left, length));
                if (length > left) {
                    throw new IOException("the disk is full");
                }
                left -= length;
            }
        };
    }

    @Test
    void an_export_goes_on_only_after_a_checkpoint_of_this_desk() {
        String checkpoint = ArchivedDesk.lines(ARCHIVE).stream()
                .filter(line -> line.startsWith("{\"kind\":\"checkpoint\"") && line.contains("{\"kind\":\"event\""))
                .findFirst()
                .orElseThrow();
        String end = ArchivedDesk.lines(ARCHIVE).get(ArchivedDesk.lines(ARCHIVE).size() - 1);
        for (String wrong : Arrays.asList(
                "hello",
                "{}",
                end,
                checkpoint.replace("\"default\"", "\"other\""),
                checkpoint.replaceAll("\"key\":\\[[^]]*]", "\"key\":[]"),
                checkpoint.replaceAll("\"key\":\\[[^]]*]", "\"key\":[\"no id\"]"))) {
            assertThatThrownBy(() ->
                            DESK.archive().continueExport(TenantId.DEFAULT, wrong, OutputStream.nullOutputStream()))
                    .as(wrong)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageStartingWith("checkpoint");
        }
    }
}
