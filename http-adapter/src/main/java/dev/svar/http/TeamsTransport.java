package dev.svar.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes to rooms of Microsoft Teams through workflows that begin with a webhook, as a card (Adaptive Cards 1.4), for
 * notifications to agents. An agent's address is the name of a room on {@link #CHANNEL}. Texts are runs of plain text, which Teams
 * does not read as Markdown; links can be opened. Thread-safe.
 */
public final class TeamsTransport implements Transport {
    /** The channel {@code teams}. */
    public static final Channel CHANNEL = new Channel("teams");

    /** The most bytes that Teams takes; a larger card fails. */
    public static final int MAX_BYTES = 28 * 1024;

    private final ChatRooms rooms;

    private TeamsTransport(ChatRooms rooms) {
        this.rooms = rooms;
    }

    /**
     * A transport.
     *
     * @param rooms the names of rooms and their workflows, whose URLs are secrets and appear in no message and no log
     * @param connections how to connect
     * @return the transport
     * @throws InvalidValueException if there is no room, or a URL is not allowed
     */
    public static TeamsTransport to(Map<String, URI> rooms, HttpConnections connections) {
        return new TeamsTransport(ChatRooms.of(rooms, connections));
    }

    @Override
    public Channel channel() {
        return CHANNEL;
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        byte[] json = json(message);
        if (json.length > MAX_BYTES) {
            return new SendOutcome.Failed("", "has " + json.length + " bytes, at most " + MAX_BYTES + " are allowed");
        }
        return rooms.send(message, sent -> json);
    }

    private static byte[] json(OutboundMessage message) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("type", "message");
        ObjectNode attachment = root.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
        ObjectNode card = attachment.putObject("content");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard").put("version", "1.4");
        ArrayNode body = card.putArray("body");
        run(block(body, "Default"), ChatText.line(message.subject())).put("weight", "Bolder");
        String spacing = "Medium";
        for (String line : message.text().lines().toList()) {
            ArrayNode inlines = block(body, spacing);
            for (ChatText.Piece piece : ChatText.pieces(line)) {
                // A run must not be empty.
                ObjectNode run = run(inlines, piece.text().isEmpty() ? " " : piece.text());
                if (piece.link()) {
                    run.putObject("selectAction").put("type", "Action.OpenUrl").put("url", piece.text());
                }
            }
            spacing = "None";
        }
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ArrayNode block(ArrayNode body, String spacing) {
        return body.addObject()
                .put("type", "RichTextBlock")
                .put("spacing", spacing)
                .putArray("inlines");
    }

    private static ObjectNode run(ArrayNode inlines, String text) {
        return inlines.addObject().put("type", "TextRun").put("text", text);
    }

    /** {@return how many rooms it knows, never where they are} */
    @Override
    public String toString() {
        return "Teams, " + rooms;
    }
}
