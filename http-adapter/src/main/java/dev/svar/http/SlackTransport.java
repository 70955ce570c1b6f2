package dev.svar.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.svar.contact.Channel;
import dev.svar.error.InvalidValueException;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes to rooms through incoming webhooks of Slack and of what takes the same ({@code {"text": …}}), for notifications to
 * agents. An agent's address is the name of a room on {@link #CHANNEL}. {@code &}, {@code <} and {@code >} are escaped, so that no
 * text can mention people or hide a link; links are written as links. Thread-safe.
 */
public final class SlackTransport implements Transport {
    /** The channel {@code slack}. */
    public static final Channel CHANNEL = new Channel("slack");

    /** The most characters that Slack takes; a longer message fails. */
    public static final int MAX_LENGTH = 40_000;

    private final ChatRooms rooms;

    private SlackTransport(ChatRooms rooms) {
        this.rooms = rooms;
    }

    /**
     * A transport.
     *
     * @param rooms the names of rooms and their webhooks, whose URLs are secrets and appear in no message and no log
     * @param connections how to connect
     * @return the transport
     * @throws InvalidValueException if there is no room, or a URL is not allowed
     */
    public static SlackTransport to(Map<String, URI> rooms, HttpConnections connections) {
        return new SlackTransport(ChatRooms.of(rooms, connections));
    }

    @Override
    public Channel channel() {
        return CHANNEL;
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        if (text(message).length() > MAX_LENGTH) {
            return new SendOutcome.Failed("", "is too long, at most " + MAX_LENGTH + " characters are allowed");
        }
        return rooms.send(message, SlackTransport::json);
    }

    private static byte[] json(OutboundMessage message) {
        String json =
                JsonNodeFactory.instance.objectNode().put("text", text(message)).toString();
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(OutboundMessage message) {
        return "*" + escaped(ChatText.line(message.subject())) + "*\n" + linked(message.text());
    }

    private static String linked(String text) {
        return ChatText.pieces(text).stream()
                .map(piece -> piece.link() ? "<" + escaped(piece.text()) + ">" : escaped(piece.text()))
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** {@return how many rooms it knows, never where they are} */
    @Override
    public String toString() {
        return "Slack, " + rooms;
    }
}
