package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.contact.TenantId;
import dev.svar.store.Changes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that has several times as many bytes as the JVM has memory moves. */
final class ArchiveMemoryTest {
    private static final List<String> SMALL_HEAP = List.of("-Xmx32m", "-XX:MaxDirectMemorySize=8m");
    private static final int TICKETS = 400;

    /** A message has this text thrice, in each of its forms. */
    private static final String TEXT = "Jeg får ikke betalt. ".repeat(5_000);

    @Test
    void a_desk_moves_with_less_memory_than_any_of_its_tables_has(@TempDir Path folder) throws Exception {
        try (Connection connection = Databases.postgres().getConnection()) {
            ChildJvm.End end = ChildJvm.run(
                    List.of(),
                    SMALL_HEAP,
                    Moving.class,
                    folder.toString(),
                    connection.getMetaData().getURL(),
                    Databases.newPrefix(),
                    Databases.newPrefix());

            assertThat(end.output()).endsWith("the same, more than 100 MB: true");
            assertThat(end.status()).isZero();
        }
    }

    /** Fills a desk, exports it into a file, imports that and exports it again. */
    static final class Moving {
        private Moving() {}

        public static void main(String... arguments) throws IOException, SQLException {
            Path file = Path.of(arguments[0]).resolve("archive");
            try (HikariDataSource source = new HikariDataSource()) {
                source.setJdbcUrl(arguments[1]);
                source.setMaximumPoolSize(2);
                fill(source, arguments[2]);
                Schema.of(Dialect.POSTGRESQL, arguments[3]).apply(source);
                DeskArchive from = archive(source, arguments[2]);
                DeskArchive to = archive(source, arguments[3]);
                ArchiveSummary written;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    written = from.exportDesk(TenantId.DEFAULT, ArchivedDesk.NOW, out);
                }
                try (InputStream in = Files.newInputStream(file)) {
                    to.importDesk(in);
                }
                ArchiveSummary again =
                        to.exportDesk(TenantId.DEFAULT, ArchivedDesk.NOW, OutputStream.nullOutputStream());
                System.out.print(
                        again.equals(written)
                                ? "the same, more than 100 MB: " + (Files.size(file) > 100_000_000)
                                : "another one");
            }
        }

        private static void fill(DataSource source, String prefix) {
            Schema.of(Dialect.POSTGRESQL, prefix).apply(source);
            JdbcStore store = JdbcStore.builder(source).tablePrefix(prefix).build();
            for (int i = 0; i < TICKETS; i++) {
                Story story = new Story(TenantId.DEFAULT, store.nextNumber(TenantId.DEFAULT));
                store.commit(Changes.builder(TenantId.DEFAULT)
                        .ticket(story.opened)
                        .message(story.message(2, TEXT, Optional.empty()))
                        .build());
            }
        }

        private static DeskArchive archive(DataSource source, String prefix) {
            return DeskArchive.builder(source).tablePrefix(prefix).build();
        }
    }
}
