package dev.svar.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.svar.knowledge.SearchableText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Articles from lines {@code {"id","title","body"}}. */
final class ArticleLines {
    private ArticleLines() {}

    /** The texts by the articles' ids, in the order of the file; what is too long is cut. */
    static Map<String, SearchableText> read(Path file) {
        Map<String, SearchableText> articles = new LinkedHashMap<>();
        ObjectMapper json = new ObjectMapper();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                String where = file + ", line " + number;
                JsonNode article = parsed(json, line, where);
                String id = article.path("id").asText();
                if (id.isBlank() || articles.containsKey(id)) {
                    throw new UsageException(where + ": the article needs an id of its own");
                }
                articles.put(id, text(article));
            }
        }
        if (articles.isEmpty()) {
            throw new UsageException(file + " has no article");
        }
        return articles;
    }

    private static SearchableText text(JsonNode article) {
        return new SearchableText(
                Locale.ROOT,
                cut(article.path("title").asText(""), SearchableText.MAX_TITLE),
                cut(article.path("body").asText(""), SearchableText.MAX_BODY));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("cannot read " + file);
        }
    }

    private static JsonNode parsed(ObjectMapper json, String line, String where) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UsageException(where + " is no JSON");
        }
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
