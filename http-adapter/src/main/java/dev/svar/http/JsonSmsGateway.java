package dev.svar.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.svar.contact.Address;
import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.SendOutcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A gateway that speaks this library's own plain JSON, for a host that puts a few lines before whatever it sends SMS with.
 *
 * <p>The request is a POST of {@code {"id", "from", "to", "text"}} with {@code Authorization: Bearer} and the key; the answer is 2xx
 * and may name the gateway's own id as {@code {"reference"}}, or another status and may name a {@code {"code"}}. A gateway says 5xx
 * only for what it did not take, and drops an {@code id} that it has. Thread-safe.
 */
public final class JsonSmsGateway implements SmsGateway {
    private static final int MAX_KEY_LENGTH = 1_000;

    private final Endpoint endpoint;
    private final String key;
    private final String from;
    private final HttpConnections connections;

    private JsonSmsGateway(Endpoint endpoint, String key, String from, HttpConnections connections) {
        this.endpoint = endpoint;
        this.key = key;
        this.from = from;
        this.connections = connections;
    }

    /**
     * A gateway.
     *
     * @param url where to send
     * @param key the key that it knows us by, visible characters of ASCII; it appears in no message and no log
     * @param from whom messages are said to be from: a number of 3 to 15 digits, or 1 to 11 letters, digits and spaces
     * @param connections how to connect
     * @return the gateway
     * @throws InvalidValueException if one of them is not allowed
     */
    public static JsonSmsGateway of(URI url, String key, String from, HttpConnections connections) {
        Check.line("sms.key", key, MAX_KEY_LENGTH);
        if (key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new InvalidValueException("sms.key", "holds a space or a character that is not of ASCII");
        }
        return new JsonSmsGateway(connections.endpoint("sms.url", url), key, SmsSender.checked(from), connections);
    }

    @Override
    public SendOutcome send(String id, Address to, SmsText text) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("from", from)
                .put("to", to.value())
                .put("text", text.text())
                .toString();
        HttpResult result = connections.once(HttpPost.json(endpoint, body.getBytes(StandardCharsets.UTF_8))
                .header("Authorization", "Bearer " + key)
                .readingTheAnswer());
        GatewayAnswer answer = GatewayAnswer.of(result);
        HttpVerdict verdict = HttpVerdict.of(result, HttpVerdict.Peer.FAILS_BEFORE_TAKING);
        return answer.word("code")
                .map(verdict::saying)
                .orElse(verdict)
                .outcomeOfOnlyPeer(answer.word("reference").orElse(""));
    }

    /** {@return where it sends to, never the key} */
    @Override
    public String toString() {
        return "gateway at " + endpoint;
    }
}
