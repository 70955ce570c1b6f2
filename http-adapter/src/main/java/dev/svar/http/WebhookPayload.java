package dev.svar.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svar.contact.Actor;
import dev.svar.contact.TenantId;
import dev.svar.ticket.RecordedEvent;
import dev.svar.ticket.TicketNumber;
import java.util.Optional;

/** Writes an event as JSON. The same event is written in the same bytes each time, unless its message was redacted since. */
final class WebhookPayload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookPayload() {}

    static byte[] of(TenantId tenant, TicketNumber number, RecordedEvent event, Optional<String> text) {
        EventShape<?> shape = EventShapes.of(event.event());
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("type", shape.type());
        payload.put("timestamp", event.at().toString());
        payload.put("version", EventShapes.VERSION);
        ObjectNode data = payload.putObject("data");
        data.put("tenant", tenant.value());
        data.putObject("ticket").put("id", event.ticket().toString()).put("number", number.toString());
        data.put("sequence", event.sequence());
        who(event.by(), data.putObject("by"));
        data.put("via", event.via().name());
        ObjectNode said = data.putObject("event");
        shape.write(event.event(), (field, value) -> said.set(field.name(), JSON.valueToTree(value)));
        text.ifPresent(t ->
                said.put(EventShape.TEXT, cut(t)).put(EventShape.CUT, t.length() > WebhookListener.MAX_TEXT_LENGTH));
        return bytes(payload);
    }

    private static void who(Actor by, ObjectNode to) {
        if (by instanceof Actor.DeskAgent agent) {
            to.put("kind", "agent").put("id", agent.agent().value());
        } else if (by instanceof Actor.Customer customer) {
            to.put("kind", "customer").put("id", customer.contact().toString());
        } else if (by instanceof Actor.Rule rule) {
            to.put("kind", "rule").put("id", rule.name());
        }
    }

    private static String cut(String text) {
        if (text.length() <= WebhookListener.MAX_TEXT_LENGTH) {
            return text;
        }
        boolean half = Character.isHighSurrogate(text.charAt(WebhookListener.MAX_TEXT_LENGTH - 1));
        return text.substring(0, half ? WebhookListener.MAX_TEXT_LENGTH - 1 : WebhookListener.MAX_TEXT_LENGTH);
    }

    private static byte[] bytes(ObjectNode payload) {
        try {
            return JSON.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }
}
