package dev.svar.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.svar.contact.Address;
import dev.svar.testkit.TransportContract;
import dev.svar.testkit.TransportFixture;
import dev.svar.testkit.TransportFixture.Arrived;
import java.util.Optional;
import mockwebserver3.RecordedRequest;

final class JsonSmsGatewayContractTest extends TransportContract {
    @Override
    protected TransportFixture openFixture() {
        return new HttpPeer(
                Address.phone("+4799887766"),
                false,
                true,
                (url, connections) -> SmsTransport.through(JsonSmsGateway.of(url, "key", "+4790000000", connections))
                        .refusingBeyond(SmsText.MAX_SEGMENTS),
                JsonSmsGatewayContractTest::arrived);
    }

    private static Arrived arrived(RecordedRequest request) {
        JsonNode json = Requests.json(request);
        return new Arrived(
                Optional.of(json.get("id").asText()),
                Address.phone(json.get("to").asText()),
                Optional.empty(),
                json.get("text").asText());
    }
}
