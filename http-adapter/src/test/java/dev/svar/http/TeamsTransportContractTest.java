package dev.svar.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.svar.contact.Address;
import dev.svar.testkit.TransportContract;
import dev.svar.testkit.TransportFixture;
import dev.svar.testkit.TransportFixture.Arrived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;

final class TeamsTransportContractTest extends TransportContract {
    private static final Address ROOM = new Address(TeamsTransport.CHANNEL, "support");

    @Override
    protected TransportFixture openFixture() {
        return new HttpPeer(
                ROOM,
                true,
                false,
                (url, connections) -> TeamsTransport.to(Map.of("support", url), connections),
                TeamsTransportContractTest::arrived);
    }

    private static Arrived arrived(RecordedRequest request) {
        List<String> lines = new ArrayList<>();
        for (JsonNode block : Requests.json(request).at("/attachments/0/content/body")) {
            StringBuilder line = new StringBuilder();
            block.get("inlines").forEach(run -> line.append(run.get("text").asText()));
            lines.add(line.toString().equals(" ") ? "" : line.toString());
        }
        return new Arrived(
                Optional.empty(), ROOM, Optional.of(lines.get(0)), String.join("\n", lines.subList(1, lines.size())));
    }
}
