package dev.svar.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about the lifecycle says what the code does. */
final class LifecyclePageTest {
    private static final Path PAGE = Path.of("..", "docs", "ticket-lifecycle.md");
    private static final String BEGIN = "<!-- transitions, drawn from TicketRules.standard() -->\n";
    private static final String END = "<!-- end of transitions -->";

    private static String row(StatusCategory from, TicketRules rules) {
        String cells = Stream.of(StatusCategory.values())
                .filter(to -> to != StatusCategory.MERGED)
                .map(to -> rules.allowed(from).contains(to) ? "yes" : to == from ? "–" : "")
                .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
                .collect(Collectors.joining());
        return "| " + from + " |" + cells;
    }

    private static String table(TicketRules rules) {
        String head = Stream.of(StatusCategory.values())
                .filter(to -> to != StatusCategory.MERGED)
                .map(to -> " " + to + " |")
                .collect(Collectors.joining("", "| from \\ to |", "\n"));
        String rule = "| --- |" + " --- |".repeat(StatusCategory.values().length - 1) + "\n";
        return Stream.of(StatusCategory.values())
                .map(from -> row(from, rules))
                .collect(Collectors.joining("\n", head + rule, "\n"));
    }

    @Test
    void the_table_of_transitions_is_the_one_of_the_code() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page).contains(BEGIN, END);
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .isEqualTo("\n" + table(TicketRules.standard()) + "\n");
    }

    private static Set<String> names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(classes = {TicketCommand.class, TicketPairCommand.class, TicketEvent.class})
    void every_command_and_every_event_is_on_the_page(Class<?> sealed) throws IOException {
        String page = Files.readString(PAGE);

        assertThat(names(sealed))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
}
