package dev.svar.http;

import dev.svar.contact.Address;
import dev.svar.testkit.TransportContract;
import dev.svar.testkit.TransportFixture;
import dev.svar.testkit.TransportFixture.Arrived;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;

final class TwilioGatewayContractTest extends TransportContract {
    private static final String CALLBACK = "http://127.0.0.1/receipts";

    @Override
    protected TransportFixture openFixture() {
        return new HttpPeer(
                Address.phone("+4799887766"),
                false,
                true,
                (url, connections) -> SmsTransport.through(TwilioGateway.builder("AC1", "token", "Svar", connections)
                                .url(url)
                                .statusCallback(URI.create(CALLBACK))
                                .build())
                        .refusingBeyond(SmsText.MAX_SEGMENTS),
                TwilioGatewayContractTest::arrived);
    }

    private static Arrived arrived(RecordedRequest request) {
        Map<String, String> form = Requests.form(request);
        String id = form.get("StatusCallback").replace(CALLBACK + "?svar=", "");
        return new Arrived(
                Optional.of(URLDecoder.decode(id, StandardCharsets.UTF_8)),
                Address.phone(form.get("To")),
                Optional.empty(),
                form.get("Body"));
    }
}
