package dev.svar.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateSuggestionsTest {
    private static final List<String> ARTICLES = List.of(
            "{\"id\": \"password\", \"title\": \"How do I reset my password?\", \"body\": \"We send you a link by mail.\"}",
            "{\"id\": \"invoice\", \"title\": \"Where are my invoices?\", \"body\": \"Under Settings, as PDF files.\"}",
            "{\"id\": \"export\", \"title\": \"Exporting contacts\", \"body\": \"Choose Contacts, then Export.\"}");
    private static final List<String> QUERIES = List.of(
            "password\tI forgot my password",
            "invoice,export\twhere can I find an invoice as a pdf",
            "nowhere\twhich dog food is best",
            "export\tmy contacts in a file");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return EvaluateSuggestions.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    private String file(String name, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines)).toString();
    }

    private void assertRefused(String problem, String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("error: ").contains(problem);
    }

    @Test
    void articles_are_ranked_for_each_question() throws IOException {
        Path predictions = folder.resolve("out.tsv");
        String articles = file("articles.jsonl", ARTICLES);
        String queries = file("queries.tsv", QUERIES);

        assertThat(run(articles, queries, "--language", "en", "--predictions", predictions.toString()))
                .isZero();

        assertThat(out.toString(UTF_8))
                .containsPattern("articles +3 in en, 0 phrasings")
                .containsPattern("questions +4, of them 3 that an article answers")
                .containsPattern("Recall@1 +1.0000")
                .containsPattern("MRR@10 +1.0000")
                .containsPattern("question +[0-9.]+ µs a text");
        assertThat(Files.readAllLines(predictions)).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("password\tpassword");
            assertThat(lines.get(1)).startsWith("invoice,export\tinvoice");
            assertThat(lines.get(2)).startsWith("nowhere\t");
        });
    }

    @Test
    void the_first_questions_of_an_article_can_be_learned_from() throws IOException {
        String articles = file("articles.jsonl", ARTICLES);
        String queries =
                file("queries.tsv", List.of("export\tzebra", "export\tzebras", "invoice\tinvoice", "invoice\tpdf"));

        assertThat(run(articles, queries, "--learn", "1")).isZero();
        assertThat(out.toString(UTF_8))
                .containsPattern("2 phrasings")
                .containsPattern("questions +2, of them 2")
                .containsPattern("Recall@1 +1.0000");
        String phrasings = file("phrasings.tsv", List.of("export\tzebra"));
        out.reset();
        assertThat(run(articles, file("q.tsv", List.of("export\tzebras")), "--phrasings", phrasings))
                .isZero();
        assertThat(out.toString(UTF_8)).containsPattern("Recall@1 +1.0000");
    }

    @Test
    void what_cannot_be_read_is_named() throws IOException {
        String articles = file("articles.jsonl", ARTICLES);
        String queries = file("queries.tsv", QUERIES);
        assertRefused("the arguments are", articles);
        assertRefused("the arguments are", articles, queries, "--learn");
        assertRefused("--learn takes a number", articles, queries, "--learn", "many");
        assertRefused("cannot read", folder.resolve("nowhere").toString(), queries);
        assertRefused("line 2 is no JSON", file("bad.jsonl", List.of(ARTICLES.get(0), "{")), queries);
        assertRefused(
                "line 2: the article needs an id",
                file("twice.jsonl", List.of(ARTICLES.get(0), ARTICLES.get(0))),
                queries);
        assertRefused("has no article", file("none.jsonl", List.of("")), queries);
        assertRefused("line 1: there must be a label", articles, file("bad.tsv", List.of("no tab")));
    }
}
