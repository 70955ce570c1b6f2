package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.HelpDesk;
import dev.svar.jdbc.Dialect;
import dev.svar.jdbc.JdbcStore;
import dev.svar.jdbc.Schema;
import dev.svar.store.TicketQuery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, as a mail server starts it. */
@Timeout(120)
final class TakeMailFromPipeTest {
    private static final String MAIL = """
            From kari@customer.example  Tue Dec  1 10:00:00 2026
            Delivered-To: support@shop.example
            From: Kari Nordmann <kari@customer.example>
            To: support@shop.example
            Message-ID: <1@customer.example>
            Subject: Cannot pay

            The page stays blank.
            """;

    @TempDir
    private Path folder;

    private JdbcDataSource database;

    @BeforeEach
    void createTables() {
        database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("desk"));
        Schema.of(Dialect.H2, Schema.DEFAULT_PREFIX).apply(database);
    }

    @Test
    void a_mail_that_comes_twice_is_one_ticket() throws Exception {
        assertThat(exitOf(MAIL, "support@shop.example", database.getURL())).isZero();
        assertThat(exitOf(MAIL, "support@shop.example", database.getURL())).isZero();
        HelpDesk desk = HelpDesk.builder(JdbcStore.builder(database).build()).build();
        assertThat(desk.tickets(TicketQuery.all(10)).items())
                .extracting(found -> found.ticket().subject())
                .containsExactly("Cannot pay");
    }

    @Test
    void while_the_database_is_away_the_mail_server_keeps_the_mail() throws Exception {
        assertThat(exitOf(MAIL, "support@shop.example", "jdbc:postgresql://127.0.0.1:1/desk"))
                .isEqualTo(75);
    }

    @Test
    void no_mail_and_no_arguments_are_told_apart() throws Exception {
        assertThat(exitOf("", "support@shop.example", database.getURL())).isEqualTo(66);
        assertThat(exitOf(MAIL)).isEqualTo(64);
    }

    private int exitOf(String mail, String... arguments) throws Exception {
        Path file = Files.write(folder.resolve("mail"), mail.getBytes(StandardCharsets.UTF_8));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-Xmx256m", "-cp", classPath, TakeMailFromPipe.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
