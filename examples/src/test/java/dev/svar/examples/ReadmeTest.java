package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.ticket.StatusCategory;
import dev.svar.ticket.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The README's code is a region of {@link FirstTicket}, and it runs. */
final class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCE = Path.of("src/main/java/dev/svar/examples/FirstTicket.java");

    @Test
    void the_code_in_the_readme_is_the_code_that_runs() throws IOException {
        assertThat(Files.readString(README)).contains("```java\n" + region() + "\n```");
    }

    @Test
    void the_code_in_the_readme_runs() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1");
        try (MailServer server = MailServer.start(Address.mail("support@example.com"))) {
            Ticket ticket = FirstTicket.run(dataSource, server.smtpPort());

            assertThat(ticket.status().category()).isEqualTo(StatusCategory.PENDING_CUSTOMER);
            assertThat(server.received("kari@customer.example")).isEqualTo(2);
        }
    }

    private static String region() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        int from = lines.indexOf("        // region readme");
        int to = lines.indexOf("        // endregion");
        assertThat(from).as("start of the region").isPositive();
        return lines.subList(from + 1, to).stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .collect(Collectors.joining("\n"));
    }
}
