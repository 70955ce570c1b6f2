package dev.svar.http;

import dev.svar.error.Check;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The incoming webhooks of chat rooms by the names that addresses have for them. The URLs are secrets. */
final class ChatRooms {
    /** The most rooms of one transport. */
    private static final int MAX_ROOMS = 1_000;

    private final Map<String, Endpoint> hooks;
    private final HttpConnections connections;

    private ChatRooms(Map<String, Endpoint> hooks, HttpConnections connections) {
        this.hooks = hooks;
        this.connections = connections;
    }

    static ChatRooms of(Map<String, URI> rooms, HttpConnections connections) {
        Check.range("chat.rooms", rooms.size(), 1, MAX_ROOMS);
        Map<String, Endpoint> hooks = new LinkedHashMap<>();
        rooms.forEach((room, url) -> hooks.put(room, connections.endpoint("chat.url", url)));
        return new ChatRooms(Map.copyOf(hooks), connections);
    }

    SendOutcome send(OutboundMessage message, Function<OutboundMessage, byte[]> json) {
        Optional<Endpoint> hook = Optional.ofNullable(hooks.get(message.to().value()));
        if (hook.isEmpty()) {
            return new SendOutcome.Failed("", "there is no room of that name");
        }
        HttpResult result = connections.once(HttpPost.json(hook.get(), json.apply(message)));
        return HttpVerdict.of(result, HttpVerdict.Peer.MAY_FAIL_AFTER_TAKING).outcome("");
    }

    @Override
    public String toString() {
        return hooks.size() + " rooms";
    }
}
