package dev.svar.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.template.TemplateSchema.ListOf;
import dev.svar.template.TemplateSchema.ObjectOf;
import dev.svar.template.TemplateSchema.Scalar;
import dev.svar.template.TemplateSchema.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/placeholders.md says what the code says; {@link #main} writes it. */
final class PlaceholdersPageTest {
    private static final Path PAGE = Path.of("..", "docs", "placeholders.md");
    private static final String START = """
            # Placeholders

            What templates of letters, canned responses and macros may say. This page is made from the code and compared with it by
            [PlaceholdersPageTest](../core/src/test/java/dev/svar/template/PlaceholdersPageTest.java), whose `main` writes it. *Z*
            marks what means the same in Zendesk's templates. What is not known of a ticket is nothing.

            | placeholder | | type | filled in letters | what it says |
            | --- | --- | --- | --- | --- |
            """;
    private static final String END = """

            Custom fields are `ticket.ticket_field_KEY` (Z), and `ticket.ticket_field_option_title_KEY` (Z) as a text; customers are
            shown public fields only. A host's reaction adds what it likes.

            These are the names of letters, which `TemplateCatalog.letterSchema(kind)` and `HelpDesk.check` know by kind: in a shipped
            kind that never fills a name, the name is a problem. Five templates are no letters but texts, with names of their own;
            `next_step` has those of its letter beside them:

            | text | names |
            | --- | --- |
            %s
            Internal notes are in letters to agents only. An automatic letter to a customer, one that no person wrote, holds no words
            of strangers: of the messages it has the agents' replies, and of a ticket that came by mail neither the subject nor a
            name. Comments, the description, participants, the organization, the working hours and `next_step` are looked up only for
            a template that names them.
            """;

    static String page() {
        return LetterNames.ALL.stream()
                .map(name -> String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %s | %s | %s |%n",
                        name.name(),
                        name.zendesk() ? "Z" : "",
                        type(name.type()),
                        name.where().words(),
                        name.meaning()))
                .collect(Collectors.joining("", START, END.replace("%s", texts())));
    }

    private static String texts() {
        return TextNames.own().entrySet().stream()
                .map(text -> "| `" + text.getKey() + "` | "
                        + text.getValue().keySet().stream()
                                .sorted()
                                .map(name -> "`" + name + "`")
                                .collect(Collectors.joining(", "))
                        + " |\n")
                .collect(Collectors.joining());
    }

    private static String type(Type type) {
        if (type instanceof Scalar scalar) {
            return scalar == Scalar.INSTANT ? "point in time" : scalar.name().toLowerCase(Locale.ROOT);
        }
        return type instanceof ListOf list
                ? "list of "
                        + (list.element() instanceof ObjectOf object ? fields("", object) : type(list.element()) + "s")
                : fields("", (ObjectOf) type);
    }

    private static String fields(String before, ObjectOf object) {
        return object.fields().entrySet().stream()
                .map(field -> field.getValue() instanceof ObjectOf inner
                        ? fields(before + field.getKey() + ".", inner)
                        : field.getValue() instanceof ListOf list && list.element() instanceof ObjectOf inner
                                ? fields(before + field.getKey() + "[].", inner)
                                : "`" + before + field.getKey() + "`")
                .collect(Collectors.joining(", "));
    }

    @Test
    void the_page_has_the_names_that_letters_have() throws IOException {
        assertThat(Files.readString(PAGE))
                .as("run main of this class to write it")
                .isEqualTo(page());
    }

    public static void main(String... arguments) throws IOException {
        Files.writeString(PAGE, page());
    }
}
