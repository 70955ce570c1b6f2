package dev.svar.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svar.error.InvalidValueException;
import dev.svar.template.LiquidTemplate;
import dev.svar.template.Partials;
import dev.svar.template.RenderContext;
import dev.svar.template.RenderMode;
import dev.svar.template.TemplateRenderException;
import dev.svar.template.TemplateSyntaxException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template with its data as a line of JSON, and the line that answers it; whatever the line says, it is answered. */
record LiquidLines(RenderMode mode, InstantSource time) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int LONGEST = 1000; // digits, so that 1e999999999 is refused, not written out

    String answer(String line) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", NullNode.instance);
        try {
            JsonNode request = JSON.readTree(line);
            answer.set("id", request.hasNonNull("id") ? request.get("id") : NullNode.instance);
            return answer.put("result", rendered(request)).toString();
        } catch (JsonProcessingException e) {
            return error(
                    answer, 1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr(), e);
        } catch (TemplateSyntaxException e) {
            return error(answer, e.line(), e.column(), e);
        } catch (TemplateRenderException e) {
            return error(answer, e.line(), e.column(), e);
        } catch (RuntimeException e) { // a mistake of the engine's own must not end the answers
            return error(answer, 1, 1, e);
        }
    }

    private static String error(ObjectNode answer, int line, int column, Exception e) {
        String problem =
                e instanceof JsonProcessingException json ? "no JSON: " + json.getOriginalMessage() : e.getMessage();
        return answer.put("error", problem)
                .put("line", line)
                .put("column", column)
                .toString();
    }

    private String rendered(JsonNode request) {
        LiquidTemplate template = LiquidTemplate.parse(text("template", request.path("template")));
        Map<String, String> partials = new LinkedHashMap<>();
        fields("templates", request).forEach((name, source) -> partials.put(name, text("templates." + name, source)));
        Map<String, Object> data = new LinkedHashMap<>();
        fields("data", request).forEach((name, value) -> data.put(name, plain(value)));
        return template.render(RenderContext.builder(data, time.instant())
                .mode(mode)
                .partials(Partials.of(partials))
                .build());
    }

    private static String text(String field, JsonNode node) {
        if (!node.isTextual()) {
            throw new InvalidValueException(field, "must be a text");
        }
        return node.textValue();
    }

    private static Map<String, JsonNode> fields(String field, JsonNode request) {
        JsonNode node = request.path(field);
        if (!node.isObject() && !node.isNull() && !node.equals(MissingNode.getInstance())) {
            throw new InvalidValueException(field, "must be an object");
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        return fields;
    }

    /** A number with a point stays a decimal one, also when it is 2.0. */
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.properties().forEach(entry -> fields.put(entry.getKey(), plain(entry.getValue())));
            return fields;
        } else if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(plain(item)));
            return items;
        } else if (node.isIntegralNumber()) {
            return new BigDecimal(node.bigIntegerValue());
        } else if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return number.scale() < 1 && number.scale() > -LONGEST ? number.setScale(1) : number;
        }
        return node.isBoolean() ? node.booleanValue() : Optional.ofNullable(node.textValue());
    }
}
