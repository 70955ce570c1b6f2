package dev.svar.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.RecordedRequest;

/** Reads what was sent. */
final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    static JsonNode json(RecordedRequest request) {
        try {
            return JSON.readTree(request.getBody().utf8());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, String> form(RecordedRequest request) {
        Map<String, String> form = new HashMap<>();
        for (String part : request.getBody().utf8().split("&", -1)) {
            String[] pair = part.split("=", 2);
            form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
