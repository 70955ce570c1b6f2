package dev.svar.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.svar.HelpDesk;
import dev.svar.NewTicket;
import dev.svar.http.HttpConnections;
import dev.svar.http.WebhookCheck;
import dev.svar.http.WebhookHeaders;
import dev.svar.http.WebhookListener;
import dev.svar.http.WebhookSecret;
import dev.svar.http.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** What happens to a ticket goes to another system, which verifies who sent it and drops what comes twice. */
public final class WebhookReceiver {
    private final WebhookSignature signature = WebhookSignature.with(WebhookSecret.of(new byte[32])); // yours is random
    private final Set<String> seen = new HashSet<>(); // kept with what the events lead to, in a real system
    private final Stage stage;

    private WebhookReceiver(Stage stage) {
        this.stage = stage;
    }

    /** Prints what the other system makes of what it is sent. */
    public static void main(String... arguments) {
        run(Stage.printing());
    }

    static HelpDesk run(Stage stage) {
        WebhookReceiver receiver = new WebhookReceiver(stage);
        try (HttpConnections connections = HttpConnections.builder()
                .allowHttp() // the receiver is on this machine; without these two lines nothing would be sent to it
                .allowAddresses(InetAddress::isLoopbackAddress)
                .build()) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", receiver::take);
            server.start();
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            HelpDesk desk = stage.desk()
                    .listener(
                            "crm",
                            WebhookListener.builder("crm", url, receiver.signature, connections, stage.time())
                                    .types("ticket.opened", "ticket.replied")
                                    .build())
                    .build();
            var ticket = desk.open(
                    NewTicket.builder(Stage.KARI, "A question", "Can you help?").build());
            desk.reply(ticket.id(), Stage.OLA, "Yes.");
            stage.time().runUntil(desk, stage.time().instant().plus(Duration.ofMinutes(5)));
            server.stop(0);
            return desk;
        } catch (IOException e) {
            throw new IllegalStateException("the receiver does not start", e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        WebhookHeaders headers =
                WebhookHeaders.read(exchange.getRequestHeaders()).orElseThrow();
        WebhookCheck check = signature.verify(headers, body, stage.time().instant());
        boolean fresh = check.genuine() && seen.add(headers.id());
        String what = new String(body, StandardCharsets.UTF_8).replaceAll(".*\"type\":\"([a-z._]+)\".*", "$1");
        stage.story().tell(what + ", " + check, fresh ? "taken" : "dropped");
        boolean answerIsLost = fresh && what.equals("ticket.replied"); // so it comes again
        exchange.sendResponseHeaders(answerIsLost ? 500 : check.genuine() ? 204 : 401, -1);
        exchange.close();
    }
}
