package dev.svar.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svar.store.StoreException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One JSON object being written or read. An absent value is left out; unknown properties are not looked at, so that data of
 * a newer version can be read.
 */
final class JsonObject {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ObjectNode node;

    private JsonObject(ObjectNode node) {
        this.node = node;
    }

    static JsonObject empty() {
        return new JsonObject(JsonNodeFactory.instance.objectNode());
    }

    static JsonObject parse(String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return new JsonObject(object);
            }
        } catch (JsonProcessingException e) {
            // The parser's message could quote what is stored.
            throw new StoreException("stored JSON cannot be read: it is malformed near character "
                    + e.getLocation().getCharOffset());
        }
        throw new StoreException("stored JSON cannot be read: it is no object");
    }

    String write() {
        return StoredText.escapeJson(node.toString());
    }

    JsonObject put(String name, String value) {
        node.put(name, value);
        return this;
    }

    JsonObject put(String name, long value) {
        node.put(name, value);
        return this;
    }

    JsonObject put(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    JsonObject put(String name, Enum<?> value) {
        return put(name, value.name());
    }

    JsonObject put(String name, UUID value) {
        return put(name, value.toString());
    }

    JsonObject put(String name, Instant value) {
        return put(name, WrittenTime.text(Micros.cut(value)));
    }

    JsonObject put(String name, Duration value) {
        return put(name, value.toString());
    }

    JsonObject put(String name, Locale value) {
        return put(name, value.toLanguageTag());
    }

    JsonObject put(String name, Optional<String> value) {
        value.ifPresent(v -> node.put(name, v));
        return this;
    }

    JsonObject put(String name, JsonObject value) {
        node.set(name, value.node);
        return this;
    }

    JsonObject putTexts(String name, Collection<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
        return this;
    }

    JsonObject putObjects(String name, Collection<JsonObject> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(v -> array.add(v.node));
        return this;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw unreadable(name);
        }
        return value.textValue();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber()) {
            throw unreadable(name);
        }
        return value.longValue();
    }

    int smallNumber(String name) {
        return Math.toIntExact(number(name));
    }

    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw unreadable(name);
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Constants.named(type, text(name));
    }

    UUID id(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException e) {
            throw unreadable(name);
        }
    }

    Optional<UUID> optionalId(String name) {
        return has(name) ? Optional.of(id(name)) : Optional.empty();
    }

    Instant at(String name) {
        try {
            return WrittenTime.instant(text(name));
        } catch (DateTimeException e) {
            throw unreadable(name);
        }
    }

    Duration duration(String name) {
        try {
            return WrittenTime.duration(text(name));
        } catch (DateTimeException e) {
            throw unreadable(name);
        }
    }

    Optional<Locale> optionalLocale(String name) {
        return optionalText(name).map(Locale::forLanguageTag);
    }

    <E extends Enum<E>> Optional<E> optionalConstant(Class<E> type, String name) {
        return optionalText(name).map(text -> Constants.named(type, text));
    }

    Optional<Instant> optionalAt(String name) {
        return has(name) ? Optional.of(at(name)) : Optional.empty();
    }

    Optional<JsonObject> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    JsonObject object(String name) {
        if (required(name) instanceof ObjectNode object) {
            return new JsonObject(object);
        }
        throw unreadable(name);
    }

    List<String> texts(String name) {
        JsonNode array = required(name);
        if (array.isEmpty()) {
            return List.of();
        }
        List<String> values = new ArrayList<>(array.size());
        array.forEach(value -> values.add(value.textValue()));
        return values;
    }

    List<JsonObject> objects(String name) {
        JsonNode array = required(name);
        if (array.isEmpty()) {
            return List.of();
        }
        List<JsonObject> values = new ArrayList<>(array.size());
        for (JsonNode value : array) {
            if (!(value instanceof ObjectNode object)) {
                throw unreadable(name);
            }
            values.add(new JsonObject(object));
        }
        return values;
    }

    private JsonNode required(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new StoreException("stored JSON cannot be read: the property " + name + " is missing");
        }
        return value;
    }

    private static StoreException unreadable(String name) {
        return new StoreException("stored JSON cannot be read: the property " + name + " has another form");
    }
}
