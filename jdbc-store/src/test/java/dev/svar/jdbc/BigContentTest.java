package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.svar.contact.TenantId;
import dev.svar.message.Content;
import dev.svar.store.Changes;
import dev.svar.store.CommitResult;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attachment of 200 MB goes through a JVM that has 64 MB. */
final class BigContentTest {
    private static final int MEGABYTES = 200;
    private static final List<String> SMALL_HEAP = List.of("-Xmx64m", "-XX:MaxDirectMemorySize=16m");

    @Test
    void into_a_file_of_h2_and_out_again(@TempDir Path folder) throws Exception {
        passes(folder, "jdbc:h2:file:" + folder.resolve("desk").toAbsolutePath(), "database");
    }

    @Test
    void into_postgresql_and_out_again(@TempDir Path folder) throws Exception {
        try (Connection connection = Databases.postgres().getConnection()) {
            passes(folder, connection.getMetaData().getURL(), "database");
        }
    }

    @Test
    void into_files_and_out_again(@TempDir Path folder) throws Exception {
        passes(folder, "jdbc:h2:file:" + folder.resolve("desk").toAbsolutePath(), "files");
    }

    private static void passes(Path folder, String url, String place) throws Exception {
        ChildJvm.End end = ChildJvm.run(
                List.of(), SMALL_HEAP, Passing.class, folder.toString(), url, Databases.newPrefix(), place);

        assertThat(end.output()).endsWith("the same " + MEGABYTES + " MB");
        assertThat(end.status()).isZero();
    }

    /** Stores a large file and reads it again. */
    static final class Passing {
        private Passing() {}

        public static void main(String... arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Path file = folder.resolve("large");
            write(file);
            try (HikariDataSource source = new HikariDataSource()) {
                source.setJdbcUrl(arguments[1]);
                source.setMaximumPoolSize(1);
                Schema.of(Dialect.of(source), arguments[2]).apply(source);
                JdbcStore.Builder builder = JdbcStore.builder(source).tablePrefix(arguments[2]);
                if (arguments[3].equals("files")) {
                    builder.blobs(FileBlobs.in(folder.resolve("blobs")));
                }
                pass(builder.build(), Content.of(file), file);
            }
        }

        private static void pass(JdbcStore store, Content large, Path file) throws IOException {
            Changes changes = Changes.builder(TenantId.DEFAULT).content(large).build();
            if (store.commit(changes) != CommitResult.COMMITTED) {
                throw new IllegalStateException("not committed");
            }
            Files.delete(file);
            try (InputStream in =
                    store.content(TenantId.DEFAULT, large.ref()).orElseThrow().open()) {
                long megabytes = in.transferTo(OutputStream.nullOutputStream()) >> 20;
                System.out.print("the same " + megabytes + " MB");
            }
        }

        private static void write(Path file) throws IOException {
            Random random = new Random(1);
            byte[] some = new byte[1 << 20];
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (int i = 0; i < MEGABYTES; i++) {
                    random.nextBytes(some);
                    out.write(some);
                }
            }
        }
    }
}
