package dev.svar.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The schema in the jar says of every type what the code sends, and in the same order. */
final class WebhookSchemaTest {
    @Test
    void the_schema_names_every_type_with_its_fields() throws IOException {
        JsonNode schema;
        try (InputStream in = EventShapes.class.getResourceAsStream("webhook-v1.schema.json")) {
            schema = new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
        Map<String, List<String>> inSchema = new LinkedHashMap<>();
        for (JsonNode type : schema.get("oneOf")) {
            JsonNode event = type.at("/properties/data/properties/event");
            List<String> required = new ArrayList<>();
            event.get("required").forEach(name -> required.add(name.asText()));
            List<String> fields = new ArrayList<>();
            event.get("properties")
                    .properties()
                    .forEach(p -> fields.add(
                            p.getKey() + " " + what(p.getValue()) + (required.contains(p.getKey()) ? "" : "?")));
            inSchema.put(type.at("/properties/type/const").asText(), fields);
        }
        Map<String, List<String>> inCode = new LinkedHashMap<>();
        for (EventShape<?> shape : EventShapes.ALL) {
            List<String> fields = new ArrayList<>();
            shape.fields().forEach(f -> fields.add(f.name() + " " + what(f.kind()) + (f.always() ? "" : "?")));
            if (shape.bringsMessage()) {
                fields.addAll(List.of("text string?", "cut boolean?"));
            }
            inCode.put(shape.type(), fields);
        }

        assertThat(inSchema).containsExactlyEntriesOf(inCode);
        assertThat(schema.at("/properties/version/const").asInt()).isEqualTo(EventShapes.VERSION);
    }

    private static String what(JsonNode property) {
        return property.has("format")
                ? property.get("format").asText()
                : property.get("type").asText();
    }

    private static String what(EventField.Kind kind) {
        return switch (kind) {
            case TEXT -> "string";
            case TIME -> "date-time";
            case WHOLE_NUMBER -> "integer";
            case YES_OR_NO -> "boolean";
            case TEXTS -> "array";
            case TEXTS_BY_NAME -> "object";
        };
    }
}
