package dev.svar.http;

import dev.svar.contact.Address;
import dev.svar.testkit.TransportContract;
import dev.svar.testkit.TransportFixture;
import dev.svar.testkit.TransportFixture.Arrived;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;

final class SlackTransportContractTest extends TransportContract {
    private static final Address ROOM = new Address(SlackTransport.CHANNEL, "support");

    @Override
    protected TransportFixture openFixture() {
        return new HttpPeer(
                ROOM,
                true,
                false,
                (url, connections) -> SlackTransport.to(Map.of("support", url), connections),
                SlackTransportContractTest::arrived);
    }

    private static Arrived arrived(RecordedRequest request) {
        String[] text = Requests.json(request).get("text").asText().split("\n", 2);
        String subject = text[0].substring(1, text[0].length() - 1);
        return new Arrived(Optional.empty(), ROOM, Optional.of(plain(subject)), plain(text[1]));
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
