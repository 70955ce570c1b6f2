package dev.svar.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.regex.Pattern;

/** The short words in what a gateway says: ids and codes. Sentences are not taken, they may repeat what was sent. */
final class GatewayAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final Optional<JsonNode> json;

    private GatewayAnswer(Optional<JsonNode> json) {
        this.json = json;
    }

    static GatewayAnswer read(String text) {
        try {
            return new GatewayAnswer(Optional.ofNullable(JSON.readTree(text)));
        } catch (JsonProcessingException e) {
            return new GatewayAnswer(Optional.empty());
        }
    }

    static GatewayAnswer of(HttpResult result) {
        return result instanceof HttpResult.Answered answer ? read(answer.body()) : new GatewayAnswer(Optional.empty());
    }

    Optional<String> word(String name) {
        return text(name).filter(text -> WORD.matcher(text).matches());
    }

    Optional<String> text(String name) {
        return json.map(node -> node.get(name))
                .filter(JsonNode::isValueNode)
                .filter(n -> !n.isNull())
                .map(JsonNode::asText);
    }
}
